import type { Note } from './note.ts';

/** How far a note is on its way to the disk; `saved` is said only of what is there. */
export type SaveState = 'draft' | 'saving' | 'saved' | 'failed';

/** A note as it is on screen. */
export interface HeldNote {
  readonly note: Note;
  readonly state: SaveState;
}

/** The notes that a window holds, by their ids. */
export type HeldNotes = ReadonlyMap<string, HeldNote>;

/** Takes in notes as they were read from the disk, `undefined` where one is gone; what this window has that is newer stays. */
export function takeIn(held: HeldNotes, read: Iterable<readonly [id: string, note: Note | undefined]>): HeldNotes {
  const next = new Map(held);
  for (const [id, note] of read) {
    const mine = next.get(id);
    if (mine && mine.state !== 'saved') continue;
    if (!note) next.delete(id);
    else if (!mine || mine.note.revision < note.revision) next.set(id, { note, state: 'saved' });
  }
  return next;
}

/** All that was read from the disk at once. */
export interface WholeReading {
  readonly notes: readonly Note[];
  /** What was left to be written when its page went. */
  readonly pending: readonly Note[];
  /** Whether the browser has cleared the disk. */
  readonly evicted: boolean;
}

/**
 * What a window holds after everything was read: a saved note that is no longer there goes, unless it was written after
 * the reading began (`isLater`). What the browser has cleared, and what was left to be written, waits to be written.
 */
export function mergeNotes(
  held: HeldNotes,
  { notes, pending, evicted }: WholeReading,
  isLater: (id: string) => boolean,
): HeldNotes {
  const onDisk = new Set(notes.map(({ id }) => id));
  const left = new Map<string, HeldNote>();
  for (const [id, one] of held) {
    if (onDisk.has(id) || one.state !== 'saved' || isLater(id)) left.set(id, one);
    else if (evicted) left.set(id, { ...one, state: 'failed' });
  }
  const next = new Map(
    takeIn(
      left,
      notes.map((note) => [note.id, note]),
    ),
  );
  for (const note of pending) if (!next.has(note.id)) next.set(note.id, { note, state: 'failed' });
  return next;
}
