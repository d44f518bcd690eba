import { describe, expect, it } from '@jest/globals';
import { readOpml } from './read-opml.ts';

const read = (text: string) => readOpml(Buffer.from(text));

describe('readOpml', () => {
  it('reads feeds with their folders', () => {
    expect(
      read(`<?xml version="1.0"?><opml version="2.0"><head><title>My &amp; feeds</title></head><body>
      <outline text="News"><outline text="World" title="World">
        <outline type="rss" text="Harbour" title="Harbour Post" xmlUrl="https://news.example.org/a.xml" htmlUrl="https://news.example.org/"/></outline>
        <outline type="rss" text="Valley" xmlUrl="https://valley.example.org/feed?a=1&amp;b=2"></outline></outline>
      <outline text="Loose" xmlUrl="https://loose.example.org/rss" category="/Tech/Web,/Other"/></body></opml>`),
    ).toEqual({
      title: 'My & feeds',
      feeds: [
        {
          title: 'Harbour Post',
          xmlUrl: 'https://news.example.org/a.xml',
          htmlUrl: 'https://news.example.org/',
          category: 'News/World',
        },
        {
          title: 'Valley',
          xmlUrl: 'https://valley.example.org/feed?a=1&b=2',
          htmlUrl: undefined,
          category: 'News',
        },
        { title: 'Loose', xmlUrl: 'https://loose.example.org/rss', htmlUrl: undefined, category: 'Tech/Web' },
      ],
    });
  });
  it('takes what other programs write', () => {
    const feeds = read(
      'warning: x\n<OPML><body><outline text="A & B" XMLURL="feed:https://a.example.org/x"><outline title="C" xmlurl=\'feed://c.example.org/\' htmlUrl="javascript:alert(1)"></body>',
    )?.feeds;
    expect(feeds).toEqual([
      { title: 'A & B', xmlUrl: 'https://a.example.org/x', htmlUrl: undefined, category: undefined },
      { title: 'C', xmlUrl: 'http://c.example.org/', htmlUrl: undefined, category: undefined },
    ]);
  });
  it('names each feed once, and none that cannot be asked for', () => {
    expect(
      read(
        '<opml><body><outline xmlUrl="https://a.example.org/1"/><outline xmlUrl="https://a.example.org/1"/><outline xmlUrl="file:///etc/passwd"/><outline text="empty"/></body></opml>',
      )?.feeds.map((feed) => feed.xmlUrl),
    ).toEqual(['https://a.example.org/1']);
  });
  it('answers undefined for what is no list', () => {
    expect(read('<rss><channel/></rss>')).toBeUndefined();
    expect(read('')).toBeUndefined();
  });
});
