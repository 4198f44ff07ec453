import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
/** Where the built page lies that holds the store of notes alone. */
export const HARNESS = join(root, 'node_modules/.cache/hourline/harness');

export async function buildHarness(): Promise<void> {
  await build({
    configFile: false,
    root: join(root, 'e2e/harness'),
    base: './',
    plugins: [svelte({ configFile: false })],
    logLevel: 'warn',
    build: { outDir: HARNESS, emptyOutDir: true, target: 'es2023' },
  });
}
