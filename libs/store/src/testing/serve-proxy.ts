import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What becomes of a request: `pass`, an answer of this status (and body), no answer at all, a broken connection;
 * `lost` and `silent`: the server does it, and its client hears a broken connection or nothing. `onward`: the
 * server gets this body instead, and its client what `answer` makes of its answer.
 */
export type Verdict =
  | 'pass'
  | 'drop'
  | 'hang'
  | 'lost'
  | 'silent'
  | { readonly status: number; readonly body?: string }
  | { readonly onward: Buffer; readonly answer: (text: string) => string };

export interface Proxy {
  readonly url: string;
  readonly port: number;
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
      if (verdict === 'pass') return forward(target, request, body, (answer) => passOn(answer, response));
      if (verdict === 'lost' || verdict === 'silent')
        return forward(target, request, body, (answer) =>
          answer.resume().once('end', () => void (verdict === 'lost' && request.socket.destroy())),
        );
      if (typeof verdict === 'object' && 'onward' in verdict)
        return forward(target, request, verdict.onward, (answer) => {
          void collect(answer).then((bytes) => {
            const { 'content-length': _length, ...headers } = answer.headers;
            response.writeHead(answer.statusCode ?? 502, headers).end(verdict.answer(bytes.toString()));
          });
        });
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
    port,
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

function passOn(answer: IncomingMessage, response: ServerResponse): void {
  response.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(response);
}

function forward(
  target: string,
  request: IncomingMessage,
  body: Buffer,
  hear: (answer: IncomingMessage) => void,
): void {
  const { method, url, headers } = request;
  const onward = ask(
    new URL(url ?? '/', target),
    { method, headers: { ...headers, host: new URL(target).host, 'content-length': body.length } },
    hear,
  );
  onward.on('error', () => request.socket.destroy());
  onward.end(body);
}
