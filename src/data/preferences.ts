import { hasEnded } from './ended.ts';

/** Small choices that are no loss when the browser forgets them. Missing or blocked storage means the default. */
export function readPreference(name: string): string | undefined {
  try {
    return localStorage.getItem(`hourline:${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without a value, the choice is forgotten. */
export function writePreference(name: string, value: string | undefined): void {
  if (hasEnded()) return;
  try {
    if (value === undefined) localStorage.removeItem(`hourline:${name}`);
    else localStorage.setItem(`hourline:${name}`, value);
  } catch {
    // Blocked or full: the choice holds for this visit.
  }
}
