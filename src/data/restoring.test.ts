import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { entries, set } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatBackup, parseBackup, type Rest } from '../core/notes/backup.ts';
import { noteOf } from '../core/notes/testing/anyNote.ts';
import { openListeningStore } from './listeningStore.ts';
import { openNoteStore, type NoteStore } from './noteStore.ts';
import { NOTES_DATABASE, NOTES_SCHEMA, NOTES_STORE } from './notesSchema.ts';
import { readRest } from './rest.ts';
import { restoreAll, undoUnfinished } from './restoring.ts';
import { strictStore } from './strictStore.ts';
import { memoryStorage } from './testing/memoryStorage.ts';
import { ok } from './testing/ok.ts';

const STORES = [
  [NOTES_DATABASE, NOTES_STORE],
  ['hourline-shelf', 'episodes'],
  ['hourline-outlines', 'outlines'],
  ['hourline-listening', 'episodes'],
] as const;

/** Another browser, in which nothing is kept yet. */
function changeBrowser(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', memoryStorage());
}

let store: NoteStore;
beforeEach(() => {
  changeBrowser();
  store = openNoteStore(undefined, 'w');
});
afterEach(() => {
  store.close();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const raw = (database: string, name: string) =>
  strictStore(database, name, database === NOTES_DATABASE ? NOTES_SCHEMA : undefined);
const put = (database: string, name: string, key: string, value: unknown) => set(key, value, raw(database, name).use);

/** All that lies in this browser, as it is stored. */
async function everything(): Promise<unknown> {
  const stored = STORES.map(async ([database, name]) => entries<string, unknown>(raw(database, name).use));
  return [...(await Promise.all(stored)), Object.entries(localStorage).sort()];
}

const bytes = () => Uint8Array.from([0, 255, 10, 200]).buffer;
const listened = {
  version: 1,
  position: 61.5,
  speed: 1.25,
  clock: [],
  ranges: [{ start: 1, end: 9 }],
  file: 'talk.mp3',
};

/** A browser with something of everything, as a backup. */
async function backupOfAll(): Promise<Rest> {
  await put('hourline-shelf', 'episodes', 'card:talk', { slug: 'talk', title: 'A talk', digest: 'd' });
  await put('hourline-shelf', 'episodes', 'files:talk', [{ name: 'talk.vtt', bytes: bytes() }]);
  await put('hourline-outlines', 'outlines', 'talk', { version: 1, edits: [[1, 2]] });
  await put('hourline-listening', 'episodes', 'listening:talk', listened);
  await put('hourline-listening', 'episodes', 'listening:both', listened);
  await put('hourline-listening', 'episodes', 'file:talk', { kind: 'file', name: 'talk.mp3' });
  localStorage.setItem('hourline:theme', 'dark');
  localStorage.setItem('hourline:notes-kept', 'yes');
  const text = formatBackup({ made: '2025-01-01T00:00:00.000Z', notes: [], rest: await ok(readRest()) });
  const parsed = parseBackup(text);
  if ('refused' in parsed) throw new Error(parsed.refused);
  return parsed.backup.rest;
}

/** A browser in which other things are kept. */
async function moveElsewhere(): Promise<void> {
  store.close();
  changeBrowser();
  store = openNoteStore(undefined, 'w');
  await ok(store.save(noteOf({ id: 'here', body: 'here before' })));
  await put('hourline-shelf', 'episodes', 'card:other', { slug: 'other', title: 'Another', digest: 'o' });
  await put('hourline-outlines', 'outlines', 'other', { version: 1, edits: [] });
  await put('hourline-listening', 'episodes', 'listening:other', { ...listened, position: 3 });
  await put('hourline-listening', 'episodes', 'listening:both', listened);
  localStorage.setItem('hourline:width', 'wide');
  await everything(); // opens what is not there yet
}

const restore = (rest: Rest) =>
  restoreAll(store, rest, (also) => store.restore([noteOf({ id: 'new', body: 'from the backup' })], also));

test('all that was kept comes back, byte for byte, but the way to an audio file, which no file can carry', async () => {
  const rest = await backupOfAll();
  expect(JSON.stringify(rest)).not.toContain('file:talk');
  await moveElsewhere();
  await ok(restore(rest));
  const again = await ok(readRest());
  for (const part of ['shelf', 'outlines', 'listening', 'preferences'] as const)
    expect(again[part]).toEqual(expect.arrayContaining([...rest[part]]));
  expect(again.shelf).toHaveLength(3);
  const { record, handle } = await ok(openListeningStore().load('talk'));
  expect(record).toMatchObject({ position: 61.5, speed: 1.25, ranges: [{ start: 1, end: 9 }], file: 'talk.mp3' });
  expect(handle).toBeUndefined();
  expect((await ok(store.load())).notes.map(({ body }) => body).sort()).toEqual(['from the backup', 'here before']);
  // A second time there is nothing to add.
  const before = await ok(readRest());
  await ok(restore(rest));
  expect(await ok(readRest())).toEqual(before);
});

test('what is here already stays as it is', async () => {
  const rest = await backupOfAll();
  await moveElsewhere();
  await put('hourline-listening', 'episodes', 'listening:talk', { ...listened, position: 900 });
  localStorage.setItem('hourline:theme', 'light');
  const slow: NoteStore = {
    ...store,
    async setKept(name, value) {
      const kept = await store.setKept(name, value);
      // Another window, between what was looked at and what is put in.
      await put('hourline-outlines', 'outlines', 'talk', 'mine');
      return kept;
    },
  };
  await ok(restoreAll(slow, rest, (also) => store.restore([], also)));
  const { listening, outlines } = await ok(readRest());
  expect(Object.fromEntries(listening)['listening:talk']).toMatchObject({ position: 900 });
  expect(outlines).toContainEqual(['talk', 'mine']);
  expect(localStorage.getItem('hourline:theme')).toBe('light');
});

/** From here on the disk refuses what is put there. */
function refuse(where: string): void {
  if (where === 'localStorage') {
    vi.spyOn(localStorage, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    return;
  }
  const real = Reflect.get(IDBObjectStore.prototype, 'put') as IDBObjectStore['put'];
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    // The second record of a part, where there are more: the first is undone with it.
    const isLast = where !== 'hourline-shelf' || String(key) === 'files:talk';
    const isRecord = where !== 'hourline' || (Array.isArray(key) && key[0] === 'note');
    if (this.transaction.db.name === where && isLast && isRecord) throw new DOMException('', 'QuotaExceededError');
    return real.call(this, value, key);
  });
}

test.each([...STORES.map(([database]) => database), 'localStorage'])(
  'where %s refuses, nothing at all is changed',
  async (where) => {
    const rest = await backupOfAll();
    await moveElsewhere();
    const before = await everything();
    refuse(where);
    expect(await restore(rest)).toEqual({ ok: false, reason: 'the disk is full, or this site’s share of it' });
    vi.restoreAllMocks();
    expect(await everything()).toEqual(before);
    // Nor is there a promise left that a later visit would keep.
    expect(await ok(undoUnfinished(store))).toBe(false);
  },
);

test('what a browser that was killed had put in is taken out by the next visit, but not what was changed since', async () => {
  const rest = await backupOfAll();
  await moveElsewhere();
  const before = await everything();
  await new Promise<void>((killed) => {
    void restoreAll(store, rest, () => new Promise(() => killed()));
  });
  expect(await everything()).not.toEqual(before);
  await put('hourline-outlines', 'outlines', 'talk', { version: 1, edits: ['mine'] });
  store.close();
  store = openNoteStore(undefined, 'next');
  expect(await ok(undoUnfinished(store))).toBe(true);
  const after = await ok(readRest());
  expect(after.outlines).toContainEqual(['talk', { version: 1, edits: ['mine'] }]);
  expect(after.shelf.map(([key]) => key)).toEqual(['card:other']);
  expect(after.listening.map(([key]) => key)).toEqual(['listening:both', 'listening:other']);
  expect(localStorage.getItem('hourline:theme')).toBeNull();
  expect((await ok(store.load())).notes).toHaveLength(1);
});

test('what a disk that was slow took after all is restored, and said to be', async () => {
  const rest = await backupOfAll();
  await moveElsewhere();
  const late = await restoreAll(store, rest, async (also) => {
    await ok(store.restore([noteOf({ id: 'new' })], also));
    return { ok: false, reason: 'no answer within 5 seconds' };
  });
  expect(late.ok).toBe(true);
  expect((await ok(store.load())).notes).toHaveLength(2);
  expect((await ok(readRest())).shelf).toHaveLength(3);
});
