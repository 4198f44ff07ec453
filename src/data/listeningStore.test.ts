import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { entries } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NEVER_LISTENED, type ListeningRecord } from '../core/listening/listeningRecord.ts';
import { openListeningStore, type ListeningStore } from './listeningStore.ts';
import { strictStore } from './strictStore.ts';
import { memoryStorage } from './testing/memoryStorage.ts';
import { ok } from './testing/ok.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('localStorage', memoryStorage());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function recordOf(store: ListeningStore, slug = 'talk'): Promise<ListeningRecord> {
  return (await ok(store.load(slug))).record;
}

/** A small storage that takes nothing more, as one that is full. */
function fillStorage(): void {
  vi.spyOn(Object.getPrototypeOf(localStorage) as Storage, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
}

/** Two windows with the same episode, both of which have read what is kept. */
async function openWindows(): Promise<[ListeningStore, ListeningStore]> {
  const windows: [ListeningStore, ListeningStore] = [openListeningStore(), openListeningStore()];
  for (const window of windows) await ok(window.load('talk'));
  return windows;
}

test.each(['save', 'saveNow'] as const)('two windows keep what each changed: %s', async (verb) => {
  const [one, two] = await openWindows();
  await ok(one.save('talk', { position: 500, file: 'talk.mp3', ranges: [{ start: 0, end: 10 }] }));
  await two[verb]('talk', { stopped: 70, speed: 2, ranges: [{ start: 60, end: 70 }] });
  expect(await recordOf(openListeningStore())).toEqual({
    ...NEVER_LISTENED,
    position: 500,
    file: 'talk.mp3',
    speed: 2,
    stopped: 70,
    ranges: [
      { start: 0, end: 10 },
      { start: 60, end: 70 },
    ],
  });
});

test.each(['has room', 'is full'])(
  'what a page left is there, and taken in once, where the small storage %s',
  async (how) => {
    const [one, two] = await openWindows();
    if (how === 'is full') fillStorage();
    vi.useFakeTimers({ toFake: ['Date'] });
    one.saveNow('talk', { position: 5, speed: 1.5 });
    vi.advanceTimersByTime(1);
    two.saveNow('talk', { position: 6 });
    expect(await recordOf(two)).toMatchObject({ position: 6, speed: 1.5 });
    await ok(two.save('talk', { position: 9 }));
    expect(await recordOf(one)).toMatchObject({ position: 9, speed: 1.5 });
    expect(await entries(strictStore('hourline-listening', 'episodes').use)).toHaveLength(1);
    expect(Object.keys(localStorage)).toEqual([]);
  },
);

test('what a page leaves while an earlier change is on its way to the disk stays until the next write', async () => {
  const [one, two] = await openWindows();
  one.saveNow('talk', { position: 5 });
  const arriving = one.save('talk', { position: 5 });
  one.saveNow('talk', { position: 6 });
  await ok(arriving);
  expect(await recordOf(two)).toMatchObject({ position: 6 });
});

test('of several windows that were left, the last one says where it stopped', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const times = [3, 1, 2];
  for (const time of times) {
    vi.setSystemTime(time);
    openListeningStore().saveNow('talk', { stopped: time * 100 });
  }
  expect(await recordOf(openListeningStore())).toMatchObject({ stopped: 300 });
});

test('a file that is forgotten is forgotten; an episode that is removed leaves nothing', async () => {
  const [one] = await openWindows();
  await ok(one.save('talk', { file: 'talk.mp3' }));
  one.saveNow('talk', { file: undefined });
  one.saveNow('talk-2', { position: 3 });
  expect(await recordOf(one)).toEqual(NEVER_LISTENED);
  one.saveNow('talk', { position: 8 });
  await ok(one.remove('talk'));
  expect(await recordOf(one)).toEqual(NEVER_LISTENED);
  expect(await entries(strictStore('hourline-listening', 'episodes').use)).toEqual([]);
  expect(await recordOf(one, 'talk-2')).toMatchObject({ position: 3 });
});

test('what was left in a form that nobody knows changes nothing', async () => {
  const [one] = await openWindows();
  const raw = strictStore('hourline-listening', 'episodes');
  await ok(one.save('talk', { position: 5 }));
  for (const value of [null, 7, { version: 2, position: 8 }, { version: 1, ranges: 'all' }]) {
    raw.putNow(`left:talk:1:${Math.random()}`, value);
    await raw.use('readwrite', async (target) => void target.put(value, `left:talk:${String(value)}`));
    localStorage.setItem(`hourline:left-listening:talk/${Math.random()}`, JSON.stringify(value));
  }
  localStorage.setItem('hourline:left-listening:talk/broken', '{');
  expect(await recordOf(one)).toEqual({ ...NEVER_LISTENED, position: 5 });
});
