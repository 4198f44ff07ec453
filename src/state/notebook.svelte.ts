import type { EpisodeCard } from '../core/episode/episode.ts';
import { formatNotes } from '../core/notes/formatNotes.ts';
import { mergeNotes, takeIn, type HeldNote, type HeldNotes, type SaveState } from '../core/notes/heldNotes.ts';
import {
  byPassage,
  changeNote,
  isKeepable,
  samePassage,
  type Note,
  type NoteChange,
  type Target,
} from '../core/notes/note.ts';
import { downloadText } from '../data/download.ts';
import { openNoteStore, type Heard, type Loaded, type NoteStore, type Saved } from '../data/noteStore.ts';
import type { Outcome } from '../data/outcome.ts';
import { endKeeping } from '../data/ended.ts';
import { listenForLeaving } from '../data/leftBehind.ts';
import { Retry } from './retry.ts';
import { TagKeys } from './tagKeys.svelte.ts';

/** Milliseconds of quiet after which a note that is being typed is written to disk. */
const QUIET = 250;

/** A note that is being deleted, as it was, and when that was asked for. */
interface Deletion {
  readonly note: Note;
  readonly deleted: string;
}

/**
 * The visitor's notes. What is on screen is held here, whole; every change goes through one gateway, which
 * also writes it to disk. Where the disk fails, notes stay here for the visit, `trouble` says why, and they are written
 * as soon as it can. What other windows write is read again; where both changed one note, this window goes on with a copy.
 */
export class Notebook {
  #kept = $state.raw<HeldNotes>(new Map());
  #trouble = $state.raw<string>();
  #deleted = $state.raw<Note>();
  #unknown = $state.raw(0);
  #evicted = $state.raw(false);
  #putBack = $state.raw(0);
  #isStopped = $state.raw(false);
  readonly #notes = $derived([...this.#kept.values()].map(({ note }) => note).sort(byPassage));
  readonly #tagKeys = new TagKeys(() => this.#notes);
  #isLoaded = false;
  /** Counts writes that arrived, so that a reading which began before one is known to be older. */
  #tick = 0;
  readonly #writtenAt = new Map<string, number>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #writing = new Set<string>();
  readonly #removing = new Map<string, Deletion>();
  /** Notes that went on as a copy under another id. */
  readonly #copies = new Map<string, string>();
  readonly #retry = new Retry(() => void this.#tryAgain());
  /** The store, for what is kept beside the notes themselves. */
  readonly store: NoteStore;
  /** Hears of each write that has arrived. */
  onwritten: (() => void) | undefined;

