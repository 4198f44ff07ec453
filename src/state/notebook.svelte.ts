import type { EpisodeCard } from '../core/episode/episode.ts';
import { formatNotes } from '../core/notes/formatNotes.ts';
import { byPassage, type Note, type Target } from '../core/notes/note.ts';
import { downloadText } from '../data/download.ts';
import { openNoteStore, type NoteStore } from '../data/noteStore.ts';
import type { Outcome } from '../data/outcome.ts';

/** Milliseconds of quiet after which a note that is being typed is written to disk. */
const QUIET = 300;

/** `saved` is said only of what is on disk. */
export type SaveState = 'draft' | 'saving' | 'saved' | 'failed';

interface Kept {
  readonly note: Note;
  readonly state: SaveState;
}

/**
 * The visitor's notes. What is on screen is held here, whole; every change goes through one gateway, which
 * also writes it to disk. Where the disk fails, notes stay here for the visit and `trouble` says why.
 */
export class Notebook {
  #kept = $state.raw<ReadonlyMap<string, Kept>>(new Map());
  #trouble = $state.raw<string>();
  #deleted = $state.raw<Note>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #store: NoteStore;

  constructor(store: NoteStore = openNoteStore()) {
    this.#store = store;
    addEventListener('pagehide', () => this.#flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') this.#flush();
    });
  }

  /** In the order of their passages. */
  get notes(): readonly Note[] {
    return [...this.#kept.values()].map(({ note }) => note).sort(byPassage);
  }

  /** Why notes can't be kept at the moment, in words; `undefined` while all is well. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** The note that `undo` would bring back. */
  get deleted(): Note | undefined {
    return this.#deleted;
  }

  saveState(id: string): SaveState {
    return this.#kept.get(id)?.state ?? 'draft';
  }

  async load(): Promise<void> {
    const loaded = await this.#store.load();
    if (!this.#heed(loaded)) return;
    // What was written while the store was opening is newer than what it held.
    this.#kept = new Map([
      ...loaded.value.map((note): [string, Kept] => [note.id, { note, state: 'saved' }]),
      ...this.#kept,
    ]);
  }

  /** A new, empty note; it is stored once it has words. */
  create(episode: string, target: Target): Note {
    const now = new Date().toISOString();
    const note: Note = { id: crypto.randomUUID(), episode, body: '', target, created: now, modified: now };
    this.#set(note, 'draft');
    return note;
  }

  edit(id: string, body: string): void {
    const kept = this.#kept.get(id);
    if (!kept || kept.note.body === body) return;
    this.#set({ ...kept.note, body, modified: new Date().toISOString() }, 'saving');
    this.#later(id);
  }

  /** Ends the editing of a note: what has words is written at once, what has none was never begun. */
  finish(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    if (kept.note.body.trim() === '') this.#drop(id, kept.state !== 'draft');
    else if (kept.state === 'saving') void this.#save(id);
  }

  remove(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#deleted = kept.note;
    this.#drop(id, true);
  }

  undo(): void {
    const note = this.#deleted;
    if (!note) return;
    this.#deleted = undefined;
    this.#set(note, 'saving');
    void this.#save(note.id);
  }

  /** Forgets an episode's notes, when the episode itself is removed. */
  removeAll(episode: string): void {
    for (const { id } of this.notes.filter((note) => note.episode === episode)) this.#drop(id, true);
  }

  /** Hands all notes to the visitor as a text file; works whatever state the disk is in. */
  exportText(episodes: readonly EpisodeCard[]): void {
    downloadText('hourline-notes.txt', formatNotes(this.notes, episodes));
  }

  #set(note: Note, state: SaveState): void {
    this.#kept = new Map(this.#kept).set(note.id, { note, state });
  }

  #drop(id: string, stored: boolean): void {
    this.#cancel(id);
    const rest = new Map(this.#kept);
    rest.delete(id);
    this.#kept = rest;
    if (stored) void this.#store.remove(id).then((outcome) => this.#heed(outcome));
  }

  #later(id: string): void {
    this.#cancel(id);
    this.#timers.set(
      id,
      setTimeout(() => void this.#save(id), QUIET),
    );
  }

  #cancel(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  async #save(id: string): Promise<void> {
    this.#cancel(id);
    const note = this.#kept.get(id)?.note;
    if (!note) return;
    const saved = this.#heed(await this.#store.save(note));
    // Only what was written is saved: the note may have been changed, or deleted, in the meantime.
    if (this.#kept.get(id)?.note === note) this.#set(note, saved ? 'saved' : 'failed');
    else if (!this.#kept.has(id)) void this.#store.remove(id);
  }

  /** The page is being left: what still waits is written in the one way that survives that. */
  #flush(): void {
    // What is on its way counts as waiting: a page that goes takes its unfinished writes along.
    for (const { note, state } of this.#kept.values()) if (state === 'saving') this.#store.saveNow(note);
  }

  #heed<T>(outcome: Outcome<T>): outcome is { ok: true; value: T } {
    this.#trouble = outcome.ok ? undefined : outcome.reason;
    return outcome.ok;
  }
}
