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
  forget(): void;
}

const keyOf = (id: string, by: string) => `${PREFIX}${id}/${by}`;

/** Throws where the storage is blocked or full. */
export function rescueNote(note: Note, by: string): void {
  localStorage.setItem(keyOf(note.id, by), JSON.stringify(encodeNote(note, by)));
}

/** The note has reached the disk in the usual way. */
export function forgetRescue(id: string, by: string): void {
  try {
    localStorage.removeItem(keyOf(id, by));
  } catch {
    // Storage is blocked, so nothing was rescued either.
  }
}

export function rescuedNotes(): readonly Rescued[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    return keys.flatMap((key) => {
      const stored = decodeRecord(parse(localStorage.getItem(key)));
      return stored.is === 'note'
        ? [{ note: stored.note, by: stored.by, forget: () => localStorage.removeItem(key) }]
        : [];
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
