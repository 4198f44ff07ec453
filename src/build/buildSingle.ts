/**
 * Writes one self-contained page: `npm run build:single -- [slug …]`. Without a slug it holds all episodes of `HOURLINE_EPISODES`,
 * which without that are the bundled ones.
 */
import { rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { formatSize } from '../core/kept/sizeOf.ts';
import { enumsPlugin } from './enumsPlugin.ts';
import { episodesPlugin } from './episodesPlugin.ts';
import { shrinkPlugin } from './shrinkPlugin.ts';
import { SVELTE } from './svelteOptions.ts';
import { singlePlugin } from './singlePlugin.ts';

const slugs = process.argv.slice(2);
const roots = (process.env['HOURLINE_EPISODES'] ?? 'src/episodes').split(',');
const folder = process.env['HOURLINE_SINGLE'] ?? 'dist-single';

await build({
  configFile: false,
  base: './',
  publicDir: false,
  // A script that is no module has no address; what would ask for it has nothing to fetch here.
  define: { 'import.meta.url': '""', 'import.meta.resolve': 'undefined' },
  logLevel: 'warn',
  plugins: [svelte(SVELTE), episodesPlugin(roots, slugs), enumsPlugin(), shrinkPlugin(), singlePlugin()],
  build: {
    target: 'es2023',
    outDir: folder,
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      checks: { bundlerTimings: false, pluginTimings: false },
      output: { codeSplitting: false, format: 'iife' },
    },
  },
});

const file = join(folder, 'hourline.html');
await rename(join(folder, 'index.html'), file);
console.log(`${file}: ${formatSize((await stat(file)).size)}`);
