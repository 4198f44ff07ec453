import type { Plugin } from 'vite';
import { headerFilesOf, sealPage } from './seal.ts';

/**
 * Seals the built page: its policy as meta tags, and header files for hosts that send headers. The page of `npm run dev`
 * goes without, as Vite's own client puts styles and scripts into it.
 */
export function sealPlugin(): Plugin {
  let sealed = '';
  return {
    name: 'hourline-seal',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: (page) => (sealed = sealPage(page)) },
    // After the page, whose digests they name.
    generateBundle: {
      order: 'post',
      handler() {
        for (const [fileName, source] of Object.entries(headerFilesOf(sealed)))
          this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}
