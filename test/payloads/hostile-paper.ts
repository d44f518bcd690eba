import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A paper on this machine whose feed and pages hold the payloads. */
export interface HostilePaper {
  /** `127.0.0.1:port`, the private pair that must be named for whoever asks it. */
  readonly pair: string;
  readonly feed: string;
  close(): Promise<void>;
}

const escaped = (text: string): string =>
  text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\P{Cc}\t\n\r]/gu, ' ');

function feedOf(origin: string, texts: readonly string[]): string {
  const [first = ''] = texts;
  const items = texts.map(
    (text, index) =>
      `<item><title>${escaped(text)}</title><link>${origin}/news/${index}?q=${encodeURIComponent(text.toWellFormed())}</link><guid isPermaLink="false">${escaped(text)}</guid><author>${escaped(text)}</author><pubDate>Tue, 24 Nov 2026 1${index % 10}:00:00 GMT</pubDate><description>${escaped(text)}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${escaped(first)}</title><link>${origin}/</link><description>${escaped(first)}</description>${items.join('')}</channel></rss>`;
}

/** A page with the payloads as what its publisher escaped, so that they are its text. */
function pageOf(texts: readonly string[]): string {
  const [first = '', second = ''] = texts;
  const paragraphs = texts.map(
    (text) =>
      `<p>The ferry left the pier at seven in the morning, said the harbour master, who had counted them. ${escaped(text)}</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${escaped(first)}</title><meta property="og:type" content="article"><meta name="author" content="${escaped(second)}"><meta property="article:published_time" content="2026-11-24T10:00:00Z"></head><body><main><article><h1>${escaped(first)}</h1>${paragraphs.join('')}</article></main></body></html>`;
}

/** Opens it on a free port. */
export async function openHostilePaper(texts: readonly string[]): Promise<HostilePaper> {
  const server = createServer((request, reply) => {
    const origin = `http://${request.headers.host ?? ''}`;
    if (request.url === '/feed.xml')
      return reply.setHeader('content-type', 'application/rss+xml').end(feedOf(origin, texts));
    if (request.url?.startsWith('/news/') !== true) return reply.writeHead(404).end();
    return reply.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(texts));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pair = `127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error === undefined ? resolve() : reject(error)));
      server.closeAllConnections();
    });
  return { pair, feed: `http://${pair}/feed.xml`, close };
}
