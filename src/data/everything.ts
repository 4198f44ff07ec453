import { entries, get, setMany } from 'idb-keyval';
import type { Backup, Entry } from '../core/notes/backup.ts';
import { storageBuckets } from './noteMirror.ts';
import { NOTES_CHANNEL } from './noteStore.ts';
import { NOTES_DATABASE } from './notesSchema.ts';
import { attempt, type Outcome } from './outcome.ts';
import { strictStore, type StrictStore } from './strictStore.ts';

/** Everything that Hourline keeps in a browser has a name that begins so: databases, small values, caches, channels. */
const NAME = 'hourline';
/** For browsers that don't list their databases. */
const DATABASES = [NOTES_DATABASE, 'hourline-outlines', 'hourline-shelf', 'hourline-listening'];
/** What belongs to one browser's keeping, and not into another's. */
const OWN = /^hourline:(?:rescued-note:|notes-kept$)/;

const stores = { shelf: ['hourline-shelf', 'episodes'], outlines: ['hourline-outlines', 'outlines'] } as const;

function storeOf(part: keyof typeof stores): StrictStore {
  const [database, store] = stores[part];
  return strictStore(database, store);
}

/** What a backup holds beside the notes. */
export type Rest = Pick<Backup, 'shelf' | 'outlines' | 'preferences'>;

/** Everything that is kept beside the notes, in a form that JSON can hold. */
export function readRest(): Promise<Outcome<Rest>> {
  return attempt(async () => {
    const [shelf, outlines] = await Promise.all([readStore('shelf'), readStore('outlines')]);
    return { shelf, outlines, preferences: smallValues() };
  });
}

async function readStore(part: keyof typeof stores): Promise<Entry[]> {
  const store = storeOf(part);
  try {
    const all = await entries<string, unknown>(store.use);
    return all.map(([key, value]): Entry => [key, packBytes(value)]);
  } finally {
    store.close();
  }
}

/** Puts in what is not there yet; nothing is overwritten, so that doing it twice does no harm. */
export function addRest({ shelf, outlines, preferences }: Rest): Promise<Outcome> {
  return attempt(async () => {
    await addTo('shelf', shelf);
    await addTo('outlines', outlines);
    for (const [name, value] of preferences)
      if (name.startsWith(`${NAME}:`) && typeof value === 'string' && localStorage.getItem(name) === null)
        localStorage.setItem(name, value);
  });
}

async function addTo(part: keyof typeof stores, wanted: readonly Entry[]): Promise<void> {
  const store = storeOf(part);
  try {
    const missing: [string, unknown][] = [];
    for (const [key, value] of wanted)
      if ((await get<unknown>(key, store.use)) === undefined) missing.push([key, unpackBytes(value)]);
    if (missing.length > 0) await setMany(missing, store.use);
  } finally {
    store.close();
  }
}

function smallValues(): Entry[] {
  try {
    return Object.entries(localStorage).filter(([key]) => key.startsWith(`${NAME}:`) && !OWN.test(key));
  } catch {
    return [];
  }
}

const BYTES = 'hourline-bytes';

/** Files are bytes, which JSON has no word for: they travel as base64, at whatever depth they are. */
function packBytes(value: unknown): unknown {
  if (value instanceof ArrayBuffer) {
    let binary = '';
    const bytes = new Uint8Array(value);
    for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return { [BYTES]: btoa(binary) };
  }
  if (Array.isArray(value)) return value.map(packBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, packBytes(inner)]));
}

function unpackBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpackBytes);
  if (typeof value !== 'object' || value === null) return value;
  const packed = (value as Record<string, unknown>)[BYTES];
  if (typeof packed === 'string') return Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0)).buffer;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpackBytes(inner)]));
}

/** A thing that Hourline keeps in this browser, in words, and its name there. */
export interface Leftover {
  readonly what: 'database' | 'storage bucket' | 'small value' | 'cache' | 'service worker';
  readonly name: string;
}

/**
 * Deletes everything that Hourline keeps in this browser: notes, snapshots, opened files, corrections, preferences, recent
 * queries, caches and the service worker; in every window. Gives what is left, which is nothing unless the browser
 * refuses. Whoever calls it has ended its own writing.
 */
export async function deleteEverything(): Promise<readonly Leftover[]> {
  const channel = new BroadcastChannel(NOTES_CHANNEL);
  channel.postMessage('everything-deleted');
  channel.close();
  // Before the databases, or a page that is opened meanwhile would put the notes back from there.
  await attempt(async () => {
    for (const name of await bucketNames()) await storageBuckets()?.delete(name);
  });
  const names = new Set([...DATABASES, ...(await databaseNames())]);
  await Promise.all([...names].map((name) => attempt(() => deleteDatabase(name))));
  for (const storage of smallStorages())
    for (const key of Object.keys(storage)) if (key.startsWith(`${NAME}:`)) storage.removeItem(key);
  await attempt(async () => {
    for (const key of await cacheNames()) await caches.delete(key);
    for (const worker of await workers()) await worker.unregister();
  });
  return listKept();
}

/** Everything that Hourline keeps in this browser now. */
export async function listKept(): Promise<readonly Leftover[]> {
  const lists = await Promise.all([
    named('database', () => databaseNames()),
    named('storage bucket', bucketNames),
    named('small value', async () =>
      smallStorages().flatMap((storage) => Object.keys(storage).filter((key) => key.startsWith(`${NAME}:`))),
    ),
    named('cache', cacheNames),
    named('service worker', async () => (await workers()).map(({ scope }) => scope)),
  ]);
  return lists.flat();
}

async function named(what: Leftover['what'], list: () => Promise<readonly string[]>): Promise<Leftover[]> {
  const found = await attempt(list);
  // What can't be read can't be written either: the browser blocks it.
  return found.ok ? found.value.map((name) => ({ what, name })) : [];
}

async function databaseNames(): Promise<string[]> {
  const listed = await attempt(async () => indexedDB.databases());
  return listed.ok ? listed.value.flatMap(({ name }) => (name?.startsWith(NAME) ? [name] : [])) : [];
}

async function bucketNames(): Promise<string[]> {
  return ((await storageBuckets()?.keys()) ?? []).filter((name) => name.startsWith(NAME));
}

async function cacheNames(): Promise<string[]> {
  return typeof caches === 'undefined' ? [] : (await caches.keys()).filter((name) => name.startsWith(NAME));
}

/** Those that stand for this page. */
async function workers(): Promise<readonly ServiceWorkerRegistration[]> {
  const here = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const all = (await here?.getRegistrations()) ?? [];
  return all.filter(({ scope }) => location.href.startsWith(scope));
}

function smallStorages(): Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('it can’t be deleted'));
    request.onblocked = () => setTimeout(() => reject(new Error('another window holds it')), 3000);
  });
}

/** A restoring that the disk has promised and that is not finished: the part beside the notes. */
export const RESTORING = 'restoring';

/** The part of a backup that is not in the notes' own database. */
export const restOf = ({ shelf, outlines, preferences }: Backup): Rest => ({ shelf, outlines, preferences });
