import type { Options } from '@sveltejs/vite-plugin-svelte';

/** How components are compiled, the same for the page and for what is drawn of it at build. */
export const SVELTE: Options = {
  // No file of its own at the top level.
  configFile: false,
  compilerOptions: {
    // A component's class stands in its markup again and again: Svelte's own is three times as long.
    cssHash: ({ hash, css }) => `s${hash(css).slice(0, 4)}`,
    // Nobody asks the page for Svelte's version.
    discloseVersion: false,
  },
};
