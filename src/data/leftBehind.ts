import { hasEnded } from './ended.ts';

/**
 * The way out for a page that is being left: the browser's small synchronous storage, from which the next page takes what
 * lies there into a database. Nothing stays. A transaction that is begun in that moment often never ends: Chromium drops it
 * with the page where another one was on its way.
 */
export interface LeftBehind {
  /** `undefined` where it can't be read. */
  readonly value: unknown;
  /** It has reached a database. What was left under the same name since stays. */
  readonly forget: () => void;
}

/**
 * Tells when it is time for `leaveBehind`: the page is being left, or only looked away from, which may be the last that it hears.
 * A page that is closed may hear of it before (`beforeunload`) and not any more then: Chromium waits half a second for a busy one.
 */
export function listenForLeaving(leave: () => void, options: AddEventListenerOptions = {}): void {
  addEventListener('beforeunload', leave, options);
  addEventListener('pagehide', leave, options);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), options);
}

/**
 * Leaves a value that JSON can hold, in place of what was left under this name; by the other way, where the storage is blocked
 * or full. Never throws: the page is going, and there is nobody left to tell.
 */
export function leaveBehind(name: string, value: unknown, otherwise: () => void): void {
  for (const way of [() => hasEnded() || localStorage.setItem(name, JSON.stringify(value)), otherwise]) {
    try {
      way();
      return;
    } catch {
      // The other one may do.
    }
  }
}

/** All that pages left under names with this prefix; nothing where the storage is blocked. */
export function leftBehind(prefix: string): readonly LeftBehind[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
    return names.map((name) => {
      const text = localStorage.getItem(name);
      return {
        value: parse(text),
        forget: () => {
          if (localStorage.getItem(name) === text) localStorage.removeItem(name);
        },
      };
    });
  } catch {
    return [];
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
