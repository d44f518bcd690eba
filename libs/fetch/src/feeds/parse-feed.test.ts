import { describe, expect, it } from '@jest/globals';
import type { FeedDocument, FeedItem } from './feed-document.ts';
import { itemLabel } from './item-label.ts';
import { parseFeed } from './parse-feed.ts';

const base = 'https://feeds.example.net/x/all.xml';

function feedOf(text: string): FeedDocument {
  const parsed = parseFeed(text, { base });
  if (parsed === undefined) throw new Error('no feed');
  return parsed.feed;
}
const rss = (inner: string): string =>
  `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:a="http://www.w3.org/2005/Atom" xmlns:g="http://www.georss.org/georss" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:t="http://purl.org/syndication/thread/1.0" xmlns:p="https://podcastindex.org/namespace/1.0"><channel>${inner}</channel></rss>`;
const atom = (inner: string): string => `<feed xmlns="http://www.w3.org/2005/Atom">${inner}</feed>`;
const first = (text: string): FeedItem | undefined => feedOf(text).entries[0];
const rssItem = (inner: string): FeedItem | undefined => first(rss(`<item>${inner}</item>`));
const atomEntry = (inner: string): FeedItem | undefined => first(atom(`<entry>${inner}</entry>`));

describe('parseFeed, addresses', () => {
  it.each([
    [
      'the last of several links of RSS',
      rssItem('<link>https://a.example.org/1</link><link>https://a.example.org/2</link>'),
      'https://a.example.org/2',
    ],
    [
      'a link whose address is an attribute',
      rssItem('<link>https://a.example.org/1</link><link href="https://a.example.org/2"/>'),
      'https://a.example.org/2',
    ],
    [
      'the alternate, when addresses are texts',
      atomEntry(
        '<link rel="alternate" type="text/html">https://a.example.org/1</link><link rel="enclosure">https://a.example.org/1.mp3</link>',
      ),
      'https://a.example.org/1',
    ],
    ['a guid that is an address', rssItem('<guid>https://a.example.org/g</guid>'), 'https://a.example.org/g'],
    ['an id that is an address', atomEntry('<id>https://a.example.org/i</id>'), 'https://a.example.org/i'],
  ])('takes %s', (_name, item, link) => {
    expect(item?.link).toBe(link);
  });
  it('resolves relative addresses of RSS on the site, not where the feed is served from', () => {
    const item = first(
      rss(
        '<link>https://paper.example.org/</link><item><link>story/1</link><description><![CDATA[<a href="/2">x</a>]]></description><enclosure url="3.mp3" type="audio/mpeg"/></item>',
      ),
    );
    expect(item).toMatchObject({
      link: 'https://paper.example.org/story/1',
      summary: '<a href="https://paper.example.org/2">x</a>',
      enclosures: [{ url: 'https://paper.example.org/3.mp3' }],
    });
  });
  it('resolves by xml:base, the inner on the outer one', () => {
    const item = first(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example.org/x/"><entry xml:base="y/"><link href="z"/><content type="html">&lt;img src=i.png&gt;</content></entry></feed>',
    );
    expect(item).toMatchObject({
      link: 'https://a.example.org/x/y/z',
      content: '<img src="https://a.example.org/x/y/i.png">',
    });
  });
  it('takes the id of a feed that names no site', () => {
    expect(feedOf(atom('<id>https://a.example.org/</id>')).link).toBe('https://a.example.org/');
  });
  it('drops an address that the end of the document cut', () => {
    expect(
      feedOf(
        '<rss><channel><item><link>https://a.example.org/1</link></item><item><link>https://a.example.org/sto',
      ).entries.map((item) => item.link),
    ).toEqual(['https://a.example.org/1', undefined]);
  });
});

describe('parseFeed, texts', () => {
  it('takes the longer of summary and description for the content', () => {
    expect(rssItem('<summary>short</summary><description>the whole text</description>')).toMatchObject({
      summary: 'short',
      content: 'the whole text',
    });
  });
  it('tells an empty text from none', () => {
    expect(rssItem('<description/>')?.summary).toBe('');
    expect(rssItem('<title>x</title>')?.summary).toBeUndefined();
  });
  it('takes away the div around XHTML, also when it is called HTML', () => {
    const div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>a</p></div>';
    expect(atomEntry(`<content type="xhtml">${div}</content>`)?.content).toBe('<p>a</p>');
    expect(atomEntry(`<content type="html">\n${div}</content>`)?.content).toBe('<p>a</p>');
    expect(atomEntry('<content type="html">&lt;div&gt;a&lt;/div&gt;</content>')?.content).toBe(
      '<div>a</div>',
    );
  });
  it('reads base64, plain text and declared entities', () => {
    expect(atomEntry('<content mode="base64">PGI+eDwvYj4=</content>')?.content).toBe('<b>x</b>');
    expect(atomEntry('<title type="text">1 &lt; 2</title>')?.title).toBe('1 &lt; 2');
    expect(
      first(`<!DOCTYPE rss [<!ENTITY paper "Harbour Post">]>${rss('<item><title>&paper;</title></item>')}`)
        ?.title,
    ).toBe('Harbour Post');
  });
  it('shows the beginning of the text for an entry without title', () => {
    expect(
      itemLabel({ people: [], categories: [], enclosures: [], summary: '<p>Ferry &amp; <b>fog</b></p>' }),
    ).toBe('Ferry & fog');
    expect(itemLabel({ people: [], categories: [], enclosures: [], content: 'word '.repeat(100) })).toMatch(
      /^word .{90,98}\u2026$/,
    );
    expect(itemLabel({ people: [], categories: [], enclosures: [] })).toBeUndefined();
  });
});

