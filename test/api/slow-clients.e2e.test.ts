import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMill, type MillProcess } from '../processes/start-mill.ts';

const openFiles = 256;
const clients = 600;

/** More slow clients than the process may have files open, all from one address. */
describe('a mill that slow clients hold on to', () => {
  const data = mkdtempSync(join(tmpdir(), 'newsmill-slow-'));
  const slow: Socket[] = [];
  let mill: MillProcess;
  let ended = 0;

  function hold(port: number, text: string): void {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(text));
    socket.on('error', () => undefined).on('close', () => (ended += 1));
    socket.resume();
    slow.push(socket);
  }
  const asks = (path: string) => fetch(mill.address + path, { headers: { connection: 'close' } });

  beforeAll(async () => {
    mill = await startMill({
      data,
      openFiles,
      settings: {
        NEWSMILL_HTTP_REQUEST_TIMEOUT: '5m',
        NEWSMILL_HTTP_HEADERS_TIMEOUT: '5m',
        NEWSMILL_LOG_LEVEL: 'error',
      },
    });
    const { port } = new URL(mill.address);
    for (let i = 0; i < clients; i += 1) {
      hold(
        Number(port),
        i % 2 === 0
          ? 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: '
          : 'POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nbegun',
      );
      const last = slow.at(-1);
      if (last !== undefined && i % 50 === 49) await once(last, 'connect');
    }
  }, 240_000);
  afterAll(async () => {
    for (const socket of slow) socket.destroy();
    await mill?.kill();
    rmSync(data, { recursive: true, force: true });
  });

  it('answers probes and searches all the same', async () => {
    for (let i = 0; i < 20; i += 1) {
      expect((await asks('/livez')).status).toBe(200);
      expect((await asks('/readyz')).status).toBe(200);
      const found = await asks('/api/v1/search?q=harbour');
      expect(found.status).toBe(200);
      expect(await found.json()).toMatchObject({ total: expect.any(Number) });
    }
    expect(ended).toBeGreaterThan(clients - openFiles);
  }, 240_000);

  it('tells in its metrics, and stops with 0 while they are there', async () => {
    const metrics = await (await asks('/metrics')).text();
    expect(metrics).toMatch(/^newsmill_http_connections_ended_total\{reason="no-room"\} \d{2,}$/m);
    expect(metrics).toMatch(/^newsmill_http_connections\{state="reading"\} \d{2,}$/m);
    expect(await mill.stop()).toBe(0);
  }, 240_000);
});
