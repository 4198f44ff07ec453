import type { UseStore } from 'idb-keyval';

/** Milliseconds after which a database that does not answer counts as failed; some never do. */
const PATIENCE = 5000;

/** A store for idb-keyval that keeps what it acknowledged. */
export interface StrictStore {
  readonly use: UseStore;
  /**
   * Writes without waiting, for a page that is being left: put and commit in one go on the open connection,
   * which survives where an awaited write does not. Says whether there was a connection.
   */
  putNow(key: IDBValidKey, value: unknown): boolean;
}

/**
 * Opens a database for idb-keyval's functions. Beyond idb-keyval's own store it asks for strict durability,
 * which on Chromium is what makes "saved" true at a power cut; gives up after a time limit; closes when another
 * window wants to upgrade; forgets a connection that was closed or lost; and rejects, where IndexedDB throws.
 */
export function strictStore(database: string, store: string): StrictStore {
  let opening: Promise<IDBDatabase> | undefined;
  let held: IDBDatabase | undefined;

  const forget = () => {
    opening = undefined;
    held = undefined;
  };

  const open = () =>
    (opening ??= withPatience(
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(database);
        request.onupgradeneeded = () => void request.result.createObjectStore(store);
        request.onblocked = () => reject(new Error('another window holds the database'));
        request.onerror = () => reject(request.error ?? new Error('the database can’t be opened'));
        request.onsuccess = () => {
          const db = request.result;
          db.onclose = forget;
          db.onversionchange = () => {
            db.close();
            forget();
          };
          held = db;
          resolve(db);
        };
      }),
    ).catch((error: unknown) => {
      forget(); // so that a later write tries again
      throw error;
    }));

  const begin = (db: IDBDatabase, mode: IDBTransactionMode) =>
    db.transaction(store, mode, { durability: 'strict' }).objectStore(store);

  return {
    use: async (mode, callback) => {
      const db = await open();
      return withPatience(Promise.resolve(callback(begin(db, mode))));
    },
    putNow(key, value) {
      if (!held) return false;
      const target = begin(held, 'readwrite');
      target.put(value, key);
      target.transaction.commit();
      return true;
    },
  };
}

async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE / 1000} seconds`)), PATIENCE);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
