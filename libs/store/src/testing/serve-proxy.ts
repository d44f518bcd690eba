import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What becomes of a request: `pass`, an answer of this status (and body), no answer at all, or a broken
 * connection.
 */
export type Verdict = 'pass' | 'drop' | 'hang' | { readonly status: number; readonly body?: string };

export interface Proxy {
  readonly url: string;
  /** Requests whose client went away before an answer. */
  readonly abandoned: () => number;
  close(): Promise<void>;
}

/** A proxy before a real server that decides about each request by its path and body. */
export async function serveProxy(
  target: string,
  judge: (request: { readonly method: string; readonly path: string; readonly body: Buffer }) => Verdict,
): Promise<Proxy> {
  let abandoned = 0;
  const server = createServer((request, response) => {
    void collect(request).then((body) => {
      const verdict = judge({ method: request.method ?? 'GET', path: request.url ?? '/', body });
      if (verdict === 'pass') return forward(target, request, body, response);
      if (verdict === 'drop') return request.socket.destroy();
      if (verdict === 'hang')
        return response.on('close', () => {
          abandoned += 1;
        });
      return response
        .writeHead(verdict.status, {
          'content-type': 'application/json',
          'x-elastic-product': 'Elasticsearch',
        })
        .end(verdict.body ?? '{"error":{"type":"proxy","reason":"as told"}}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a server that listens on a port has an address with one
  return {
    url: `http://127.0.0.1:${port}`,
    abandoned: () => abandoned,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function forward(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const onward = ask(
    new URL(url ?? '/', target),
    { method, headers: { ...headers, host: new URL(target).host, 'content-length': body.length } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  onward.end(body);
}
