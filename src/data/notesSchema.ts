import type { Schema } from './strictStore.ts';

export const NOTES_DATABASE = 'hourline';
export const NOTES_STORE = 'annotations';

/** How many snapshots are kept. */
export const MOST_SNAPSHOTS = 3;

/** What was there before something large was done to it; `notes` are records as they were stored. */
export interface Snapshot {
  readonly version: 1;
  /** ISO 8601. */
  readonly taken: string;
  readonly before: 'upgrade' | 'restore' | 'delete';
  readonly notes: readonly unknown[];
}

/** Every key starts with what it is the key of. */
export const KEYS = {
  note: (id: string) => ['note', id],
  /** A last keystroke that found no other place. */
  rescue: (id: string, by: string) => ['rescue', id, by],
  snapshot: (taken: string, nonce: string) => ['snapshot', taken, nonce],
  kept: (name: string) => ['kept', name],
  /** All keys of a kind: strings sort before arrays. */
  all: (kind: 'note' | 'rescue' | 'snapshot') => IDBKeyRange.bound([kind], [kind, []]),
} as const;

/**
 * The database's versions:
 *
 * 1. An object store `notes`, records of version 1. That build opens whichever version it finds and writes its own shape.
 * 2. An object store `annotations` takes its place, under another name, so that a window of the first build, which knows
 *    only `notes`, can write nothing over what this one writes. A snapshot of what was there is taken in the same transaction.
 */
export const NOTES_SCHEMA: Schema = {
  version: 2,
  upgrade(db, transaction, from) {
    const store = db.createObjectStore(NOTES_STORE);
    if (from < 1 || !db.objectStoreNames.contains('notes')) return;
    const old = transaction.objectStore('notes');
    const keys = old.getAllKeys();
    const values = old.getAll();
    values.onsuccess = () => {
      const records: unknown[] = values.result;
      keys.result.forEach((key, i) => store.put(records[i], key));
      const taken = new Date().toISOString();
      const snapshot: Snapshot = { version: 1, taken, before: 'upgrade', notes: records };
      if (records.length > 0) store.put(snapshot, KEYS.snapshot(taken, ''));
      db.deleteObjectStore('notes');
    };
  },
};
