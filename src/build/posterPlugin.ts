import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { runnerImport, type Plugin } from 'vite';
import type { Episode } from '../core/episode/episode.ts';
import { formatPlace } from '../core/link.ts';
import { episodesApi, type EpisodesApi } from './episodesPlugin.ts';
import { putPoster, stillOf } from './poster.ts';
import { SVELTE } from './svelteOptions.ts';

const RENDERER = join(import.meta.dirname, '../ui/renderPoster.ts');

/** What `ui/renderPoster.ts` exports. */
interface Renderer {
  renderPoster(episode: Episode): string;
}

/**
 * Writes the beginning of the newest episode into the built page as text, drawn by the page's own components, so that it can
 * be read before any script has come, and without any. An archive without episodes has none. Nor has the single file:
 * its words come with it, and it has no `beforePaint.ts` that could hold them back from who follows a link.
 */
export function posterPlugin(): Plugin {
  let episodes: EpisodesApi;
  return {
    name: 'hourline-poster',
    apply: 'build',
    configResolved({ plugins }) {
      episodes = episodesApi(plugins);
    },
    transformIndexHtml: {
      order: 'post',
      async handler(page) {
        const newest = await episodes.newest();
        return newest ? putPoster(page, stillOf(await render(newest)), formatPlace({ slug: newest.slug })) : page;
      },
    },
  };
}

/** Draws with the components compiled for the server; their classes are the same as the page's. */
async function render(episode: Episode): Promise<string> {
  const { module } = await runnerImport<Renderer>(RENDERER, {
    mode: 'production',
    logLevel: 'warn',
    plugins: [svelte({ ...SVELTE, emitCss: false, compilerOptions: { ...SVELTE.compilerOptions, dev: false } })],
  });
  return module.renderPoster(episode);
}
