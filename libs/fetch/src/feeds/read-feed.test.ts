import { describe, expect, it } from '@jest/globals';
import type { FeedContext } from './entry-list.ts';
import { readFeed, type FeedReading } from './read-feed.ts';

const context = { url: 'https://news.example.org/feeds/all.xml', now: Date.UTC(2026, 0, 1), maxItems: 1_000 };

function reading(input: Uint8Array | string, over: Partial<FeedContext> = {}): FeedReading {
  const result = readFeed(input, { ...context, ...over });
  if ('error' in result) throw new Error(result.error);
  return result;
}

const item = (title: string, link: string, more = '') =>
  `<item><title>${title}</title><link>${link}</link>${more}</item>`;
const rss = (items: string, more = '') =>
  `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Post</title><link>https://news.example.org/</link>${more}${items}</channel></rss>`;
const urlsOf = (input: string) => reading(input).entries.map((entry) => entry.url);

describe('readFeed, formats', () => {
  it('reads RSS 2.0', () => {
    const feed = reading(
      rss(
        item(
          'Ferry &amp; fog',
          '/story/1',
          '<guid isPermaLink="false">n1</guid><pubDate>Thu, 01 May 2025 10:00:00 +0200</pubDate><dc:creator>Mia Lund</dc:creator><author>desk@news.example.org (The Desk)</author><category>Sea</category><description>&lt;p&gt;The ferry &lt;b&gt;waits&lt;/b&gt;.&lt;/p&gt;</description><enclosure url="/a.jpg" type="image/jpeg" length="5"/>',
        ),
        '<language>en-gb</language><ttl>30</ttl><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="https://hub.example.org/"/>',
      ),
    );
    expect(feed).toMatchObject({
      kind: 'rss',
      title: 'Harbour Post',
      siteUrl: 'https://news.example.org/',
      language: 'en-GB',
      ttlMinutes: 30,
      hubUrl: 'https://hub.example.org/',
      repaired: [],
    });
    expect(feed.entries).toEqual([
      expect.objectContaining({
        url: 'https://news.example.org/story/1',
        id: 'n1',
        title: 'Ferry & fog',
        summary: 'The ferry waits .'.replace(' .', '.'),
        authors: ['The Desk', 'Mia Lund'],
        categories: ['Sea'],
        published: '2025-05-01T08:00:00.000Z',
        language: 'en-GB',
        image: 'https://news.example.org/a.jpg',
      }),
    ]);
  });
  it('reads Atom, with relative addresses and XHTML', () => {
    const feed = reading(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example.org/base/" xml:lang="de"><title type="text">Blatt</title><link rel="self" href="x"/><link href="https://news.example.org/"/><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Eins <i>zwei</i></div></title><link rel="alternate" href="1"/><id>tag:1</id><author><name>Jan Amt</name></author><updated>2025-05-01T10:00:00Z</updated><published>2025-04-30T10:00:00Z</published><category term="Welt"/><source><title>other</title><id>other</id></source></entry></feed>',
    );
    expect(feed).toMatchObject({
      kind: 'atom',
      title: 'Blatt',
      language: 'de',
      selfUrl: 'https://news.example.org/base/x',
    });
    expect(feed.entries).toEqual([
      expect.objectContaining({
        url: 'https://news.example.org/base/1',
        id: 'tag:1',
        title: 'Eins zwei',
        authors: ['Jan Amt'],
        categories: ['Welt'],
        published: '2025-04-30T10:00:00.000Z',
        updated: '2025-05-01T10:00:00.000Z',
      }),
    ]);
  });
  it('reads RDF, with prefixes of its own', () => {
    const feed = reading(
      '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel r:about="https://news.example.org/"><title>Paper</title><link>https://news.example.org/</link><items><r:Seq><r:li r:resource="https://news.example.org/1"/></r:Seq></items></channel><item r:about="https://news.example.org/1"><title>One</title><link>https://news.example.org/1</link><d:date>2025-05-01T10:00:00Z</d:date><d:creator>Ana</d:creator></item></r:RDF>',
    );
    expect(feed).toMatchObject({ kind: 'rdf', title: 'Paper' });
    expect(feed.entries).toEqual([
      expect.objectContaining({
        url: 'https://news.example.org/1',
        title: 'One',
        authors: ['Ana'],
        published: '2025-05-01T10:00:00.000Z',
      }),
    ]);
  });
  it('refuses JSON that nests deeper than any feed, before it is built, in words', () => {
    const context = { url: 'https://news.example/feed.json', now: 0, maxItems: 10 };
    const nested = (depth: number) =>
      `{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/1","tags":${'['.repeat(depth)}${']'.repeat(depth)}}]}`;
    expect(readFeed(nested(90), context)).toMatchObject({ entries: [{ url: 'https://news.example/1' }] });
    for (const text of [
      nested(110),
      nested(900_000),
      '['.repeat(4_000_000),
      `{"items":[${'{"a":'.repeat(400_000)}`,
    ]) {
      const before = process.memoryUsage().rss;
      expect(readFeed(text, context)).toEqual({ error: 'the feed nests deeper than 100 levels' });
      expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
    }
  });
  it('reads JSON Feed, and is not poisoned by its keys', () => {
    const feed = reading(
      '{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://news.example.org/","__proto__":{"polluted":1},"items":[{"id":7,"url":"/1","title":"One <b>","content_html":"<p>x</p>","date_published":"2025-05-01T10:00:00Z","authors":[{"name":"Bo"}],"tags":["a"],"constructor":{"prototype":{"polluted":1}}}]}',
    );
    expect(feed).toMatchObject({ kind: 'json', title: 'J' });
    expect(feed.entries).toEqual([
      expect.objectContaining({
        url: 'https://news.example.org/1',
        id: '7',
        title: 'One <b>',
        authors: ['Bo'],
        categories: ['a'],
      }),
    ]);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
  it('prefers the address that a feed service replaced', () => {
    expect(
      urlsOf(
        rss(
          item(
            'x',
            'https://service.example.net/r/1',
            '<feedburner:origLink xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">https://news.example.org/1</feedburner:origLink>',
          ),
        ),
      ),
    ).toEqual(['https://news.example.org/1']);
  });
  it('decodes by prolog and header', () => {
    const bytes = Buffer.from(rss(item('Caf\u00e9', '/1')).replace('utf-8', 'iso-8859-1'), 'latin1');
    expect(reading(bytes).entries[0]?.title).toBe('Café');
    expect(
      reading(Buffer.from(rss(item('Café', '/1')).replace('utf-8', 'iso-8859-1'))).entries[0]?.title,
    ).toBe('Café');
  });
});

describe('readFeed, damaged feeds', () => {
  const two = ['https://news.example.org/1', 'https://news.example.org/2'];
  const both = item('One', '/1') + item('Two', '/2');
  it.each([
    [
      'a warning in front',
      `<br />\n<b>Warning</b>: mysql_connect() in <b>/var/www/a.php</b> on line <b>3</b><br />\n${rss(both)}`,
    ],
    ['a bare ampersand', rss(item('One & only', '/1') + item('Two', '/2'))],
    ['a bare less-than sign', rss(item('1 < 2 <3', '/1') + item('Two', '/2'))],
    [
      'CDATA without end',
      rss(`<item><title><![CDATA[One</title><link>/1</link></item>${item('<![CDATA[Two]]>', '/2')}`),
    ],
    ['lost end tags', rss('<item><title>One<link>/1</link></item><item><title>Two</title><link>/2')],
    [
      'no end of items',
      rss('<item><title>One</title><link>/1</link><item><title>Two</title><link>/2</link>'),
    ],
    ['a cut end', rss(both).slice(0, -26)],
    ['NULs and controls', rss(both).replace('One', 'O\u0000n\u000be')],
    ['an undeclared prefix', rss(`${item('One', '/1', '<foo:bar>x</foo:bar>')}${item('Two', '/2')}`)],
    ['HTML entities', rss(item('Caf&eacute; &ndash; bar', '/1') + item('Two', '/2'))],
    ['junk behind', `${rss(both)}<script>x</script>`],
    ['an unknown charset', rss(both).replace('utf-8', 'klingon-8')],
  ])('loses nothing to %s', (_name, text) => {
    expect(urlsOf(text)).toEqual(two);
  });
  it('says what it mended', () => {
    expect(reading(`Warning: x\n${rss(item('a < b', '/1'))}`).repaired).toEqual([
      'text in front of the document skipped',
      'bare less-than signs escaped',
    ]);
    expect(reading(rss(item('a < b', '/1'))).entries[0]?.title).toBe('a < b');
  });
  it('drops addresses that are none, and repeated ones', () => {
    const feed = reading(
      rss(
        ['javascript:alert(1)', 'mailto:x@example.org', '#', 'https://news.example.org/1', '/1']
          .map((link) => item('x', link))
          .join(''),
      ),
    );
    expect(feed.entries.map((entry) => entry.url)).toEqual(['https://news.example.org/1']);
    expect(feed.leftOut).toEqual({
      'no-web-address': { count: 2, example: 'javascript:alert(1)' },
      'no-link-no-text': { count: 1, example: undefined },
    });
  });
  it('does not believe dates far ahead or impossible ones', () => {
    const feed = reading(
      rss(
        item('a', '/1', '<pubDate>Thu, 01 May 2036 10:00:00 GMT</pubDate>') +
          item('b', '/2', '<pubDate>30 Feb 2025 10:00 GMT</pubDate>'),
      ),
    );
    expect(feed.entries.map((entry) => entry.published)).toEqual([undefined, undefined]);
  });
  it('answers with words when there is no feed', () => {
    expect(readFeed('<!doctype html><html><body>Hi</body></html>', context)).toEqual({
      error: 'the answer is a web page, not a feed',
    });
    expect(readFeed('', context)).toEqual({ error: 'the answer is empty' });
    expect(readFeed('{"a":', context)).toHaveProperty('error');
  });
});

describe('readFeed, hostile feeds', () => {
  const link = '<link>/1</link>';
  const inputs: readonly (readonly [string, string])[] = [
    ['40 KB of less-than signs in a title', rss(`<item>${link}<title>${'<'.repeat(40_000)}</title></item>`)],
    ['a million ampersands', rss(`<item>${link}<title>${'&'.repeat(1_000_000)}</title></item>`)],
    ['nesting of 100,000', rss(`<item>${link}<description>${'<b>'.repeat(100_000)}</description></item>`)],
    [
      '100,000 attributes',
      rss(
        `<item ${Array.from({ length: 100_000 }, (_value, index) => `a${index}="x"`).join(' ')}>${link}</item>`,
      ),
    ],
    ['a title of 10 MB', rss(`<item>${link}<title>${'t'.repeat(10_000_000)}</title></item>`)],
    ['CDATA without end of 5 MB', rss(`<item>${link}<title><![CDATA[${'x'.repeat(5_000_000)}`)],
    ['100,000 mail signs in an author', rss(`<item>${link}<author>${'a@'.repeat(100_000)}</author></item>`)],
    [
      'a chain of entities',
      `<!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss(`<item>${link}<title>&b;</title></item>`)}`,
    ],
    ['numbers beyond Unicode', rss(`<item>${link}<title>&#9999999;&#0;&#xFFFFFF;x</title></item>`)],
  ];
  // The limit is a hang guard: a quadratic reader takes minutes on these.
  it.each(inputs)('reads %s in linear time', (_name, text) => {
    expect(urlsOf(text)).toEqual(['https://news.example.org/1']);
  });
  it('stops at the limit of entries', () => {
    const feed = reading(rss('<item><link>/1</link></item>'.repeat(200_000)), { maxItems: 100 });
    expect(feed.isCut).toBe(true);
  });
});
