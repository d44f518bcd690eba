import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createHttpClient } from '@newsmill/http';
import { openReadingThread } from '@newsmill/reading';
import { discoverChannels } from '../../libs/operate/src/sources/discover-channels.ts';
import { logInForm } from '../console/log-in-form.ts';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = (word: string) =>
  `The ${word} of the harbour was repaired on Tuesday by volunteers of the town, who had waited for the tide since morning. `.repeat(
    8,
  );

interface Paper {
  readonly server: Server;
  readonly origin: string;
  readonly asked: string[];
}

/** A paper that serves the given paths; `{origin}` in a body stands for its address. */
async function startPaper(
  paths: Readonly<
    Record<string, readonly [type: string, body: string, headers?: Readonly<Record<string, string>>]>
  >,
): Promise<Paper> {
  const asked: string[] = [];
  const server = createServer((request, reply) => {
    const url = request.url ?? '/';
    asked.push(url);
    const word = /^\/story\/([a-z]+)$/.exec(url)?.[1];
    if (word !== undefined)
      return void reply
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          `<!doctype html><html lang="en"><title>About the ${word}</title><article><h1>About the ${word}</h1><p>${text(word)}</p><p>${text(word)}</p></article></html>`,
        );
    const found = paths[url];
    if (found === undefined)
      return void reply
        .writeHead(404, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Not found</title>');
    const fill = (value: string) => value.replaceAll('{origin}', origin);
    const headers = Object.fromEntries(
      Object.entries(found[2] ?? {}).map(([name, value]) => [name, fill(value)]),
    );
    return void reply.writeHead(200, { 'content-type': found[0], ...headers }).end(fill(found[1]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // a TCP server has an address and a port
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, origin, asked };
}

const rss = (title: string, words: readonly string[], more = '') =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title>${words.map((word) => `<item><title>${word}</title><link>{origin}/story/${word}</link>${more.replaceAll('WORD', text(word))}</item>`).join('')}</channel></rss>`;
const newsSitemap = (words: readonly string[]) =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${words.map((word) => `<url><loc>{origin}/story/${word}</loc><news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication><news:title>${word}</news:title><news:publication_date>2026-11-24T10:00:00Z</news:publication_date></news:news></url>`).join('')}</urlset>`;
const page = (links: string) =>
  `<!doctype html><html><head><title>Harbour Post</title>${links}</head><body><p>Welcome.</p></body></html>`;
const feedLink = (path: string, title: string) =>
  `<link rel="alternate" type="application/rss+xml" title="${title}" href="${path}">`;

const whole: Parameters<typeof startPaper>[0] = {
  '/': [
    'text/html',
    page(
      [
        feedLink('/comments.xml', 'Comments'),
        feedLink('/sport.xml', 'Sport'),
        feedLink('/main.xml', 'Harbour Post'),
        feedLink('/gone.xml', 'Gone'),
        feedLink('/copy.xml', 'The same'),
      ].join(''),
    ),
  ],
  '/comments.xml': ['application/rss+xml', rss('Comments on everything', ['remark'])],
  '/sport.xml': ['application/rss+xml', rss('Sport', ['regatta'])],
  '/main.xml': [
    'application/rss+xml',
    rss('Harbour Post', ['crane', 'buoy'], '<content:encoded><![CDATA[<p>WORD</p>]]></content:encoded>'),
    { link: '<https://hub.example.org/>; rel="hub"' },
  ],
  '/copy.xml': [
    'application/rss+xml',
    rss('The same', ['crane', 'buoy'], '<content:encoded><![CDATA[<p>WORD</p>]]></content:encoded>'),
  ],
  '/robots.txt': ['text/plain', 'User-agent: *\nAllow: /\nSitemap: {origin}/map-index.xml\n'],
  '/map-index.xml': [
    'application/xml',
    '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{origin}/map-old.xml</loc></sitemap><sitemap><loc>{origin}/map-news.xml</loc></sitemap></sitemapindex>',
  ],
  '/map-news.xml': ['application/xml', newsSitemap(['lighthouse', 'ferry'])],
  '/story': ['text/html', page('')],
};

describe('the channels of a publisher', () => {
  const papers: Paper[] = [];
  const http = createHttpClient({ userAgent: 'newsmill-test' });
  const thread = openReadingThread({ budgetMs: 10_000 });
  async function discover(paths: Parameters<typeof startPaper>[0], path = '/') {
    const paper = await startPaper(paths);
    papers.push(paper);
    const found = await discoverChannels(http, `${paper.origin}${path}`, {
      allowPrivate: [new URL(paper.origin).host],
      now: Date.now,
      limitMs: 120_000,
      thread,
    });
    return {
      ...found,
      paper,
      paths: found.candidates.map(({ url, kind, foundBy }) => [url.replace(paper.origin, ''), kind, foundBy]),
    };
  }
  afterAll(async () => {
    await thread.close();
    await http.close();
    for (const { server } of papers) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('are ranked: whole texts, news sitemaps, other feeds, other sitemaps, comments; the same comes once', async () => {
    const { candidates, paths } = await discover(whole);
    expect(paths).toEqual([
      ['/main.xml', 'feed', 'page'],
      ['/map-news.xml', 'news-sitemap', 'robots'],
      ['/sport.xml', 'feed', 'page'],
      ['/map-index.xml', 'sitemap', 'robots'],
      ['/comments.xml', 'feed', 'page'],
    ]);
    expect(candidates[0]).toMatchObject({
      hasContent: true,
      entries: 2,
      hub: 'https://hub.example.org/',
      title: 'Harbour Post',
    });
  });
  it('are looked for at usual addresses where the page names none', async () => {
    const { paths } = await discover({
      '/': ['text/html', page('')],
      '/feed.xml': ['application/rss+xml', rss('F', ['crane'])],
      '/news-sitemap.xml': ['application/xml', newsSitemap(['buoy'])],
    });
    expect(paths).toEqual([
      ['/news-sitemap.xml', 'news-sitemap', 'well-known'],
      ['/feed.xml', 'feed', 'well-known'],
    ]);
  });
  it('are not looked for where the address is one', async () => {
    const { paths, paper } = await discover(whole, '/sport.xml');
    expect(paths).toEqual([['/sport.xml', 'feed', 'asked']]);
    expect(paper.asked).toEqual(['/sport.xml']);
  });
  it('may be a sitemap, or be named with a hub in the headers of the page', async () => {
    expect((await discover(whole, '/map-news.xml')).paths).toEqual([
      ['/map-news.xml', 'news-sitemap', 'asked'],
    ]);
    const named = await discover({
      '/': [
        'text/html',
        page(''),
        { link: '<https://hub.example.org/>; rel=hub, <{origin}/pushed>; rel=self' },
      ],
      '/pushed': ['application/rss+xml', rss('Pushed', ['crane'])],
    });
    expect(named.paths).toEqual([['/pushed', 'feed', 'hub']]);
  });
  it('are none where there are none, in words', async () => {
    const { candidates, problems } = await discover({ '/': ['text/html', page('')] });
    expect(candidates).toEqual([]);
    expect(problems.join()).toContain('name no feed and no sitemap');
  });
});

describe('the embedded mill and a publisher', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-discover-'));
  const sources = join(folder, 'sources');
  let paper: Paper;
  let mill: MillProcess;
  let key: string;
  const host = () => new URL(paper.origin).host;
  const newsmill = (...words: string[]) =>
    promisify(execFile)(
      join(root, 'node_modules/.bin/node'),
      [join(root, 'services/mill/dist/main.js'), ...words],
      { cwd: root },
    );
  async function call<T>(path: string, body: object): Promise<T> {
    const answer = await fetch(`${mill.address}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
    return (await answer.json()) as T;
  }
  async function channels(): Promise<string[]> {
    const answer = (await (await fetch(`${mill.address}/api/v1/sources`)).json()) as {
      sources: { id: string; channels: { url: string }[] }[];
    };
    return answer.sources
      .filter(({ id }) => id === 'finder')
      .flatMap((source) => source.channels.map(({ url }) => url.replace(paper.origin, '')));
  }
  const until = untilWithin(180_000);
  const finder = (discover: boolean) =>
    writeSources(sources, [
      {
        id: 'finder',
        name: 'Finder',
        channels: [{ url: `${paper.origin}/sport.xml`, interval: '1s' }],
        discover,
        allowPrivate: [host()],
        limits: { delay: '10ms' },
      },
    ]);

  beforeAll(async () => {
    paper = await startPaper(whole);
    mkdirSync(sources);
    finder(true);
    mill = await startMill({
      data: join(folder, 'data'),
      sources,
      settings: { NEWSMILL_LOG_LEVEL: 'error', NEWSMILL_POLL_MIN: '1s' },
    });
    key = readFileSync(join(folder, 'data', 'admin.key'), 'utf8').trim();
  });
  afterAll(async () => {
    await mill?.kill();
    paper?.server.closeAllConnections();
    paper?.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('follows sitemaps that robots.txt names, where the source wants that, and says so', async () => {
    await until('sitemap', async () => (await channels()).includes('/map-index.xml'));
    await until('its children', async () => (await channels()).includes('/map-news.xml'));
    await until('a story', async () => {
      const found = (await (await fetch(`${mill.address}/api/v1/search?q=lighthouse&limit=1`)).json()) as {
        total: number;
      };
      return found.total === 1;
    });
    expect(await (await fetch(`${mill.address}/metrics`)).text()).toContain(
      'newsmill_notes_total{note="source.discovered"} 1',
    );
  });
  it('drops them when the source does not want them any more', async () => {
    finder(false);
    await until('removal', async () => (await channels()).join() === '/sport.xml');
  });
  it('shows them through the API and in the console, the best first', async () => {
    const preview = await call<{
      kind: string;
      candidates: { url: string; kind: string }[];
      feedUrl: string;
      articles: { title: string }[];
      problems: string[];
    }>('preview', { url: paper.origin, allowPrivate: [host()] });
    expect(preview.candidates.map(({ url }) => url.replace(paper.origin, ''))).toEqual([
      '/main.xml',
      '/map-news.xml',
      '/sport.xml',
      '/map-index.xml',
      '/comments.xml',
    ]);
    const { cookie, token } = await logInForm(mill.address, '/preview', key);
    const shown = await fetch(`${mill.address}/preview`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ url: paper.origin, allowPrivate: host(), token }),
    });
    const html = await shown.text();
    expect(html).toContain('What this publisher offers');
    expect(html).toContain('--all');
    expect(html.indexOf('/main.xml')).toBeLessThan(html.lastIndexOf('/comments.xml'));
  });
  it('asks no private address for a preview that only a source may reach, and says how to name it', async () => {
    const before = paper.asked.length;
    const { problems, candidates } = await call<{ problems: string[]; candidates: unknown[] }>('preview', {
      url: `${paper.origin}/main.xml`,
    });
    expect(problems.join()).toContain(`allowPrivate: ["${host()}"]`);
    expect(candidates).toEqual([]);
    expect(paper.asked.slice(before)).not.toContain('/main.xml');
  });
  it('shows the articles of the best feed for a front page', async () => {
    const { kind, feedUrl, articles } = await call<{
      kind: string;
      feedUrl: string;
      articles: { finalUrl: string }[];
    }>('preview', { url: paper.origin, allowPrivate: [host()] });
    expect([kind, feedUrl]).toEqual(['feed', `${paper.origin}/main.xml`]);
    expect(paper.asked).toContain('/story/crane');
    expect(articles.length).toBeLessThanOrEqual(3);
  });
  it('adds the best, or all, through the API', async () => {
    const best = await call<{
      source: { channels: { url: string; kind: string }[]; allowPrivate: string[] };
    }>('sources', { url: paper.origin, id: 'best', allowPrivate: [host()] });
    expect(best.source.allowPrivate).toEqual([host()]);
    expect(best.source.channels).toEqual([{ kind: 'feed', url: `${paper.origin}/main.xml` }]);
    const all = await call<{ source: { channels: { url: string; kind: string }[] } }>('sources', {
      url: paper.origin,
      id: 'every',
      all: true,
      allowPrivate: [host()],
    });
    expect(all.source.channels.map(({ kind }) => kind)).toEqual(['feed', 'news-sitemap', 'feed']);
    rmSync(join(sources, 'best.yaml'));
    rmSync(join(sources, 'every.yaml'));
  });
  it('adds them from the command line', async () => {
    const words = [
      'sources',
      'add',
      paper.origin,
      '--sources',
      join(folder, 'others'),
      '--allow-private',
      host(),
    ];
    const dry = await newsmill(...words, '--dry-run');
    expect(dry.stdout).toContain(
      '+ ' +
        paper.origin +
        '/main.xml (Harbour Post): feed, 2 entries, whole texts, pushed by hub.example.org, named by the page',
    );
    expect(dry.stdout).toContain('--all adds every useful one');
    expect(readdirSync(folder)).not.toContain('others');
    await newsmill(...words, '--all', '--id', 'harbour');
    const yaml = readFileSync(join(folder, 'others', 'harbour.yaml'), 'utf8');
    for (const path of ['/main.xml', '/map-news.xml', '/sport.xml']) expect(yaml).toContain(path);
    expect(yaml).not.toContain('comments');
    expect((await newsmill('validate', join(folder, 'others'))).stdout).toBeDefined();
  }, 240_000);
});
