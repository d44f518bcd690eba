import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { RequestListener } from 'node:http';
import { httpLimits, openFilesLimit, type HttpLimits } from './http-limits.ts';
import { createLimitedServer, type EndReason, type LimitedServer } from './limited-server.ts';
import { readSettings } from '@newsmill/settings';

const hangMs = 120_000;
const roomy: HttpLimits = {
  headersMs: 60_000,
  requestMs: 60_000,
  idleMs: 60_000,
  stallMs: 60_000,
  unfinished: 1_000,
  connections: 2_000,
};
const opened: LimitedServer[] = [];
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const { server } of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

interface Place {
  readonly port: number;
  readonly ended: [EndReason, string][];
  readonly limited: LimitedServer;
}
const echo: RequestListener = (request, response) => {
  request.resume().once('end', () => response.end(`${request.method} ${request.url}`));
};
async function open(change: Partial<HttpLimits>, handle: RequestListener = echo): Promise<Place> {
  const ended: [EndReason, string][] = [];
  const limited = createLimitedServer(handle, { ...roomy, ...change }, (reason, client) =>
    ended.push([reason, client]),
  );
  opened.push(limited);
  limited.server.listen(0, '127.0.0.1');
  await once(limited.server, 'listening');
  const address = limited.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, ended, limited };
}

