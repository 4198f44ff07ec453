import type { Plugin } from 'vite';
import { HEADER_FILES, sealPage } from './seal.ts';

/**
 * Seals the built page: its policy as meta tags, and header files for hosts that send headers. The page of `npm run dev`
 * goes without, as Vite's own client puts styles and scripts into it.
 */
export function sealPlugin(): Plugin {
  return {
    name: 'hourline-seal',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: sealPage },
    generateBundle() {
      for (const [fileName, source] of Object.entries(HEADER_FILES)) {
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
