import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createFeedReader, type FeedEnd, type FeedReaderOptions } from './create-feed-reader.ts';
import type { FeedItem } from './feed-document.ts';

interface Reading extends FeedEnd {
  readonly all: readonly FeedItem[];
}

function readAll(chunks: readonly (Uint8Array | string)[], options: FeedReaderOptions = {}): Reading {
  const reader = createFeedReader({ base: 'https://news.example.org/feeds/all.xml', ...options });
  const items = chunks.flatMap((chunk) => reader.write(chunk));
  const end = reader.end();
  return { ...end, items: [], all: [...items, ...end.items] };
}

function cutAt<T extends string | Uint8Array>(
  whole: T,
  cuts: readonly number[],
  slice: (whole: T, start: number, end: number) => T,
): T[] {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (whole.length + 1)), whole.length])].sort(
    (a, b) => a - b,
  );
  return places.slice(1).map((place, index) => slice(whole, places[index] ?? 0, place));
}

/** Parts of feeds, sound and damaged, that meet every decision the reader takes. */
// biome-ignore format: a table, read by its rows
const parts = [
  '<?xml version="1.0" encoding="utf-8"?>', '<rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/">',
  '<channel>', '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example.org/a/">', '<item>',
  '</item>', '<entry>', '</entry>', '</channel></rss>',
  '<title>', '</title>', '<link>/story/1</link>', '<link href="s?a=1&amp;b=2"/>', '<description>',
  '</description>', '<![CDATA[', ']]>', ']]', '<!--', '-->',
  '<!DOCTYPE rss [<!ENTITY who "Mia &amp; Jo"><!ENTITY two "&who;&who;">]>', '<!DOCTYPE rss>', '&who;',
  '&two;', '&eacute;', '&#8217;', '&am', 'p;', '&copy=1', '&', '<', '< ', '<b', '>', '</', '<br/>',
  '<a href="x', '"', "'", ' = ', '=', '<?php echo "a>b"; ?>', '<?', '?>', '<!', ' ', '\n', '\u0000', 'ü',
  '漢字', '😀', 'text', 'pubDate', '<d:creator>Ana</d:creator>',
  '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>', '</p></div></content>',
  '<guid isPermaLink="false">', '<enclosure url="a.mp3" type="audio/mpeg"/>', '<br />\n<b>Warning</b>: x',
  '</div', '<p class=x>', '</titles>', '</item', '<![CDATA[x<![CDATA[', '<title><![CDATA[',
  '<html><pre>&lt;rss&gt;&lt;item&gt;',
];
const document = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 40 })
  .map((list) => list.join(''));
const jsonPart = fc.constantFrom(
  '{"version":"https://jsonfeed.org/version/1.1",',
  '"title":"T",',
  '"items"',
  ':',
  '[',
  ']',
  '{"id":"1","url":"/1","content_text":"a \\" ] }"}',
  '{"id":2',
  ',',
  '}',
  '"',
  '\\',
  ' ',
  '"authors":[{"name":"Bo"}],',
  'null',
);
const json = fc.array(jsonPart, { maxLength: 25 }).map((list) => `{"title":"x",${list.join('')}`);
const cuts = fc.array(fc.nat(2_000), { maxLength: 30 });

