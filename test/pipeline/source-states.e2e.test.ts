import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceInput } from '@newsmill/contracts';
import { runCommand } from '../processes/run-command.ts';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-states-'));
const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
const settings = {
  NEWSMILL_LOG_LEVEL: 'error',
  NEWSMILL_POLL_MIN: '1m',
  NEWSMILL_REVISITS: '1h',
  NEWSMILL_ADMIN_KEY: 'open-sesame-1234',
};
const day = 86_400_000;
const words = 'The crane of the harbour was repaired on Tuesday by the volunteers of the town. '.repeat(12);
const story = `<!doctype html><html lang="en"><head><title>The crane</title></head><body><article><h1>The crane is repaired</h1><p>${words}</p><p>${words}</p></article></body></html>`;

/** A feed of so many entries below a path, a day apart, the newest `ageMs` old. */
function feed(path: string, count: number, ageMs: number): string {
  const items = Array.from({ length: count }, (_, at) => {
    const date = new Date(Date.now() - ageMs - at * day).toUTCString();
    return `<item><title>Story ${at}</title><link>${path}/${at}</link><pubDate>${date}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`;
}

const forMembers = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"The crane is repaired","isAccessibleForFree":false}</script>`;

type Reply = readonly [status: number, headers: Readonly<Record<string, string>>, body: string];
const rss = { 'content-type': 'application/rss+xml' };
const html = { 'content-type': 'text/html' };

/** What stands at each address. */
const replies: Readonly<Record<string, (request: IncomingMessage) => Reply>> = {
  '/good': () => [200, rss, feed('/story', 4, 3_600_000)],
  '/barren': () => [200, rss, feed('/empty', 6, 3_600_000)],
  '/members': () => [200, rss, feed('/member', 40, 3_600_000)],
  '/old': () => [200, rss, feed('/story', 4, 700 * day)],
  '/challenge': () => [403, { ...html, 'cf-mitigated': 'challenge' }, '<html>Just a moment</html>'],
  '/agent': ({ headers }) =>
    (headers['user-agent'] ?? '').startsWith('newsmill/')
      ? [403, html, 'no']
      : [200, rss, feed('/story', 2, 0)],
  '/gone': () => [410, html, 'gone'],
  '/page': () => [
    200,
    html,
    '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/good"></head><body>Harbour Post</body></html>',
  ],
  '/moved': () => [301, { location: '/good' }, ''],
  '/limited': () => [429, { 'retry-after': '600' }, ''],
};

interface Told {
  readonly id: string;
  readonly state: string;
  readonly reason: string;
  readonly next?: string;
  readonly line?: string;
  readonly today?: { readonly bytes: number; readonly cpuMs: number };
}

describe('the states of sources', () => {
  const polls = new Map<string, number>();
  const servers: Server[] = [];
  let mill: MillProcess;
  async function serve(host: string): Promise<string> {
    const server = createServer((request: IncomingMessage, answer: ServerResponse) => {
      const path = request.url ?? '/';
      polls.set(path, (polls.get(path) ?? 0) + 1);
      const [status, headers, body] =
        replies[path]?.(request) ??
        (path.startsWith('/story')
          ? [200, html, story.replaceAll('Tuesday', path)]
          : path.startsWith('/member/')
            ? [
                200,
                html,
                story.replaceAll('crane', `crane of ${path}`).replace('</head>', `${forMembers}</head>`),
              ]
            : path.startsWith('/empty')
              ? [200, html, '<!doctype html><html><body></body></html>']
              : [404, {}, '']);
      answer.writeHead(status, headers).end(body);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    return `${host}:${(server.address() as AddressInfo).port}`; // a TCP server has an address and a port
  }
  const told = async (): Promise<readonly Told[]> => {
    const answer = await fetch(`${mill.address}/api/v1/sources`);
    const { sources: all }: { sources: readonly Told[] } = await answer.json();
    return all;
  };
  const stateOf = async (id: string) => (await told()).find((one) => one.id === id);
  const command = (...line: string[]) => runCommand([...line, '--data', data, '--sources', sources]);

  beforeAll(async () => {
    const [here, other, third] = [
      await serve('127.0.0.1'),
      await serve('127.0.0.2'),
      await serve('127.0.0.3'),
    ];
    const source = (id: string, pair: string, more: Partial<SourceInput> = {}): SourceInput => ({
      id,
      name: id,
      language: 'en',
      channels: [{ url: `http://${pair}/${id}` }],
      allowPrivate: [pair],
      limits: { delay: '10ms' },
      ...more,
    });
    const ids = ['good', 'members', 'barren', 'old', 'challenge', 'agent', 'gone', 'page', 'moved'];
    writeSources(sources, [
      ...ids.map((id) => source(id, here)),
      source('limited', other),
      source('beside', other, { channels: [{ url: `http://${other}/good` }] }),
      source('frugal', third, { channels: [{ url: `http://${third}/good` }], quota: { pages: 2 } }),
      source('off', here, { enabled: false }),
    ]);
    mill = await startMill({ data, sources, settings });
    for (let turn = 0; turn < 900; turn += 1) {
      const states = new Map((await told()).map(({ id, state }) => [id, state]));
      if (
        ![...states.values()].includes('new') &&
        states.get('barren') === 'drifting' &&
        (await told()).find(({ id }) => id === 'members')?.next !== undefined &&
        states.get('beside') === 'waiting' &&
        states.get('frugal') === 'waiting'
      )
        break;
      await sleep(200);
    }
  });
  afterAll(async () => {
    await mill?.kill();
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('say what arrives, with what shows it and what to do', async () => {
    const all = new Map((await told()).map((one) => [one.id, one]));
    expect(Object.fromEntries([...all].map(([id, { state }]) => [id, state]))).toEqual({
      good: 'delivering',
      members: 'delivering',
      barren: 'drifting',
      old: 'silent',
      challenge: 'blocked',
      agent: 'blocked',
      gone: 'gone',
      page: 'invalid',
      moved: 'moved',
      limited: 'waiting',
      beside: 'waiting',
      frugal: 'waiting',
      off: 'off',
    });
    expect(all.get('barren')?.reason).toMatch(
      /^The last (\d) pages, since .* UTC, gave no article; \1 of them ended as /,
    );
    expect(all.get('challenge')?.reason).toContain('(Cloudflare, status 403)');
    expect(all.get('old')?.reason).toMatch(/^Nothing new for 700 days /);
    expect(all.get('page')?.line).toMatch(/^url: http:\/\/127\.0\.0\.1:\d+\/good$/);
    expect(all.get('moved')?.line).toMatch(/^url: http:\/\/127\.0\.0\.1:\d+\/good$/);
    expect(all.get('members')).toMatchObject({
      reason: expect.stringMatching(
        / 10 of its newest 10 articles on 127\.0\.0\.1 are marked for subscribers/,
      ),
      next: expect.stringContaining('headers of the source file'),
      paywall: { marked: 10, of: 10 },
    });
    all.delete('members');
    for (const { state, next } of all.values())
      expect([state, next === undefined]).toEqual([state, state === 'delivering' || state === 'off']);
  });
  it('are told on the command line and in the console', async () => {
    const { code, stdout } = await command('sources', 'list');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^challenge {2}blocked {2}/m);
    expect(stdout).toMatch(/^ {2}to do: Ask the publisher to let this crawler through/m);
    const page = await (await fetch(`${mill.address}/sources?state=blocked`)).text();
    expect(page).toContain('What to do:');
  });
  it('are explained by the doctor, who asks now and tells a refused user agent', async () => {
    const agent = await command('sources', 'doctor', 'agent');
    expect(agent.code).toBe(1);
    expect(agent.stdout).toMatch(
      /agent-refused: .*\(status 403; Mozilla\/5\.0 \(compatible; newsmill-doctor\) got 200\)/,
    );
    const barren = await command('sources', 'doctor', 'barren');
    expect(barren.stdout).toMatch(/Answered 200 with 6 entries\. Nothing is wrong with it\./);
    expect(barren.stdout).toMatch(/no-article: /);
    const members = await command('sources', 'doctor', 'members');
    expect(members.stdout).toContain('paywall: The publisher marks the page as one for subscribers');
    const good = await command('sources', 'doctor', 'good');
    expect([good.code, good.stdout.match(/Nothing is wrong with it/g)?.length]).toEqual([0, 2]);
    const examined = await fetch(`${mill.address}/api/v1/sources/gone/examine`, {
      method: 'POST',
      headers: { authorization: 'Bearer open-sesame-1234' },
    });
    expect(await examined.json()).toMatchObject({ examined: [{ findings: [{ fault: 'gone' }] }] });
  });
  it('tell of a source that has used what it may use a day, until somebody lets it go on', async () => {
    const today = { pages: 2, quota: { pages: 2, bytes: 20_000_000_000 }, usedUp: ['pages'] };
    let frugal = await stateOf('frugal');
    // Its two pages are cleaned by and by, and the threads tell what that took.
    for (let turn = 0; turn < 600 && (frugal?.today?.cpuMs ?? 0) === 0; turn += 1) {
      await sleep(100);
      frugal = await stateOf('frugal');
    }
    expect(frugal).toMatchObject({ today, waiting: 2, dead: 0, state: 'waiting' });
    expect(frugal?.today?.bytes).toBeGreaterThan(2 * story.length);
    expect(frugal?.reason).toContain('it has used what it may use a day (2 of 2 pages)');
    const page = await (await fetch(`${mill.address}/sources/frugal`)).text();
    expect(page).toContain('pages asked for: 2 of 2;');
    const metrics = await (await fetch(`${mill.address}/metrics`)).text();
    expect(metrics).toMatch(/^newsmill_sources_over_quota 1$/m);
    const listed = await command('sources', 'list', '--find', 'frugal');
    expect(listed.stdout).toMatch(/^ {2}used today \(UTC\): .* of 20 GB, 2 of 2 pages, .* s of computing$/m);
    const lifted = await command('sources', 'lift', 'frugal');
    expect([lifted.code, lifted.stdout]).toEqual([
      0,
      expect.stringContaining('its quotas are lifted for the rest of the day'),
    ]);
    expect((await stateOf('frugal'))?.state).toBe('delivering');
    const again = await command('sources', 'lift', 'frugal');
    expect(again.stdout).toContain('neither braked nor over a quota');
  });
  it('change when a source is polled now, which needs no waiting for its turn', async () => {
    const before = polls.get('/gone') ?? 0;
    const { code, stdout } = await command('sources', 'poll', 'gone');
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('due now; the mill asks as soon as the host is free'),
    ]);
    for (let turn = 0; turn < 1_200 && (polls.get('/gone') ?? 0) === before; turn += 1) await sleep(100);
    expect(polls.get('/gone')).toBe(before + 1);
    const limited = await command('sources', 'poll', 'limited');
    expect(limited.stdout).toContain('its domain asked for a pause until ');
    const answer = await fetch(`${mill.address}/api/v1/sources/good/poll`, {
      method: 'POST',
      headers: { authorization: 'Bearer open-sesame-1234' },
    });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { sourceId: 'good', channels: [{ url: expect.any(String) }] },
    ]);
    const unknown = await command('sources', 'poll', 'pamper');
    expect([unknown.code, unknown.stderr]).toEqual([
      1,
      expect.stringContaining('There is no source and no channel "pamper"'),
    ]);
    expect((await stateOf('gone'))?.state).toBe('gone');
  });
});
