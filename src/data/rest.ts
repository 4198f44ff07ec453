import { entries, promisifyRequest } from 'idb-keyval';
import { PARTS, partsFrom, type Entry, type Part, type Rest } from '../core/notes/backup.ts';
import { crc32 } from '../core/notes/crc32.ts';
import { attempt, type Outcome } from './outcome.ts';
import { packBytes, unpackBytes } from './packBytes.ts';
import { commitOn, strictStore, type StrictStore } from './strictStore.ts';

/** What lies in databases; the small choices lie in the browser's small storage. */
const STORES = {
  shelf: ['hourline-shelf', 'episodes'],
  outlines: ['hourline-outlines', 'outlines'],
  listening: ['hourline-listening', 'episodes'],
} as const;
type Stored = keyof typeof STORES;
const isStored = (part: Part): part is Stored => part in STORES;

function open(part: Stored): StrictStore {
  const [database, store] = STORES[part];
  return strictStore(database, store);
}

/** The way to an audio file of the visitor's own, which no file can carry, and what a page left to be taken in here. */
const STAYS = /^(?:file|left):/;
/** What belongs to one browser's keeping, and not into another's. */
const OWN = /^hourline:(?:rescued-note:|left-listening:|notes-kept$)/;
const isOurs = (name: string) => name.startsWith('hourline:') && !OWN.test(name);

/** Everything that is kept beside the notes, in a form that JSON can hold. */
export function readRest(): Promise<Outcome<Rest>> {
  return attempt(async () => ({
    shelf: await readStore('shelf'),
    outlines: await readStore('outlines'),
    listening: (await readStore('listening')).filter(([key]) => !STAYS.test(key)),
    preferences: choices(),
  }));
}

async function readStore(part: Stored): Promise<Entry[]> {
  const store = open(part);
  try {
    const all = await entries<string, unknown>(store.use);
    return all.map(([key, value]): Entry => [key, packBytes(value)]);
  } finally {
    store.close();
  }
}

function choices(): Entry[] {
  try {
    return Object.entries<string>(localStorage).filter(([key]) => isOurs(key));
  } catch {
    return []; // blocked, so nothing is kept there
  }
}

/** What adding is going to put in: by part, each key and the checksum of its value. Small enough to be kept. */
export type Additions = Readonly<Record<Part, readonly (readonly [key: string, checksum: string])[]>>;

/** What of `rest` is not there yet; what is there stays as it is. */
export function planAdditions(rest: Rest): Promise<Outcome<Additions>> {
  return attempt(async () => {
    const there = {
      shelf: await keysOf('shelf'),
      outlines: await keysOf('outlines'),
      listening: await keysOf('listening'),
    };
    return partsFrom((part) =>
      rest[part]
        .filter(([key, value]) =>
          isStored(part)
            ? !there[part].has(key) && !(part === 'listening' && STAYS.test(key))
            : isOurs(key) && typeof value === 'string' && localStorage.getItem(key) === null,
        )
        .map(([key, value]) => [key, checksumOf(value)] as const),
    );
  });
}

async function keysOf(part: Stored): Promise<ReadonlySet<IDBValidKey>> {
  return change(part, 'readonly', async (target) => new Set(await promisifyRequest(target.getAllKeys())));
}

/** Puts in what was planned, each part whole or not at all; a part that fails leaves those before it to be taken out. */
export function add(rest: Rest, planned: Additions): Promise<Outcome> {
  return attempt(async () => {
    for (const part of PARTS) {
      const keys = new Set(planned[part].map(([key]) => key));
      const wanted = rest[part].filter(([key]) => keys.has(key));
      if (!isStored(part)) wanted.forEach(([key, value]) => localStorage.setItem(key, String(value)));
      else if (wanted.length > 0)
        await change(part, 'readwrite', async (target) => {
          for (const [key, value] of wanted)
            // Another window may have put something there since.
            if ((await promisifyRequest(target.count(key))) === 0) target.put(unpackBytes(value), key);
        });
    }
  });
}

/** Takes out what was put in, where it is still as it was put in. Doing it twice does no harm. */
export function takeOut(added: Additions): Promise<Outcome> {
  return attempt(async () => {
    for (const part of PARTS) {
      const keys = added[part];
      if (!isStored(part)) {
        for (const [key, checksum] of keys)
          if (checksumOf(localStorage.getItem(key)) === checksum) localStorage.removeItem(key);
      } else if (keys.length > 0)
        await change(part, 'readwrite', async (target) => {
          for (const [key, checksum] of keys)
            if (checksumOf(packBytes(await promisifyRequest<unknown>(target.get(key)))) === checksum)
              target.delete(key);
        });
    }
  });
}

const checksumOf = (value: unknown) => crc32(JSON.stringify(value) ?? '');

/** One transaction on the store of a part, which is on disk when this resolves, or undone when it rejects. */
async function change<T>(
  part: Stored,
  mode: IDBTransactionMode,
  work: (target: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const store = open(part);
  try {
    return await commitOn(store, work, mode);
  } finally {
    store.close();
  }
}
