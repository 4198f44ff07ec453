import { del, entries, set } from 'idb-keyval';
import { decodeNote, encodeNote, type Note } from '../core/notes/note.ts';
import { attempt, type Outcome } from './outcome.ts';
import { rescuedNotes, rescueNote } from './rescue.ts';
import { strictStore, type StrictStore } from './strictStore.ts';

/** The visitor's notes on disk: one key per note, so that two windows can't overwrite each other's. */
export interface NoteStore {
  load(): Promise<Outcome<Note[]>>;
  /** Resolves with `ok` only once the note is on disk. */
  save(note: Note): Promise<Outcome>;
  remove(id: string): Promise<Outcome>;
  /** For a page that is being left: the last keystrokes. */
  saveNow(note: Note): void;
}

const keyOf = (id: string) => ['note', id];

export function openNoteStore(store: StrictStore = strictStore('hourline', 'notes')): NoteStore {
  return {
    load: () =>
      attempt(async () => {
        const stored = await entries<IDBValidKey, unknown>(store.use);
        const notes = new Map(stored.flatMap(([, value]) => decodeNote(value) ?? []).map((note) => [note.id, note]));
        const { notes: rescued, forget } = rescuedNotes();
        for (const note of rescued) {
          if ((notes.get(note.id)?.modified ?? '') < note.modified) {
            notes.set(note.id, note);
            await set(keyOf(note.id), encodeNote(note), store.use);
          }
          forget(note.id);
        }
        return [...notes.values()];
      }),
    save: (note) => attempt(() => set(keyOf(note.id), encodeNote(note), store.use)),
    remove: (id) => attempt(() => del(keyOf(id), store.use)),
    saveNow(note) {
      // Two ways at once: the database may not have opened yet, and the page that comes next may read it before this
      // write, on another connection, has arrived. Each of them may throw on its own.
      for (const way of [() => store.putNow(keyOf(note.id), encodeNote(note)), () => rescueNote(note)]) {
        try {
          way();
        } catch {
          // The page is going; there is nobody left to tell.
        }
      }
    },
  };
}
