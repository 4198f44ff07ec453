import { entries, promisifyRequest } from 'idb-keyval';
import { NOTES_STORE } from './notesSchema.ts';
import { attempt } from './outcome.ts';
import { strictStore, type StrictStore } from './strictStore.ts';

/** What the notes' database has taken: a record under its key, or `undefined` where the record went. */
export type Change = readonly [key: IDBValidKey, value: unknown];

/**
 * The notes' second home. Chromium keeps all databases of a site in one LevelDB, goes on writing behind the torn end
 * that a killed browser leaves in its log, finds that log corrupt at the start after the next, and then deletes every
 * database of the site, whatever was acknowledged. (Seen about once in 200 kills in mid-write; its log says "checksum
 * mismatch", then "recovering from a corrupted (and deleted) database".) A storage bucket has a LevelDB of its own, which
 * the same kill does not tear. Browsers without buckets keep IndexedDB in SQLite, which repairs itself.
 *
 * Nothing here rejects: without its second home a note is as safe as the browser's database is.
 */
export interface NoteMirror {
  /** All that it holds, or `undefined` where it can't be read. */
  read(): Promise<readonly Change[] | undefined>;
  /** Resolves once the changes are on disk; what it holds in a later revision stays. */
  write(changes: readonly Change[]): Promise<void>;
  close(): void;
}

/** The bucket's name, and that of the database in it. */
export const MIRROR = 'hourline-notes';

/** What TypeScript's library does not know of Storage Buckets (https://wicg.github.io/storage-buckets/). */
export interface StorageBuckets {
  open(name: string, options?: { durability: 'strict' }): Promise<{ readonly indexedDB: IDBFactory }>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<void>;
}

/** `undefined` where the browser has none. */
export function storageBuckets(): StorageBuckets | undefined {
  return typeof navigator === 'undefined'
    ? undefined
    : (navigator as Navigator & { readonly storageBuckets?: StorageBuckets }).storageBuckets;
}

/** The mirror in a storage bucket of its own, where the browser has buckets. */
export function bucketMirror(): NoteMirror | undefined {
  const buckets = storageBuckets();
  if (!buckets) return undefined;
  const factory = async () => (await buckets.open(MIRROR, { durability: 'strict' })).indexedDB;
  return openMirror(strictStore(MIRROR, NOTES_STORE, undefined, factory));
}

/** Never rejects: a mirror that fails is as if there were none. */
export function openMirror(store: StrictStore): NoteMirror {
  /** Whoever failed once is left alone until the page is loaded anew, so that saving does not wait for it each time. */
  let isLost = false;

  const trying = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (isLost) return undefined;
    const done = await attempt(work);
    isLost = !done.ok;
    return done.ok ? done.value : undefined;
  };

  return {
    read: () => trying(() => entries<IDBValidKey, unknown>(store.use)),
    async write(changes) {
      if (changes.length === 0) return;
      await trying(() =>
        store.use('readwrite', async (target) => {
          const committed = promisifyRequest(target.transaction);
          const there = await Promise.all(changes.map(([key]) => promisifyRequest<unknown>(target.get(key))));
          for (const [i, [key, value]] of changes.entries()) {
            if (value === undefined) target.delete(key);
            else if (revisionIn(value) >= revisionIn(there[i])) target.put(value, key);
          }
          await committed;
        }),
      );
    },
    close: () => store.close(),
  };
}

/** The revision that a record says, in whatever version it is written; two windows' writes may arrive in either order. */
export function revisionIn(record: unknown): number {
  const revision = (record as { readonly revision?: unknown } | undefined)?.revision;
  return typeof revision === 'number' ? revision : 0;
}
