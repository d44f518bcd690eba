import { gzipSync } from 'node:zlib';

/** What a hostile paper answers: bytes as they go over the wire, and their headers. */
export interface HostileAnswer {
  readonly type: string;
  readonly body: string | Buffer;
  readonly gzip?: boolean;
  readonly location?: string;
  /**
   * How the body is sent: a byte a second over and over; over and over as fast as it is taken, whole or a byte a chunk;
   * or never.
   */
  readonly manner?: 'at once' | 'drips' | 'endless' | 'crumbs' | 'silent';
}

/**
 * A paper that means harm. `feed` is asked for at each poll (`round` counts them), `page` for every other
 * path; one without `page` names no addresses that a mill could find.
 */
export interface HostilePaper {
  readonly name: string;
  readonly kind?: 'feed' | 'sitemap' | 'list';
  feed(round: number, origin: string): HostileAnswer;
  page?(path: string, origin: string): HostileAnswer;
}

const mega = 1_000_000;
const html = (body: string | Buffer, gzip = false): HostileAnswer => ({
  type: 'text/html; charset=utf-8',
  body,
  gzip,
});
const rss = (items: string): HostileAnswer => ({
  type: 'application/rss+xml',
  body: `<?xml version="1.0"?><rss version="2.0"><channel><title>Hostile</title>${items}</channel></rss>`,
});
const item = (origin: string, path: string, more = '') =>
  `<item><title>Story ${path}</title><link>${origin}/${path}</link>${more}</item>`;
/** New addresses at each poll, so that there is always work. */
const fresh = (count: number) => (round: number, origin: string) =>
  rss(Array.from({ length: count }, (_, i) => item(origin, `r${round}-${i}`)).join(''));
