import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { enumsPlugin } from './src/build/enumsPlugin.ts';
import { episodesPlugin } from './src/build/episodesPlugin.ts';
import { inlinePlugin } from './src/build/inlinePlugin.ts';
import { listsPlugin } from './src/build/listsPlugin.ts';
import { posterPlugin } from './src/build/posterPlugin.ts';
import { sealPlugin } from './src/build/sealPlugin.ts';
import { shrinkPlugin } from './src/build/shrinkPlugin.ts';
import { SVELTE } from './src/build/svelteOptions.ts';
import { workersPlugin } from './src/build/workersPlugin.ts';
import { offlinePlugin } from './src/build/offlinePlugin.ts';

// More folders of episodes, for a build that takes them from elsewhere: `HOURLINE_EPISODES=a,b npm run build`.
const roots = (process.env['HOURLINE_EPISODES'] ?? 'src/episodes').split(',');

// Bytes of episodes that every visitor's browser stores for work offline; more are stored when asked for.
const offlineBytes = Number(process.env['HOURLINE_OFFLINE_BYTES'] ?? 5_000_000);

export default defineConfig({
  // Relative addresses: the built page works from any path of any static host.
  base: './',
  // Real 404s in preview; the fallback for apps answers a missing chunk with a page.
  appType: 'mpa',
  plugins: [
    svelte(SVELTE),
    episodesPlugin(roots),
    workersPlugin(),
    listsPlugin(),
    enumsPlugin(),
    posterPlugin(),
    inlinePlugin(),
    shrinkPlugin(),
    sealPlugin(),
    offlinePlugin(offlineBytes),
  ],
  build: {
    target: 'es2023',
    // Every browser that reads this build knows the link by itself.
    modulePreload: { polyfill: false },
    license: { fileName: 'third-party-licenses.md' },
    // How long each plugin took says nothing to whoever publishes an episode.
    rolldownOptions: {
      checks: { bundlerTimings: false, pluginTimings: false },
      // What is fetched together anyhow in one file: pieces of a few hundred bytes pack badly. A group takes what it imports
      // along; what the first script imports too stands apart before that.
      output: {
        codeSplitting: {
          groups: [
            { name: 'tokens', test: /core\/text\/tokens\.ts/, priority: 1 },
            {
              name: 'basics',
              test: /core\/(?:time|segments\/segment|episode\/episode|topics\/certainty)\.ts/,
              priority: 1,
            },
            { name: 'ended', test: /data\/ended\.ts/, priority: 1 },
            {
              name: 'notes',
              test: /core\/(?:notes\/noteWords|quotes\/quote|search\/excerpt|shownotes\/(?:emphasis|markdownBlocks|ownMarkdown)|text\/escape)\.ts/,
            },
            { name: 'search', test: /core\/search\/(?:answer|beside|engine|search|talk)\.ts/ },
            { name: 'keeping', test: /data\/(?:download|leftBehind)\.ts/ },
          ],
        },
      },
    },
  },
  // Long enough for any machine: a test judges what comes out, not when.
  test: { include: ['src/**/*.test.ts', 'e2e/**/*.test.ts'], testTimeout: 60_000 },
});
