import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { get, set } from 'idb-keyval';
import { expect, test, vi } from 'vitest';
import { endKeeping } from './ended.ts';
import { writePreference } from './preferences.ts';
import { strictStore } from './strictStore.ts';

test('once everything is being deleted, nothing is opened or written any more', async () => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  const setItem = vi.fn();
  vi.stubGlobal('localStorage', { setItem });
  await set('a', 1, strictStore('d', 's').use);
  writePreference('theme', 'dark');
  expect(setItem).toHaveBeenCalledOnce();

  endKeeping();
  // As another part of the page would, that has not heard of it.
  await expect(set('a', 2, strictStore('d', 's').use)).rejects.toThrow('everything was deleted');
  await expect(get('a', strictStore('d', 's').use)).rejects.toThrow('everything was deleted');
  writePreference('theme', 'light');
  expect(setItem).toHaveBeenCalledOnce();
});
