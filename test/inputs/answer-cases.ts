import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { honestPage } from './paper-door.ts';
import type { PaperInput, Place, Served } from './input-case.ts';

/** A paper that waits for an answer only so long. */
const impatient: PaperInput['source'] = { limits: { timeout: '3s' } };
const html = 'text/html; charset=utf-8';
const mega = 1_048_576;
const leadingTo =
  (location: string | ((place: Place) => string)): Served =>
  (place) => ({
    raw: (socket) =>
      socket.end(
        `HTTP/1.1 302 Found\r\nlocation: ${typeof location === 'string' ? location : location(place)}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
      ),
  });
const raw = (text: string | Uint8Array): Served => ({ raw: (socket) => socket.end(text) });
const packed = (encoding: string, body: Uint8Array): Served => ({
  type: html,
  headers: { 'content-encoding': encoding },
  body,
});
/** Says a text again and again, every `everyMs`, until nobody listens. */
const dripping = (head: string, text: string, everyMs: number): Served => ({
  raw(socket) {
    socket.write(head);
    const timer = setInterval(() => socket.write(text), everyMs);
    socket.on('close', () => clearInterval(timer));
  },
});
/** Sends pieces as fast as they are taken, `mebibytes` in all. */
const endless = (type: string, piece: string, mebibytes: number, begin = ''): Served => ({
  write(answer) {
    answer.writeHead(200, { 'content-type': type });
    answer.write(begin);
    const block = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)));
    let sent = 0;
    const more = (): void => {
      while (!answer.destroyed && sent < mebibytes * mega) {
        sent += block.length;
        if (!answer.write(block)) return void answer.once('drain', more);
      }
      answer.end();
    };
    more();
  },
});
/** Sends chunks of one byte as fast as they are taken. */
const crumbs: Served = {
  raw(socket) {
    const block = Buffer.from('1\r\nx\r\n'.repeat(10_000));
    const goOn = (): void => {
      while (!socket.destroyed && socket.write(block));
    };
    socket.on('drain', goOn);
    socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ntransfer-encoding: chunked\r\n\r\n');
    goOn();
  },
};
const words =
  'The crane of the harbour was repaired by the volunteers of the town, who had waited for its parts. ';
const pageOf = (title: string, head = ''): string =>
  `<!doctype html><html lang="en"><head>${head}<title>${title}</title></head><body><article><h1>${title}</h1>${['Tuesday', 'Friday', 'Sunday'].map((day) => `<p>On ${day}: ${words.repeat(2)}</p>`).join('')}</article></body></html>`;
/** A page that is an article, and then 64 MiB of nothing. */
const bomb = (): Buffer =>
  Buffer.concat([Buffer.from(pageOf('The crane is repaired')), Buffer.alloc(64 * mega, 32)]);
const cutArticle =
  'Its beginning is read, up to the limit of decoded bytes; the article says that it was cut.';
const isCut: NonNullable<PaperInput['check']> = ([article]) => {
  if (!JSON.stringify(article?.['flags'] ?? []).includes('truncated'))
    throw new Error(`the flags are ${JSON.stringify(article?.['flags'])}`);
};
const charset = (type: string, body: Uint8Array): Served => ({ type, body });

/** A page that names an address of the inside in one way. */
const naming =
  (head: (inside: string) => string, body: (inside: string) => string = () => ''): Served =>
  ({ inside }) => ({
    type: html,
    body: pageOf('The crane is repaired', head(inside)).replace('</article>', `${body(inside)}</article>`),
  });
const feedNaming =
  (channel: (inside: string) => string, item: (inside: string) => string = () => ''): Served =>
  ({ inside }) => ({
    type: 'application/rss+xml',
    body: `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Paper</title>${channel(inside)}<item><title>Story</title><link>/story</link>${item(inside)}</item></channel></rss>`,
  });
const door = 'paper';
const nobodyInside = 'Nobody asks the address inside; the article is there.';

/** Rows 17 to 39: what servers answer. */
export const answerCases: readonly PaperInput[] = [
  {
    row: 17,
    door,
    input: 'redirect of a page to a private address',
    outcome: 'BLOCK',
    page: leadingTo(({ inside }) => `${inside}/`),
    told: /address-blocked/,
  },
  {
    row: 18,
    door,
    input: 'redirect to file:///etc/passwd',
    outcome: 'BLOCK',
    page: leadingTo('file:///etc/passwd'),
    told: /bad-address.*file:/,
  },
  {
    row: 19,
    door,
    input: 'redirect to gopher://',
    outcome: 'BLOCK',
    page: leadingTo('gopher://paper.example/1'),
    told: /bad-address.*gopher:/,
  },
  {
    row: 20,
    door,
    input: 'chain of 1,000 redirects',
    outcome: 'CAP',
    page: leadingTo(({ path }) => `${path}x`),
    told: /too-many-redirects/,
  },
  {
    row: 21,
    door,
    input: 'redirect to itself',
    outcome: 'CAP',
    page: leadingTo(({ path }) => path),
    told: /too-many-redirects/,
  },
  {
    row: 25,
    door,
    input: 'private address as enclosure of a feed entry',
    outcome: 'CLEAN',
    why: nobodyInside,
    feed: feedNaming(
      () => '',
      (inside) => `<enclosure url="${inside}/a.mp3" length="1" type="audio/mpeg"/>`,
    ),
  },
  {
    row: 25,
    door,
    input: 'private address as image of a page',
    outcome: 'CLEAN',
    why: nobodyInside,
    page: naming(
      (inside) => `<meta property="og:image" content="${inside}/a.jpg">`,
      (inside) => `<img src="${inside}/b.jpg" width="600" height="400">`,
    ),
  },
  {
    row: 25,
    door,
    input: 'private address as canonical address',
    outcome: 'CLEAN',
    why: nobodyInside,
    page: naming((inside) => `<link rel="canonical" href="${inside}/story">`),
  },
  {
    row: 25,
    door,
    input: 'private address as AMP page',
    outcome: 'CLEAN',
    why: nobodyInside,
    page: naming((inside) => `<link rel="amphtml" href="${inside}/amp">`),
  },
  {
    row: 25,
    door,
    input: 'private address as next page',
    outcome: 'CLEAN',
    why: nobodyInside,
    page: naming(
      (inside) => `<link rel="next" href="${inside}/2">`,
      (inside) => `<a rel="next" href="${inside}/2">Next page</a>`,
    ),
  },
  {
    row: 25,
    door,
    input: 'private address as WebSub hub',
    outcome: 'CLEAN',
    why: nobodyInside,
    feed: feedNaming(
      (inside) =>
        `<atom:link rel="hub" href="${inside}/hub"/><atom:link rel="self" href="https://paper.example/feed"/>`,
    ),
  },
  {
    row: 25,
    door,
    input: 'private address as icon',
    outcome: 'CLEAN',
    why: nobodyInside,
    page: naming((inside) => `<link rel="icon" href="${inside}/favicon.ico">`),
  },
  {
    row: 25,
    door,
    input: 'private address as Sitemap: of robots.txt',
    outcome: 'CLEAN',
    why: nobodyInside,
    robots: ({ inside }) => ({
      type: 'text/plain',
      body: `User-agent: *\nAllow: /\nSitemap: ${inside}/map.xml\n`,
    }),
    source: { discover: true },
  },
  {
    row: 25,
    door,
    input: 'private address as part of a sitemap index',
    outcome: 'BLOCK',
    kind: 'sitemap',
    feed: ({ inside }) => ({
      type: 'application/xml',
      body: `<sitemapindex><sitemap><loc>${inside}/part.xml</loc></sitemap></sitemapindex>`,
    }),
  },
  {
    row: 25,
    door,
    input: 'private address as link of a feed entry',
    outcome: 'BLOCK',
    feed: ({ inside }) => ({
      type: 'application/rss+xml',
      body: `<rss version="2.0"><channel><title>P</title><item><title>S</title><link>${inside}/story</link></item></channel></rss>`,
    }),
    told: /address-blocked/,
  },
  {
    row: 26,
    door,
    input: 'feed whose body is a private address',
    outcome: 'PARK',
    feed: ({ inside }) => ({ type: 'text/plain', body: `${inside}/feed` }),
    told: /feed/,
  },
  {
    row: 27,
    door,
    input: 'ETag with a line break in it',
    outcome: 'PARK',
    feed: raw(
      'HTTP/1.1 200 OK\r\netag: "a\rX: y"\r\ncontent-type: text/xml\r\ncontent-length: 5\r\nconnection: close\r\n\r\n<rss>',
    ),
    told: /./,
  },
  {
    row: 28,
    door,
    input: 'header of 20 KB',
    outcome: 'PARK',
    page: raw(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}\r\ncontent-length: 0\r\n\r\n`),
    told: /tries-exhausted|protocol/,
  },
  {
    row: 28,
    door,
    input: '1,000 headers',
    outcome: 'CLEAN',
    why: 'They fit into 16 KB; nothing of them is kept.',
    page: ({ path }) => ({
      raw: (socket) => {
        const body = pageOf(`The crane of ${path}`);
        socket.end(
          `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n${Array.from({ length: 1_000 }, (_, i) => `x${i}: y\r\n`).join('')}content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
        );
      },
    }),
  },
  {
    row: 28,
    door,
    input: 'bytes that are no header',
    outcome: 'PARK',
    page: raw(
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nx: '),
        Buffer.from([0, 1, 255, 254]),
        Buffer.from('\r\ncontent-length: 0\r\n\r\n'),
      ]),
    ),
    told: /tries-exhausted|protocol/,
  },
  {
    row: 29,
    door,
    input: 'a byte every half second without end',
    outcome: 'CAP',
    page: dripping('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n', 'x', 500),
    source: impatient,
    told: /timeout|slow/,
  },
  {
    row: 29,
    door,
    input: 'chunks of one byte each without end',
    outcome: 'CAP',
    why: 'Each chunk costs about the same, however little it brings: so many so small ones are too large.',
    page: crumbs,
    told: /too-large/,
  },
  {
    row: 30,
    door,
    input: 'Content-Length of 100, 5 bytes, held open',
    outcome: 'CAP',
    page: {
      raw: (socket) =>
        void socket.write('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 100\r\n\r\nhello'),
    },
    source: impatient,
    told: /timeout|slow/,
  },
  {
    row: 31,
    door,
    input: 'gzip bomb, 64 MiB',
    outcome: 'CAP',
    page: packed('gzip', gzipSync(bomb())),
    articles: 1,
    check: isCut,
    why: cutArticle,
  },
  {
    row: 32,
    door,
    input: 'brotli bomb, 64 MiB',
    outcome: 'CAP',
    page: packed('br', brotliCompressSync(bomb(), { params: { 1: 5 } })),
    articles: 1,
    check: isCut,
    why: cutArticle,
  },
  {
    row: 33,
    door,
    input: 'zstd bomb, 64 MiB',
    outcome: 'CAP',
    page: packed('zstd', zstdCompressSync(bomb())),
    articles: 1,
    check: isCut,
    why: cutArticle,
  },
  {
    row: 34,
    door,
    input: 'gzip in gzip, 64 MiB',
    outcome: 'CAP',
    page: packed('gzip, gzip', gzipSync(gzipSync(bomb()))),
    told: /too-large|tries-exhausted|protocol/,
  },
  {
    row: 35,
    door,
    input: '200 times Content-Encoding: gzip',
    outcome: 'PARK',
    page: packed(Array.from({ length: 200 }, () => 'gzip').join(', '), gzipSync('x')),
    told: /tries-exhausted.*content-encoding|protocol/,
  },
  {
    row: 36,
    door,
    input: 'says gzip and is plain',
    outcome: 'CLEAN',
    page: packed('gzip', Buffer.from(pageOf('The crane says gzip'))),
  },
  {
    row: 36,
    door,
    input: 'says nothing and is gzip',
    outcome: 'CLEAN',
    page: { type: html, body: gzipSync(pageOf('The crane is packed')) },
  },
  {
    row: 37,
    door,
    input: 'declares utf-16 in utf-8',
    outcome: 'CLEAN',
    page: charset('text/html; charset=utf-16', Buffer.from(pageOf('The crane of Zürich'))),
    check: hasTitle('The crane of Zürich'),
  },
  {
    row: 37,
    door,
    input: 'declares utf-7 around a script',
    outcome: 'CLEAN',
    page: charset(
      'text/html; charset=utf-7',
      Buffer.from(pageOf('The crane +ADw-script+AD4-alert(1)+ADw-/script+AD4-')),
    ),
    check: hasTitle('The crane +ADw-script+AD4-alert(1)+ADw-/script+AD4-'),
  },
  {
    row: 37,
    door,
    input: 'utf-8 and windows-1252 in one page',
    outcome: 'CLEAN',
    page: charset(
      html,
      Buffer.concat([
        Buffer.from(`${pageOf('The crane of Zürich')}${'<p>Über Zürich.</p>'.repeat(9)}`),
        Buffer.from([0xe9, 0x20, 0xfc]),
      ]),
    ),
    check: hasTitle('The crane of Zürich'),
  },
  {
    row: 37,
    door,
    input: 'byte order mark against header against meta',
    outcome: 'CLEAN',
    page: charset(
      'text/html; charset=iso-8859-1',
      Buffer.from(`\ufeff${pageOf('The crane of Zürich', '<meta charset="koi8-r">')}`),
    ),
    check: hasTitle('The crane of Zürich'),
  },
  {
    row: 38,
    door,
    input: 'sitemap of 1 GB',
    outcome: 'CAP',
    kind: 'sitemap',
    feed: endless('application/xml', '<url><loc>https://crane.example/a</loc></url>', 1_024, '<urlset>'),
    told: /goes on behind what is read/,
  },
  {
    row: 38,
    door,
    input: 'sitemap index that names itself',
    outcome: 'CAP',
    kind: 'sitemap',
    feed: ({ origin }) => ({
      type: 'application/xml',
      body: `<sitemapindex><sitemap><loc>${origin}/feed</loc></sitemap><sitemap><loc>${origin}/other</loc></sitemap></sitemapindex>`,
    }),
    page: ({ origin }) => ({
      type: 'application/xml',
      body: `<sitemapindex><sitemap><loc>${origin}/feed</loc></sitemap></sitemapindex>`,
    }),
    why: 'Each address is read once.',
  },
  {
    row: 38,
    door,
    input: 'sitemap of 50,001 addresses',
    outcome: 'CAP',
    kind: 'sitemap',
    source: { limits: { maxItemsPerPoll: 3 } },
    feed: ({ origin }) => ({
      type: 'application/xml',
      body: `<urlset>${Array.from({ length: 50_001 }, (_, i) => `<url><loc>${origin}/story/${i}</loc></url>`).join('')}</urlset>`,
    }),
    page: honestPage,
    articles: 2,
    why: 'As many as one poll takes, half of them the newest; the others follow at later polls.',
  },
  {
    row: 39,
    door,
    input: 'robots.txt of 10 MB',
    outcome: 'CLEAN',
    robots: {
      type: 'text/plain',
      body: `User-agent: *\nAllow: /\n${'# a line that says nothing\n'.repeat(400_000)}`,
    },
  },
  {
    row: 39,
    door,
    input: 'robots.txt of 1,000,000 rules',
    outcome: 'CLEAN',
    robots: { type: 'text/plain', body: `User-agent: *\n${'Disallow: /x\n'.repeat(1_000_000)}` },
  },
  {
    row: 39,
    door,
    input: 'robots.txt of wildcards',
    outcome: 'CLEAN',
    robots: { type: 'text/plain', body: `User-agent: *\n${`Disallow: /${'*a'.repeat(200)}$\n`.repeat(800)}` },
    feed: {
      type: 'application/rss+xml',
      body: `<rss version="2.0"><channel><title>P</title><item><title>S</title><link>/story-${'a'.repeat(1_500)}b</link></item></channel></rss>`,
    },
  },
  {
    row: 76,
    door,
    input: 'guid that changes with each poll',
    outcome: 'CLEAN',
    feed: () => ({
      type: 'application/rss+xml',
      body: `<rss version="2.0"><channel><title>P</title><item><guid isPermaLink="false">${createHash('md5').update(String(Math.random())).digest('hex')}</guid><title>S</title><link>/story</link></item></channel></rss>`,
    }),
  },
];

function hasTitle(title: string): NonNullable<PaperInput['check']> {
  return ([article]) => {
    if (article?.title !== title) throw new Error(`the title is ${JSON.stringify(article?.title)}`);
  };
}
