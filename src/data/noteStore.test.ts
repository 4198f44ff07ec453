import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { set } from 'idb-keyval';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Note } from '../core/notes/note.ts';
import { decodeNote } from '../core/notes/noteRecord.ts';
import { anyNote, noteOf } from '../core/notes/testing/anyNote.ts';
import { RECORDS } from '../core/notes/testing/records.ts';
import { openNoteStore, type NoteStore } from './noteStore.ts';
import { KEYS, NOTES_DATABASE, NOTES_SCHEMA, NOTES_STORE } from './notesSchema.ts';
import { strictStore, type StrictStore } from './strictStore.ts';
import { firstBuild } from './testing/firstBuild.ts';
import { memoryStorage } from './testing/memoryStorage.ts';
import { ok } from './testing/ok.ts';

/** After all that is written here, and after that. */
const [LATER, LATEST] = ['2099-01-01T00:00:00.000Z', '2099-01-02T00:00:00.000Z'];

const opened: NoteStore[] = [];
function openWindow(name = `w${opened.length}`): NoteStore {
  const store = openNoteStore(undefined, name);
  opened.push(store);
  return store;
}
const raw = () => strictStore(NOTES_DATABASE, NOTES_STORE, NOTES_SCHEMA);

const bodies = async (store: NoteStore) => (await ok(store.load())).notes.map(({ body }) => body).sort();

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', memoryStorage());
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  vi.unstubAllGlobals();
});

test('what is saved is read back exactly, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(anyNote, async (note) => {
      const { note: saved, isCopy } = await ok(openWindow('w').save(note));
      expect(isCopy).toBe(false);
      const again = await ok(openWindow('w').read([note.id]));
      expect(again.get(note.id)).toEqual(saved);
      expect({ ...saved, revision: note.revision }).toEqual(note);
      vi.stubGlobal('indexedDB', new IDBFactory());
    }),
    { numRuns: 200 },
  );
});

test('a note of a megabyte is kept whole', async () => {
  const body = '👩‍👩‍👧 שלום \ud800 '.repeat(75_000);
  await ok(openWindow().save(noteOf({ body })));
  expect((await ok(openWindow().load())).notes[0]!.body).toBe(body);
});

test('the second of two windows that edit one note makes a copy; nothing is overwritten', async () => {
  const [one, other] = [openWindow(), openWindow()];
  const { note } = await ok(one.save(noteOf()));
  await ok(one.save({ ...note, body: 'one' }));
  const copy = await ok(other.save({ ...note, body: 'other' }));
  expect(copy).toMatchObject({ isCopy: true, note: { body: 'other', copyOf: note.id } });
  expect(copy.note.id).not.toBe(note.id);
  expect(await bodies(one)).toEqual(['one', 'other']);
});

test('the same words from two windows are no conflict, nor is a window’s own earlier write', async () => {
  const [one, other] = [openWindow(), openWindow()];
  const { note } = await ok(one.save(noteOf()));
  await ok(one.save({ ...note, body: 'agreed' }));
  expect((await ok(other.save({ ...note, body: 'agreed' }))).isCopy).toBe(false);
  // The first write's acknowledgement never arrived, so the second one still names the old revision.
  expect((await ok(one.save({ ...note, body: 'more' }))).isCopy).toBe(false);
  expect(await bodies(one)).toEqual(['more']);
});

test('a note that another window changed is not deleted; one that is deleted can be brought back', async () => {
  const [one, other] = [openWindow(), openWindow()];
  const { note } = await ok(one.save(noteOf()));
  await ok(other.save({ ...note, body: 'changed' }));
  expect(await ok(one.remove(note))).toMatchObject({ body: 'changed' });
  expect(await bodies(one)).toEqual(['changed']);
  const changed = (await ok(one.read([note.id]))).get(note.id)!;
  expect(await ok(one.remove(changed))).toBeUndefined();
  expect(await bodies(other)).toEqual([]);
  // The other window still shows it, and types on: its words are kept, beside the deletion.
  expect(await ok(other.save({ ...note, body: 'typed on' }))).toMatchObject({ isCopy: true });
  await ok(one.save(changed));
  expect(await bodies(one)).toContain('typed on');
});

test('other windows hear of a write once it is on disk', async () => {
  // A disk that takes its time: whoever told before the commit would be read too early.
  const slow = raw();
  const later: StrictStore = {
    ...slow,
    use: async (mode, callback) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return slow.use(mode, callback);
    },
  };
  const [one, other] = [openNoteStore(later, 'slow'), openWindow()];
  opened.push(one);
  const heard = new Promise<unknown>((resolve) =>
    other.listen((what) => {
      if (typeof what === 'object') void ok(other.read(what.ids)).then((found) => resolve(found.get('n1')?.body));
    }),
  );
  await ok(one.save(noteOf({ body: 'heard' })));
  expect(await heard).toBe('heard');
});

