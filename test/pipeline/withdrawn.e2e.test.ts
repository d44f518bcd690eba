import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

const words = [
  'anchor',
  'buoy',
  'capstan',
  'dredger',
  'ferry',
  'gangway',
  'hawser',
  'jetty',
  'keel',
  'lighthouse',
] as const;
/** Stories that no robot may keep, from the first day on: by element, by header. */
const forbidden = ['mooring', 'nautilus'] as const;
const text = (word: string) =>
  `The ${word} of the harbour was repaired on Tuesday by the volunteers of the town, who had waited for the ${word} since the morning. Nobody on the quay had seen a ${word} like it before, and the mayor said so in a long speech. `.repeat(
    5,
  );
const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${body}</p><p>${body}</p></article></body></html>`;
const softError = () =>
  `<!doctype html><html><head><title>Page not found</title></head><body><h1>404 - Page not found</h1><p>Sorry, the page you are looking for does not exist. ${Math.random()}</p></body></html>`;
const noindex = (html: string) => html.replace('</title>', '</title><meta name="robots" content="noindex">');
const login =
  '<!doctype html><html><head><title>Log in</title></head><body><h1>Log in to read on</h1><form method="post" action="/login"><label>Mail <input type="email" name="mail"></label><label>Password <input type="password" name="password"></label><button>Log in</button></form></body></html>';

/** A paper whose stories become something else once it is told to. */
function servePaper(edition: () => number): Server {
  return createServer((request, reply) => {
    const path = request.url ?? '/';
    const word = path.split('/').at(-1) ?? '';
    const html = (body: string, headers = {}) =>
      void reply.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
    const story = page(`About the ${word}`, text(word));
    const to = (location: string) => void reply.writeHead(302, { location }).end();
    if (path === '/feed.xml')
      return void reply
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Harbour Post</title>${[...words, ...forbidden].map((name) => `<item><title>About the ${name}, edition ${edition()}</title><link>/story/${name}</link></item>`).join('')}</channel></rss>`,
        );
    if (path === '/robots.txt') return void reply.writeHead(404).end();
    if (path === '/') return html(page('Harbour Post', text('whole town')));
    if (edition() === 2 && path.startsWith('/story/')) {
      if (word === 'anchor') return html(softError());
      if (word === 'buoy') return to('/');
      if (word === 'capstan') return html(login);
      if (word === 'dredger') return to('/moved/dredger');
      if (word === 'ferry') return to('/story/gangway');
      if (word === 'hawser') return html(noindex(story));
      if (word === 'jetty') return html(story, { 'x-robots-tag': 'otherbot: nofollow, newsmill: noindex' });
    }
    if (word === 'mooring') return html(noindex(story));
    html(story, word === 'nautilus' ? { 'x-robots-tag': 'none' } : {});
  });
}

describe('articles whose pages become something else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-withdrawn-'));
  let server: Server;
  let mill: MillProcess;
  /** A new one makes every story of the feed due again. */
  let edition = 1;

  const found = async (word: string): Promise<string[]> => {
    const answer = await fetch(`${mill.address}/api/v1/search?q=title:${word}`);
    const { items }: { items: { url: string }[] } = await answer.json();
    return items.map(({ url }) => new URL(url).pathname).sort();
  };
  const settled = async (word: string, paths: readonly string[]) => {
    for (let turn = 0; turn < 900; turn += 1) {
      if (JSON.stringify(await found(word)) === JSON.stringify(paths)) return;
      await sleep(200);
    }
    throw new Error(`${word}: ${JSON.stringify(await found(word))}`);
  };
  const ledger = async (word: string) => {
    const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
    const answer = await fetch(
      `${mill.address}/api/v1/ledger?url=${encodeURIComponent(`http://127.0.0.1:${port}/story/${word}`)}`,
    );
    const item: { fate: string; reason?: string; meaning: string } = await answer.json();
    return item;
  };

  beforeAll(async () => {
    server = servePaper(() => edition);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // likewise
    writeSources(join(folder, 'sources'), [
      {
        id: 'paper',
        name: 'Harbour Post',
        allowPrivate: [`127.0.0.1:${port}`],
        limits: { delay: '0s' },
        channels: [{ url: `http://127.0.0.1:${port}/feed.xml`, interval: '1s' }],
      },
    ]);
    mill = await startMill({
      data: join(folder, 'data'),
      sources: join(folder, 'sources'),
      settings: {
        NEWSMILL_RETRY_LADDER: '1s',
        NEWSMILL_REVISITS: '1h',
        NEWSMILL_POLL_MIN: '1s',
        NEWSMILL_LOG_LEVEL: 'error',
      },
    });
    await untilAtRest(mill.address, words.length + forbidden.length, 200_000);
    for (const word of words) await settled(word, [`/story/${word}`]);
    edition = 2;
  }, 240_000);
  afterAll(async () => {
    await mill?.kill();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leave the library after a soft 404 and a way to the front page, when a second look says the same', async () => {
    await settled('anchor', []);
    await settled('buoy', []);
    expect(await ledger('anchor')).toMatchObject({ fate: 'dropped', reason: 'not-article-error' });
    expect(await ledger('buoy')).toMatchObject({ fate: 'dropped', reason: 'not-article-index' });
  });
  it('leave for the article to which their address leads', async () => {
    await settled('dredger', ['/moved/dredger']);
    await settled('ferry', []);
    expect(await ledger('ferry')).toMatchObject({ fate: 'duplicate' });
  });
  it('stay behind a login, and are called indexed', async () => {
    for (let turn = 0; turn < 900 && (await ledger('capstan')).reason === undefined; turn += 1)
      await sleep(200);
    expect(await ledger('capstan')).toMatchObject({ fate: 'indexed', reason: 'not-article-login' });
    expect(await found('capstan')).toEqual(['/story/capstan']);
  });
  it('leave at once when their pages forbid robots to keep them, and never come where they did from the start', async () => {
    for (const word of ['hawser', 'jetty', ...forbidden]) {
      await settled(word, []);
      expect(await ledger(word)).toMatchObject({ fate: 'denied', reason: 'denied-by-page' });
    }
    const { port } = server.address() as AddressInfo; // likewise
    const trace = spawnSync(
      process.execPath,
      [
        'services/mill/dist/main.js',
        'trace',
        `http://127.0.0.1:${port}/story/mooring`,
        '--data',
        join(folder, 'data'),
      ],
      { encoding: 'utf8' },
    );
    expect(trace.stdout).toContain('denied-by-page');
  });
  it('come back with their pages', async () => {
    edition = 3;
    await settled('anchor', ['/story/anchor']);
    await settled('buoy', ['/story/buoy']);
    await settled('ferry', ['/story/ferry']);
    await settled('hawser', ['/story/hawser']);
    await settled('jetty', ['/story/jetty']);
    expect(await found('mooring')).toEqual([]);
  });
  it('leave a balance that holds, by the API as by the command line', async () => {
    await untilAtRest(mill.address, words.length, 200_000);
    const answer = await fetch(`${mill.address}/api/v1/audit`);
    expect(await answer.json()).toMatchObject({ balanced: true, findings: [] });
    await mill.stop();
    const audit = spawnSync(
      process.execPath,
      ['services/mill/dist/main.js', 'audit', '--data', join(folder, 'data')],
      { encoding: 'utf8' },
    );
    expect([audit.status, audit.stderr]).toEqual([0, '']);
  });
});
