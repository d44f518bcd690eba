import { describe, expect, it } from '@jest/globals';
import { findFeeds, wellKnownFeeds } from './find-feeds.ts';

describe('findFeeds', () => {
  it('names the feeds of a page, those of comments last', () => {
    const html =
      '<head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed"><link rel="alternate" type="application/atom+xml" href="atom.xml"><link rel="alternate" hreflang="de" href="/de"><link rel=stylesheet href="/feed.css"></head>';
    expect(findFeeds(html, 'https://news.example.org/a/')).toEqual([
      { url: 'https://news.example.org/a/atom.xml', type: 'application/atom+xml' },
      { url: 'https://news.example.org/comments/feed', type: 'application/rss+xml', title: 'Comments' },
    ]);
  });
  it('falls back on links that look like feeds', () => {
    expect(
      findFeeds('<body><a href="/rss/all">RSS</a><a href="/feedback">x</a>', 'https://news.example.org/').map(
        (feed) => feed.url,
      ),
    ).toEqual(['https://news.example.org/rss/all']);
  });
  it('follows no script and survives storms of tags', () => {
    expect(
      findFeeds(
        `<link rel=alternate type=application/rss+xml href="javascript:x">${'<div><a>'.repeat(100_000)}`,
        'https://news.example.org/',
      ),
    ).toEqual([]);
  });
  it.each(['<', '<!--', '<a href="', '<b '])('takes linear time for a storm of %s', (piece) => {
    expect(findFeeds(piece.repeat(200_000), 'https://news.example.org/')).toEqual([]);
  });
  it('knows usual places', () => {
    expect(wellKnownFeeds('https://news.example.org/a/b')).toContain('https://news.example.org/feed');
    expect(wellKnownFeeds('nonsense')).toEqual([]);
  });
});
