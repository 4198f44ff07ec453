import type { Note } from '../core/notes/note.ts';
import { decodeRecord, encodeNote } from '../core/notes/noteRecord.ts';
import { leaveBehind, leftBehind } from './leftBehind.ts';

/** The way out for the last keystrokes of a page that is being left. Each window has its own place for each note. */
const PREFIX = 'hourline:rescued-note:';

/** A note that a window could not wait for, and which window that was. */
export interface Rescued {
  readonly note: Note;
  readonly by: string;
  readonly forget: () => void;
}

const keyOf = (id: string, by: string) => `${PREFIX}${id}/${by}`;

/** Where the storage does not take it, `otherwise` is the way. */
export function rescueNote(note: Note, by: string, otherwise: () => void): void {
  leaveBehind(keyOf(note.id, by), encodeNote(note, by), otherwise);
}

/** The note has reached the disk in the usual way, as it was at `modified`: what was rescued after that stays. */
export function forgetRescue(id: string, by: string, modified: string): void {
  for (const { note, forget } of rescuedNotes(keyOf(id, by))) if (note.modified <= modified) forget();
}

/** What pages left that has not reached the disk; each can be forgotten once it has. */
export function rescuedNotes(prefix = PREFIX): readonly Rescued[] {
  return leftBehind(prefix).flatMap(({ value, forget }) => {
    const stored = decodeRecord(value);
    return stored.is === 'note' ? [{ note: stored.note, by: stored.by, forget }] : [];
  });
}