test('every version ever shipped opens, with a snapshot of what was there', async () => {
  const old = firstBuild();
  const { version: _, ...note } = RECORDS[1];
  await old.save(note);
  const store = openWindow();
  const loaded = await ok(store.load());
  expect(loaded).toMatchObject({ notes: [decodeNote(RECORDS[1])], unknown: 0, evicted: false });
  expect(await ok(store.snapshots())).toMatchObject([{ before: 'upgrade', notes: [RECORDS[1]] }]);
});

test('a window of the first build does not block the upgrade, and writes nothing over it', async () => {
  const old = firstBuild();
  const { version: _, ...note } = RECORDS[1];
  await old.save(note);
  expect(await old.load()).toHaveLength(1);
  const store = openWindow();
  const before = performance.now();
  const [upgraded] = (await ok(store.load())).notes;
  expect(performance.now() - before).toBeLessThan(1000);
  await ok(store.save({ ...upgraded!, tags: ['new'] }));
  await expect(old.save({ ...note, id: note.id })).rejects.toThrow();
  expect((await ok(openWindow().load())).notes).toMatchObject([{ id: note.id, tags: ['new'], revision: 1 }]);
});

test('a window of this build lets a later one upgrade, and then says why it can’t write', async () => {
  const store = openWindow();
  await ok(store.save(noteOf()));
  const later = strictStore(NOTES_DATABASE, NOTES_STORE, { version: 99, upgrade: () => undefined });
  await later.use('readonly', (target) => target.count());
  expect(await store.save(noteOf({ id: 'n2' }))).toEqual({
    ok: false,
    reason: 'a newer Hourline has been opened in this browser: reload this page',
  });
  later.close();
});

test('records of a version that it does not know are left alone, and counted', async () => {
  const newer = { version: 3, id: 'n1', secrets: true };
  await set(KEYS.note('n1'), newer, raw().use);
  const store = openWindow();
  expect(await ok(store.load())).toMatchObject({ notes: [], unknown: 1 });
  expect(await ok(store.save(noteOf()))).toMatchObject({ isCopy: true });
  expect((await store.remove(noteOf())).ok).toBe(false);
  const { use } = raw();
  const value = await use('readonly', (target) => {
    const request = target.get(KEYS.note('n1'));
    return new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
  });
  expect(value).toEqual(newer);
});

test('restoring is all or nothing, and a snapshot is taken before', async () => {
  const store = openWindow();
  await ok(store.save(noteOf({ body: 'before' })));
  const bad = { ...noteOf({ id: 'x' }), body: (() => undefined) as unknown as string }; // can't be stored
  expect((await store.restore([noteOf({ id: 'a' }), noteOf({ id: 'b' }), bad])).ok).toBe(false);
  expect(await bodies(store)).toEqual(['before']);
  expect(await ok(store.snapshots())).toEqual([]);
  await ok(store.restore([noteOf({ id: 'a' }), noteOf({ body: 'restored' })], { promise: 1 }));
  expect(await bodies(store)).toEqual(['Quote this', 'restored']);
  expect(await ok(store.getKept('promise'))).toBe(1);
  expect(await ok(store.snapshots())).toMatchObject([{ before: 'restore', notes: [{ body: 'before' }] }]);
});

test('the last three snapshots are kept', async () => {
  const store = openWindow();
  for (const body of ['1', '2', '3', '4']) {
    await ok(store.restore([noteOf({ body })]));
    await new Promise((resolve) => setTimeout(resolve, 2)); // snapshots are named by the millisecond
  }
  await ok(store.removeMany(['n1']));
  expect(await bodies(store)).toEqual([]);
  const snapshots = await ok(store.snapshots());
  expect(snapshots.map(({ before }) => before)).toEqual(['delete', 'restore', 'restore']);
  expect(snapshots[0]!.notes.map((record) => decodeNote(record)?.body)).toEqual(['4']);
});

test('what a page left behind is taken in; where its note was changed meanwhile, as a copy', async () => {
  const left = openWindow('left');
  const { note } = await ok(left.save(noteOf()));
  left.saveNow({ ...note, body: 'last keystroke' });
  expect(await bodies(openWindow())).toEqual(['last keystroke']);
  expect(Object.keys(localStorage).filter((key) => key.includes('rescued'))).toEqual([]);

  const gone = openWindow('gone');
  const now = (await ok(gone.load())).notes[0]!;
  await ok(openWindow().save({ ...now, body: 'changed' }));
  gone.saveNow({ ...now, body: 'unseen' });
  expect(await bodies(openWindow())).toEqual(['changed', 'unseen']);
});

test('an earlier write that arrives while the page goes takes nothing of the last keystroke along', async () => {
  const left = openWindow('left');
  const arriving = left.save(noteOf({ body: 'early', modified: '2025-01-01T00:00:01.000Z' }));
  left.saveNow(noteOf({ body: 'early, and the last', modified: '2025-01-01T00:00:02.000Z' }));
  await ok(arriving);
  expect(await bodies(openWindow())).toEqual(['early, and the last']);
});

