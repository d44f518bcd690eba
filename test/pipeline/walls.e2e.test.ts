import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

const text = (word: string) =>
  `The ${word} of the harbour was repaired on Tuesday by the volunteers of the town, who had waited for the ${word} since the morning. Nobody on the quay had seen a ${word} like it before, and the mayor said so in a long speech. `.repeat(
    3,
  );
const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;
const story = (word: string) =>
  page(`About the ${word}`, `<article><h1>About the ${word}</h1><p>${text(word)}</p></article>`);
const refresh = (target: string) => `<meta http-equiv="refresh" content="0;url=${target}">`;

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly html: string;
}
const challenge: Reply = {
  status: 403,
  headers: { 'cf-mitigated': 'challenge' },
  html: page('Just a moment...', '<script>window._cf_chl_opt={}</script>'),
};
/** What the paper answers at first, by the word of the story. */
const replies: Readonly<Record<string, (request: IncomingMessage) => Reply>> = {
  anchor: () => ({
    html: page(
      'Log in',
      '<h1>Log in to read on</h1><form action="/session"><input type="email"><input type="password"><button>Log in</button></form>',
    ),
  }),
  buoy: () => ({
    html: page(
      'Your privacy',
      '<h1>We value your privacy</h1><form><p>We and our partners store cookies on your device and ask for your consent to personalised advertising and to the measurement of content on our pages.</p><button>Accept all</button></form>',
    ),
  }),
  capstan: () => challenge,
  dredger: () => ({
    html: page(
      'Harbour Post',
      '<noscript>Please enable JavaScript.</noscript><div id="root"></div><script src="/app.js"></script>',
    ),
  }),
  ferry: () => ({ html: page('Redirecting...', '<p>One moment</p>', refresh('/new/ferry')) }),
  gangway: () => ({ html: page('', '<script>window.location.replace("\\/new\\/gangway");</script>') }),
  hawser: () => ({ headers: { refresh: '0; url=/new/hawser' }, html: page('', '') }),
  jetty: ({ headers }) =>
    headers.cookie === 'pass=1'
      ? { html: story('jetty') }
      : {
          headers: { 'set-cookie': 'pass=1; Path=/' },
          html: page('Checking', '<p>One moment</p>', refresh('/story/jetty')),
        },
  keel: () => ({ html: page('Redirecting...', '<p>One moment</p>', refresh('/private/keel')) }),
  lighthouse: () => challenge,
  mooring: () => ({ html: page('Redirecting...', '', refresh('http://10.0.0.1/mooring')) }),
  nautilus: () => ({ html: story('nautilus') }),
};
const words = Object.keys(replies);

describe('walls in the place of articles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-walls-'));
  const asked: string[] = [];
  /** With the second, the story of the nautilus is walled too, and the feed says something new of it. */
  let edition = 1;
  const entry = (word: string) =>
    `<item><title>About the ${word}${word === 'nautilus' ? `, edition ${edition}` : ''}</title><link>/story/${word}</link><pubDate>Thu, 12 Mar 2026 08:00:00 GMT</pubDate>${word === 'lighthouse' ? `<content:encoded><![CDATA[<p>${text('lighthouse')}</p>]]></content:encoded>` : ''}</item>`;
  const answer = (request: IncomingMessage, reply: ServerResponse): void => {
    const { url = '/' } = request;
    asked.push(url);
    if (url === '/robots.txt') return void reply.end('User-agent: *\nDisallow: /private/');
    if (url === '/feed.xml')
      return void reply
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title>${words.map(entry).join('')}</channel></rss>`,
        );
    const [, place, word = ''] = url.split('/');
    const given = place === 'new' ? { html: story(word) } : replies[word]?.(request);
    if (given === undefined) return void reply.writeHead(404).end();
    const { status = 200, headers = {}, html } = edition === 2 && word === 'nautilus' ? challenge : given;
    reply.writeHead(status, { 'content-type': 'text/html', ...headers }).end(html);
  };
  const server = createServer(answer);
  let origin = '';
  let mill: MillProcess;

  const fate = async (word: string) => {
    const response = await fetch(
      `${mill.address}/api/v1/ledger?url=${encodeURIComponent(`${origin}/story/${word}`)}`,
    );
    const item: { fate: string; reason?: string; meaning: string; nextAt?: number } = await response.json();
    return item;
  };
  const found = async (word: string): Promise<string[]> => {
    const response = await fetch(`${mill.address}/api/v1/search?q=title:${word}`);
    const { items }: { items: { url: string }[] } = await response.json();
    return items.map(({ url }) => new URL(url).pathname);
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo; // a TCP server has an address and a port
    origin = `http://127.0.0.1:${port}`;
    writeSources(join(folder, 'sources'), [
      {
        id: 'paper',
        name: 'Harbour Post',
        allowPrivate: [`127.0.0.1:${port}`],
        limits: { delay: '0s' },
        channels: [{ url: `${origin}/feed.xml`, interval: '1s' }],
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
    await untilAtRest(mill.address, words.length, 200_000);
  }, 240_000);
  afterAll(async () => {
    await mill?.kill();
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['anchor', 'not-article-login'],
    ['buoy', 'not-article-consent'],
    ['capstan', 'not-article-challenge'],
    ['dredger', 'not-article-javascript'],
    ['keel', 'not-article-redirect'],
  ])('are no articles, and are asked for again: %s, %s', async (word, reason) => {
    expect(await fate(word)).toMatchObject({ fate: 'dropped', reason, nextAt: expect.any(Number) });
    expect(await found(word)).toEqual([]);
  });
  it('are kept as they came', () => {
    const archive = join(folder, 'data', 'archive');
    const kept = readdirSync(archive, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => {
        const bytes = readFileSync(join(file.parentPath, file.name));
        return file.name.endsWith('.gz') ? gunzipSync(bytes).toString('latin1') : bytes.toString('latin1');
      })
      .join('');
    expect(kept).toContain('_cf_chl_opt');
    expect(kept).toContain('Log in to read on');
  });
  it.each([
    ['ferry', '/new/ferry'],
    ['gangway', '/new/gangway'],
    ['hawser', '/new/hawser'],
    ['jetty', '/story/jetty'],
  ])('are followed where they lead: %s', async (word, path) => {
    expect(await found(word)).toEqual([path]);
  });
  it('are not followed to what robots.txt forbids, nor to private addresses', async () => {
    expect(asked).not.toContain('/private/keel');
    expect(await fate('mooring')).toMatchObject({ fate: 'dropped', reason: 'not-article-redirect' });
  });
  it('give way to the whole text of the feed', async () => {
    expect(await fate('lighthouse')).toMatchObject({ fate: 'indexed' });
    expect(await found('lighthouse')).toEqual(['/story/lighthouse']);
  });
  it('leave the article of an earlier visit in the library', async () => {
    expect(await fate('nautilus')).toMatchObject({ fate: 'indexed' });
    edition = 2;
    for (let turn = 0; turn < 900 && (await fate('nautilus')).reason === undefined; turn += 1)
      await sleep(200);
    expect(await fate('nautilus')).toMatchObject({
      fate: 'indexed',
      reason: 'not-article-challenge',
      meaning: expect.stringContaining('The article of an earlier visit is in the library'),
    });
    expect(await found('nautilus')).toEqual(['/story/nautilus']);
  });
});
