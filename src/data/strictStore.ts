import { promisifyRequest, type UseStore } from 'idb-keyval';
import { hasEnded } from './ended.ts';

/** Milliseconds after which a database that does not answer counts as failed; some never do. */
const PATIENCE = 5000;

/** A store for idb-keyval that keeps what it acknowledged. */
export interface StrictStore {
  readonly use: UseStore;
  /**
   * Writes without waiting, for a page that is being left: put and commit in one go on the open connection, which often
   * survives where an awaited write does not (`leaveBehind` is the surer way). Says whether there was a connection.
   */
  putNow(key: IDBValidKey, value: unknown): boolean;
  /** Lets go of the connection; the next use opens another. */
  close(): void;
}

/** The version of a database that this build writes, and how an older one becomes it, in one transaction. */
export interface Schema {
  readonly version: number;
  upgrade(db: IDBDatabase, transaction: IDBTransaction, from: number): void;
}

/**
 * Opens a database for idb-keyval's functions. Beyond idb-keyval's own store it asks for strict durability,
 * which on Chromium is what makes "saved" true at a power cut; gives up after a time limit; closes when another
 * window wants to upgrade; forgets a connection that was closed or lost; and rejects, where IndexedDB throws.
 * `factory` gives the databases of another place than the site's own.
 */
export function strictStore(
  database: string,
  store: string,
  schema: Schema = { version: 1, upgrade: (db) => void db.createObjectStore(store) },
  factory: () => IDBFactory | Promise<IDBFactory> = () => indexedDB,
): StrictStore {
  let opening: Promise<IDBDatabase> | undefined;
  let held: IDBDatabase | undefined;

  const forget = () => {
    opening = undefined;
    held = undefined;
  };

  const open = () =>
    (opening ??= openDatabase(database, schema, factory)
      .then((db) => {
        db.onclose = forget;
        db.onversionchange = () => {
          db.close();
          forget();
        };
        return (held = db);
      })
      .catch((error: unknown) => {
        forget(); // so that a later write tries again
        throw error;
      }));

  const begin = (db: IDBDatabase, mode: IDBTransactionMode) =>
    db.transaction(store, mode, { durability: 'strict' }).objectStore(store);

  return {
    use: async (mode, callback) => {
      const db = await open();
      let target: IDBObjectStore;
      try {
        target = begin(db, mode);
      } catch (error) {
        forget(); // a connection that begins nothing is of no use any more
        throw error;
      }
      return withPatience(Promise.resolve(callback(target)));
    },
    putNow(key, value) {
      if (!held) return false;
      const target = begin(held, 'readwrite');
      target.put(value, key);
      target.transaction.commit();
      return true;
    },
    close() {
      held?.close();
      forget();
    },
  };
}

/** One transaction; resolves with what `work` gave once it is committed, and undoes all of it where `work` throws. */
export function commitOn<T>(
  { use }: StrictStore,
  work: (target: IDBObjectStore) => Promise<T>,
  mode: IDBTransactionMode = 'readwrite',
): Promise<T> {
  return use(mode, async (target) => {
    const committed = promisifyRequest(target.transaction);
    let value: T;
    try {
      value = await work(target);
    } catch (error) {
      committed.catch(() => undefined);
      try {
        target.transaction.abort();
      } catch {
        // It was aborted by what went wrong.
      }
      throw target.transaction.error ?? error;
    }
    await committed;
    return value;
  });
}

function openDatabase(
  name: string,
  { version, upgrade }: Schema,
  factory: () => IDBFactory | Promise<IDBFactory>,
): Promise<IDBDatabase> {
  if (hasEnded()) return Promise.reject(new Error('everything was deleted'));
  let isGivenUp = false;
  const ask = (databases: IDBFactory) =>
    new Promise<IDBDatabase>((resolve, reject) => {
      const request = databases.open(name, version);
      request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, request.transaction!, oldVersion);
      request.onblocked = () => reject(new Error('another window holds the database'));
      request.onerror = () => reject(request.error ?? new Error('the database can’t be opened'));
      request.onsuccess = () => {
        // Whoever waited has been told otherwise; a connection that nobody holds would stand in the way of others.
        if (isGivenUp) request.result.close();
        else resolve(request.result);
      };
    });
  return withPatience(Promise.resolve().then(factory).then(ask)).catch((error: unknown) => {
    isGivenUp = true;
    throw error;
  });
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