test('a note that is brought back as the page goes is there on the next visit, whenever its deletion arrives', async () => {
  const left = openWindow('left');
  const { note } = await ok(left.save(noteOf()));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 1 });
  onTestFinished(() => void vi.useRealTimers());
  const deleting = left.remove(note);
  vi.setSystemTime(Date.now() + 1);
  left.saveNow({ ...note, modified: new Date().toISOString() });
  vi.setSystemTime(Date.now() + 1);
  await ok(deleting);
  expect(await bodies(openWindow())).toEqual(['Quote this']);
});

const leftOver = () => Object.keys(localStorage).filter((key) => key.includes('rescued'));

test('a note that is being deleted as the page goes is gone on the next visit', async () => {
  const left = openWindow('left');
  const { note } = await ok(left.save(noteOf()));
  left.removeNow(note, LATER);
  expect(await bodies(openWindow())).toEqual([]);
  expect(leftOver()).toEqual([]);
});

test.each<[string, (note: Note) => Promise<unknown> | void]>([
  ['brought back', (note) => openWindow('left').saveNow({ ...note, modified: LATEST })],
  ['brought back on disk', (note) => ok(openWindow('left').save({ ...note, modified: LATEST }))],
  ['changed by another window', (note) => ok(openWindow('other').save({ ...note, tags: ['new'] }))],
])('a deletion that was left behind is not done to a note that was %s since', async (_, since) => {
  const left = openWindow('left');
  const { note } = await ok(left.save(noteOf()));
  left.removeNow(note, LATER);
  await since(note);
  expect(await bodies(openWindow())).toEqual(['Quote this']);
  expect(leftOver()).toEqual([]);
});

test('a deletion that has reached the disk, or failed there, is not done again', async () => {
  const left = openWindow('left');
  const { note } = await ok(left.save(noteOf()));
  const deleting = left.remove(note, LATER);
  left.removeNow(note, LATER);
  await ok(deleting);
  expect(leftOver()).toEqual([]);
  left.close();
  vi.stubGlobal('indexedDB', undefined);
  const failing = left.remove(note, LATER);
  left.removeNow(note, LATER);
  expect((await failing).ok).toBe(false);
  expect(leftOver()).toEqual([]);
});

test('a deletion that was left behind is not done to a note that was brought back after it had reached the disk', async () => {
  const left = openWindow('left');
  const { note } = await ok(left.save(noteOf()));
  left.removeNow(note, LATER);
  const early = { ...localStorage } as Record<string, string>;
  await ok(left.remove(note, LATER));
  await ok(left.save({ ...note, modified: LATEST }));
  for (const [key, value] of Object.entries(early)) localStorage.setItem(key, value); // the browser was killed before it went
  expect(await bodies(openWindow())).toEqual(['Quote this']);
});

test('where the small storage takes nothing, a deletion is not left behind: the note is there', async () => {
  const left = openWindow('left');
  const { note } = await ok(left.save(noteOf()));
  const { localStorage: full } = globalThis;
  vi.stubGlobal('localStorage', undefined);
  left.removeNow(note, LATER);
  vi.stubGlobal('localStorage', full);
  expect(await bodies(openWindow())).toEqual(['Quote this']);
});

test('the last keystrokes go to the database where the small storage takes nothing', async () => {
  const left = openWindow('left');
  const { note } = await ok(left.save(noteOf()));
  const { localStorage: full } = globalThis;
  vi.stubGlobal('localStorage', {
    setItem: () => {
      throw new Error('full');
    },
  });
  left.saveNow({ ...note, body: 'last keystroke' });
  vi.stubGlobal('localStorage', full);
  expect(await bodies(openWindow())).toEqual(['last keystroke']);
});

test('what turns up late from a window that had gone on is nothing new', async () => {
  const window = openWindow('w');
  const { note } = await ok(window.save(noteOf({ modified: '1' })));
  window.saveNow({ ...note, body: 'early', modified: '2' });
  const early = { ...localStorage } as Record<string, string>;
  await ok(window.save({ ...note, body: 'early, and on', modified: '3' }));
  for (const [key, value] of Object.entries(early)) localStorage.setItem(key, value); // its deletion never reached the disk
  expect(await bodies(openWindow())).toEqual(['early, and on']);
});

test('eviction is told from having nothing yet', async () => {
  expect(await ok(openWindow().load())).toMatchObject({ evicted: false });
  const store = openWindow();
  await ok(store.save(noteOf()));
  vi.stubGlobal('indexedDB', new IDBFactory());
  const later = openWindow();
  expect(await ok(later.load())).toMatchObject({ notes: [], evicted: true });
  later.acknowledge();
  expect(await ok(openWindow().load())).toMatchObject({ evicted: false });
});

test('stones of long ago are cleared', async () => {
  const { use } = raw();
  await set(KEYS.note('old'), { version: 2, id: 'old', revision: 1, by: '', deleted: '2020-01-01T00:00:00.000Z' }, use);
  await ok(openWindow().load());
  await vi.waitFor(async () => {
    expect(
      await use(
        'readonly',
        (target) =>
          new Promise((done) => {
            const request = target.count();
            request.onsuccess = () => done(request.result);
          }),
      ),
    ).toBe(0);
  });
});
