import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ArticleDocument } from '@newsmill/contracts';
import { seededArticles } from './seeded-articles.ts';

/**
 * A small paper on this machine: a feed of three articles, one of which is gone, and a place that takes
 * webhooks.
 */
export interface Paper {
  /** `127.0.0.1:port`, the private pair that must be named for whoever asks it. */
  readonly pair: string;
  readonly feed: string;
  readonly hook: string;
  /** Bodies that came to the hook. */
  readonly hooked: readonly string[];
  close(): Promise<void>;
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function feedOf(origin: string, articles: readonly ArticleDocument[]): string {
  const items = [
    ...articles.map(({ title, url, published }) => ({ title, path: new URL(url).pathname, published })),
    { title: 'What was here', path: '/news/old', published: '2026-11-20T08:00:00Z' },
  ];
  const entries = items.map(
    ({ title, path, published }) =>
      `<item><title>${escaped(title)}</title><link>${origin}${path}</link><pubDate>${new Date(published).toUTCString()}</pubDate></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Times &lt;127.0.0.1&gt;</title><link>${origin}/</link><description>Boats</description>${entries.join('')}</channel></rss>`;
}

function pageOf({ title, language, published, blocks }: ArticleDocument): string {
  const paragraphs = blocks.map(({ text }) => `<p>${escaped(text)}</p>`).join('');
  return `<!doctype html><html lang="${language}"><head><title>${escaped(title)}</title><meta property="og:type" content="article"><meta property="article:published_time" content="${published}"></head><body><main><article><h1>${escaped(title)}</h1>${paragraphs}</article></main></body></html>`;
}

export async function openPaper(): Promise<Paper> {
  const articles = seededArticles().slice(0, 2);
  const hooked: string[] = [];
  const server = createServer((request, reply) => {
    const origin = `http://${request.headers.host ?? ''}`;
    const article = articles.find(({ url }) => new URL(url).pathname === request.url);
    if (request.url === '/feed.xml')
      return reply.setHeader('content-type', 'application/rss+xml').end(feedOf(origin, articles));
    if (article !== undefined)
      return reply.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(article));
    if (request.url !== '/hook') return reply.writeHead(request.url === '/news/old' ? 410 : 404).end();
    let body = '';
    request
      .setEncoding('utf8')
      .on('data', (part: string) => (body += part))
      .on('end', () => {
        hooked.push(body);
        reply.writeHead(204).end();
      });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pair = `127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)));
      server.closeAllConnections();
    });
  return { pair, feed: `http://${pair}/feed.xml`, hook: `http://${pair}/hook`, hooked, close };
}
