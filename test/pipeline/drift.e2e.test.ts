import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

const things = ['harbour', 'tram', 'council', 'school', 'river', 'market', 'library', 'bridge', 'theatre'];
const thing = (at: number): string => things[at % things.length] ?? '';
const titleOf = (number: number) => `Keepers of the ${thing(number)} get plan number ${number}`;
const paragraph = (number: number, at: number) =>
  `<p>The ${thing(number * 5 + at * 7)} was talked about on day ${number * 13 + at}, and the ${thing(at + 1)} with its ${number + 40} keepers got a new plan. People from the ${thing(at + 2)} came in number ${number * 3 + at} and asked for more light, more benches and fewer cars along the quay.</p>`;
const story = (number: number) => [0, 1, 2, 3, 4, 5].map((at) => paragraph(number, at)).join('');

/** A paper whose layout breaks: headline and story stand where nobody looks for them. */
class Paper {
  stories = 20;
  isBroken = false;
  readonly server = createServer((request, reply) => {
    const path = request.url ?? '/';
    const number = Number(/^\/news\/(\d+)$/.exec(path)?.[1] ?? Number.NaN);
    if (path === '/feed.xml')
      return void reply.writeHead(200, { 'content-type': 'application/rss+xml' }).end(this.#feed());
    if (Number.isNaN(number)) return void reply.writeHead(404).end();
    reply.writeHead(200, { 'content-type': 'text/html' }).end(this.#page(number));
  });
  get origin(): string {
    const { port } = this.server.address() as AddressInfo; // a TCP server has an address and a port
    return `http://127.0.0.1:${port}`;
  }
  #feed(): string {
    const items = Array.from({ length: this.stories }, (_, index) => index + 1).toReversed();
    return `<rss version="2.0"><channel><title>The Paper</title>${items.map((number) => `<item><link>${this.origin}/news/${number}</link></item>`).join('')}</channel></rss>`;
  }
  #page(number: number): string {
    const time = '<time datetime="2026-11-20T08:00:00Z">20 November 2026</time>';
    return this.isBroken
      ? `<html lang="en"><head><title>x</title></head><body><main class="new"><h1>x</h1>${paragraph(number, 0)}</main><footer><b class="kop">${titleOf(number)}</b><i class="wie">Ada Moss</i><i class="wann">20 November 2026</i><div class="lopend">${story(number)}</div></footer></body></html>`
      : `<html lang="en"><head><title>${titleOf(number)}</title></head><body><article><h1>${titleOf(number)}</h1><p class="by">By Ada Moss</p>${time}<div class="text">${story(number)}</div></article></body></html>`;
  }
}

interface Found {
  readonly total: number;
  readonly items: readonly {
    readonly title: string;
    readonly flags: readonly string[];
    readonly url: string;
  }[];
}

describe('a source whose layout breaks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-drift-'));
  const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
  const environment = {
    NEWSMILL_POLL_MIN: '3s',
    NEWSMILL_DATA: data,
    NEWSMILL_SOURCES: sources,
    NEWSMILL_LOG_LEVEL: 'info',
  };
  const paper = new Paper();
  const log: string[] = [];
  let mill: MillProcess;

  const get = async (path: string): Promise<unknown> => (await fetch(`${mill.address}${path}`)).json();
  // the answer of the search, as openapi.json describes it
  const search = async (text: string) => (await get(`/api/v1/search?limit=100${text}`)) as Found;
  const source = async () => {
    // the answer of the sources, as openapi.json describes it
    const { sources: all } = (await get('/api/v1/sources')) as {
      readonly sources: readonly {
        readonly state: string;
        readonly reason: string;
        readonly next?: string;
      }[];
    };
    return all[0];
  };
  const until = async (what: () => Promise<boolean>) => {
    for (let tries = 0; tries < 900 && !(await what()); tries += 1) await sleep(200);
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => paper.server.listen(0, '127.0.0.1', resolve));
    writeSources(sources, [
      {
        id: 'paper',
        name: 'The Paper',
        allowPrivate: [new URL(paper.origin).host],
        limits: { delay: '0s' },
        channels: [{ url: `${paper.origin}/feed.xml`, interval: '3s' }],
      },
    ]);
    mill = await startMill({ data, sources, settings: environment, log });
    await untilAtRest(mill.address, 20, 200_000);
  }, 240_000);
  afterAll(async () => {
    await mill.stop();
    paper.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('delivers while nothing is wrong', async () => {
    expect((await search('')).total).toBe(20);
    expect((await source())?.state).toBe('delivering');
  });

  it('is drifting within one poll, says why, and shows none of what is left of its articles', async () => {
    paper.isBroken = true;
    paper.stories = 25;
    await untilAtRest(mill.address, 25, 200_000);
    await until(async () => (await search('&q=flag:quarantined')).total === 5);
    const held = await search('&q=flag:quarantined');
    expect(held.items.map(({ title, flags }) => [title, flags.includes('quarantined')])).toEqual(
      Array(5).fill(['x', true]),
    );
    const shown = await search('');
    expect([shown.total, shown.items.some(({ title }) => title === 'x')]).toEqual([20, false]);
    expect((await search('&hidden=true')).total).toBe(25);
    const state = await source();
    expect(state?.state).toBe('drifting');
    expect(state?.reason).toMatch(/titles of 1 characters \(usually \d+\), the same title on several/);
    expect(state?.next).toContain('reprocess --from-archive --source paper --query flag:quarantined');
    expect(log.join('\n')).toContain('source.drifting');
    const page = await (await fetch(`${mill.address}/`)).text();
    expect(page).toContain('5 doubtful articles are hidden');
  });

  it('is mended from the archive after the fix, and delivers again', async () => {
    appendFileSync(
      join(sources, 'paper.yaml'),
      "\nrules:\n  title: .kop\n  body: ['.lopend']\n  authors: .wie\n  published: .wann\n",
    );
    // The file is read once it has stayed the same for a second, and its source is taken up then.
    await sleep(12_000);
    paper.stories = 29;
    await untilAtRest(mill.address, 29, 200_000);
    await until(async () => (await source())?.state === 'delivering');
    expect((await source())?.state).toBe('delivering');
    expect((await search('')).total).toBe(24);
    await mill.stop();
    const told = await runCommand(['trace', `${paper.origin}/news/23`], environment);
    expect(told.stdout).toContain('held back (quarantined): The last');
    expect(told.stdout).toContain('hidden from searches that do not ask for it (flag:quarantined)');
    expect((await runCommand(['audit'], environment)).stdout).toContain(
      '29 articles in the library (5 of them hidden as doubtful), 0 dead letters',
    );
    const { code, stdout, stderr } = await runCommand(
      ['reprocess', '--from-archive', '--source', 'paper', '--query', 'flag:quarantined'],
      environment,
    );
    expect([code, stderr, stdout]).toEqual([
      0,
      expect.anything(),
      expect.stringContaining('5 articles read, 5 changed'),
    ]);
    mill = await startMill({ data, sources, settings: environment, log });
    const all = await search('');
    expect(all.total).toBe(29);
    expect(all.items.filter(({ url }) => url.endsWith('/news/23')).map(({ title }) => title)).toEqual([
      titleOf(23),
    ]);
  }, 240_000);
});
