import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import type { BuiltEpisode, BuiltFile, Precache } from '../core/offline/offlineCopy.ts';
import { episodesApi, slugOfModule, type EpisodesApi } from './episodesPlugin.ts';

const WORKER = join(import.meta.dirname, '../workers/offline/offline.ts');

/** What lies beside the page and is part of it. Pictures for other programs are not. */
const BESIDE = ['icon.svg', 'manifest.webmanifest'];

/**
 * Writes `sw.js`, the service worker, beside the page when a build is done: `workers/offline` with the list of what was built.
 * It comes after everything that still changes a file. Of the episodes' data the list has, newest first, what fits into
 * `mostBytes`; the rest is stored when a visitor asks for it.
 */
export function offlinePlugin(mostBytes: number): Plugin {
  let folder = '';
  let assets: string[] = [];
  let episodes: EpisodesApi;
  /** The files of the episodes' data, by slug. */
  const data = new Map<string, string>();

  return {
    name: 'hourline-offline',
    apply: 'build',
    enforce: 'post',
    configResolved({ build: { outDir }, plugins }) {
      folder = outDir;
      episodes = episodesApi(plugins);
    },
    writeBundle(_, bundle) {
      assets = Object.keys(bundle)
        .filter((file) => /^assets\/.*\.(?:js|css|txt|json)$/.test(file))
        .sort();
      for (const file of Object.values(bundle)) {
        const slug = file.type === 'chunk' && file.moduleIds.map(slugOfModule).find((found) => found !== undefined);
        if (slug) data.set(slug, file.fileName);
      }
    },
    closeBundle: {
      order: 'post',
      async handler() {
        if (assets.length === 0) return; // the build failed, and says so itself
        const slugs = await episodes.slugs();
        const newest = slugs.flatMap((slug) => (data.has(slug) ? [[slug, data.get(slug)!] as const] : []));
        await writeWorker(folder, await describeBuild(folder, assets, newest, mostBytes));
      },
    },
  };
}

async function describeBuild(
  folder: string,
  assets: readonly string[],
  episodes: readonly (readonly [slug: string, path: string])[],
  mostBytes: number,
): Promise<Precache> {
  const plain = assets.filter((path) => !episodes.some(([, own]) => own === path));
  const beside = BESIDE.filter((path) => existsSync(join(folder, path)));
  const needed: BuiltFile[] = [['', await integrityOf(join(folder, 'index.html'))]];
  for (const path of [...plain, ...beside]) needed.push([path, await integrityOf(join(folder, path))]);
  const onRequest: BuiltEpisode[] = [];
  let room = mostBytes;
  for (const [slug, path] of episodes) {
    const { size } = await stat(join(folder, path));
    const integrity = await integrityOf(join(folder, path));
    room -= size;
    if (room >= 0) needed.push([path, integrity]);
    else onRequest.push([path, integrity, slug, size]);
  }
  const version = createHash('sha256')
    .update(JSON.stringify([needed, onRequest]))
    .digest('base64url')
    .slice(0, 8);
  return { version, needed, onRequest };
}

async function integrityOf(file: string): Promise<string> {
  return `sha256-${createHash('sha256')
    .update(await readFile(file))
    .digest('base64')}`;
}

async function writeWorker(folder: string, precache: Precache): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { PRECACHE: JSON.stringify(precache) },
    build: {
      write: false,
      target: 'es2023',
      lib: { entry: WORKER, formats: ['iife'], name: 'offline' },
      rolldownOptions: { output: { name: 'offline' } },
    },
  });
  const [chunk] = [built].flat().flatMap((made) => ('output' in made ? made.output : []));
  if (chunk?.type !== 'chunk') throw new Error('The service worker came out as nothing.');
  await writeFile(join(folder, 'sw.js'), chunk.code);
}
