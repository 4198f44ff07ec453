import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readOr404 } from './server.ts';

/** What a host may do to a request: let it hang, cut it off, have nothing, or send a page in a file's place. */
export type Fault = 'hangs' | 'cut' | 'missing' | 'junk';

/** A host that can be switched off, deployed to and broken while a browser looks at it. */
export class Site {
  /** The folder that is deployed at the moment. */
  folder: string;
  /** The fault that a path is answered with. */
  fault: (path: string) => Fault | undefined = () => undefined;
  cacheControl = 'no-store';
  /** What was asked for, in order. */
  readonly asked: string[] = [];
  #server: Server | undefined;
  #port = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/shows/`;
  }

  /** Comes up, at the address at which it was before. */
  async start(): Promise<void> {
    this.#server = createServer(({ url = '/' }, response) =>
      this.#answer(new URL(url, 'http://host').pathname, response),
    );
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Is gone: nothing listens any more. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }

  #answer(path: string, response: ServerResponse): void {
    this.asked.push(path);
    const fault = this.fault(path);
    if (fault === 'hangs') return;
    if (fault === 'cut') {
      response.writeHead(200, { 'content-length': 1_000_000 });
      response.write('half of it', () => response.destroy());
      return;
    }
    if (fault === 'junk') {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in to the café</title>');
      return;
    }
    const file = fault === 'missing' ? undefined : readOr404(this.folder, path.replace(/^\/shows\//, ''));
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
      return;
    }
    // `Vary` as many a host sends it.
    response.writeHead(200, { 'content-type': file.type, 'cache-control': this.cacheControl, vary: 'Origin' });
    response.end(file.bytes);
  }
}
