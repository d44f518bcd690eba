import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { SourceInput } from '@newsmill/contracts';
import { createLimitedServer, httpLimits } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { demoEditions } from './demo-editions.ts';
import { demoFolder, placeholderOrigin, readDemoPaper, type DemoPage } from './read-demo-paper.ts';
import { lastChange, listSelector, writeDemoChannel } from './write-demo-channel.ts';

/** What the server answers for one path. */
interface Resource {
  readonly contentType: string;
  readonly body: Buffer;
  readonly etag: string;
  readonly lastModified: string;
}

/** The running demonstration paper. */
export interface Demo {
  /** Without a slash at its end, such as `http://127.0.0.1:41234`. */
  readonly origin: string;
  close(): Promise<void>;
}

function resource(contentType: string, body: Buffer, changed: Date): Resource {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { contentType, body, etag, lastModified: changed.toUTCString() };
}

/**
 * The placeholder is plain ASCII and the charsets used keep ASCII as it is, so bytes can be replaced without
 * decoding.
 */
function withOrigin(bytes: Buffer, origin: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(placeholderOrigin, origin), 'latin1');
}

function homePage(origin: string): string {
  const links = demoEditions.map(
    (edition) => `<li><a href="${origin}/${edition.id}/">${edition.name}</a></li>`,
  );
  const feeds = demoEditions
    .filter((edition) => edition.channel.kind === 'rss' || edition.channel.kind === 'atom')
    .map(
      (edition) =>
        `<link rel="alternate" type="application/${edition.channel.kind === 'rss' ? 'rss' : 'atom'}+xml" title="${edition.name}" href="${origin}${edition.channel.path}">`,
    );
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>The Harbour Courier</title>\n${feeds.join('\n')}\n</head>\n<body><h1>The Harbour Courier</h1><ul>\n${links.join('\n')}\n</ul></body></html>\n`;
}

function robots(origin: string): string {
  const sitemaps = demoEditions
    .filter((edition) => edition.channel.kind === 'news-sitemap')
    .map((edition) => `Sitemap: ${origin}${edition.channel.path}\n`);
  return `User-agent: *\nDisallow: /subscribers/\nDisallow: /search\n\n${sitemaps.join('')}`;
}

type PageWithBytes = DemoPage & { readonly bytes: Buffer };

function makeResources(pages: readonly PageWithBytes[], origin: string): Map<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const { bytes, ...page } of pages) {
    resources.set(page.path, resource(page.contentType, withOrigin(bytes, origin), lastChange([page])));
  }
  for (const edition of demoEditions) {
    const own = pages.filter((page) => page.edition === edition.id);
    const channel = writeDemoChannel(edition, own, origin);
    resources.set(
      edition.channel.path,
      resource(channel.contentType, Buffer.from(channel.text), lastChange(own)),
    );
    const front = writeDemoChannel(edition, own, origin, 'list');
    resources.set(`/${edition.id}/`, resource(front.contentType, Buffer.from(front.text), lastChange(own)));
  }
  resources.set(
    '/robots.txt',
    resource('text/plain; charset=utf-8', Buffer.from(robots(origin)), lastChange(pages)),
  );
  resources.set('/', resource('text/html; charset=utf-8', Buffer.from(homePage(origin)), lastChange(pages)));
  return resources;
}

/** RFC 9110, 13.2.2: If-None-Match decides alone where it is given. */
function isUnchanged(request: IncomingMessage, found: Resource): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined)
    return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === found.etag || tag.trim() === '*');
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Date.parse(found.lastModified) <= since;
}

function answer(
  resources: ReadonlyMap<string, Resource>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response
      .writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain; charset=utf-8' })
      .end('Only GET and HEAD are answered here.\n');
    return;
  }
  const found = resources.get((request.url ?? '/').replace(/[?#].*/s, ''));
  if (found === undefined) {
    response
      .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      .end('The Harbour Courier has no such page.\n');
    return;
  }
  const validators = { etag: found.etag, 'last-modified': found.lastModified, 'cache-control': 'no-cache' };
  if (isUnchanged(request, found)) {
    response.writeHead(304, validators).end();
    return;
  }
  response.writeHead(200, {
    ...validators,
    'content-type': found.contentType,
    'content-length': found.body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : found.body);
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string')
        reject(new Error('the demonstration paper has no port'));
      else resolve(address.port);
    });
  });
}

/**
 * Serves the demonstration paper on loopback: its pages byte for byte, each edition's feed, robots.txt, a
 * front page. `port` 0 or none takes a free one. Rejects when the port is taken or the files are missing.
 */
export async function serveDemo(
  options: { readonly port?: number; readonly host?: '127.0.0.1' } = {},
): Promise<Demo> {
  const host = options.host ?? '127.0.0.1';
  const listed = await readDemoPaper();
  const pages = await Promise.all(
    listed.map(async (page) => ({
      ...page,
      bytes: await readFile(new URL(`pages/${page.slug}.html`, demoFolder)),
    })),
  );
  let resources: ReadonlyMap<string, Resource> | undefined;
  const { server } = createLimitedServer(
    (request, response) => {
      // Made at the first request: only then is the port, and with it the origin, known for certain.
      resources ??= makeResources(pages, `http://${host}:${request.socket.localPort}`);
      answer(resources, request, response);
    },
    httpLimits(readSettings({})),
  );
  const port = await listen(server, options.port ?? 0, host);
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://${host}:${port}`, close };
}

/** Whether a source is an edition of the demonstration paper. */
export function isDemoSource(id: string): boolean {
  return demoEditions.some((edition) => `demo-${edition.id}` === id);
}

/**
 * The sources of the demonstration paper at `origin`, one for each edition; each may reach that host and port
 * and no other private one.
 */
export function demoSources(origin: string): SourceInput[] {
  const { host } = new URL(origin);
  return demoEditions.map(({ id, name, language, country, timeZone, channel }) => {
    const kind = channel.kind === 'list' || channel.kind === 'news-sitemap' ? channel.kind : 'feed';
    return {
      id: `demo-${id}`,
      name,
      channels: [
        { kind, url: `${origin}${channel.path}`, select: kind === 'list' ? listSelector : undefined },
      ],
      language,
      country,
      timeZone,
      tags: ['demonstration'],
      licence: 'Invented text of the newsmill project, Apache-2.0.',
      allowPrivate: [host],
      limits: { delay: '50ms' },
    };
  });
}
