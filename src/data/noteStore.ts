import { del, entries, set } from 'idb-keyval';
import { decodeNote, encodeNote, type Note } from '../core/notes/note.ts';
import { strictStore, type StrictStore } from './strictStore.ts';

/** How a visit to the store ended. The world's errors are caught here, once, and told in words. */
export type Outcome<T = void> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

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
        return stored.flatMap(([, value]) => decodeNote(value) ?? []);
      }),
    save: (note) => attempt(() => set(keyOf(note.id), encodeNote(note), store.use)),
    remove: (id) => attempt(() => del(keyOf(id), store.use)),
    saveNow(note) {
      try {
        store.putNow(keyOf(note.id), encodeNote(note));
      } catch {
        // The page is going; there is nobody left to tell.
      }
    },
  };
}

async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    // Browsers throw errors with a name, with a message, with both, or with neither.
    const said = error instanceof Error || error instanceof DOMException ? error.message || error.name : '';
    return { ok: false, reason: said || 'the browser gives no reason' };
  }
}
