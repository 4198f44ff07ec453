import type { Note } from '../core/notes/note.ts';
import { decodeRecord, encodeNote, encodeStone, type Stored } from '../core/notes/noteRecord.ts';
import { leaveBehind, leftBehind } from './leftBehind.ts';

/**
 * The way out for the last keystrokes and deletions of a page that is being left. Each window has its own place for each note,
 * where the last that was done to it stands.
 */
const PREFIX = 'hourline:rescued-note:';

/** What a window did to a note and could not wait for. */
export interface Rescued {
  readonly stored: Exclude<Stored, { readonly is: 'unknown' }>;
  readonly forget: () => void;
}

const keyOf = (id: string, by: string) => `${PREFIX}${id}/${by}`;

/** Where the storage does not take it, `otherwise` is the way. */
export function rescueNote(note: Note, by: string, otherwise: () => void): void {
  leaveBehind(keyOf(note.id, by), encodeNote(note, by), otherwise);
}

/**
 * That a note was deleted, as it was at this revision. There is no other way: what is not taken here leaves the note where it
 * is, and a stone that could not be taken back would be worse.
 */
export function rescueDeletion({ id, revision }: Note, by: string, deleted: string): void {
  leaveBehind(keyOf(id, by), encodeStone(id, revision, by, deleted), () => undefined);
}

/** What was done to the note until `time` has reached the disk in the usual way: what was rescued after that stays. */
export function forgetRescue(id: string, by: string, time: string): void {
  for (const { stored, forget } of rescued(keyOf(id, by))) if (timeOf(stored) <= time) forget();
}

const timeOf = (stored: Rescued['stored']) => (stored.is === 'note' ? stored.note.modified : stored.deleted);

/** What pages left that has not reached the disk; each can be forgotten once it has. */
export function rescued(prefix = PREFIX): readonly Rescued[] {
  return leftBehind(prefix).flatMap(({ value, forget }) => {
    const stored = decodeRecord(value);
    return stored.is === 'unknown' ? [] : [{ stored, forget }];
  });
}
