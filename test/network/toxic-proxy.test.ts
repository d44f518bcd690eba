import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { advertisedPort } from './advertised-port.ts';
import { openToxicProxy, type ToxicProxy, type ToxicProxyOptions } from './toxic-proxy.ts';

describe('a toxic proxy', () => {
  const ends: (() => unknown)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });

  /** A server that says back what it hears, and a proxy before it. */
  async function before(options: Partial<ToxicProxyOptions> = {}): Promise<ToxicProxy> {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket.on('error', () => undefined));
      socket.pipe(socket);
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const proxy = await openToxicProxy({ target: { host: '127.0.0.1', port }, seed: 1, ...options });
    ends.push(
      () => server.close(),
      () => sockets.forEach((socket) => socket.destroy()),
      () => proxy.close(),
    );
    return proxy;
  }
  async function client(proxy: ToxicProxy) {
    const socket = connect(proxy.port, '127.0.0.1');
    const heard: Buffer[] = [];
    const errors: string[] = [];
    socket.on('data', (bytes: Buffer) => heard.push(bytes));
    socket.on('error', (error) => errors.push('code' in error ? String(error.code) : error.message));
    ends.push(() => socket.destroy());
    const text = () => Buffer.concat(heard).toString();
    const until = async (holds: () => boolean, limitMs = 5_000): Promise<number> => {
      const began = performance.now();
      while (!holds() && performance.now() - began < limitMs) await sleep(2);
      return performance.now() - began;
    };
    await until(() => !socket.connecting);
    return { socket, heard, errors, text, until };
  }

  it('hands bytes on both ways as they are, and ends with its ends', async () => {
    const { socket, text, until } = await client(await before());
    const sent = 'ä'.repeat(400_000);
    socket.end(sent);
    await until(() => socket.readableEnded);
    expect(text()).toBe(sent);
  });

  it('delays what passes, and heals while a connection is open', async () => {
    const proxy = await before();
    const { socket, text, until } = await client(proxy);
    proxy.poison([{ kind: 'latency', ms: 150, jitterMs: 50 }]);
    socket.write('slow');
    expect(await until(() => text() === 'slow')).toBeGreaterThan(190);
    proxy.poison([]);
    socket.write(' fast');
    await until(() => text() === 'slow fast');
    expect(text()).toBe('slow fast');
  });

  it('lets so many bytes a second through', async () => {
    const proxy = await before();
    const { socket, text, until } = await client(proxy);
    proxy.poison([{ kind: 'bandwidth', bytesPerSecond: 10_000, way: 'back' }]);
    socket.write('b'.repeat(3_000));
    expect(await until(() => text().length === 3_000)).toBeGreaterThan(200);
    expect(text()).toHaveLength(3_000);
  });

  it('swallows one way for a while: the server hears, its client does not', async () => {
    const proxy = await before();
    const { socket, text, until } = await client(proxy);
    proxy.poison([{ kind: 'blackhole', way: 'back' }]);
    socket.write('heard');
    await until(() => text() !== '', 150);
    expect(text()).toBe('');
    proxy.poison([]);
    await until(() => text() === 'heard');
    expect(text()).toBe('heard');
  });

  it('breaks connections after some bytes', async () => {
    const lengths: number[] = [];
    for (let run = 0; run < 2; run += 1) {
      const proxy = await before();
      proxy.poison([
        { kind: 'slicer', bytes: 50, pauseMs: 0 },
        { kind: 'reset', bytes: 2_000, way: 'back' },
      ]);
      const { socket, heard, errors, until } = await client(proxy);
      socket.write('r'.repeat(4_000));
      await until(() => socket.destroyed);
      expect(errors).toEqual(['ECONNRESET']);
      lengths.push(Buffer.concat(heard).length);
    }
    expect(Math.max(...lengths)).toBeLessThan(4_000);
  });

  it('cuts what is written at once into small pieces', async () => {
    const proxy = await before();
    const { socket, heard, text, until } = await client(proxy);
    proxy.poison([{ kind: 'slicer', bytes: 30, pauseMs: 1, way: 'back' }]);
    socket.write('s'.repeat(300));
    await until(() => text().length === 300);
    expect(text()).toHaveLength(300);
    expect(heard.length).toBeGreaterThan(8);
  });

  it('is down and up again on the same port', async () => {
    const proxy = await before();
    const first = await client(proxy);
    await proxy.down();
    await first.until(() => first.socket.destroyed);
    expect((await client(proxy)).errors).toEqual(['ECONNREFUSED']);
    await proxy.up();
    const again = await client(proxy);
    again.socket.write('back');
    await again.until(() => again.text() === 'back');
    expect([again.text(), proxy.mostOpen()]).toEqual(['back', 1]);
  });

  it('writes its own port into what a broker says of itself, however the bytes are cut', async () => {
    const proxy = await before({
      rewriteAnswers: (port) => advertisedPort({ host: '127.0.0.1', port: 9_092 }, port),
    });
    const broker = Buffer.from('....\u000a127.0.0.1\u0000\u0000\u0023\u0084 127.0.0.2 127', 'latin1');
    const { socket, heard, until } = await client(proxy);
    for (const byte of broker) {
      socket.write(Buffer.from([byte]));
      await sleep(1);
    }
    socket.write('.');
    const length = broker.length - 3;
    await until(() => Buffer.concat(heard).length >= length);
    const all = Buffer.concat(heard).subarray(0, length);
    expect(all.readInt32BE(14)).toBe(proxy.port);
    expect(all.toString('latin1').replace(/\.1[^ ]{4}/u, '.1PORT')).toBe(
      '....\u000a127.0.0.1PORT 127.0.0.2 ',
    );
  });
});
