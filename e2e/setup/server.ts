/** A plain static server, as dumb as the cheapest host: for tests of what is really uploaded. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** A file below a folder, as a server sends it; `undefined` where there is none. */
export function readOr404(folder: string, path: string): { type: string; bytes: Buffer } | undefined {
  let file = join(folder, normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, ''));
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) return undefined;
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', bytes: readFileSync(file) };
}

/** Serves each folder below its path, `{ '/': 'dist', '/deep/down/': 'other' }`; the longest path wins. */
export function serve(mounts: Readonly<Record<string, string>>, port: number): Promise<Server> {
  const paths = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const mount = paths.find((path) => pathname.startsWith(path));
    const file = mount === undefined ? undefined : readOr404(mounts[mount]!, pathname.slice(mount.length));
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    response.writeHead(200, { 'content-type': file.type });
    response.end(file.bytes);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}
