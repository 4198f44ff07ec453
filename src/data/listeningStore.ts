import { del, get, promisifyRequest, update } from 'idb-keyval';
import {
  changeListening,
  decodeListening,
  encodeListening,
  foldListening,
  type ListeningChange,
  type ListeningRecord,
} from '../core/listening/listeningRecord.ts';
import type { FileHandle } from './audioFile.ts';
import { attempt, type Outcome } from './outcome.ts';
import { commitOn, strictStore } from './strictStore.ts';

/**
 * How a visitor listened, one record for each episode, and beside it the way to their own audio file. Windows write what
 * they changed, so that none undoes what another did.
 */
export interface ListeningStore {
  load(slug: string): Promise<Outcome<{ readonly record: ListeningRecord; readonly handle: FileHandle | undefined }>>;
  save(slug: string, change: ListeningChange): Promise<Outcome>;
  /** For a page that is being left. */
  saveNow(slug: string, change: ListeningChange): void;
  /** Keeps a file's handle, or forgets it. */
  keep(slug: string, handle: FileHandle | undefined): Promise<Outcome>;
  remove(slug: string): Promise<Outcome>;
}

const recordKey = (slug: string) => `listening:${slug}`;
const handleKey = (slug: string) => `file:${slug}`;
/**
 * What a page changed as it was left. It has no time to read the record first, so its change waits beside it, in the order
 * of time, until the next write takes it in. Two windows may be left in the same millisecond.
 */
const leftKey = (slug: string) => `left:${slug}:${Date.now()}:${Math.random()}`;
const allLeft = (slug: string) => IDBKeyRange.bound(`left:${slug}:`, `left:${slug};`, false, true);

/** The record with all that waits to be taken in. */
async function read(target: IDBObjectStore, slug: string): Promise<ListeningRecord> {
  const record = promisifyRequest<unknown>(target.get(recordKey(slug)));
  const left = promisifyRequest<unknown[]>(target.getAll(allLeft(slug)));
  return (await left).reduce(foldListening, decodeListening(await record));
}

/** Opens the database when it is first used. */
export function openListeningStore(): ListeningStore {
  const store = strictStore('hourline-listening', 'episodes');
  const { use } = store;
  return {
    load: (slug) =>
      attempt(async () => ({
        record: await use('readonly', (target) => read(target, slug)),
        handle: await get<FileHandle>(handleKey(slug), use),
      })),
    save: (slug, change) =>
      attempt(() =>
        commitOn(store, async (target) => {
          const record = changeListening(await read(target, slug), change);
          target.put(encodeListening(record), recordKey(slug));
          target.delete(allLeft(slug));
        }),
      ),
    saveNow(slug, change) {
      try {
        store.putNow(leftKey(slug), encodeListening(change));
      } catch {
        // The page is going; a position a few seconds old is what stays.
      }
    },
    keep: (slug, handle) =>
      attempt(() => (handle ? update(handleKey(slug), () => handle, use) : del(handleKey(slug), use))),
    remove: (slug) =>
      attempt(() =>
        commitOn(store, async (target) => {
          for (const key of [recordKey(slug), handleKey(slug), allLeft(slug)]) target.delete(key);
        }),
      ),
  };
}
