/** A plain static server, as dumb as the cheapest host: for tests of what is really uploaded. */
import { existsSync, readFileSync, statSync } from 'node:fs';
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
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
};

/** A file below a folder, as a server sends it; `undefined` where there is none. */
export function readOr404(folder: string, path: string): { type: string; bytes: Buffer } | undefined {
  let file = join(folder, normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, ''));
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) return undefined;
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', bytes: readFileSync(file) };
}

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
    const file = mount === undefined ? undefined : readOr404(mounts[mount]!, pathname.slice(mount.length));
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const head = { 'content-type': file.type, ...headers[mount!] };
    const { length } = file.bytes;
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (!range) {
      response.writeHead(200, { ...head, 'content-length': length, 'accept-ranges': 'bytes' }).end(file.bytes);
      return;
    }
    // Without parts of a file a browser can't seek in audio.
    const start = Number(range[1]);
    const end = Math.min(length - 1, range[2] === '' ? Infinity : Number(range[2]));
    const within = start <= end;
    response.writeHead(within ? 206 : 416, {
      ...head,
      'content-length': Math.max(0, end - start + 1),
      'content-range': within ? `bytes ${start}-${end}/${length}` : `bytes */${length}`,
    });
    response.end(within ? file.bytes.subarray(start, end + 1) : undefined);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
