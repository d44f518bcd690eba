import { describe, expect, it } from '@jest/globals';
import type { FeedItem } from './feed-document.ts';
import { parseFeed } from './parse-feed.ts';

function itemOf(inner: string): FeedItem | undefined {
  const text = `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:t="http://purl.org/dc/terms/"><channel><item>${inner}</item></channel></rss>`;
  return parseFeed(text, { base: 'https://a.example/feed' })?.feed.entries[0];
}

describe('pictures of an entry', () => {
  it.each([
    '<media:thumbnail url="https://a.example/i.jpg"/>',
    '<media:thumbnail>https://a.example/i.jpg</media:thumbnail>',
    '<thumbnail>/i.jpg</thumbnail>',
    '<thumbnail url="/i.jpg"/>',
    '<image> https://a.example/i.jpg </image>',
    '<image><url>https://a.example/i.jpg</url><title>t</title></image>',
    '<enclosure type="image/jpeg" url="i.jpg"/>',
  ])('are read from %s', (inner) => {
    expect(itemOf(inner)?.image).toBe('https://a.example/i.jpg');
  });
  it.each(['<media:thumbnail>A sunny day</media:thumbnail>', '<image>A sunny day</image>'])(
    'are no words, as in %s',
    (inner) => {
      expect(itemOf(inner)?.image).toBeUndefined();
    },
  );
});

describe('categories of an entry', () => {
  it.each([
    '<categories><category>a</category><category>b</category></categories>',
    '<category>a</category><category>b</category>',
    '<keywords>a, b</keywords>',
    '<dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></dc:subject>',
    '<t:subject>a</t:subject><dc:subject>b</dc:subject>',
  ])('are read from %s', (inner) => {
    expect(itemOf(inner)?.categories).toEqual(['a', 'b']);
  });
});

describe('modules without their prefix, and under another one', () => {
  it('are read as the module', () => {
    expect(
      itemOf(
        '<encoded>&lt;p&gt;x&lt;/p&gt;</encoded><date>2025-05-01</date><t:title>T</t:title><dc:modified>2025-05-02</dc:modified><t:rights>R</t:rights>',
      ),
    ).toMatchObject({
      content: '<p>x</p>',
      published: '2025-05-01',
      updated: '2025-05-02',
      title: 'T',
      rights: 'R',
    });
  });
  it('give the page that plays a video, and where the content of an entry lies', () => {
    const atom = (attributes: string): string | undefined =>
      parseFeed(
        `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>u:1</id><content ${attributes}/></entry></feed>`,
      )?.feed.entries[0]?.link;
    expect([
      itemOf('<media:player url="https://a.example/watch"/>')?.link,
      itemOf('<media:player url="https://a.example/watch"/><link>https://a.example/1</link>')?.link,
      atom('src="https://a.example/c.html" type="text/html"'),
      atom('src="https://a.example/c.mp4" type="video/mp4"'),
    ]).toEqual(['https://a.example/watch', 'https://a.example/1', 'https://a.example/c.html', undefined]);
  });
});
