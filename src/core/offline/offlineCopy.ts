/**
 * The copy of a build that a browser keeps for offline work: what is in it, and what a page and the worker that keeps it
 * say to each other. A page and a worker may be of different versions, so this only ever grows.
 */

/** A file of a build: its path below the page (the page itself is ''), and its digest as subresource integrity. */
export type BuiltFile = readonly [path: string, integrity: string];

/** An episode's data, which is a file of the build. */
export type BuiltEpisode = readonly [...BuiltFile, slug: string, bytes: number];

/** What a build consists of, as far as working offline goes. */
export interface Precache {
  /** Names the build: the same files, the same version. */
  readonly version: string;
  /** Stored before the copy counts as complete. */
  readonly needed: readonly BuiltFile[];
  /** Episodes that are stored when the visitor asks for them. */
  readonly onRequest: readonly BuiltEpisode[];
}

/** What a page asks the worker. `page` is the address of the page's main module, which is different in each version. */
export type OfflineRequest =
  | { readonly ask: 'report'; readonly page: string }
  | { readonly ask: 'store'; readonly slug: string }
  | { readonly ask: 'remove'; readonly slug: string };

/** An episode that is stored when the visitor asks for it. */
export interface EpisodeOnRequest {
  readonly slug: string;
  readonly bytes: number;
  readonly stored: boolean;
}

/** What the worker answers, whatever it was asked. */
export interface OfflineReport {
  /** Whether all that is needed is stored. */
  readonly ready: boolean;
  /** Whether the page that asks is of another version than the worker. */
  readonly outdated: boolean;
  readonly episodes: readonly EpisodeOnRequest[];
}

/** The name of a version's cache: caches are the origin's, on which there may be other pages, Hourlines among them. */
export function cacheName(scope: string, version: string): string {
  return cachePrefix(scope) + version;
}

/** With what the names of all versions' caches begin. An address holds no space, so no scope's prefix begins another's. */
export function cachePrefix(scope: string): string {
  return `hourline ${scope} `;
}

/**
 * The path below `scope` that a request is about, as a build names it: without query and fragment, the page itself as ''.
 * `undefined` for what lies elsewhere.
 */
export function pathBelow(scope: string, url: string): string | undefined {
  if (!url.startsWith(scope)) return undefined;
  const path = url.slice(scope.length).replace(/[?#].*/s, '');
  return path === 'index.html' ? '' : path;
}

/** Whether a path names its content, as the build's hashed names do: what it holds is the same in every version. */
export function namesItsContent(path: string): boolean {
  return path.startsWith('assets/');
}

/** An episode's data whatever its version: a hashed name without the hash. */
export function stemOf(path: string): string {
  return path.replace(/-[\w-]{8}\.js$/, '');
}
