import { relative } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { cardOf, type Episode } from '../core/episode/episode.ts';
import { reportOn } from './report.ts';
import { readFolders, type FolderReading } from './readFolders.ts';

const NAME = 'hourline-episodes';
const INDEX = 'virtual:episodes';
const EPISODE = 'virtual:episode/';

/** What the plugin tells other plugins. */
export interface EpisodesApi {
  /** All episodes, newest first. */
  slugs(): Promise<string[]>;
  /** Those that were read, newest first: a page without a place opens the first. */
  episodes(): Promise<Episode[]>;
}

/**
 * Turns episode folders into modules: `virtual:episodes` is the index, a card for each episode with a
 * `load()` that fetches the episode's own chunk. Checks all sources at build; a fault that loses something
 * stops the build with file, line, code and sentence. `only` names the episodes to take; none means all.
 */
export function episodesPlugin(roots: readonly string[], only: readonly string[] = []): Plugin {
  let folders: Promise<FolderReading[]> | undefined;
  const chosen = async () => {
    const all = await readFolders(roots);
    const missing = only.find((wanted) => !all.some(({ slug }) => slug === wanted));
    if (missing !== undefined) throw new Error(`There is no episode “${missing}” in ${roots.join(', ')}.`);
    return only.length === 0 ? all : all.filter(({ slug }) => only.includes(slug));
  };
  const read = () => (folders ??= chosen());
  const newestFirst = async () =>
    (await read()).toSorted((a, b) => (b.episode?.airDate ?? '').localeCompare(a.episode?.airDate ?? ''));
  const slugs = async () => (await newestFirst()).map(({ slug }) => slug);
  const episodes = async () => (await newestFirst()).flatMap(({ episode }) => episode ?? []);

  return {
    name: NAME,
    api: { slugs, episodes } satisfies EpisodesApi,
    async buildStart() {
      folders = undefined;
      for (const folder of await read()) tell(folder, this);
    },
    resolveId(id) {
      return id === INDEX || id.startsWith(EPISODE) ? `\0${id}` : undefined;
    },
    async load(id) {
      if (id === `\0${INDEX}`) return indexModule(await read());
      const slug = slugOfModule(id);
      if (slug === undefined) return undefined;
      const found = (await read()).find((folder) => folder.slug === slug);
      // A string that JSON.parse reads is faster for the engine than a literal, and inlines as safely.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(found?.episode))});`;
    },
    transformIndexHtml: {
      order: 'post',
      /** The newest episode is what a page without a place opens: it comes beside the script and not after it. */
      async handler(_, { bundle = {} }) {
        const [newest] = await slugs();
        const file = newest === undefined ? undefined : dataOf(newest, bundle);
        if (file === undefined) return [];
        const attrs = { rel: 'modulepreload', crossorigin: true, href: `./${file}` };
        return [{ tag: 'link', injectTo: 'head', attrs }];
      },
    },
    configureServer(server) {
      server.watcher.add([...roots]);
      server.watcher.on('all', (_, file) => {
        if (!roots.some((root) => !relative(root, file).startsWith('..'))) return;
        folders = undefined;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** Whose data a module of the build is, if it is an episode's. */
export function slugOfModule(id: string): string | undefined {
  return id.startsWith(`\0${EPISODE}`) ? id.slice(EPISODE.length + 1) : undefined;
}

/** The file of a build that has an episode's data. */
export function dataOf(slug: string, bundle: Rolldown.OutputBundle): string | undefined {
  return Object.values(bundle).find((file) => file.type === 'chunk' && slugOfModule(file.facadeModuleId ?? '') === slug)
    ?.fileName;
}

/** What the episodes' plugin, one of `plugins`, has to tell. */
export function episodesApi(plugins: readonly Plugin[]): EpisodesApi {
  return plugins.find(({ name }) => name === NAME)!.api as EpisodesApi;
}

interface Reporter {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): never;
}

function tell({ slug, folder, ...reading }: FolderReading, to: Reporter): void {
  const { summary, warnings, faults } = reportOn(slug, folder, reading);
  if (faults.length > 0) to.error(`Episode “${slug}” can't be used:\n${faults.join('\n')}`);
  for (const line of warnings) to.warn(line);
  to.info(summary);
}

function indexModule(folders: readonly FolderReading[]): string {
  const cards = folders.flatMap(({ slug, episode }) =>
    episode ? [`{ ...${JSON.stringify(cardOf(episode))}, load: () => import(${JSON.stringify(EPISODE + slug)}) }`] : [],
  );
  return `export default [\n${cards.join(',\n')}\n];`;
}
