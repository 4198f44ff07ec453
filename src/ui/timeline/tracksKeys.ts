import { tick } from 'svelte';
import { nextStop, STEP_KEYS, type StepKey } from '../../core/timeline/nextStop.ts';
import type { Row, Stop } from '../../core/timeline/rows.ts';
import { ZOOM_KEYS } from '../../core/timeline/zoomBy.ts';
import type { TimelineView } from '../../state/timelineView.svelte.ts';
import { listen } from './listen.ts';

interface Keys {
  readonly view: () => TimelineView;
  readonly rows: () => readonly Row[];
  /** The starts of segments, ascending. */
  readonly borders: () => readonly number[];
  readonly onescape: () => void;
  /** A key leads to a stop, which is going to have the focus. */
  readonly onstep: (stop: Stop) => void;
}

/** The stop that an element is or is in. */
export function stopOf(target: EventTarget | null): HTMLElement | undefined {
  return (target as Element | null)?.closest<HTMLElement>('[data-stop]') ?? undefined;
}

/**
 * The keys of the lanes: arrows, Home, End and Page keys take the focus from stop to stop, and the view along; + and - zoom.
 * For `{@attach tracksKeys({ … })}` on what the stops are in.
 */
export function tracksKeys(keys: Keys): (element: HTMLElement) => () => void {
  return (element) =>
    listen(element, {
      async keydown(event) {
        const { key, target } = event;
        const view = keys.view();
        const zoom = ZOOM_KEYS[key];
        if (key === 'Escape') {
          event.preventDefault();
          return keys.onescape();
        }
        if (zoom) {
          view.zoom(zoom);
          return view.settle();
        }
        const here = stopOf(target)?.dataset['stop'];
        if (here === undefined || !STEP_KEYS.includes(key as StepKey)) return;
        event.preventDefault();
        const stop = nextStop(keys.rows(), here, key as StepKey, keys.borders());
        if (!stop) return;
        if (stop.start !== undefined) view.reveal(stop.start);
        view.settle();
        keys.onstep(stop);
        await tick(); // for a stop that was out of view
        element.querySelector<HTMLElement>(`[data-stop="${CSS.escape(stop.key)}"]`)?.focus();
      },
    });
}
