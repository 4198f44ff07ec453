import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: './',
  appType: 'mpa',
  plugins: [svelte({ configFile: false })],
  test: { include: ['src/**/*.test.ts'] },
});
