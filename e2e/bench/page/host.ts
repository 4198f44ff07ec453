import { createServer, type Server } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readOr404 } from '../../setup/server.ts';

/** What a host makes smaller; pictures and sound are small already. */
const PACKABLE = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;
/** Static hosts pack a file once and keep it: the best that brotli can do. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/** Serves a folder as static hosts do: packed, files with a digest in their names for a year, the page asked for anew. */
export function openHost(folder: string, port: number, headers: Readonly<Record<string, string>>): Promise<Server> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const file = readOr404(folder, pathname);
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = !PACKABLE.test(file.type) ? undefined : accepted.includes('br') ? 'br' : 'gzip';
    const key = `${encoding} ${pathname}`;
    const bytes = packed.get(key) ?? pack(file.bytes, encoding);
    packed.set(key, bytes);
    response.writeHead(200, {
      ...headers,
      'content-type': file.type,
      'content-length': bytes.length,
      'cache-control': pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'Accept-Encoding',
      ...(encoding && { 'content-encoding': encoding }),
    });
    response.end(bytes);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

/** The bytes as they are sent. */
export function pack(bytes: Buffer, encoding: 'br' | 'gzip' | undefined): Buffer {
  if (encoding === undefined) return bytes;
  return encoding === 'br' ? brotliCompressSync(bytes, QUALITY) : gzipSync(bytes, { level: 9 });
}
