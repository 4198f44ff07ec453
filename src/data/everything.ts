import { storageBuckets } from './noteMirror.ts';
import { NOTES_CHANNEL } from './noteStore.ts';
import { NOTES_DATABASE } from './notesSchema.ts';
import { attempt } from './outcome.ts';

/** Everything that Hourline keeps in a browser has a name that begins so: databases, small values, caches, channels. */
const NAME = 'hourline';
/** For browsers that don't list their databases. */
const DATABASES = [NOTES_DATABASE, 'hourline-outlines', 'hourline-shelf', 'hourline-listening'];
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
  return listLeft();
}

/** What is left of all that Hourline keeps in this browser, by the names it goes by. */
async function listLeft(): Promise<readonly Leftover[]> {
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
