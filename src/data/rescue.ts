import { decodeNote, encodeNote, type Note } from '../core/notes/note.ts';

/**
 * The way out for the last keystrokes of a page that is being left: the browser's small synchronous storage, from which
 * the next page takes them into the database. Nothing stays there.
 */
const PREFIX = 'hourline:rescued-note:';

export function rescueNote(note: Note): void {
  localStorage.setItem(PREFIX + note.id, JSON.stringify(encodeNote(note)));
}

/** The notes that were rescued, and how to forget one that has reached the disk. */
export function rescuedNotes(): { readonly notes: readonly Note[]; forget(id: string): void } {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    const notes = keys.flatMap((key) => decodeNote(parse(localStorage.getItem(key))) ?? []);
    return { notes, forget: (id) => localStorage.removeItem(PREFIX + id) };
  } catch {
    return { notes: [], forget: () => undefined }; // storage is blocked, so nothing was rescued either
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
