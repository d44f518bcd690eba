import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpClient } from './http-client.ts';

const http = createHttpClient({ userAgent: 'newsmill-test' });
let server: Server;
let origin = '';

/** `/301/308/302/end` redirects with these statuses in turn. */
beforeAll(async () => {
  server = createServer((request, answer) => {
    const [, status = '', ...rest] = (request.url ?? '').split('/');
    if (!/^\d+$/.test(status)) return void answer.writeHead(200).end('here');
    answer.writeHead(Number(status), { location: `/${rest.join('/')}` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
  origin = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await http.close();
  server.close();
});

it.each([
  ['/end', undefined],
  ['/301/end', '/end'],
  ['/301/308/end', '/end'],
  ['/302/end', undefined],
  ['/307/301/end', undefined],
  ['/308/302/end', '/302/end'],
])('%s has moved for good to %s', async (path, movedTo) => {
  const answer = await http.send({
    url: `${origin}${path}`,
    allowPrivate: [new URL(origin).host],
    maxBytes: 100,
    totalTimeoutMs: 120_000,
  });
  expect([answer.url, answer.movedTo]).toEqual([
    `${origin}/end`,
    movedTo === undefined ? undefined : `${origin}${movedTo}`,
  ]);
});