describe('parseFeed, people', () => {
  it.each([
    [
      'mail and name',
      '<author>mia@example.org (Mia Lund)</author>',
      [{ name: 'Mia Lund', email: 'mia@example.org' }],
    ],
    [
      'name and mail',
      '<dc:creator>Mia Lund &lt;mia@example.org&gt;</dc:creator>',
      [{ name: 'Mia Lund', email: 'mia@example.org' }],
    ],
    [
      'parts, the name empty',
      '<a:author><a:name/><a:email>mia@example.org</a:email></a:author>',
      [{ email: 'mia@example.org' }],
    ],
    [
      'each once',
      '<author>Mia</author><dc:creator>mia</dc:creator><itunes:author>Jo</itunes:author>',
      [{ name: 'Mia' }, { name: 'Jo' }],
    ],
  ])('reads %s', (_name, inner, people) => {
    expect(rssItem(inner)?.people).toEqual(people);
  });
  it('gives an entry without author the author of its feed, not the editor of the channel', () => {
    expect(first(atom('<author><name>Ana</name></author><entry><title>x</title></entry>'))?.people).toEqual([
      { name: 'Ana' },
    ]);
    expect(first(rss('<dc:creator>Ana</dc:creator><item><title>x</title></item>'))?.people).toEqual([
      { name: 'Ana' },
    ]);
    expect(
      first(rss('<managingEditor>Ed</managingEditor><webMaster>Web</webMaster><item><title>x</title></item>'))
        ?.people,
    ).toEqual([]);
  });
});

describe('parseFeed, modules', () => {
  it('reads media, podcasts, places, comments and threads by their address, whatever the prefix', () => {
    expect(
      rssItem(
        '<media:group><media:content url="https://a.example.org/v.mp4" type="video/mp4" filesize="9"/></media:group><media:thumbnail url="https://a.example.org/t.jpg"/><g:point>55.5 12.25</g:point><slash:comments>7</slash:comments><t:in-reply-to ref="https://a.example.org/0"/><itunes:duration>1:02:03</itunes:duration><p:transcript url="https://a.example.org/t.vtt" type="text/vtt"/><a:category term="Sea"/><tags>Fog, Ferry</tags><itunes:keywords>Harbour</itunes:keywords>',
      ),
    ).toMatchObject({
      enclosures: [{ url: 'https://a.example.org/v.mp4', type: 'video/mp4', length: '9' }],
      image: 'https://a.example.org/t.jpg',
      place: { latitude: 55.5, longitude: 12.25 },
      commentCount: 7,
      replyTo: 'https://a.example.org/0',
      durationSeconds: 3_723,
      transcripts: ['https://a.example.org/t.vtt'],
      categories: ['Sea', 'Fog', 'Ferry', 'Harbour'],
    });
  });
  it.each([
    ['a picture of podcasts', '<itunes:link rel="image" href="https://a.example.org/i.jpg"/>'],
    ['an enclosure', '<enclosure url="https://a.example.org/i.jpg" type="image/jpeg"/>'],
    [
      'the first picture of the text',
      '<description><![CDATA[<p>a</p><img alt="b" src="https://a.example.org/i.jpg"><img src="https://a.example.org/j.jpg">]]></description>',
    ],
  ])('takes for the image %s', (_name, inner) => {
    expect(rssItem(inner)?.image).toBe('https://a.example.org/i.jpg');
  });
  it('does not take odd numbers for places or lengths', () => {
    expect(
      rssItem(
        '<g:point>555 12</g:point><itunes:duration>long</itunes:duration><slash:comments>many</slash:comments>',
      ),
    ).toMatchObject({ place: undefined, durationSeconds: undefined, commentCount: undefined });
  });
  it('takes the language that Dublin Core names', () => {
    expect(rssItem('<dc:language>en</dc:language>')?.language).toBe('en');
  });
});

describe('parseFeed, lost tags', () => {
  it('ends an entry where the next one begins', () => {
    const feed = feedOf(
      '<rss><channel><title>T</title><item><title>One<link>https://a.example.org/1</link><description>x<item><title>Two</title><link>https://a.example.org/2</link>',
    );
    expect(feed.title).toBe('T');
    expect(feed.entries).toMatchObject([
      { title: 'One', link: 'https://a.example.org/1', summary: 'x' },
      { title: 'Two', link: 'https://a.example.org/2' },
    ]);
  });
  it('does not nest however many entries have lost their ends', () => {
    expect(feedOf(`<rss><channel>${'<item><title>x<guid>y'.repeat(9_000)}`).entries).toHaveLength(9_000);
  });
  it('finds a feed inside a page, as it is or shown as text', () => {
    const text = rss('<item><title>Fog &amp; ferry</title></item>');
    const page = (inner: string): string =>
      `<!DOCTYPE html><html><head><title>Feed</title></head><body>${inner}</body></html>`;
    expect(feedOf(page(text)).entries).toMatchObject([{ title: 'Fog & ferry' }]);
    expect(
      feedOf(page(`<pre>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')}</pre>`))
        .entries,
    ).toMatchObject([{ title: 'Fog & ferry' }]);
    expect(parseFeed(page('<p>We speak of rss and &lt;b&gt; here.</p>'))).toBeUndefined();
  });
  it('keeps what a comment without end would hide', () => {
    expect(
      feedOf(`<rss><channel><!-- made by x\n<item><title>One</title></item></channel></rss>`).entries,
    ).toMatchObject([{ title: 'One' }]);
  });
});
