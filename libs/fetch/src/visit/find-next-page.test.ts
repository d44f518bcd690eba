import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { findNextPage, isFollowingPage, looksLikeFollowingPage } from './find-next-page.ts';

const story = 'https://paper.example/news/the-long-way-home';

function answer(
  head: string,
  over: { readonly url?: string; readonly headers?: Record<string, string> } = {},
) {
  return {
    url: story,
    headers: {},
    encoding: 'gzip' as const,
    body: gzipSync(
      `<!doctype html><html><head><title>T</title>${head}</head><body><p>text</p></body></html>`,
    ),
    ...over,
  };
}

describe('findNextPage', () => {
  it.each([
    ['<link rel="next" href="/news/the-long-way-home?page=2">', `${story}?page=2`],
    ["<link href='?page=2&amp;utm_source=x' rel='next nofollow'>", `${story}?page=2&utm_source=x`],
    ['<LINK REL=next HREF=https://paper.example/news/the-long-way-home/2/>', `${story}/2/`],
    [
      '<link rel="prev" href="/news/other"><link rel="next" href="/news/the-long-way-home/page/2#top">',
      `${story}/page/2`,
    ],
    ['<link rel="next" href="/news/the-long-way-home/seite-2">', `${story}/seite-2`],
  ])('finds page two in %s', (head, url) => {
    expect(findNextPage(answer(head), { first: story, number: 2 })).toBe(url);
  });
  it('finds it in the headers, and page three from page two', () => {
    expect(
      findNextPage(answer('', { headers: { link: '</news/the-long-way-home?page=2>; rel="next"' } }), {
        first: story,
        number: 2,
      }),
    ).toBe(`${story}?page=2`);
    expect(
      findNextPage(
        answer('<link rel="next" href="/news/the-long-way-home?page=3">', { url: `${story}?page=2` }),
        { first: story, number: 3 },
      ),
    ).toBe(`${story}?page=3`);
  });
  describe('by a link of the text', () => {
    const text = (html: string) => answer(`</head><body><article>${html}</article></body>`);
    const find = (html: string, number = 2) => findNextPage(text(html), { first: story, number });
    it.each([
      ['of rel=next', '<a class="b" rel="next" href="?page=2">More</a>'],
      ['of a row of numbers', '<p>Page 1 of 3</p><b>1</b> <a href="?page=2"> 2 </a> <a href="?page=3">3</a>'],
      ['of the words for it', '<a href="/news/the-long-way-home?page=2"><span>Next</span> page »</a>'],
      ['of such words elsewhere', '<a href="?page=2">Nächste Seite</a>'],
    ])('finds page two by a link %s', (_, html) => {
      expect(find(html)).toBe(`${story}?page=2`);
    });
    it('finds the pages of paths, and page three', () => {
      expect(find('<a href="/news/the-long-way-home/2/">2</a>')).toBe(`${story}/2/`);
      expect(find('<a href="?page=2">2</a><a href="?page=3">3</a>', 3)).toBe(`${story}?page=3`);
      expect(find('<a href="?page=2">2</a>', 3)).toBeUndefined();
    });
    it.each([
      ['a link that says something else', '<a href="?page=2">Read the reactions</a>'],
      ['a number that is another', '<a href="?page=2">3</a>'],
      ["readers' comments", '<div id="comments"><ul><a href="?page=2">2</a></ul></div>'],
      ["readers' comments by their place", '<a href="?page=2#comments">2</a>'],
      ['other articles', '<aside><a rel="next" href="?page=2">2</a></aside>'],
      ['the next article', '<a rel="next" href="/news/the-short-way-home">Next</a>'],
      ['another site', '<a href="https://other.example/news/the-long-way-home?page=2">2</a>'],
      ['a part of a list', '<a href="/tag/home?page=2">2</a>'],
    ])('does not take %s for it', (_, html) => {
      expect(find(html)).toBeUndefined();
    });
  });
  it.each([
    ['the next article', '<link rel="next" href="/news/another-way-home-then">'],
    ['an article of the same title', '<link rel="next" href="/news/the-long-way-home-2">'],
    ['another site', '<link rel="next" href="https://other.example/news/the-long-way-home?page=2">'],
    ['another number', '<link rel="next" href="?page=3">'],
    ['another query', '<link rel="next" href="?page=2&amp;sort=old">'],
    ['no address', '<link rel="next">'],
    ['a script', '<link rel="next" href="javascript:alert(1)">'],
  ])('does not take %s for page two', (_, head) => {
    expect(findNextPage(answer(head), { first: story, number: 2 })).toBeUndefined();
  });
  it.each([
    'https://paper.example/',
    'https://paper.example/news',
    'https://paper.example/category/sport-and-more-news',
    'https://paper.example/tag/long-way-home',
    'https://paper.example/news/2024/05',
  ])('does not follow the list %s', (first) => {
    expect(
      findNextPage(answer(`<link rel="next" href="${first}?page=2">`, { url: first }), { first, number: 2 }),
    ).toBeUndefined();
  });
  it('is not held up by a hostile head', () => {
    const began = performance.now();
    for (const head of [
      '<link '.repeat(60_000),
      `<link ${'rel= '.repeat(60_000)}next`,
      `rel=${' '.repeat(250_000)}next`,
      '<link rel="'.repeat(30_000),
    ])
      findNextPage(answer(head), { first: story, number: 2 });
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe('isFollowingPage', () => {
  it.each([
    ['https://p.example/a/long-story-x.html', 'https://p.example/a/long-story-x-2.html', true],
    ['https://p.example/a/long-story-x.html', 'https://p.example/a/long-story-x,2.html', true],
    ['https://p.example/a/long-story-x.html', 'https://p.example/a/long-story-x.html/2', true],
    ['https://p.example/a/long-story-x?page=1', 'https://p.example/a/long-story-x?page=2', true],
    ['https://p.example/a/long-story-1.html', 'https://p.example/a/long-story-2.html', false],
    ['https://p.example/a?id=4', 'https://p.example/a?id=5&page=2', false],
    ['https://p.example/a/long-story-x.html', 'https://p.example/a/long-story-x-22.html', false],
  ])('%s, %s: %s', (first, url, expected) => {
    expect(isFollowingPage(first, url, 2)).toBe(expected);
  });
  it.each([
    ['https://p.example/a/2', true],
    ['https://p.example/a/b-3.html', true],
    ['https://p.example/a?page=4', true],
    ['https://p.example/a?page=1', false],
    ['https://p.example/a/2024/story', false],
    ['nonsense', false],
  ])('%s may be one: %s', (url, expected) => {
    expect(looksLikeFollowingPage(url)).toBe(expected);
  });
});
