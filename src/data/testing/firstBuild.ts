import { entries, set, type UseStore } from 'idb-keyval';

/**
 * The store of notes as the first build that was shipped had it, kept as it was: it opens whichever version of the
 * database it finds, closes when another window upgrades, and opens it again when it next writes.
 */
export function firstBuild(): { load(): Promise<[IDBValidKey, unknown][]>; save(note: { id: string }): Promise<void> } {
  let opening: Promise<IDBDatabase> | undefined;
  const open = () =>
    (opening ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('hourline');
      request.onupgradeneeded = () => void request.result.createObjectStore('notes');
      request.onerror = () => reject(request.error ?? new Error('the database can’t be opened'));
      request.onsuccess = () => {
        const db = request.result;
        db.onversionchange = () => {
          db.close();
          opening = undefined;
        };
        resolve(db);
      };
    }));
  const use: UseStore = async (mode, callback) => {
    const db = await open();
    return callback(db.transaction('notes', mode, { durability: 'strict' }).objectStore('notes'));
  };
  return {
    load: () => entries(use),
    save: (note) => set(['note', note.id], { version: 1, ...note }, use),
  };
}
