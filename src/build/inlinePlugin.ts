import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import { inlineScript, inlineStyles } from './inline.ts';

const SCRIPT = join(import.meta.dirname, '../beforePaint.ts');

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
        handler: async (page) => inlineScript(page, await bundled()),
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

/** The script with all that it imports, as one that is no module: modules run after the first paint. */
async function bundled(): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, target: 'es2023', lib: { entry: SCRIPT, formats: ['iife'], name: 'beforePaint' } },
  })) as Rolldown.RolldownOutput[];
  return built!.output[0].code;
}