  constructor(store: NoteStore = openNoteStore()) {
    this.store = store;
    store.listen((what) => void this.#hear(what));
    listenForLeaving(() => this.#flush());
    addEventListener('pageshow', ({ persisted }) => persisted && void this.load());
    addEventListener('focus', () => this.#look());
    addEventListener('online', () => this.#retry.now());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#look());
  }

  /** In the order of their passages. */
  get notes(): readonly Note[] {
    return this.#notes;
  }

  /** Why notes can't be kept at the moment, in words; `undefined` while all is well. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** The note that `undo` would bring back. */
  get deleted(): Note | undefined {
    return this.#deleted;
  }

  /** Records on disk that a newer Hourline wrote, and this one leaves alone. */
  get unknown(): number {
    return this.#unknown;
  }

  /** Whether notes were kept here and the browser has cleared them. */
  get evicted(): boolean {
    return this.#evicted;
  }

  /** How many records the browser had lost, and its second copy has given back. */
  get putBack(): number {
    return this.#putBack;
  }

  /** Whether everything was deleted, here or in another window: nothing is read or written until the page is loaded anew. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** The tags that the keys 1 to 9 put, in this order. */
  get tagKeys(): readonly string[] {
    return this.#tagKeys.list;
  }

  saveState(id: string): SaveState {
    return this.#kept.get(id)?.state ?? 'draft';
  }

  /** Under which id a note goes on: its own, or that of the copy which it became. */
  follow(id: string | undefined): string | undefined {
    return id === undefined || this.#kept.has(id) ? id : (this.#copies.get(id) ?? id);
  }

  async load(): Promise<void> {
    if (this.#isStopped) return;
    const began = this.#tick;
    const loaded = await this.store.load();
    if (this.#isStopped) return;
    if (!loaded.ok) return this.#fail(loaded);
    this.#isLoaded = true;
    this.#merge(loaded.value, began);
    this.#settle();
  }

  /** A new note; it is stored once there is something to keep in it. */
  create(episode: string, target: Target, change: NoteChange = {}): Note {
    const now = new Date().toISOString();
    const empty: Note = {
      id: crypto.randomUUID(),
      episode,
      body: '',
      tags: [],
      target,
      created: now,
      modified: now,
      revision: 0,
    };
    const note = changeNote(empty, change, now);
    this.#set(note, isKeepable(note) ? 'saving' : 'draft');
    if (isKeepable(note)) void this.#save(note.id);
    return note;
  }

  edit(id: string, change: NoteChange): void {
    const kept = this.#kept.get(id);
    const note = kept && changeNote(kept.note, change, new Date().toISOString());
    if (!note || note === kept.note) return;
    this.#set(note, 'saving');
    this.#later(id);
  }

  /** Puts a tag on a passage: on the note that is there, or on a new one. */
  tag(episode: string, target: Target, tag: string): Note {
    this.#tagKeys.keep();
    const note = this.notes.find((one) => one.episode === episode && samePassage(one.target, target));
    if (!note) return this.create(episode, target, { tags: [tag] });
    if (!note.tags.includes(tag)) this.edit(note.id, { tags: [...note.tags, tag] });
    return note;
  }

  /** Ends the editing of a note: what has anything in it is written at once, what has nothing was never begun. */
  finish(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    if (!isKeepable(kept.note)) this.#drop(kept);
    else if (kept.state === 'saving') void this.#save(id);
  }

  remove(id: string): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#deleted = kept.note;
    this.#drop(kept);
  }

  undo(): void {
    const note = this.#deleted;
    if (!note) return;
    this.#deleted = undefined;
    // Newer than its deletion: a page that goes before the disk has it leaves it behind, and the next one looks which was last.
    this.#set({ ...note, modified: new Date().toISOString() }, 'saving');
    void this.#save(note.id);
  }

  /** Ends a conflict: the copy takes the place of the note that it was made of, or stands for itself. */
  settleCopy(id: string, keep: 'this' | 'both'): void {
    const copy = this.#kept.get(id)?.note;
    if (!copy?.copyOf) return;
    const original = this.#kept.get(copy.copyOf)?.note;
    if (keep === 'this' && original) {
      this.edit(original.id, { body: copy.body, tags: copy.tags, colour: copy.colour });
      void this.#save(original.id);
      this.#drop({ note: copy, state: 'saved' });
      return;
    }
    const { copyOf: _, ...note } = copy;
    this.#set({ ...note, modified: new Date().toISOString() }, 'saving');
    void this.#save(id);
  }

  /** Forgets an episode's notes, when the episode itself is removed. */
  removeAll(episode: string): void {
    void this.removeMany(this.notes.filter((note) => note.episode === episode));
  }

  /** Deletes notes at once; a snapshot of what was there is kept. */
  async removeMany(notes: readonly Note[]): Promise<Outcome> {
    if (notes.length === 0) return { ok: true, value: undefined };
    const gone = await this.store.removeMany(notes.map(({ id }) => id));
    if (!gone.ok) this.#fail(gone);
    else {
      notes.forEach(({ id }) => this.#cancel(id));
      const ids = new Set(notes.map(({ id }) => id));
      this.#kept = new Map([...this.#kept].filter(([id]) => !ids.has(id)));
      this.onwritten?.();
    }
    return gone;
  }

  /** Writes all of these notes or none; a snapshot of what was there is kept. */
  async restore(notes: readonly Note[], also?: Readonly<Record<string, unknown>>): Promise<Outcome> {
    const restored = await this.store.restore(notes, also);
    if (restored.ok) {
      this.#evicted = false;
      await this.load();
      this.onwritten?.();
    }
    return restored;
  }

  /** The visitor knows that the browser has cleared the notes. */
  acknowledge(): void {
    this.#evicted = false;
    this.store.acknowledge();
  }

  /** Ends all reading and writing, for everything is to be deleted. */
  stop(): void {
    endKeeping();
    this.#isStopped = true;
    this.#retry.stop();
    for (const id of [...this.#timers.keys()]) this.#cancel(id);
    this.#kept = new Map();
    this.#deleted = undefined;
    this.#trouble = undefined;
    this.store.close();
  }

  /** Hands all notes to the visitor as a text file; works whatever state the disk is in. */
  exportText(episodes: readonly EpisodeCard[]): void {
    downloadText('hourline-notes.txt', formatNotes(this.notes, { episodes }));
  }

  /** What is on screen is not being deleted, or not any more. */
  #set(note: Note, state: SaveState): void {
    this.#removing.delete(note.id);
    this.#kept = new Map(this.#kept).set(note.id, { note, state });
  }

  #unset(id: string): void {
    const rest = new Map(this.#kept);
    rest.delete(id);
    this.#kept = rest;
  }

  #drop(kept: HeldNote): void {
    const { note, state } = kept;
    this.#cancel(note.id);
    this.#unset(note.id);
    if (state === 'draft') return;
    this.#removing.set(note.id, { note, deleted: new Date().toISOString() });
    // What is being written is deleted when it has arrived.
    if (!this.#writing.has(note.id)) void this.#remove(kept);
  }

  async #remove({ note, state }: HeldNote): Promise<void> {
    // Dated when it was asked for: a note that is brought back before the disk has answered is newer.
    const deleted = this.#removing.get(note.id)?.deleted ?? new Date().toISOString();
    const deletion = { note, deleted };
    this.#removing.set(note.id, deletion);
    const removed = await this.store.remove(note, deleted);
    if (this.#removing.get(note.id) === deletion) this.#removing.delete(note.id);
    this.#tick += 1;
    if (removed.ok) this.onwritten?.();
    // What another window changed, and what the disk would not delete, is there still.
    const left = removed.ok ? removed.value : state === 'saved' ? note : undefined;
    if (left && !this.#kept.has(note.id) && !this.#removing.has(note.id) && !this.#isStopped) {
      if (this.#deleted?.id === note.id) this.#deleted = undefined;
      this.#set(left, 'saved');
    }
    if (!removed.ok) this.#fail(removed);
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
    // One write at a time for each note; what was typed meanwhile follows it.
    if (!note || this.#writing.has(id) || this.#isStopped) return;
    this.#writing.add(id);
    const outcome = await this.store.save(note);
    this.#writing.delete(id);
    if (this.#isStopped) return;
    if (outcome.ok) this.#written(note, outcome.value);
    else if (this.#kept.has(id)) {
      this.#set(this.#kept.get(id)!.note, 'failed');
      this.#fail(outcome);
    } else if (this.#removing.has(id)) void this.#remove({ note, state: 'failed' });
  }

  /** A write has arrived: only what was written is saved, for the note may have been changed or deleted meanwhile. */
  #written(sent: Note, { note, isCopy }: Saved): void {
    this.#tick += 1;
    this.#writtenAt.set(note.id, this.#tick);
    this.onwritten?.();
    const now = this.#kept.get(sent.id)?.note;
    if (isCopy) {
      this.#copies.set(sent.id, note.id);
      this.#removing.delete(sent.id); // what lies there is another window's
      this.#unset(sent.id);
      void this.#reread([sent.id]);
    }
    if (!now) return void this.#remove({ note, state: 'saved' });
    if (now === sent) this.#set(note, 'saved');
    else {
      const { id, revision } = note;
      this.#set({ ...now, id, revision, ...(note.copyOf === undefined ? {} : { copyOf: note.copyOf }) }, 'saving');
      void this.#save(id);
    }
    this.#settle();
  }

  /** The page is being left: what still waits is written in the one way that survives that. */
  #flush(): void {
    if (this.#isStopped) return;
    // What is on its way counts as waiting: a page that goes takes its unfinished writes along.
    for (const { note, state } of this.#kept.values()) {
      if (state !== 'saving' && state !== 'failed') continue;
      this.store.saveNow(note);
      if (state === 'saving') void this.#save(note.id);
    }
    for (const { note, deleted } of this.#removing.values()) this.store.removeNow(note, deleted);
  }

  /** The page is looked at again: what other windows did in the meantime is read. */
  #look(): void {
    if (this.#trouble !== undefined) this.#retry.now();
    else void this.load();
  }

  async #hear(what: Heard): Promise<void> {
    if (what === 'everything-deleted') this.stop();
    else if (what === 'many') await this.load();
    else await this.#reread(what.ids);
  }

  async #reread(ids: readonly string[]): Promise<void> {
    const found = await this.store.read(ids);
    if (!found.ok || this.#isStopped) return;
    this.#kept = takeIn(
      this.#kept,
      [...found.value].filter(([id, note]) => !(note && this.#removing.has(id))),
    );
  }

  #merge(loaded: Loaded, began: number): void {
    this.#unknown = loaded.unknown;
    this.#evicted ||= loaded.evicted;
    this.#putBack = loaded.putBack;
    const stays = ({ id }: Note) => !this.#removing.has(id);
    const [notes, pending] = [loaded.notes.filter(stays), loaded.pending.filter(stays)];
    this.#kept = mergeNotes(this.#kept, { ...loaded, notes, pending }, (id) => (this.#writtenAt.get(id) ?? 0) > began);
    if (this.#hasFailed) this.#retry.soon();
  }

  get #hasFailed(): boolean {
    return [...this.#kept.values()].some(({ state }) => state === 'failed');
  }

  #fail({ reason }: Outcome<unknown> & { ok: false }): void {
    this.#trouble = reason;
    this.#retry.soon();
  }

  /** All is well once nothing waits any more. */
  #settle(): void {
    if (!this.#isLoaded || this.#hasFailed) return;
    this.#trouble = undefined;
    this.#retry.reset();
  }

  async #tryAgain(): Promise<void> {
    await this.load();
    const failed = [...this.#kept.values()].filter(({ state }) => state === 'failed');
    await Promise.all(failed.map(({ note }) => this.#save(note.id)));
  }
}
