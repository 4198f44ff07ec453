import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type Plugin } from 'vite';
import type { Episode } from '../core/episode/episode.ts';
import { dataOf, episodesApi, type EpisodesApi } from './episodesPlugin.ts';
import { posterFile, putPoster, stillOf } from './poster.ts';
import { SVELTE } from './svelteOptions.ts';

const RENDERER = join(import.meta.dirname, '../ui/renderPoster.ts');

/** What `ui/renderPoster.ts` exports. */
interface Renderer {
  renderPoster(episode: Episode): string;
}

/**
 * Writes the newest episode into the built page as text, drawn by the page's own components, so that it can be read before any
 * script has come, and without any; and each other episode into a file, for who follows a link to it. An archive without
 * episodes has none. Nor has the single file: its words come with it, and it has no `beforePaint.ts` that could hold them back
 * from who follows a link.
 */
export function posterPlugin(): Plugin {
  let episodes: EpisodesApi;
  /** Files by their paths, of all but the newest. */
  const files = new Map<string, string>();
  return {
    name: 'hourline-poster',
    apply: 'build',
    configResolved({ plugins }) {
      episodes = episodesApi(plugins);
    },
    transformIndexHtml: {
      order: 'post',
      async handler(page, { bundle = {} }) {
        const [newest, ...others] = await episodes.episodes();
        if (!newest) return page;
        const { renderPoster } = await renderer();
        files.clear();
        for (const episode of others) {
          const { slug } = episode;
          files.set(`posters/${slug}.txt`, posterFile(stillOf(renderPoster(episode)), slug, dataOf(slug, bundle)));
        }
        const digest = createHash('sha256')
          .update([...files.values()].join())
          .digest('base64url')
          .slice(0, 8);
        const slugs = [newest, ...others].map(({ slug }) => slug);
        return putPoster(page, stillOf(renderPoster(newest)), slugs, digest);
      },
    },
    // After the page, which is made when all else is.
    generateBundle: {
      order: 'post',
      handler() {
        for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}

/** Draws with the components compiled for the server; their classes are the same as the page's. */
async function renderer(): Promise<Renderer> {
  const { module } = await runnerImport<Renderer>(RENDERER, {
    mode: 'production',
    logLevel: 'warn',
    plugins: [svelte({ ...SVELTE, emitCss: false, compilerOptions: { ...SVELTE.compilerOptions, dev: false } })],
  });
  return module;
}
