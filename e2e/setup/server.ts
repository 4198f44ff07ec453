/** A plain static server, as dumb as the cheapest host: for tests of what is really uploaded. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { note } from './ledger.ts';
import { REPORT_PATH } from './places.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
};

/**
 * Serves each folder below its path, `{ '/': 'dist', '/deep/down/': 'other' }`; the longest path wins. `headers` are sent
 * with each file of a path. Reports of what a policy refused go into the ledger.
 */
export function serve(
  mounts: Readonly<Record<string, string>>,
  port: number,
  headers: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<Server> {
  const paths = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    if (pathname === REPORT_PATH) {
      let report = '';
      request.on('data', (part: Buffer) => (report += part.toString()));
      request.on('end', () => note({ refused: report }));
      response.writeHead(204).end();
      return;
    }
    const mount = paths.find((path) => pathname.startsWith(path));
    const inside = normalize(decodeURIComponent(pathname.slice(mount?.length ?? 0))).replace(/^(\.\.[/\\])+/, '');
    let file = join(mounts[mount ?? ''] ?? '', inside);
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (mount === undefined || !existsSync(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const head = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', ...headers[mount] };
    const { size } = statSync(file);
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (!range) {
      response.writeHead(200, { ...head, 'content-length': size, 'accept-ranges': 'bytes' });
      createReadStream(file).pipe(response);
      return;
    }
    // Without parts of a file a browser can't seek in audio.
    const start = Number(range[1]);
    const end = Math.min(size - 1, range[2] === '' ? Infinity : Number(range[2]));
    response.writeHead(start > end ? 416 : 206, {
      ...head,
      'content-length': Math.max(0, end - start + 1),
      'content-range': start > end ? `bytes */${size}` : `bytes ${start}-${end}/${size}`,
    });
    if (start > end) response.end();
    else createReadStream(file, { start, end }).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
