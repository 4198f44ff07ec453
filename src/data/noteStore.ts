import { promisifyRequest } from 'idb-keyval';
import { decideSave, mayRemove, mayRemoveLate, revisionOf } from '../core/notes/decideSave.ts';
import type { Note } from '../core/notes/note.ts';
import { decodeRecord, encodeNote, encodeStone, type Stored } from '../core/notes/noteRecord.ts';
import { bucketMirror, revisionIn, type Change, type NoteMirror } from './noteMirror.ts';
import { KEYS, MOST_SNAPSHOTS, NOTES_DATABASE, NOTES_SCHEMA, NOTES_STORE, type Snapshot } from './notesSchema.ts';
import { attempt, type Outcome } from './outcome.ts';
import { readPreference, writePreference } from './preferences.ts';
import { forgetRescue, rescued, rescueDeletion, rescueNote, type Rescued } from './rescue.ts';
import { commitOn, strictStore, type StrictStore } from './strictStore.ts';

/** What the disk holds. */
export interface Loaded {
  readonly notes: readonly Note[];
  /** What a page that was left could not wait for, and the disk does not take yet. */
  readonly pending: readonly Note[];
  /** Records that this build does not understand; they are left alone. */
  readonly unknown: number;
  /** Whether notes were kept here once, and the browser has cleared them. */
  readonly evicted: boolean;
  /** How many records the browser had lost, that were put back from their second home. */
  readonly putBack: number;
}

/** What saving came to: the note as it lies on disk; where it is a copy, what the other window wrote stays beside it. */
export interface Saved {
  readonly note: Note;
  readonly isCopy: boolean;
}

/** What another window did: it wrote these notes, many of them, or deleted everything that is kept here. */
export type Heard = { readonly ids: readonly string[] } | 'many' | 'everything-deleted';

/** The visitor's notes on disk: one key per note, so that two windows can't overwrite each other's. */
export interface NoteStore {
  load(): Promise<Outcome<Loaded>>;
  /** Some notes as they are on disk now, by id; `undefined` for those that are not there (any more). */
  read(ids: readonly string[]): Promise<Outcome<ReadonlyMap<string, Note | undefined>>>;
  /** Resolves with `ok` only once the note is on disk. */
  save(note: Note): Promise<Outcome<Saved>>;
  /** Gives the note that is there, where another window has changed it: it stays. `deleted` is when it was asked for: now, if not before. */
  remove(note: Note, deleted?: string): Promise<Outcome<Note | undefined>>;
  /** For a page that is being left: the last keystrokes. */
  saveNow(note: Note): void;
  /** For a page that is being left: a deletion that is on its way. */
  removeNow(note: Note, deleted: string): void;
  /** Writes all of these or none, over whatever is there, and keeps what was there as a snapshot; `also` is for `setKept`. */
  restore(notes: readonly Note[], also?: Readonly<Record<string, unknown>>): Promise<Outcome>;
  /** Deletes all of these or none, and keeps what was there as a snapshot. */
  removeMany(ids: readonly string[]): Promise<Outcome>;
  /** What was there before the last upgrades, restorings and deletions, newest first. */
  snapshots(): Promise<Outcome<readonly Snapshot[]>>;
  /** Small things that belong to keeping notes; each under its name. */
  getKept<T>(name: string): Promise<Outcome<T | undefined>>;
  setKept(name: string, value: unknown): Promise<Outcome>;
  /** Hears of other windows' doings, after they are on disk. */
  listen(heard: (what: Heard) => void): () => void;
  /** Says that eviction has been understood. */
  acknowledge(): void;
  close(): void;
}

export const NOTES_CHANNEL = 'hourline-notes';
/** Days for which a deleted note's stone stands: longer than any window stays open. */
const STONE_DAYS = 60;
const DAY = 86_400_000;

/** How a transaction writes: as an object store does, and noted down for the mirror. */
type Writer = Pick<IDBObjectStore, 'put' | 'delete'>;