describe('createFeedReader', () => {
  it('gives the same for any cutting of a text into chunks', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          document,
          document.map((text) => text.replace(/</g, '&lt;')),
          document.map((text) => `<rss><channel><title>T</title><item>${text}`),
          json,
        ),
        cuts,
        (text, places) => {
          expect(readAll(cutAt(text, places, (whole, start, end) => whole.slice(start, end)))).toEqual(
            readAll([text]),
          );
        },
      ),
      { numRuns: 1_500 },
    );
  });
  it('gives the same for single characters', () => {
    fc.assert(
      fc.property(
        document.map((text) => `<rss><channel><item>${text}`),
        (text) => {
          expect(readAll(text.split(''))).toEqual(readAll([text]));
        },
      ),
      { numRuns: 300 },
    );
  });
  it('gives the same for any cutting of bytes, in whatever charset', () => {
    fc.assert(
      fc.property(document, cuts, fc.constantFrom('utf8', 'latin1', 'utf16le'), (text, places, charset) => {
        const bytes = new Uint8Array(
          Buffer.from(
            charset === 'utf16le' ? `\ufeff${text}` : text,
            charset === 'latin1' ? 'latin1' : charset === 'utf8' ? 'utf8' : 'utf16le',
          ),
        );
        expect(readAll(cutAt(bytes, places, (whole, start, end) => whole.subarray(start, end)))).toEqual(
          readAll([bytes]),
        );
      }),
      { numRuns: 300 },
    );
  });
  it.each(['\u2028', '\u00a0', '\u3000 ', '\ufeff', '\v\f', '\ufeff \ufeff\n'])(
    'takes no notice of white space %j in front of JSON and XML, which JSON itself may not have',
    (space) => {
      const json =
        '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","title":"One"}]}';
      const xml =
        '<?xml version="1.0"?><rss><channel><title>T</title><item><title>One</title></item></channel></rss>';
      for (const [format, text] of [
        ['json', json],
        ['rss', xml],
      ] as const)
        for (const chunks of [[space + text], [space, text], [...(space + text)]])
          expect(readAll(chunks)).toMatchObject({ head: { format, title: 'T' }, all: [{ title: 'One' }] });
    },
  );
  it('answers entries as soon as they are complete', () => {
    const reader = createFeedReader();
    expect(
      reader.write(
        '<rss><channel><title>T</title><item><title>One</title><link>https://news.example.org/1</link>',
      ),
    ).toEqual([]);
    expect(reader.write('</item><item><title>Two')).toEqual([
      expect.objectContaining({ title: 'One', link: 'https://news.example.org/1' }),
    ]);
    expect(reader.write('</title></item></channel>').map((item) => item.title)).toEqual(['Two']);
    expect(reader.end()).toMatchObject({ items: [], head: { format: 'rss', title: 'T', isCut: false } });
  });
  it('stops at the limit of entries, and says so', () => {
    const reader = createFeedReader({ maxItems: 2 });
    expect(reader.write(`<rss><channel>${'<item><title>x</title></item>'.repeat(5)}`)).toHaveLength(2);
    expect(reader.isDone).toBe(true);
    expect(reader.write('<item></item>')).toEqual([]);
    expect(reader.end().head).toMatchObject({ isCut: true });
  });
  it('decodes a long feed while it arrives, by the charset of its beginning', () => {
    const item = `<item><title>Caf\u00e9 und Stra\u00dfe</title><description>${'w\u00f6rter '.repeat(400)}</description></item>`;
    const bytes = Buffer.from(
      `<?xml version="1.0" encoding="iso-8859-1"?><rss><channel>${item.repeat(600)}`,
      'latin1',
    );
    const reader = createFeedReader();
    let early = 0;
    for (let at = 0; at < bytes.length; at += 65_536)
      early += reader
        .write(bytes.subarray(at, at + 65_536))
        .filter((one) => one.title === 'Caf\u00e9 und Stra\u00dfe').length;
    expect(early).toBeGreaterThan(550);
    expect(early + reader.end().items.length).toBe(600);
  });
  it('holds no more than an entry and a chunk of a long feed', () => {
    const item = `<item><title>One</title><link>https://news.example.org/1</link><description>${'word '.repeat(2_000)}</description></item>`;
    const chunk = Buffer.from(item.repeat(7));
    const reader = createFeedReader({ maxItems: 1_000_000 });
    reader.write('<rss><channel>');
    let items = 0;
    const before = process.memoryUsage().rss;
    for (let at = 0; at < 1_200; at += 1) items += reader.write(chunk).length;
    expect(items).toBeGreaterThan(8_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
  it.each([
    ['', 'the answer is empty'],
    [' \n', 'the answer is empty'],
    ['<!doctype html><html><body>Hi</body></html>', 'the answer is a web page, not a feed'],
    ['just words', 'the answer is no feed that can be read'],
    ['{"a":1}', 'the answer is no feed that can be read'],
  ])('says why %j is no feed', (text, problem) => {
    expect(readAll([text])).toMatchObject({ all: [], problem });
    expect(readAll(text.split(''))).toMatchObject({ all: [], problem });
  });
});

describe('createFeedReader, JSON Feed', () => {
  const head = '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[';
  it('keeps the complete items of a feed that was cut', () => {
    const reading = readAll([`${head}{"id":"1","url":"/1"},{"id":"2","url":"/2","content_text":"half`]);
    expect(reading.all.map((item) => item.id)).toEqual(['1']);
    expect(reading).toMatchObject({ head: { title: 'J' }, repaired: ['lost end of the feed added'] });
  });
  it('passes over an item that is broken', () => {
    expect(readAll([`${head}{"id":"1"},{"id":,},{"id":"3"}]}`]).all.map((item) => item.id)).toEqual([
      '1',
      '3',
    ]);
  });
  it('reads what stands behind the items', () => {
    expect(
      readAll(['{"items":[{"id":"1","tags":["a]"]}],"title":"Late","icon":"/i.png"}']).head,
    ).toMatchObject({ title: 'Late', image: 'https://news.example.org/i.png' });
  });
  it('refuses what is too long to be a feed', () => {
    expect(readAll([`{"title":"x","pad":[${'[],'.repeat(500_000)}1]}`]).problem).toBe(
      'the answer is no feed that can be read',
    );
  });
});
