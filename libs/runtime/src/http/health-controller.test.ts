import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningProcess } from '../nest/start-process.ts';
import { startTestProcess } from '../testing/start-test-process.ts';
import type { RefusedTries } from './refused-tries.ts';
import { heardTelling } from '../testing/heard-telling.ts';

const token = 'a-token-for-this-test-alone';
/** An address of this machine that is none of the loopback: who comes from there comes from elsewhere. */
const outer = Object.values(networkInterfaces())
  .flat()
  .find((one) => one?.family === 'IPv4' && !one.internal)?.address;

const folder = mkdtempSync(join(tmpdir(), 'newsmill-health-'));
const running: RunningProcess[] = [];
const heard = heardTelling();
/** By which further doors of each process tell of refused keys. */
const furtherDoors: RefusedTries[] = [];
beforeAll(async () => {
  for (const [i, more] of [{}, { NEWSMILL_OPEN_METRICS: 'yes' }, { NEWSMILL_METRICS_PORT: '0' }].entries()) {
    const process = await startTestProcess({
      environment: {
        NEWSMILL_DATA: join(folder, String(i)),
        NEWSMILL_METRICS_TOKEN: token,
        NEWSMILL_ALLOWED_HOSTS: 'mill.example',
        ...more,
      },
      telling: { ...heard, hide: () => undefined },
      host: '0.0.0.0',
      onMaking: ({ refused }) => void furtherDoors.push(refused),
      knowsKey: async (_ports, key) =>
        key === 'broken' ? Promise.reject(new Error('the registry is away')) : key === 'nm_known',
    });
    await process.started;
    process.ports.health.block('disk', 'there is no space on /srv');
    running.push(process);
  }
});
afterAll(async () => {
  for (const process of running) await process.stop('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

interface Asked {
  readonly path: string;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** From another machine. */
  readonly outside?: boolean;
  readonly open?: boolean;
  /** Of the process whose metrics have a port of their own: that port, or its other one. */
  readonly own?: 'metrics' | 'other';
}
async function ask({
  path,
  host = 'localhost',
  headers = {},
  outside = false,
  open = false,
  own,
}: Asked): Promise<string> {
  const asked = running[own === undefined ? Number(open) : 2];
  const port = Number(new URL((own === 'metrics' ? asked?.metricsAddress : asked?.address) ?? '').port);
  const from = outside && outer !== undefined ? { host: outer, localAddress: outer } : { host: '127.0.0.1' };
  const more = { ...headers, ...(outside && outer === undefined ? { 'x-forwarded-for': '192.0.2.1' } : {}) };
  const socket = connect({ port, ...from });
  let text = '';
  socket.on('data', (piece) => (text += piece.toString('utf8')));
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${Object.entries(more)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n`,
  );
  await once(socket, 'close');
  return text;
}
const statusOf = (answer: string) => Number(answer.slice(9, 12));
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe('the health endpoints of a role on a public address', () => {
  const cases: readonly [string, Asked, number][] = [
    ['metrics on this machine', { path: '/metrics' }, 200],
    ['metrics under a loopback address', { path: '/metrics', host: '127.0.0.1:8080' }, 200],
    ['metrics for a page of another site', { path: '/metrics', host: 'evil.example' }, 421],
    ['metrics under the public name, without a key', { path: '/metrics', host: 'mill.example' }, 421],
    ['metrics through a proxy', { path: '/metrics', headers: { 'x-forwarded-for': '192.0.2.1' } }, 401],
    ['metrics from elsewhere', { path: '/metrics', outside: true, host: 'mill.example' }, 401],
    ['metrics from elsewhere under a loopback name', { path: '/metrics', outside: true }, 401],
    [
      'metrics with the token',
      { path: '/metrics', outside: true, host: 'fetch:8081', headers: bearer(token) },
      200,
    ],
    [
      'metrics with a key',
      { path: '/metrics', outside: true, host: 'fetch:8081', headers: bearer('nm_known') },
      200,
    ],
    ['metrics with a wrong key', { path: '/metrics', headers: bearer('wrong') }, 401],
    [
      'metrics with a key while the registry is away',
      { path: '/metrics', outside: true, headers: bearer('broken') },
      401,
    ],
    [
      'metrics that a setting opens',
      { path: '/metrics', outside: true, host: 'fetch:8081', open: true },
      200,
    ],
    ['metrics on a port of their own', { path: '/metrics', own: 'metrics' }, 200],
    ['metrics on their port from elsewhere', { path: '/metrics', own: 'metrics', outside: true }, 401],
    [
      'metrics on their port with the token',
      { path: '/metrics', own: 'metrics', outside: true, host: 'fetch:9464', headers: bearer(token) },
      200,
    ],
    [
      'metrics on their port with a key',
      { path: '/metrics', own: 'metrics', outside: true, host: 'fetch:9464', headers: bearer('nm_known') },
      200,
    ],
    [
      'metrics on their port for a page of another site',
      { path: '/metrics', own: 'metrics', host: 'evil.example' },
      421,
    ],
    [
      'metrics on their port through a proxy',
      { path: '/metrics', own: 'metrics', headers: { 'x-forwarded-for': '192.0.2.1' } },
      401,
    ],
    ['nothing else on the port of the metrics', { path: '/readyz', own: 'metrics' }, 404],
    ['no metrics on the other port then', { path: '/metrics', own: 'other' }, 404],
    ['life on the other port then', { path: '/livez', own: 'other', outside: true }, 200],
    ['life for a probe', { path: '/livez', outside: true, host: '10.0.0.7:8081' }, 200],
    ['the end of the start for a probe', { path: '/startupz', outside: true, host: '10.0.0.7:8081' }, 200],
  ];
  it.each(cases)('%s', async (_name, asked, status) => {
    expect(statusOf(await ask(asked))).toBe(status);
  });
  it('tell a stranger whether the mill is ready, and whoever runs it why not', async () => {
    const readyz = { path: '/readyz' };
    for (const asked of [readyz, { ...readyz, outside: true, headers: bearer(token) }])
      expect(await ask(asked)).toMatch(
        /^HTTP\/1\.1 503 [^]*"problems":\[\{"name":"disk","reason":"there is no space on \/srv"/,
      );
    for (const asked of [
      { ...readyz, outside: true },
      { ...readyz, host: 'evil.example' },
      { ...readyz, outside: true, open: true },
    ]) {
      const answer = await ask(asked);
      expect(answer).toMatch(/^HTTP\/1\.1 503 [^]*"status":"not ready"/);
      expect(answer).not.toMatch(/disk|srv/);
    }
  });
  it('tell of keys that are tried at other doors of the process, too, in one line a minute', async () => {
    const before = heard.lines.length;
    const client = outer ?? '127.0.0.1';
    furtherDoors[0]?.tell({ client, by: 'log-in', reason: 'none' }, Date.now());
    await ask({ path: '/metrics', outside: true, host: 'fetch:8081', headers: bearer('wrong') });
    // Without an outer address that of the case above has had its line.
    const lines = outer === undefined ? [] : [expect.objectContaining({ client, by: 'log-in' })];
    expect(heard.lines.slice(before).map((line): unknown => JSON.parse(line))).toEqual(lines);
  });
  it('slow whoever tries keys, and nobody who has none', async () => {
    const scrape = (key?: string) =>
      ask({ path: '/metrics', own: 'metrics', ...(key === undefined ? {} : { headers: bearer(key) }) });
    const before = heard.lines.length;
    // Ten of an address are looked at; both doors of a process count together.
    for (let turn = 0; turn < 5; turn += 1) {
      expect(statusOf(await scrape(`try-${turn}`))).toBe(401);
      await ask({ path: '/readyz?verbose', own: 'other', headers: bearer(`guess-${turn}`) });
    }
    const braked = await scrape('guess');
    expect([statusOf(braked), /retry-after: \d+/i.test(braked)]).toEqual([429, true]);
    const told = heard.lines.slice(before).map((line): unknown => JSON.parse(line));
    expect(told).toEqual([
      expect.objectContaining({ msg: 'access.refused', client: '127.0.0.1', by: 'key', more: 0 }),
    ]);
    expect(heard.lines.join('')).not.toMatch(/guess|try-/);
    // Also the right one, which could be such a guess.
    expect(statusOf(await scrape(token))).toBe(429);
    const ready = await ask({ path: '/readyz?verbose', own: 'other', headers: bearer(token) });
    expect([statusOf(ready), /retry-after: \d+/i.test(ready)]).toEqual([503, true]);
    expect(ready).not.toContain('disk');
    expect([statusOf(await scrape()), await ask({ path: '/readyz', own: 'other' })]).toEqual([
      200,
      expect.stringContaining('disk'),
    ]);
  });
});
