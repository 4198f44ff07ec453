import type { Note } from '../core/notes/note.ts';
import { decodeRecord, encodeNote } from '../core/notes/noteRecord.ts';

/**
 * The way out for the last keystrokes of a page that is being left: the browser's small synchronous storage, from which
 * the next page takes them into the database. Nothing stays there. Each window has its own place for each note.
 */
const PREFIX = 'hourline:rescued-note:';

/** A note that a window could not wait for, and which window that was. */
export interface Rescued {
  readonly note: Note;
  readonly by: string;
  readonly forget: () => void;
}

const keyOf = (id: string, by: string) => `${PREFIX}${id}/${by}`;

/** Throws where the storage is blocked or full. */
export function rescueNote(note: Note, by: string): void {
  localStorage.setItem(keyOf(note.id, by), JSON.stringify(encodeNote(note, by)));
}

/** The note has reached the disk in the usual way, as it was at `modified`: what was rescued after that stays. */
export function forgetRescue(id: string, by: string, modified: string): void {
  try {
    const key = keyOf(id, by);
    const stored = decodeRecord(parse(localStorage.getItem(key)));
    if (stored.is === 'note' && stored.note.modified <= modified) localStorage.removeItem(key);
  } catch {
    // Storage is blocked, so nothing was rescued either.
  }
}

/** What pages left that has not reached the disk; each can be forgotten once it has. */
export function rescuedNotes(): readonly Rescued[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys.flatMap((key) => {
      const text = localStorage.getItem(key);
      const stored = decodeRecord(parse(text));
      // Its window may be going still, and put something newer there.
      const forget = () => localStorage.getItem(key) === text && localStorage.removeItem(key);
      return stored.is === 'note' ? [{ note: stored.note, by: stored.by, forget }] : [];
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
