import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** How the page asks for a worker: by address, written out or imported. */
const WORKER_URL = /new URL\(\s*'\.\.\/workers\/(\w+)\.ts'\s*,\s*import\.meta\.url\s*\)/g;
const WORKER_IMPORT = /workers\/(\w+)\.ts\?worker&url$/;

/** Unpacks the page's script and runs it as it was built: its digest, too, stands in the policy. */
const LOADER = `
const packed = Uint8Array.from(atob(document.getElementById('packed').textContent), (sign) => sign.charCodeAt(0));
const script = document.createElement('script');
const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
script.textContent = await new Response(unpacked).text();
script.id = 'hourline';
document.head.append(script);
`;

/**
 * Makes one html file of the whole page: packed script and style within it, allowed by their digests and nothing beside them
 * (Content Security Policy 3 § 2.3.1), workers from the same script, no other file.
 */
export function singlePlugin(): Plugin {
  return {
    name: 'hourline-single',
    enforce: 'pre',
    resolveId: (id) => (WORKER_IMPORT.test(id) ? `\0${id}` : undefined),
    load(id) {
      const name = id.startsWith('\0') ? WORKER_IMPORT.exec(id)?.[1] : undefined;
      return name && `export default ${addressOf(name)};`;
    },
    transform: {
      filter: { code: /import\.meta\.url|new Worker\(/ },
      handler: (code) => ({
        code: code
          .replace(WORKER_URL, (_, name: string) => addressOf(name))
          // A page from disk can't start modules as workers.
          .replace("{ type: 'module' }", '{}'),
        map: null,
      }),
    },
    transformIndexHtml: {
      order: 'pre',
      // What points to files beside the page: there are none.
      handler: (html) =>
        html
          .replace('/src/main.ts', '/src/single.ts')
          // It has no poster; and its workers, which run the same script, no document.
          .replace(/^\s*<script\b[^>]*beforePaint[^>]*><\/script>\n/m, '')
          .replace(/^\s*<link\b[^>]*>\n/gm, '')
          .replace(/^\s*<meta\s+property="og:image[^>]*>\n/gm, ''),
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        let [script, style] = ['', ''];
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') script += file.code;
          else if (name.endsWith('.css')) style += String(file.source);
          if (!name.endsWith('.html')) delete bundle[name];
        }
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('There is no page to put everything into.');
        page.source = inline(String(page.source), script.trim(), style.trim());
      },
    },
  };
}

const addressOf = (worker: string) => `globalThis.hourlineScript + '#${worker}'`;

function inline(html: string, code: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src ${digestOf(LOADER)} ${digestOf(code)}`,
    `style-src ${digestOf(style)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html
    .replace(/^\s*<script\b[^>]*><\/script>\n/gm, '')
    .replace(/^\s*<link\b[^>]*>\n/gm, '')
    .replace(
      '<meta charset="utf-8" />',
      () =>
        `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <style>${style}</style>`,
    )
    .replace(
      '</body>',
      () =>
        `<script type="text/plain" id="packed">${deflateRawSync(code, { level: 9 }).toString('base64')}</script>\n    <script type="module">${LOADER}</script>\n  </body>`,
    );
}

function digestOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
