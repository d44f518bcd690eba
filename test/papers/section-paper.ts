import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A paper on the loopback whose home page leads to sections, for tests. */
export interface SectionPaper {
  readonly server: Server;
  readonly origin: string;
  /** Paths that were requested, and when. */
  readonly asked: { readonly path: string; readonly at: number }[];
}

interface SectionOptions {
  /** Whether the home page names a feed, which has all of its articles. */
  readonly hasMainFeed?: boolean;
  /** More of the navigation. */
  readonly links?: string;
  /** Answers at further paths: a status with a place to go to, or a page. */
  readonly more?: Readonly<Record<string, readonly [status: number, location: string] | string>>;
}

const names = ['politics', 'sport', 'culture', 'hidden'] as const;
const words = ['crane', 'ferry', 'quay', 'tide', 'pier', 'buoy', 'lamp', 'dock'];
const titleOf = (path: string) => `The long story of ${path.slice(1).replaceAll(/[/-]/g, ' ')} is told today`;
const pathOf = (section: string, index: number) =>
  `/${section}/story-of-the-${words[index] ?? 'sea'}-${section}`;
const text =
  'The volunteers of the town repaired the old crane of the harbour, which had waited for the tide. '.repeat(
    8,
  );

const html = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const teasers = (paths: readonly string[]) =>
  `<main>${paths.map((path) => `<article class="teaser"><h2><a href="${path}">${titleOf(path)}</a></h2></article>`).join('')}</main>`;
const rss = (origin: string, title: string, paths: readonly string[]) =>
  `<rss version="2.0"><channel><title>${title}</title>${paths.map((path) => `<item><title>${titleOf(path)}</title><link>${origin}${path}</link></item>`).join('')}</channel></rss>`;
/** The first two articles of each section are on the home page. */
const home = names.flatMap((name) => [pathOf(name, 0), pathOf(name, 1)]);
const all = (section: string) => words.map((_, index) => pathOf(section, index));
const feedLink = (path: string) => `<link rel="alternate" type="application/rss+xml" href="${path}">`;

function pageAt(path: string, { hasMainFeed = false, links = '' }: SectionOptions): string | undefined {
  const navigation = `<nav><a href="/">Home</a><a href="/about">About us</a>${names.map((name) => `<a href="/${name}">${name}</a>`).join('')}${links}</nav>`;
  const name = '<title>Harbour Post</title><meta property="og:site_name" content="Harbour Post">';
  if (path === '/')
    return html(name + (hasMainFeed ? feedLink('/feed.xml') : ''), navigation + teasers(home));
  const section = names.find((one) => path === `/${one}/`);
  // The section of culture names a feed; the others list their articles alone.
  if (section !== undefined)
    return html(
      `<title>${section}</title>${section === 'culture' ? feedLink('/culture/feed.xml') : ''}`,
      navigation + teasers(all(section)),
    );
  return names.some((one) => all(one).includes(path))
    ? html(
        `<title>${titleOf(path)}</title>`,
        `<article><h1>${titleOf(path)}</h1><p>${text}</p><p>${text}</p></article>`,
      )
    : undefined;
}

/** Starts a paper of four sections, of which robots.txt forbids the last. */
export async function startSectionPaper(options: SectionOptions = {}): Promise<SectionPaper> {
  const asked: SectionPaper['asked'] = [];
  const server = createServer((request, reply) => {
    const path = request.url ?? '/';
    asked.push({ path, at: performance.now() });
    const origin = `http://${request.headers.host ?? ''}`;
    const send = (type: string, body: string) =>
      void reply.writeHead(200, { 'content-type': type }).end(body);
    const go = (location: string) => void reply.writeHead(301, { location }).end();
    const more = options.more?.[path];
    if (typeof more === 'string') return send('text/html', more);
    if (more !== undefined) return void reply.writeHead(more[0], { location: more[1] }).end();
    if (path === '/robots.txt') return send('text/plain', 'User-agent: *\nDisallow: /hidden\n');
    if (path === '/feed.xml' && options.hasMainFeed === true)
      return send('application/rss+xml', rss(origin, 'Harbour Post', home));
    if (path === '/culture/feed.xml')
      return send('application/rss+xml', rss(origin, 'Culture', all('culture')));
    if (names.some((name) => path === `/${name}`)) return go(`${path}/`);
    const page = pageAt(path, options);
    return page === undefined
      ? void reply.writeHead(404, { 'content-type': 'text/html' }).end(html('', 'No'))
      : send('text/html', page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { server, origin: `http://127.0.0.1:${port}`, asked };
}
