import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify, type Plugin } from 'vite';
import { inlineScript, inlineStyles } from './inline.ts';

const SCRIPT = join(import.meta.dirname, '../theme.js');

/**
 * Writes what the first paint waits for into the built page: one answer of the host, and the words can be painted. The seal
 * comes after it (`sealPlugin`), and lets in just this.
 */
export function inlinePlugin(): Plugin[] {
  return [
    {
      name: 'hourline-inline-script',
      apply: 'build',
      transformIndexHtml: {
        order: 'pre',
        async handler(page) {
          const { code } = await minify(SCRIPT, await readFile(SCRIPT, 'utf8'));
          return inlineScript(page, code);
        },
      },
    },
    {
      name: 'hourline-inline-styles',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        handler: (page, { bundle }) =>
          inlineStyles(page, (file) => {
            const style = bundle?.[file];
            if (style?.type !== 'asset') throw new Error(`There is no ${file} to put into the page.`);
            return String(style.source);
          }),
      },
    },
  ];
}