/** `by` names the window that writes; `mirror` is the second home, where there is one. */
export function openNoteStore(
  store: StrictStore = strictStore(NOTES_DATABASE, NOTES_STORE, NOTES_SCHEMA),
  by: string = crypto.randomUUID(),
  mirror: NoteMirror | undefined = bucketMirror(),
): NoteStore {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NOTES_CHANNEL);
  const tell = (what: Heard) => channel?.postMessage(what);

  const commit = <T>(work: (target: IDBObjectStore) => Promise<T>) => commitOn(store, work);

  /** A transaction whose writes are in both homes when it resolves. */
  const transact = async <T>(work: (target: IDBObjectStore, writer: Writer) => Promise<T>): Promise<T> => {
    await makeWhole();
    const changes: Change[] = [];
    const value = await commit(async (target) => {
      if (isToMark) target.put(true, KEYS.kept(WHOLE));
      return work(target, {
        put(record, key) {
          changes.push([key!, record]);
          return target.put(record, key);
        },
        delete(key) {
          changes.push([key as IDBValidKey, undefined]);
          return target.delete(key);
        },
      });
    });
    isToMark = false;
    await mirror?.write(changes);
    return value;
  };

  /** Whether this database holds all that its mirror does and does not say so yet; the first write does. */
  let isToMark = false;
  let wholeness: Promise<void> | undefined;
  let putBack = 0;

  /** Once for each store: puts back what the browser has thrown away. */
  const makeWhole = (): Promise<void> =>
    (wholeness ??= putBackLost().catch((error: unknown) => {
      wholeness = undefined;
      throw error;
    }));

  async function putBackLost(): Promise<void> {
    if (!mirror) return;
    const marked = await store.use('readonly', (target) => promisifyRequest<unknown>(target.get(KEYS.kept(WHOLE))));
    if (marked) return;
    const mirrored = await mirror.read();
    if (!mirrored) return; // and the database is not marked: the next page asks again
    if (mirrored.length > 0)
      await commit(async (target) => {
        for (const [key, value] of mirrored) {
          if ((await promisifyRequest<unknown>(target.get(key))) !== undefined) continue;
          target.put(value, key);
          putBack += 1;
        }
        target.put(true, KEYS.kept(WHOLE));
      });
    else isToMark = true;
  }

  /** Gives the mirror what it lacks: all, where it is new, or what a killed page wrote in one home alone. */
  async function catchUp(): Promise<void> {
    const mirrored = await mirror?.read();
    if (!mirrored) return;
    const there = new Map(mirrored.map(([key, value]) => [JSON.stringify(key), revisionIn(value)]));
    const mine = await store.use('readonly', async (target) => {
      const parts = (['note', 'snapshot'] as const).map((kind) =>
        Promise.all([
          promisifyRequest(target.getAllKeys(KEYS.all(kind))),
          promisifyRequest<unknown[]>(target.getAll(KEYS.all(kind))),
        ]),
      );
      return (await Promise.all(parts)).flatMap(([keys, values]) => keys.map((key, i): Change => [key, values[i]]));
    });
    await mirror?.write(mine.filter(([key, value]) => (there.get(JSON.stringify(key)) ?? -1) < revisionIn(value)));
  }

  const writeNote = (note: Note, hand: string, late = false): Promise<Saved> =>
    transact(async (target, writer) => {
      const stored = await read(target, note.id);
      const decision = decideSave(stored, note, hand, late);
      if (decision.is === 'gone') return { note, isCopy: false };
      if (decision.is === 'there') return { note: decision.note, isCopy: false };
      const written: Note =
        decision.is === 'write'
          ? { ...note, revision: decision.revision }
          : { ...note, id: crypto.randomUUID(), revision: 1, copyOf: note.id };
      writer.put(encodeNote(written, hand), KEYS.note(written.id));
      return { note: written, isCopy: decision.is === 'conflict' };
    });

  /** Gives what stays all the same: another window has changed it. */
  const removeNote = (note: Note, deleted: string): Promise<Note | undefined> =>
    transact(async (target, writer) => {
      const stored = await read(target, note.id);
      if (!stored || stored.is === 'stone') return undefined;
      if (stored.is === 'unknown') throw new Error('a newer Hourline wrote this note: reload this page');
      if (!mayRemove(stored, note, by)) return stored.note;
      writer.put(stoneOf(note.id, stored, deleted), KEYS.note(note.id));
      return undefined;
    });

  /** Does what a page that was left had done to a note, unless more was done since. Gives the note's name. */
  async function takeIn(late: Rescued['stored']): Promise<string> {
    if (late.is === 'note') return (await writeNote(late.note, late.by, true)).note.id;
    await transact(async (target, writer) => {
      const stored = await read(target, late.id);
      if (mayRemoveLate(stored, late))
        writer.put(encodeStone(late.id, revisionOf(stored!) + 1, late.by, late.deleted), KEYS.note(late.id));
    });
    return late.id;
  }

  /** What pages left behind goes where it belongs; gives what the disk would not take. */
  async function takeInRescued(): Promise<Note[]> {
    const written: string[] = [];
    const pending: Note[] = [];
    for (const { stored, forget } of rescued()) {
      const taken = await attempt(() => takeIn(stored));
      if (taken.ok) {
        written.push(taken.value);
        forget();
      } else if (stored.is === 'note') pending.push(stored.note);
    }
    const [keys, values] = await store.use('readonly', (target) =>
      Promise.all([
        promisifyRequest(target.getAllKeys(KEYS.all('rescue'))),
        promisifyRequest<unknown[]>(target.getAll(KEYS.all('rescue'))),
      ]),
    );
    for (const [i, key] of keys.entries()) {
      const stored = decodeRecord(values[i]);
      const taken = await attempt(async () => {
        if (stored.is === 'note') written.push(await takeIn(stored));
        await commit((target) => promisifyRequest(target.delete(key)));
      });
      if (!taken.ok && stored.is === 'note') pending.push(stored.note);
    }
    if (written.length > 0) tell({ ids: written });
    return pending;
  }

  /** Stones that nobody needs any more. */
  async function clearStones(stored: readonly Stored[]): Promise<void> {
    const before = new Date(Date.now() - STONE_DAYS * DAY).toISOString();
    const old = stored.flatMap((one) => (one.is === 'stone' && one.deleted < before ? [one.id] : []));
    if (old.length > 0) await transact(async (_, writer) => old.forEach((id) => writer.delete(KEYS.note(id))));
  }

  return {
    load: () =>
      attempt(async () => {
        await makeWhole();
        const pending = await takeInRescued();
        const [values, isEmpty] = await store.use('readonly', async (target) => {
          const all = promisifyRequest<unknown[]>(target.getAll(KEYS.all('note')));
          const count = promisifyRequest(target.count());
          return [await all, (await count) === 0] as const;
        });
        const stored = values.map(decodeRecord);
        const notes = stored.flatMap((one) => (one.is === 'note' ? [one.note] : []));
        const evicted = isEmpty && readPreference(MARK) === 'yes';
        if (notes.length > 0) writePreference(MARK, 'yes');
        else if (!evicted) writePreference(MARK, undefined);
        void attempt(() => clearStones(stored).then(catchUp));
        return { notes, pending, unknown: stored.filter(({ is }) => is === 'unknown').length, evicted, putBack };
      }),
    read: (ids) =>
      attempt(async () => {
        const stored = await store.use('readonly', (target) => Promise.all(ids.map((id) => read(target, id))));
        return new Map(ids.map((id, i) => [id, noteOf(stored[i])]));
      }),
    save: (note) =>
      attempt(async () => {
        const saved = await writeNote(note, by);
        forgetRescue(note.id, by, note.modified);
        writePreference(MARK, 'yes');
        tell({ ids: [saved.note.id] });
        return saved;
      }),
    remove: (note, deleted = new Date().toISOString()) =>
      attempt(async () => {
        try {
          return await removeNote(note, deleted);
        } finally {
          // Also where it failed: the visitor is told so, and the note is theirs to delete again.
          forgetRescue(note.id, by, deleted);
          tell({ ids: [note.id] });
        }
      }),
    saveNow(note) {
      // Not onto the note itself: another window may have changed it, and here nothing can be read any more.
      rescueNote(note, by, () => void store.putNow(KEYS.rescue(note.id, by), encodeNote(note, by)));
    },
    removeNow: (note, deleted) => rescueDeletion(note, by, deleted),
    restore: (notes, also = {}) =>
      attempt(async () => {
        await transact(async (target, writer) => {
          await takeSnapshot(target, writer, 'restore');
          for (const note of notes) {
            const stored = await read(target, note.id);
            if (stored?.is === 'unknown')
              throw new Error('a newer Hourline wrote one of these notes: reload this page');
            const revision = Math.max(note.revision, stored ? revisionOf(stored) : 0) + 1;
            writer.put(encodeNote({ ...note, revision }, by), KEYS.note(note.id));
          }
          for (const [name, value] of Object.entries(also)) keep(target, name, value);
        });
        writePreference(MARK, 'yes');
        tell('many');
      }),
    removeMany: (ids) =>
      attempt(async () => {
        const deleted = new Date().toISOString();
        await transact(async (target, writer) => {
          await takeSnapshot(target, writer, 'delete');
          for (const id of ids) {
            const stored = await read(target, id);
            if (stored && stored.is === 'note') writer.put(stoneOf(id, stored, deleted), KEYS.note(id));
          }
        });
        ids.forEach((id) => forgetRescue(id, by, deleted));
        tell('many');
      }),
    snapshots: () =>
      attempt(async () => {
        const all = await store.use('readonly', (target) =>
          promisifyRequest<Snapshot[]>(target.getAll(KEYS.all('snapshot'))),
        );
        return all.filter(({ version }) => version === 1).reverse();
      }),
    getKept: <T>(name: string) =>
      attempt(() => store.use('readonly', (target) => promisifyRequest<T | undefined>(target.get(KEYS.kept(name))))),
    setKept: (name, value) =>
      attempt(async () => {
        await commit(async (target) => keep(target, name, value));
      }),
    listen(heard) {
      const onmessage = ({ data }: MessageEvent<Heard>) => heard(data);
      channel?.addEventListener('message', onmessage);
      return () => channel?.removeEventListener('message', onmessage);
    },
    acknowledge: () => writePreference(MARK, undefined),
    close() {
      channel?.close();
      store.close();
      mirror?.close();
    },
  };

  function stoneOf(id: string, stored: Stored, deleted: string): object {
    return encodeStone(id, revisionOf(stored) + 1, by, deleted);
  }
}

