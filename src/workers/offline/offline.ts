/**
 * The service worker: keeps a copy of the build in the browser, and answers from it. Built as `sw.js` beside the page, with
 * the list of the build's files put in place of `PRECACHE` (build/offlinePlugin.ts). The strategy, and the faults that it is
 * held against, are told in the README.md beside this.
 */
import {
  cacheName,
  cachePrefix,
  namesItsContent,
  pathBelow,
  stemOf,
  type BuiltEpisode,
  type BuiltFile,
  type OfflineReport,
  type OfflineRequest,
  type Precache,
} from '../../core/offline/offlineCopy.ts';

declare const PRECACHE: Precache;
declare const self: ServiceWorkerGlobalScope;

const { version, needed, onRequest } = PRECACHE;
const { scope } = self.registration;
const mine = cacheName(scope, version);

/** Some hosts send `Vary: Origin`, by which a stored file would never be found again. */
const read = (name: string, path: string) => caches.match(scope + path, { cacheName: name, ignoreVary: true });

/** The caches of all versions of this page, in the order in which they were made. */
const versions = async () => (await caches.keys()).filter((name) => name.startsWith(cachePrefix(scope)));

const paths = async (name: string) =>
  (await (await caches.open(name)).keys()).map(({ url }) => url.slice(scope.length));

/** Finds a file whose name says what it holds, in whatever version's cache. */
async function findAnywhere(path: string): Promise<Response | undefined> {
  for (const name of await versions()) {
    const found = await read(name, path);
    if (found) return found;
  }
  return undefined;
}

/**
 * Stores a file, unless it is there. What another version has already is taken from it. What comes from the network comes past
 * the browser's cache, and is what was built, or it is refused: a page in its place, an error, half of it.
 */
async function store([path, integrity]: BuiltFile | BuiltEpisode): Promise<void> {
  if (await read(mine, path)) return;
  const known = namesItsContent(path) ? await findAnywhere(path) : undefined;
  const response = known ?? (await fetch(scope + path, { integrity, cache: 'reload' }));
  if (!response.ok) throw new Error(path);
  await (await caches.open(mine)).put(scope + path, response);
}

/** All or nothing: a worker whose files are not all there is not installed, and the one before it stays. */
async function install(): Promise<void> {
  const stored = new Set((await Promise.all((await versions()).map(paths))).flat().map(stemOf));
  const asked = onRequest.filter(([path]) => stored.has(stemOf(path)));
  await Promise.all([...needed, ...asked].map(store));
  await self.skipWaiting();
}

/** From the own version; what an open page of another version asks for by its hashed name, from that one's. */
async function answer(request: Request, path: string): Promise<Response> {
  return (await read(mine, path)) ?? (namesItsContent(path) ? await findAnywhere(path) : undefined) ?? fetch(request);
}

/** Earlier versions go once the only page that is open is of this one, unless the next version is about to come. */
async function prune(): Promise<void> {
  if (self.registration.installing || self.registration.waiting) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (windows.filter(({ url }) => url.startsWith(scope)).length > 1) return;
  const names = await versions();
  await Promise.all(names.slice(0, Math.max(0, names.indexOf(mine))).map((name) => caches.delete(name)));
}

/** Says how things are; what was lost since the installation is fetched again on the way. */
async function report(page?: string): Promise<OfflineReport> {
  const ready = await Promise.all(needed.map(store)).then(
    () => true,
    () => false,
  );
  const outdated = page !== undefined && !needed.some(([path]) => scope + path === page);
  if (ready && page !== undefined && !outdated) await prune();
  const stored = new Set(await paths(mine));
  const episodes = onRequest.map(([path, , slug, bytes]) => ({ slug, bytes, stored: stored.has(path) }));
  return { ready, outdated, episodes };
}

async function obey(request: OfflineRequest): Promise<OfflineReport> {
  if (request.ask === 'report') return report(request.page);
  const file = onRequest.find(([, , slug]) => slug === request.slug);
  // What could not be stored is not in the report as stored.
  if (file && request.ask === 'store') await store(file).catch(() => undefined);
  if (file && request.ask === 'remove') await (await caches.open(mine)).delete(scope + file[0], { ignoreVary: true });
  return report();
}

self.addEventListener('install', (event) => event.waitUntil(install()));
// The page of a first visit is served too: what it has yet to fetch is here.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const path = pathBelow(scope, event.request.url);
  const known = path !== undefined && (namesItsContent(path) || needed.some(([own]) => own === path));
  // Everything else is the network's, above all other pages below this one.
  if (known && event.request.method === 'GET') event.respondWith(answer(event.request, path));
});

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  event.waitUntil(obey(event.data as OfflineRequest).then((said) => port?.postMessage(said)));
});
