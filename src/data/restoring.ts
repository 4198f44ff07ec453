import type { Rest } from '../core/notes/backup.ts';
import type { NoteStore } from './noteStore.ts';
import type { Outcome } from './outcome.ts';
import { add, planAdditions, takeOut, type Additions } from './rest.ts';

/** Under which a restoring that is under way says, beside the notes, what it puts in elsewhere. */
const UNDER_WAY = 'restoring-adds';

/**
 * Restores all of a backup or none. No transaction spans databases, so: what is going to be added is written down beside
 * the notes, then added; `writeNotes` writes the notes and strikes it out, in one transaction, with which all of it is
 * restored. Whatever ends before that is taken out again: at once, or by the next visit where the browser was killed.
 */
export function restoreAll(
  store: NoteStore,
  rest: Rest,
  writeNotes: (also: Readonly<Record<string, unknown>>) => Promise<Outcome>,
): Promise<Outcome> {
  return alone(async () => {
    const planned = await planAdditions(rest);
    if (!planned.ok) return planned;
    const noted = await store.setKept(UNDER_WAY, planned.value);
    if (!noted.ok) return noted;
    const added = await add(rest, planned.value);
    const done = added.ok ? await writeNotes({ [UNDER_WAY]: undefined }) : added;
    if (done.ok) return done;
    const undone = await undo(store);
    if (!undone.ok)
      return { ok: false, reason: `${done.reason}; what was put in already is taken out at the next visit` };
    // A disk that was only slow may have taken the notes after all.
    return undone.value ? done : { ok: true, value: undefined };
  });
}

/** Takes out what a restoring has put in that never came to its end. */
export function undoUnfinished(store: NoteStore): Promise<Outcome<boolean>> {
  return alone(() => undo(store));
}

/** Says whether there was something to be undone. */
async function undo(store: NoteStore): Promise<Outcome<boolean>> {
  const found = await store.getKept<Additions>(UNDER_WAY);
  if (!found.ok) return found;
  if (!found.value) return { ok: true, value: false };
  const out = await takeOut(found.value);
  const struck = out.ok ? await store.setKept(UNDER_WAY, undefined) : out;
  return struck.ok ? { ok: true, value: true } : struck;
}

/** Another window that finds a restoring under way waits for its end; it ends with the window that does it. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await navigator.locks.request('hourline-restoring', work);
  } catch {
    return work(); // there are no locks here, as on some pages that are files
  }
}
