/**
 * Builds the same program several times over, as versions that follow each other: `npx tsx e2e/setup/versions.ts <folder> A B`
 * makes `<folder>/A` and `<folder>/B`. Every script of a version leaves the version's name in `globalThis.parts`, so that a page
 * that is put together from two of them is found out.
 */
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const [folder, ...versions] = process.argv.slice(2);

function marked(version: string): Plugin {
  return {
    name: 'marked',
    renderChunk: (code) => ({
      code: `${code}\n;(globalThis.parts ??= []).push(${JSON.stringify(version)});`,
      map: null,
    }),
  };
}

process.env['HOURLINE_EPISODES'] = 'src/episodes,e2e/fixtures/episodes';
for (const version of versions) {
  // In these not all episodes fit into what every browser stores.
  if (version.startsWith('archive')) process.env['HOURLINE_OFFLINE_BYTES'] = '56500';
  await build({
    logLevel: 'error',
    plugins: [marked(version)],
    build: { outDir: join(folder!, version), emptyOutDir: true },
  });
}
