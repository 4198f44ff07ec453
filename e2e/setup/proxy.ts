/**
 * The tests' own view of the network: a proxy that all browsers are behind, loopback included. It writes every host down
 * before anything else, and leads to this machine only. What it sees is what would have left, by whatever means of the page,
 * its workers or the browser; a page's own events miss some of that.
 */
import { createServer, request as ask, type Server } from 'node:http';
import { connect } from 'node:net';
import { note } from './ledger.ts';

const LOOPBACK = /^(?:127\.0\.0\.1|localhost)$/;

export function openProxy(port: number): Promise<Server> {
  const proxy = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://nowhere.invalid');
    note({ host: url.host });
    if (!LOOPBACK.test(url.hostname)) {
      response.writeHead(502).end();
      return;
    }
    const { hostname, port: at, pathname, search } = url;
    const onward = ask(
      { hostname, port: at, path: pathname + search, method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
        answer.on('error', () => response.destroy());
      },
    );
    // A server that is gone is to look gone, not like a server that answers with an error.
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });

  // How a browser asks for what it does not want a proxy to read: https, and sockets of any kind.
  proxy.on('connect', ({ url = '' }, client, head) => {
    note({ host: url });
    const { hostname, port: at } = new URL(`http://${url}`);
    client.on('error', () => client.destroy());
    if (!LOOPBACK.test(hostname)) {
      client.end('HTTP/1.1 502 Not here\r\n\r\n');
      return;
    }
    const onward = connect(Number(at), hostname, () => {
      client.write('HTTP/1.1 200 Connected\r\n\r\n');
      onward.write(head);
      onward.pipe(client).pipe(onward);
    });
    onward.on('error', () => client.destroy());
  });
  return new Promise((resolve) => proxy.listen(port, '127.0.0.1', () => resolve(proxy)));
}
