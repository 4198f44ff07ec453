import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Note } from '../core/notes/note.ts';
import { decodeNote } from '../core/notes/noteRecord.ts';
import { noteOf } from '../core/notes/testing/anyNote.ts';
import { openNoteStore, type NoteStore } from './noteStore.ts';
import { FAULTS, faultyStore, type Fault } from './testing/faultyStore.ts';
import { memoryStorage } from './testing/memoryStorage.ts';
import { ok } from './testing/ok.ts';

/**
 * The model: which texts are alive, and under which note. A window replaces or deletes a text that it has seen; what it has
 * not seen stays, and its own text stands beside it. Every text is written once, so that none can stand for another.
 */
interface Model {
  /** By id: the text that is there, and which window wrote it. */
  live: Map<string, { text: string; by: number }>;
  /** Texts that stand for themselves, as copies. */
  copies: Set<string>;
  /** What each window has seen, by id. */
  seen: Map<string, string | undefined>[];
  snapshots: number;
}

interface Real {
  windows: { store: NoteStore; notes: Map<string, Note>; gone: Map<string, Note> }[];
  fault: Fault | undefined;
  count: number;
}

const IDS = ['a', 'b', '__proto__'];
const WINDOWS = 3;

class Command implements fc.AsyncCommand<Model, Real> {
  readonly #name: string;
  readonly #run: (model: Model, real: Real) => Promise<void>;
  constructor(name: string, run: (model: Model, real: Real) => Promise<void>) {
    this.#name = name;
    this.#run = run;
  }
  check = () => true;
  toString = () => this.#name;
  async run(model: Model, real: Real): Promise<void> {
    await this.#run(model, real);
    const fresh = openNoteStore(faultyStore(real.fault), 'reader');
    try {
      const { notes } = await ok(fresh.load());
      const texts = notes.map(({ body }) => body).sort();
      expect(texts).toEqual([...[...model.live.values()].map(({ text }) => text), ...model.copies].sort());
      for (const [id, { text }] of model.live) expect(notes.find((note) => note.id === id)?.body).toBe(text);
      const snapshots = await ok(fresh.snapshots());
      expect(snapshots).toHaveLength(Math.min(3, model.snapshots));
      // What a snapshot holds can be read.
      for (const { notes: records } of snapshots) records.map(decodeNote);
    } finally {
      fresh.close();
    }
  }
}

let texts = 0;
const newText = () => `text ${(texts += 1)}`;

/** What the model expects of a write: in place where nobody else came between, else beside. */
function write(model: Model, window: number, id: string, text: string): 'in place' | 'beside' {
  const there = model.live.get(id);
  const seen = model.seen[window]!.get(id);
  const free =
    there === undefined ? seen === undefined || seen === 'deleted' : there.text === seen || there.by === window;
  if (!free) {
    model.copies.add(text);
    model.seen[window]!.delete(id);
    return 'beside';
  }
  model.live.set(id, { text, by: window });
  model.seen[window]!.set(id, text);
  return 'in place';
}

/** The page is left, and another stands in its window. */
async function openAnew(model: Model, real: Real, window: number): Promise<void> {
  real.windows[window]!.store.close();
  const name = `w${window}/${(real.count += 1)}`;
  real.windows[window] = { store: openNoteStore(faultyStore(real.fault), name), notes: new Map(), gone: new Map() };
  await look(model, real, window);
  // The one who wrote is no longer there to recognise its own hand.
  for (const there of model.live.values()) if (there.by === window) there.by = -1;
}

const edit = (window: number, id: string, leaving: boolean) =>
  new Command(`window ${window} ${leaving ? 'is left while typing in' : 'edits'} ${id}`, async (model, real) => {
    const own = real.windows[window]!;
    const note = { ...(own.notes.get(id) ?? noteOf({ id })), body: newText(), modified: stamp() };
    // Without a note in sight, this is a new one, of which nobody else knows.
    if (!own.notes.has(id) && model.live.has(id)) return;
    if (!own.notes.has(id) && deletedSomewhere(model, id)) return;
    if (leaving) {
      own.store.saveNow(note);
      write(model, window, id, note.body);
      return openAnew(model, real, window);
    }
    const saved = await ok(own.store.save(note));
    const how = write(model, window, id, note.body);
    expect(saved.isCopy).toBe(how === 'beside');
    if (how === 'beside') own.notes.delete(id);
    else own.notes.set(id, saved.note);
  });

const deleted = new WeakMap<Model, Set<string>>();
const deletedSomewhere = (model: Model, id: string) => deleted.get(model)?.has(id) === true;

const remove = (window: number, id: string, leaving: boolean) =>
  new Command(`window ${window} ${leaving ? 'is left while deleting' : 'deletes'} ${id}`, async (model, real) => {
    const own = real.windows[window]!;
    const note = own.notes.get(id);
    if (!note) return;
    const there = model.live.get(id);
    const mayGo = there && (there.text === note.body || there.by === window);
    if (mayGo) {
      model.live.delete(id);
      model.seen[window]!.set(id, 'deleted');
      deleted.set(model, (deleted.get(model) ?? new Set()).add(id));
    }
    if (leaving) {
      own.store.removeNow(note, stamp());
      return openAnew(model, real, window);
    }
    const left = await ok(own.store.remove(note));
    if (mayGo) {
      own.notes.delete(id);
      own.gone.set(id, note);
      expect(left).toBeUndefined();
    } else if (there) expect(left?.body).toBe(there.text);
    if (left) {
      own.notes.set(id, left);
      model.seen[window]!.set(id, left.body);
    } else own.notes.delete(id);
  });

