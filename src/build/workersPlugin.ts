import type { Plugin } from 'vite';

const WORKER = /workers\/(\w+)\.ts\?worker&url$/;
const MARK = '\0hourline-worker:';

/**
 * Builds workers as entries of the page's own build, so that what page and workers both use is one file, fetched and
 * stored once. Vite by itself builds each worker as a program apart, with its own copy of all that it imports. In
 * `npm run dev` Vite serves workers from source, and this does nothing.
 */
export function workersPlugin(): Plugin {
  return {
    name: 'hourline-workers',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: WORKER },
      async handler(id, importer) {
        const found = await this.resolve(id.replace(/\?.*$/, ''), importer);
        return found && MARK + found.id;
      },
    },
    load(id) {
      if (!id.startsWith(MARK)) return undefined;
      const worker = id.slice(MARK.length);
      const name = /(\w+)\.ts$/.exec(worker)?.[1];
      const file = this.emitFile({ type: 'chunk', id: worker, ...(name && { name }) });
      return `export default import.meta.ROLLUP_FILE_URL_${file};`;
    },
  };
}
