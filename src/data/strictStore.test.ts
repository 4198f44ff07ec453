import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { get, promisifyRequest, set } from 'idb-keyval';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commitOn, strictStore } from './strictStore.ts';

const NO_ANSWER = 'no answer within 5 seconds';

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** The time limit, at once; the database's own timers are left as they are. */
function withoutWaiting(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
}

test('a database that never opens is given up after five seconds, asked again, and let go where it opens late', async () => {
  const real = indexedDB;
  const late: IDBOpenDBRequest[] = [];
  vi.stubGlobal('indexedDB', {
    open: () => {
      const request = {} as IDBOpenDBRequest;
      late.push(request);
      return request;
    },
  });
  const { use } = strictStore('d', 's');
  withoutWaiting();
  const failed = expect(set('a', 1, use)).rejects.toThrow(NO_ANSWER);
  await vi.advanceTimersByTimeAsync(4900);
  expect(late).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  await failed;
  vi.useRealTimers();
  vi.stubGlobal('indexedDB', real);
  await set('a', 2, use);
  expect(await get('a', use)).toBe(2);

  const close = vi.fn();
  Object.assign(late[0]!, { result: { close } });
  late[0]!.onsuccess?.(new Event('success'));
  expect(close).toHaveBeenCalledOnce();
});

test('a transaction that never answers is given up after five seconds', async () => {
  const { use } = strictStore('d', 's');
  await set('a', 1, use);
  withoutWaiting();
  const failed = expect(use('readwrite', () => new Promise(() => undefined))).rejects.toThrow(NO_ANSWER);
  await vi.advanceTimersByTimeAsync(5100);
  await failed;
});

test('a connection that the browser closed is opened anew', async () => {
  const open = vi.spyOn(indexedDB, 'open');
  const { use } = strictStore('d', 's');
  let db: IDBDatabase | undefined;
  await use('readonly', async (target) => void (db = target.transaction.db));
  db!.close();
  await expect(set('a', 1, use)).rejects.toThrow();
  await set('a', 2, use);
  expect(await get('a', use)).toBe(2);
  expect(open).toHaveBeenCalledTimes(2);
});

test('what is committed is told after the commit, and what throws is undone whole', async () => {
  const store = strictStore('d', 's');
  let isCommitted = false;
  await commitOn(store, async (target) => {
    target.transaction.addEventListener('complete', () => (isCommitted = true));
    await promisifyRequest(target.put(1, 'a'));
  });
  expect(isCommitted).toBe(true);
  const torn = commitOn(store, async (target) => {
    await promisifyRequest(target.put(2, 'a'));
    throw new Error('in the middle');
  });
  await expect(torn).rejects.toThrow('in the middle');
  expect(await get('a', store.use)).toBe(1);
});