async function look(model: Model, real: Real, window: number): Promise<void> {
  const own = real.windows[window]!;
  const { notes } = await ok(own.store.load());
  own.notes = new Map(notes.filter(({ id }) => IDS.includes(id)).map((note) => [note.id, note]));
  model.seen[window] = new Map([...model.live].map(([id, { text }]) => [id, text]));
}

const refresh = (window: number) => new Command(`window ${window} looks`, (model, real) => look(model, real, window));

const restore = (window: number, ids: readonly string[], torn: boolean) =>
  new Command(`window ${window} restores ${ids.join()}${torn ? ', and fails' : ''}`, async (model, real) => {
    const notes = ids.map((id) => noteOf({ id, body: newText(), modified: stamp() }));
    const bad = { ...noteOf({ id: 'bad' }), body: (() => undefined) as unknown as string };
    const restored = await real.windows[window]!.store.restore(torn ? [...notes, bad] : notes);
    expect(restored.ok).toBe(!torn);
    if (torn) return;
    for (const { id, body } of notes) model.live.set(id, { text: body, by: window });
    model.snapshots += 1;
    await look(model, real, window);
  });

const removeAll = (window: number) =>
  new Command(`window ${window} deletes all that it sees`, async (model, real) => {
    const own = real.windows[window]!;
    const ids = [...own.notes.keys()];
    await ok(own.store.removeMany(ids));
    for (const id of ids) {
      model.live.delete(id);
      deleted.set(model, (deleted.get(model) ?? new Set()).add(id));
    }
    model.snapshots += 1;
    await look(model, real, window);
  });

let clock = 0;
const stamp = () => new Date((clock += 1000)).toISOString();

const someWindow = fc.nat(WINDOWS - 1);
const someId = fc.constantFrom(...IDS);
const commands = fc.commands(
  [
    fc.tuple(someWindow, someId).map(([window, id]) => edit(window, id, false)),
    fc.tuple(someWindow, someId).map(([window, id]) => edit(window, id, false)),
    fc.tuple(someWindow, someId).map(([window, id]) => edit(window, id, true)),
    fc.tuple(someWindow, someId).map(([window, id]) => remove(window, id, false)),
    fc.tuple(someWindow, someId).map(([window, id]) => remove(window, id, true)),
    someWindow.map(refresh),
    fc.tuple(someWindow, fc.uniqueArray(someId, { minLength: 1 }), fc.boolean()).map((all) => restore(...all)),
    someWindow.map(removeAll),
  ],
  { maxCommands: 16 },
);

async function runModel(fault: Fault | undefined, numRuns: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(commands, async (list) => {
      vi.stubGlobal('indexedDB', new IDBFactory());
      vi.stubGlobal('localStorage', storageWith(fault));
      const windows = Array.from({ length: WINDOWS }, (_, i) => ({
        store: openNoteStore(faultyStore(fault), `w${i}`),
        notes: new Map<string, Note>(),
        gone: new Map<string, Note>(),
      }));
      const real: Real = { windows, fault, count: 0 };
      const model: Model = {
        live: new Map(),
        copies: new Set(),
        seen: windows.map(() => new Map<string, string>()),
        snapshots: 0,
      };
      try {
        await fc.asyncModelRun(() => ({ model, real }), list);
      } finally {
        for (const { store } of real.windows) store.close();
      }
    }),
    { numRuns, seed: 8, endOnFailure: true },
  );
}

function storageWith(fault: Fault | undefined): Storage {
  const storage = memoryStorage();
  if (fault !== 'loses last keystrokes') return storage;
  return Object.assign(Object.create(storage) as Storage, { setItem: () => undefined });
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

test('the store does what the model does', { timeout: 60_000 }, () => runModel(undefined, 300));

test.each(FAULTS)('a store that %s does not pass for one', { timeout: 60_000 }, async (fault) => {
  await expect(runModel(fault, 300)).rejects.toThrow();
});

test('whatever way two windows interleave, no text is lost unseen', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.tuple(fc.nat(1), someId, fc.boolean()), { minLength: 2, maxLength: 14 }),
      async (scheduler, deeds) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        vi.stubGlobal('localStorage', memoryStorage());
        const stores = [openNoteStore(undefined, 'w0'), openNoteStore(undefined, 'w1')];
        /** Each acknowledged text, and the text that its writer had seen under it. */
        const acknowledged: { text: string; over: string | undefined }[] = [];
        const work = [0, 1].map(async (window) => {
          const store = stores[window]!;
          const notes = new Map<string, Note>();
          for (const [, id, looks] of deeds.filter(([who]) => who === window)) {
            if (looks) {
              const found = await scheduler.schedule(ok(store.read([id])));
              const note = found.get(id);
              if (note) notes.set(id, note);
            }
            const note = { ...(notes.get(id) ?? noteOf({ id })), body: newText(), modified: stamp() };
            const saved = await scheduler.schedule(ok(store.save(note)));
            acknowledged.push({ text: note.body, over: saved.isCopy ? undefined : notes.get(id)?.body });
            if (saved.isCopy) notes.delete(id);
            else notes.set(id, saved.note);
          }
        });
        await scheduler.waitFor(Promise.all(work));
        const there = new Set((await ok(stores[0]!.load())).notes.map(({ body }) => body));
        const replaced = new Set(acknowledged.map(({ over }) => over));
        const lost = acknowledged.filter(({ text }) => !there.has(text) && !replaced.has(text));
        for (const store of stores) store.close();
        expect(lost).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});
