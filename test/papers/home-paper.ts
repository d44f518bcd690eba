import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A paper on the loopback with a home page, for tests. */
export interface HomePaper {
  readonly server: Server;
  readonly origin: string;
  /** Paths that were requested. */
  readonly asked: string[];
  /** Requests that were under way together. */
  mostAtOnce: number;
}

interface HomeOptions {
  /** How many of the twelve articles of the home page each channel names; 0: there is no such channel. */
  readonly feed: number;
  readonly news: number;
}

const articles = Array.from({ length: 12 }, (_, index) => index + 1);
const start = Date.parse('2026-11-24T10:00:00Z');
/** Article 1 is the newest; each is half an hour older than the one before. */
const dateOf = (number: number) => new Date(start - number * 1_800_000).toISOString();
const titleOf = (number: number) => `The story of number ${number}`;
const text = (number: number) =>
  `On day ${number} the volunteers of the town repaired the old crane of the harbour, which had waited for the tide since morning. `.repeat(
    6,
  );
const html = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

function home({ feed, news }: HomeOptions): string {
  const name =
    '<title>Harbour Post - news of the harbour</title><meta property="og:site_name" content="Harbour Post">';
  const link = feed + news > 0 ? '<link rel="alternate" type="application/rss+xml" href="/feed.xml">' : '';
  const teasers = articles
    .map(
      (number) =>
        `<article class="teaser"><h2><a href="/story/${number}">${titleOf(number)} is told at length today</a></h2><p>${text(number).slice(0, 120)}</p></article>`,
    )
    .join('');
  return html(
    name + link,
    `<nav><a href="/">Home</a><a href="/about">About</a></nav><main>${teasers}</main>`,
  );
}

function story(number: number): string {
  return html(
    `<title>${titleOf(number)}</title>`,
    `<article><h1>${titleOf(number)}</h1><p>${text(number)}</p><p>${text(number + 20)}</p></article>`,
  );
}

/** Articles 3 and on: the feed is an hour late. */
function feed(origin: string, count: number): string {
  const items = articles
    .slice(2, 2 + count)
    .map(
      (number) =>
        `<item><title>${titleOf(number)}</title><link>${origin}/story/${number}</link><pubDate>${new Date(dateOf(number)).toUTCString()}</pubDate></item>`,
    );
  return `<rss version="2.0"><channel><title>Harbour Post</title>${items.join('')}</channel></rss>`;
}

function newsSitemap(origin: string, count: number): string {
  const urls = articles
    .slice(0, count)
    .map(
      (number) =>
        `<url><loc>${origin}/story/${number}</loc><news:news><news:publication><news:name>Harbour Post</news:name><news:language>en</news:language></news:publication><news:title>${titleOf(number)}</news:title><news:publication_date>${dateOf(number)}</news:publication_date></news:news></url>`,
    );
  return `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${urls.join('')}</urlset>`;
}

/** What stands at a path: its type and text. */
function answerAt(path: string, origin: string, options: HomeOptions): readonly [string, string] | undefined {
  const number = Number(/^\/story\/(\d{1,2})$/.exec(path)?.[1]);
  if (number > 0) return ['text/html', story(number)];
  if (path === '/') return ['text/html', home(options)];
  if (path === '/feed.xml' && options.feed > 0) return ['application/rss+xml', feed(origin, options.feed)];
  if (path === '/news.xml' && options.news > 0) return ['application/xml', newsSitemap(origin, options.news)];
  if (path === '/robots.txt')
    return [
      'text/plain',
      `User-agent: *\nAllow: /\n${options.news > 0 ? `Sitemap: ${origin}/news.xml\n` : ''}`,
    ];
  return undefined;
}

/** Starts a paper whose home page shows twelve articles. */
export async function startHomePaper(options: HomeOptions): Promise<HomePaper> {
  let now = 0;
  const server = createServer((request, reply) => {
    const path = request.url ?? '/';
    paper.asked.push(path);
    now += 1;
    paper.mostAtOnce = Math.max(paper.mostAtOnce, now);
    reply.once('close', () => (now -= 1));
    const [type, body] = answerAt(path, paper.origin, options) ?? [];
    if (type === undefined)
      return void reply.writeHead(404, { 'content-type': 'text/html' }).end(html('', 'No'));
    return void reply.writeHead(200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // a TCP server has an address and a port
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const paper: HomePaper = { server, origin, asked: [], mostAtOnce: 0 };
  return paper;
}
