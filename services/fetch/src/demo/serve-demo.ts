import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { SourceInput } from '@newsmill/contracts';
import { createLimitedServer, httpLimits } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { demoEditions, type DemoEdition } from './demo-editions.ts';
import { demoPapers } from './demo-papers.ts';
import { drawDemoPicture } from './draw-demo-picture.ts';
import { nextRevision, printDemoMonth } from './print-demo-month.ts';
import { readDemoMonth, type MonthArticle } from './read-demo-month.ts';
import { demoFolder, placeholderOrigin, readDemoPaper, type DemoPage } from './read-demo-paper.ts';
import { escapeMarkup, lastChange, listSelector, writeDemoChannel } from './write-demo-channel.ts';
import { demoStyle, picturePath, writeDemoPage } from './write-demo-page.ts';

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

/** The front page of all papers; the dirty editions stand apart. */
function homePage(origin: string): string {
  const item = (edition: DemoEdition) =>
    `<li><a href="${origin}/${edition.id}/">${escapeMarkup(edition.name)}</a></li>`;
  const feeds = [...demoPapers, ...demoEditions]
    .filter(({ channel }) => channel.kind === 'rss' || channel.kind === 'atom')
    .map(
      ({ channel, name }) =>
        `<link rel="alternate" type="application/${channel.kind}+xml" title="${escapeMarkup(name)}" href="${origin}${channel.path}">`,
    );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The demonstration papers</title>
<link rel="stylesheet" href="/style.css">
${feeds.join('\n')}
</head>
<body><main><h1>The demonstration papers</h1>
<p class="lead">Invented papers that newsmill brings along, so that there is something to read.</p>
<ul class="latest">
${demoPapers.map(item).join('\n')}
</ul>
<h2>Dirty pages</h2>
<p>Pages of <i>The Harbour Courier</i> as they are found in the wild: hacked, in old charsets, with bars and boxes around the text.</p>
<ul class="latest">
${demoEditions.map(item).join('\n')}
</ul></main></body></html>
`;
}

function robots(origin: string): string {
  const sitemaps = demoEditions
    .filter((edition) => edition.channel.kind === 'news-sitemap')
    .map((edition) => `Sitemap: ${origin}${edition.channel.path}\n`);
  return `User-agent: *\nDisallow: /subscribers/\nDisallow: /search\n\n${sitemaps.join('')}`;
}

type PageWithBytes = DemoPage & { readonly bytes: Buffer };

/** All that the papers are made of. */
interface PaperParts {
  readonly dirty: readonly PageWithBytes[];
  readonly month: readonly MonthArticle[];
  /** When the mill was first started, in milliseconds since 1970. */
  readonly began: number;
}

/** The resources of the papers as they are at `now`. */
function makeResources({ dirty, month, began }: PaperParts, origin: string, now: number) {
  const resources = new Map<string, Resource>();
  for (const { bytes, ...page } of dirty)
    resources.set(page.path, resource(page.contentType, withOrigin(bytes, origin), lastChange([page])));
  const printed = printDemoMonth(month, began, now);
  for (const article of printed) {
    const others = printed.filter(({ edition }) => edition === article.edition);
    const page = Buffer.from(writeDemoPage(article, others, origin));
    resources.set(article.path, resource(article.contentType, page, lastChange([article])));
  }
  const text = (path: string, contentType: string, content: string, changed: Date): void => {
    resources.set(path, resource(contentType, Buffer.from(content), changed));
  };
  // The dirty pages name photographs; what is there is drawn.
  for (const { slug } of dirty)
    text(`/media/${slug}.jpg`, 'image/svg+xml', drawDemoPicture('harbour', slug), new Date(began));
  for (const { slug, scene } of month)
    text(picturePath(slug), 'image/svg+xml', drawDemoPicture(scene, slug), new Date(began));
  const all: readonly DemoPage[] = [...printed, ...dirty];
  for (const edition of [...demoPapers, ...demoEditions]) {
    const own = all.filter((page) => page.edition === edition.id);
    const channel = writeDemoChannel(edition, own, origin);
    text(edition.channel.path, channel.contentType, channel.text, lastChange(own));
    const front = writeDemoChannel(edition, own, origin, 'list');
    text(`/${edition.id}/`, front.contentType, front.text, lastChange(own));
  }
  text('/robots.txt', 'text/plain; charset=utf-8', robots(origin), lastChange(all));
  text('/style.css', 'text/css; charset=utf-8', demoStyle, new Date(began));
  text('/', 'text/html; charset=utf-8', homePage(origin), lastChange(all));
  return resources;
}

/** The resources as they are at each moment, made anew only where a paper changes something. */
function keepResources(parts: PaperParts): (origin: string, now: number) => ReadonlyMap<string, Resource> {
  let resources: ReadonlyMap<string, Resource> | undefined;
  let until = 0;
  return (origin, now) => {
    if (resources === undefined || now >= until) {
      until = nextRevision(parts.month, parts.began, now) ?? Infinity;
      resources = makeResources(parts, origin, now);
    }
    return resources;
  };
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
      .end('The demonstration papers have no such page.\n');
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
 * Serves the demonstration papers on loopback: pages, pictures, each paper's channel, robots.txt, front pages.
 * `port` 0 or none takes a free one. `began`: when the mill was first started, by which articles are dated (ms
 * since 1970). Rejects when the port is taken or the files are missing.
 */
export async function serveDemo(
  options: { readonly port?: number; readonly host?: '127.0.0.1'; readonly began?: number } = {},
): Promise<Demo> {
  const { host = '127.0.0.1', began = Date.now() } = options;
  const [listed, month] = await Promise.all([readDemoPaper(), readDemoMonth()]);
  const dirty = await Promise.all(
    listed.map(async (page) => ({
      ...page,
      bytes: await readFile(new URL(`pages/${page.slug}.html`, demoFolder)),
    })),
  );
  const resourcesAt = keepResources({ dirty, month, began });
  const { server } = createLimitedServer(
    // Only at a request is the port, and with it the origin, known for certain.
    (request, response) =>
      answer(resourcesAt(`http://${host}:${request.socket.localPort}`, Date.now()), request, response),
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

/** Whether a source belongs to the demonstration. */
export function isDemoSource(id: string): boolean {
  return [...demoPapers, ...demoEditions].some((paper) => `demo-${paper.id}` === id);
}

/**
 * The sources of the demonstration at `origin`, one for each paper and edition; each may reach that host and port
 * and no other private one. Editions whose pages are dirty say so by name and tag.
 */
export function demoSources(origin: string): SourceInput[] {
  const { host } = new URL(origin);
  const papers = [
    ...demoPapers.map((paper) => ({ paper, label: paper.name, tags: ['demonstration'] })),
    ...demoEditions.map((paper) => ({
      paper,
      label: `Dirty pages: ${paper.name}`,
      tags: ['demonstration', 'dirty-pages'],
    })),
  ];
  return papers.map(({ paper: { id, language, country, timeZone, channel }, label, tags }) => {
    const kind = channel.kind === 'list' || channel.kind === 'news-sitemap' ? channel.kind : 'feed';
    return {
      id: `demo-${id}`,
      name: label,
      channels: [
        { kind, url: `${origin}${channel.path}`, select: kind === 'list' ? listSelector : undefined },
      ],
      language,
      country,
      timeZone,
      tags,
      licence: 'Invented text of the newsmill project, Apache-2.0.',
      allowPrivate: [host],
      // The mill serves the papers itself: nobody's server has to be spared.
      limits: { delay: '10ms' },
    };
  });
}