/** Outlasts the database where a browser clears that alone; tells "nothing yet" from "gone". */
const MARK = 'notes-kept';
/** The name under which a database says that it holds all that its mirror does: one that was thrown away no longer says so. */
const WHOLE = 'whole';

async function read(target: IDBObjectStore, id: string): Promise<Stored | undefined> {
  const value = await promisifyRequest<unknown>(target.get(KEYS.note(id)));
  return value === undefined ? undefined : decodeRecord(value);
}

function keep(target: IDBObjectStore, name: string, value: unknown): void {
  if (value === undefined) target.delete(KEYS.kept(name));
  else target.put(value, KEYS.kept(name));
}

const noteOf = (stored: Stored | undefined) => (stored?.is === 'note' ? stored.note : undefined);

/** Keeps what is there, as it is stored, and the last few of its kind. */
async function takeSnapshot(target: IDBObjectStore, writer: Writer, before: Snapshot['before']): Promise<void> {
  const notes = await promisifyRequest<unknown[]>(target.getAll(KEYS.all('note')));
  const taken = new Date().toISOString();
  const snapshot: Snapshot = { version: 1, taken, before, notes };
  writer.put(snapshot, KEYS.snapshot(taken, crypto.randomUUID()));
  const keys = await promisifyRequest(target.getAllKeys(KEYS.all('snapshot')));
  for (const key of keys.slice(0, -MOST_SNAPSHOTS)) writer.delete(key);
}
