import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { entries } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noteOf } from '../core/notes/testing/anyNote.ts';
import { MIRROR, openMirror, type NoteMirror } from './noteMirror.ts';
import { openNoteStore, type NoteStore } from './noteStore.ts';
import { KEYS, NOTES_STORE } from './notesSchema.ts';
import { strictStore } from './strictStore.ts';
import { memoryStorage } from './testing/memoryStorage.ts';
import { ok } from './testing/ok.ts';

/** Databases apart from the site's own, as a storage bucket has them. */
let bucket = new IDBFactory();
const opened: NoteStore[] = [];

const mirrorStore = () => strictStore(MIRROR, NOTES_STORE, undefined, () => bucket);
function openWindow(mirror: NoteMirror = openMirror(mirrorStore())): NoteStore {
  const store = openNoteStore(undefined, `w${opened.length}`, mirror);
  opened.push(store);
  return store;
}
/** What Chromium does with a log that it finds corrupt. */
const throwAway = () => vi.stubGlobal('indexedDB', new IDBFactory());

const bodies = async (store: NoteStore) => (await ok(store.load())).notes.map(({ body }) => body).sort();

beforeEach(() => {
  throwAway();
  bucket = new IDBFactory();
  vi.stubGlobal('localStorage', memoryStorage());
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a database that the browser throws away comes back, with what was deleted still deleted', async () => {
  const store = openWindow();
  const { note } = await ok(store.save(noteOf({ id: 'a', body: 'first' })));
  await ok(store.save({ ...note, body: 'second' }));
  const { note: gone } = await ok(store.save(noteOf({ id: 'b', body: 'gone' })));
  await ok(store.remove(gone));
  await ok(store.restore([noteOf({ id: 'c', body: 'restored' })]));
  throwAway();
  const later = openWindow();
  expect(await ok(later.load())).toMatchObject({ evicted: false, putBack: 4 });
  expect(await bodies(later)).toEqual(['restored', 'second']);
  expect(await ok(later.snapshots())).toHaveLength(1);
  expect(await ok(openWindow().load())).toMatchObject({ putBack: 0 });
});

test('what is written before anything was read does not hide what was lost', async () => {
  await ok(openWindow().save(noteOf({ id: 'a', body: 'old' })));
  throwAway();
  await ok(openWindow().save(noteOf({ id: 'b', body: 'new' })));
  expect(await bodies(openWindow())).toEqual(['new', 'old']);
});

test('a note that was saved is in both homes; the mirror keeps the later revision, whichever arrives last', async () => {
  const store = openWindow();
  const { note } = await ok(store.save(noteOf({ id: 'a', body: 'first' })));
  await ok(store.save({ ...note, body: 'second' }));
  const mirror = openMirror(mirrorStore());
  await mirror.write([[KEYS.note('a'), { ...note, version: 2, by: 'late' }]]);
  expect(await mirror.read()).toEqual([[KEYS.note('a'), expect.objectContaining({ body: 'second', revision: 2 })]]);
});

test('the mirror is given what it lacks by the next page: a home that is new, or missed a write', async () => {
  const deaf: NoteMirror = { read: async () => undefined, write: async () => undefined, close: () => undefined };
  const store = openWindow(deaf);
  await ok(store.save(noteOf({ id: 'a', body: 'unheard' })));
  await ok(openWindow().load());
  await expect.poll(() => entries(mirrorStore().use)).toMatchObject([[KEYS.note('a'), { body: 'unheard' }]]);
});

test('a mirror that fails, or never answers, keeps no note from being saved', async () => {
  const failing = openMirror({ ...mirrorStore(), use: () => Promise.reject(new Error('full')) });
  const store = openWindow(failing);
  await ok(store.save(noteOf({ id: 'a', body: 'kept' })));
  expect(await bodies(store)).toEqual(['kept']);
  // It could not be asked, so the database does not say that it is whole: the next page asks again.
  bucket = new IDBFactory();
  await openMirror(mirrorStore()).write([
    [KEYS.note('b'), { version: 2, ...noteOf({ id: 'b', body: 'late' }), by: '' }],
  ]);
  expect(await bodies(openWindow())).toEqual(['kept', 'late']);

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bucket = { open: () => ({}) } as unknown as IDBFactory;
  const patient = openWindow();
  const saving = ok(patient.save(noteOf({ id: 'c', body: 'patient' })));
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(1000);
    expect(vi.getTimerCount()).toBe(0);
  });
  await saving;
});
