import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHttpClient } from './http-client.ts';
import type { HttpClient } from './http-request.ts';
import { mostOrigins } from './origin-pools.ts';

/** On Linux all of 127/8 is this machine. */
const many = mostOrigins + 60;

describe('connections to many hosts', () => {
  let server: Server;
  let client: HttpClient;
  let port: number;
  let open: Set<unknown>;
  let made: number;
  let held: (() => void)[];

  beforeEach(async () => {
    const sockets = new Set();
    [open, made, held] = [sockets, 0, []];
    server = createServer((request, response) => {
      if (request.url === '/held') held.push(() => response.end('held'));
      else response.end('answer');
    });
    // As servers of publishers do, it offers to keep connections for long.
    server.keepAliveTimeout = 75_000;
    server.on('connection', (socket) => {
      made += 1;
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
    const address = server.address();
    port = address !== null && typeof address === 'object' ? address.port : 0;
    client = createHttpClient({ userAgent: 'newsmill-test/1' });
  });
  afterEach(async () => {
    await client.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const hostOf = (n: number) => `127.0.${n >> 8}.${(n & 255) + 1}:${port}`;
  const ask = async (n: number, path = '/') => {
    const answer = await client.send({
      url: `http://${hostOf(n)}${path}`,
      allowPrivate: [hostOf(n)],
      maxBytes: 1_000,
      totalTimeoutMs: 60_000,
    });
    return Buffer.from(answer.body).toString();
  };
  async function until(check: () => boolean): Promise<void> {
    for (let turn = 0; turn < 6_000 && !check(); turn += 1) await sleep(20);
    expect(check()).toBe(true);
  }

  it('stay open for a bounded number of hosts, those that were asked last', async () => {
    for (let n = 0; n < many; n += 1) expect(await ask(n)).toBe('answer');
    await until(() => open.size <= mostOrigins);
    expect(made).toBe(many);
    await ask(many - 30);
    expect(made).toBe(many);
  });

  it('are as many to one host as there are requests at a time, up to the limit; the others wait', async () => {
    await client.close();
    for (const maxSockets of [1, 3]) {
      [made, held] = [0, []];
      client = createHttpClient({ userAgent: 'newsmill-test/1', maxSockets });
      const answers = Promise.all(Array.from({ length: maxSockets + 2 }, () => ask(0, '/held')));
      let answered = 0;
      await until(() => held.length === maxSockets);
      while (answered < maxSockets + 2) {
        await until(() => held.length > answered);
        held[answered++]?.();
      }
      expect(new Set(await answers)).toEqual(new Set(['held']));
      expect(made).toBe(maxSockets);
      // One at a time needs no further connection.
      expect(await ask(0)).toBe('answer');
      expect(made).toBe(maxSockets);
      await client.close();
    }
  });

  it('are made again to a host whose server ended the one before', async () => {
    await ask(0);
    server.closeAllConnections();
    await until(() => open.size === 0);
    expect(await ask(0)).toBe('answer');
    expect(made).toBe(2);
  });

  it('are not closed while they are in use, however many others come', async () => {
    const first = ask(0, '/held');
    await until(() => held.length === 1);
    for (let n = 1; n < many; n += 1) await ask(n);
    held[0]?.();
    expect(await first).toBe('held');
  });
});