/** A client that sends this text and then nothing more; `told` is what it got. */
interface Client {
  readonly socket: Socket;
  told(): string;
  readonly over: Promise<void>;
}
async function say(port: number, text: string, localAddress?: string): Promise<Client> {
  const socket = connect({
    port,
    host: '127.0.0.1',
    ...(localAddress === undefined ? {} : { localAddress }),
  });
  sockets.push(socket);
  socket.on('error', () => undefined);
  let told = '';
  socket.on('data', (piece) => (told += piece.toString('latin1')));
  const over = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  return { socket, told: () => told, over };
}
async function until(isTrue: () => boolean): Promise<void> {
  for (const end = Date.now() + hangMs; !isTrue(); ) {
    if (Date.now() > end) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const slowHeaders = 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ';
const slowBody = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nbegun';
const whole = 'GET /whole HTTP/1.1\r\nHost: a\r\n\r\n';

describe('a limited server', () => {
  it.each([
    ['says nothing', ''],
    ['sends its headers slowly', slowHeaders],
    ['sends its body slowly', slowBody],
  ])('ends a client that %s, with 408 as problem document', async (_case, text) => {
    const { port, ended } = await open({ headersMs: 300, requestMs: 300 });
    const client = await say(port, text);
    await client.over;
    expect(client.told()).toMatch(
      /^HTTP\/1\.1 408 Request Timeout\r\ncontent-type: application\/problem\+json/,
    );
    expect(JSON.parse(client.told().split('\r\n\r\n')[1] ?? '')).toMatchObject({
      type: '/problems/request-timeout',
      status: 408,
      code: 'request-timeout',
    });
    expect(ended).toEqual([['request-timeout', '127.0.0.1']]);
  });

  it('ends an idle connection', async () => {
    const { port, ended } = await open({ idleMs: 100 });
    const client = await say(port, whole);
    await client.over;
    expect(client.told()).toContain('GET /whole');
    expect(ended).toEqual([]);
  });

  it(
    'ends a reader that takes nothing, and no other one',
    async () => {
      const beats: RequestListener = (request, response) => {
        if (request.url === '/big') return response.end(Buffer.alloc(32_000_000));
        // Says something now and then, and is silent for longer than a reader may be.
        let left = 3;
        const beat = (): void => {
          left -= 1;
          if (left === 0) response.end('over');
          else response.write('beat\n');
        };
        beat();
        const beating = setInterval(beat, 3_000);
        response.once('close', () => clearInterval(beating));
        return response;
      };
      const { port, ended } = await open({ stallMs: 1_500 }, beats);
      const streaming = await say(port, 'GET /events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
      const stalled = await say(port, 'GET /big HTTP/1.1\r\nHost: a\r\n\r\n');
      stalled.socket.pause();
      // Reads a little, slowly, for many times as long as one that takes nothing would last.
      const slow = await say(port, 'GET /big HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
      let sips = true;
      const sipping = setInterval(() => {
        slow.socket.resume();
        setTimeout(() => sips && slow.socket.pause(), 2);
      }, 50);
      await until(() => ended.length > 0);
      await streaming.over;
      expect(streaming.told()).toContain('over');
      sips = false;
      clearInterval(sipping);
      slow.socket.resume();
      await slow.over;
      expect(slow.told().length).toBeGreaterThan(32_000_000);
      expect(ended).toEqual([['stalled', '127.0.0.1']]);
    },
    hangMs,
  );

  it(
    'answers another request of the same address beside 300 slow ones, whose oldest it ends',
    async () => {
      const { port, ended, limited } = await open({ unfinished: 50 });
      const slow: Client[] = [];
      for (let i = 0; i < 300; i += 1) slow.push(await say(port, i % 2 === 0 ? slowHeaders : slowBody));
      const honest = await say(port, whole);
      await until(() => honest.told().includes('GET /whole'));
      const other = await say(port, whole, '127.0.0.2');
      await until(() => other.told().includes('GET /whole'));
      await until(() => ended.length >= 250);
      expect(new Set(ended.map(String))).toEqual(new Set(['too-many-connections,127.0.0.1']));
      expect(limited.count('reading')).toBeLessThanOrEqual(50);
      await slow[0]?.over;
      expect(slow[0]?.told()).toMatch(/^HTTP\/1\.1 429 [^]*retry-after: 5[^]*"code":"too-many-connections"/);
    },
    hangMs,
  );

  it(
    'takes eight requests ahead of their answers from one connection, and ends one that sends hundreds',
    async () => {
      let taken = 0;
      const { port, ended } = await open({}, (_request, response) => {
        taken += 1;
        setTimeout(() => response.end('ok'), 20);
      });
      const patient = await say(port, whole.repeat(8));
      await until(() => patient.told().split('HTTP/1.1 200').length === 9);
      patient.socket.write(whole.repeat(8));
      await until(() => patient.told().split('HTTP/1.1 200').length === 17);
      expect([taken, ended]).toEqual([16, []]);
      const greedy = await say(port, whole.repeat(500));
      await greedy.over;
      expect(taken).toBe(24);
      expect(greedy.told().split('HTTP/1.1 200')).toHaveLength(9);
      expect(greedy.told()).toMatch(/HTTP\/1\.1 429 [^]*"code":"too-many-connections"[^\n]*$/);
      expect(ended).toEqual([['too-many-connections', '127.0.0.1']]);
    },
    hangMs,
  );

  it(
    'counts no connection as unfinished whose requests came whole: many streams and idle ones of one proxy',
    async () => {
      const streams: RequestListener = (request, response) =>
        request.url === '/whole' ? response.end('ok') : response.write('begun\n');
      const { port, ended, limited } = await open({ unfinished: 5 }, streams);
      const clients: Client[] = [];
      for (let i = 0; i < 40; i += 1) {
        clients.push(await say(port, i % 2 === 0 ? whole : whole.replace('whole', 'events')));
        await until(() => clients.at(-1)?.told() !== '');
      }
      await until(() => limited.count('serving') === 20 && limited.count('idle') === 20);
      expect(ended).toEqual([]);
      expect(clients.every(({ socket }) => !socket.destroyed)).toBe(true);
    },
    hangMs,
  );

  it(
    'makes room by ending what is idle, then what is unfinished; then it answers probes alone',
    async () => {
      const streams: RequestListener = (request, response) =>
        request.url === '/events' ? response.write('begun\n') : response.end(`answered ${request.url}`);
      const { port, ended, limited } = await open({ connections: 20 }, streams);
      const idle = await say(port, whole);
      await until(() => limited.count('idle') === 1);
      const unfinished = await say(port, slowHeaders);
      const busy: Client[] = [];
      for (let i = 0; i < 20; i += 1) {
        busy.push(await say(port, whole.replace('whole', 'events')));
        await until(() => busy.at(-1)?.told() !== '');
      }
      await idle.over;
      await unfinished.over;
      expect(idle.told()).not.toContain('503');
      expect(unfinished.told()).toMatch(/^HTTP\/1\.1 503 [^]*"code":"no-room"/);
      const late = await say(port, whole);
      await late.over;
      expect(late.told()).toMatch(/^HTTP\/1\.1 503 [^]*"code":"no-room"/);
      for (const path of ['/livez', '/readyz?verbose']) {
        const probe = await say(port, `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
        await probe.over;
        expect(probe.told()).toContain(`answered ${path}`);
      }
      expect(ended.map(([reason]) => reason)).toEqual(['no-room', 'no-room', 'no-room']);
      expect(busy.every(({ socket }) => !socket.destroyed)).toBe(true);
    },
    hangMs,
  );

  it.each([
    ['Host twice', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
    ['what is no HTTP', 'hello\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ])('refuses %s as problem document', async (_case, text, status) => {
    const { port } = await open({});
    const client = await say(port, text);
    await client.over;
    expect(client.told()).toMatch(
      new RegExp(`^HTTP/1\\.1 ${status} [^]*application/problem\\+json[^]*"status":${status}`),
    );
  });

  it(
    'closes beside clients that never finish',
    async () => {
      const { port, limited } = await open({});
      await say(port, slowBody);
      await until(() => limited.count('reading') === 1);
      limited.server.close();
      limited.endUnfinished();
      await once(limited.server, 'close');
      opened.length = 0;
    },
    hangMs,
  );
});

describe('httpLimits', () => {
  it('leave half of the files that may be open to the mill', () => {
    expect(httpLimits(readSettings({}), 1_024)).toMatchObject({
      headersMs: 10_000,
      requestMs: 60_000,
      connections: 512,
    });
    expect(httpLimits(readSettings({}), 1_000_000).connections).toBe(4_000);

    expect(httpLimits(readSettings({})).connections).toBeGreaterThanOrEqual(16);
    // As Linux tells it, and as Node's report does where there is no /proc.
    expect(openFilesLimit()).toBe(openFilesLimit(''));
    expect(openFilesLimit('Limit  Soft  Hard\nMax open files            unlimited  unlimited  files\n')).toBe(
      1_000_000,
    );
  });
});