const packed = new Map<string, Buffer>();
/** A large body is made and packed once. */
function once(name: string, make: () => string | Buffer): Buffer {
  const known = packed.get(name);
  if (known !== undefined) return known;
  const made = gzipSync(make(), { level: 6 });
  packed.set(name, made);
  return made;
}
const big = (name: string, make: () => string) => (): HostileAnswer => html(once(name, make), true);
const sentence =
  'The harbour was closed for the night, and nobody knew when it would open again, said a speaker of the town. ';
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A story</title></head><body>${body}</body></html>`;

/**
 * Papers that each try one way to take memory, time or the turn of others. Sizes are near the limits that a
 * source has by default.
 */
export const hostilePapers: readonly HostilePaper[] = [
  {
    name: 'long-pages',
    feed: fresh(30),
    page: big('long-pages', () =>
      page(`<article>${`<p>${sentence.repeat(3)}</p>`.repeat(28_000)}</article>`),
    ),
  },
  {
    name: 'many-blocks',
    feed: fresh(30),
    page: big('many-blocks', () =>
      page(`<div><p>word <b>word</b></p><a href="/x">link</a></div>`.repeat(180_000)),
    ),
  },
  { name: 'deep-page', feed: fresh(10), page: big('deep-page', () => page('<div>'.repeat(1_500_000))) },
  {
    name: 'long-title',
    feed: fresh(10),
    page: big(
      'long-title',
      () =>
        `<html><head><title>${'Harbour news '.repeat(700_000)}</title></head><body><p>${sentence.repeat(9)}</p></body></html>`,
    ),
  },
  {
    name: 'lost-characters',
    feed: fresh(10),
    page: big('lost-characters', () =>
      page(
        `<article><p>caf\ufffd ${'a'.repeat(2 * mega)}</p><p>Jean-Ren\ufffd ${'\u00c3\u00a9 \ufffd'.repeat(400_000)}</p></article>`,
      ),
    ),
  },
  {
    name: 'many-spaces',
    feed: fresh(10),
    page: big('many-spaces', () =>
      page(`<article><p>${' \u00a0'.repeat(2 * mega)}x</p><p>${'- '.repeat(mega)}</p></article>`),
    ),
  },
  {
    name: 'comments',
    feed: fresh(10),
    page: big('comments', () => `${'<!---->'.repeat(mega)}${page(`<p>${sentence.repeat(9)}</p>`)}`),
  },
  {
    name: 'attributes',
    feed: fresh(10),
    page: big('attributes', () =>
      page(
        Array.from({ length: 300_000 }, (_, i) => `<a href="/${i}" class="c${i}" data-x="${i}">l</a>`).join(
          '',
        ),
      ),
    ),
  },
  {
    name: 'scripts',
    feed: fresh(10),
    page: big('scripts', () =>
      page(
        `<script type="application/ld+json">${'{"a":['.repeat(mega)}</script><script>var x = ${'[{"text":"'.repeat(400_000)}</script>`,
      ),
    ),
  },
  {
    name: 'table',
    feed: fresh(10),
    page: big('table', () =>
      page(`<table>${`<tr>${'<td>12,3</td>'.repeat(100)}</tr>`.repeat(6_000)}</table>`),
    ),
  },
  {
    name: 'bomb',
    feed: fresh(10),
    page: () =>
      html(
        once('bomb', () => Buffer.alloc(500 * mega, 'a ')),
        true,
      ),
  },
  {
    name: 'feed-bomb',
    feed: () => ({
      type: 'application/rss+xml',
      body: once('feed-bomb', () => Buffer.alloc(500 * mega, '<a>')),
      gzip: true,
    }),
  },
  {
    name: 'large-feed',
    feed: (round, origin) =>
      rss(
        Array.from({ length: 2_000 }, (_, i) =>
          item(origin, `r${round}-${i}`, `<description>${sentence.repeat(45)}</description>`),
        ).join(''),
      ),
    page: () => html(page(`<p>${sentence.repeat(9)}</p>`)),
  },
  { name: 'nested-json', feed: () => ({ type: 'application/feed+json', body: '['.repeat(9 * mega) }) },
  {
    name: 'nested-xml',
    feed: () => ({ type: 'application/rss+xml', body: `<rss><channel>${'<item>'.repeat(1_500_000)}` }),
  },
  {
    name: 'entities',
    feed: () => ({
      type: 'application/rss+xml',
      body: `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i} "&a${i === 0 ? '' : i - 1};&a${i === 0 ? '' : i - 1};">`).join('')}]><rss><channel><item><title>&a29;</title></item></channel></rss>`,
    }),
  },
  {
    name: 'large-sitemap',
    kind: 'sitemap',
    feed: (round, origin) => ({
      type: 'application/xml',
      body: `<urlset>${Array.from({ length: 90_000 }, (_, i) => `<url><loc>${origin}/s${round}-${i}</loc></url>`).join('')}</urlset>`,
    }),
    page: () => html(page(`<p>${sentence.repeat(9)}</p>`)),
  },
  {
    name: 'large-list',
    kind: 'list',
    feed: (round) =>
      html(
        once(`large-list-${round % 3}`, () =>
          page(
            Array.from(
              { length: 120_000 },
              (_, i) =>
                `<h2><a href="/l${round}-${i}-a-story-of-the-harbour">A story of the harbour ${i}</a></h2>`,
            ).join(''),
          ),
        ),
        true,
      ),
    page: () => html(page(`<p>${sentence.repeat(9)}</p>`)),
  },
  {
    name: 'stamped-now',
    feed: (_, origin) =>
      rss(
        Array.from({ length: 30 }, (__, i) =>
          item(origin, `same-${i}`, `<pubDate>${new Date().toUTCString()}</pubDate>`),
        ).join(''),
      ),
    page: () => html(page(`<p>${sentence.repeat(9)}</p>`)),
  },
  {
    name: 'random-links',
    feed: (round, origin) =>
      rss(
        Array.from({ length: 30 }, (_, i) =>
          item(origin, `same-${i}?sid=${round}${Math.random()}`, `<guid isPermaLink="false">g${i}</guid>`),
        ).join(''),
      ),
    page: () => html(page(`<p>${sentence.repeat(9)}</p>`)),
  },
  {
    name: 'redirects',
    feed: fresh(20),
    page: (path, origin) => ({ type: 'text/html', body: '', location: `${origin}${path}x` }),
  },
  ...(['drips', 'endless', 'crumbs', 'silent'] as const).flatMap((manner): HostilePaper[] => [
    {
      name: `page-${manner}`,
      feed: fresh(10),
      page: () => ({ ...html(`<p>${sentence.repeat(90)}</p>`), manner }),
    },
    { name: `feed-${manner}`, feed: () => ({ ...rss('<item><title>A story'), manner }) },
  ]),
];
