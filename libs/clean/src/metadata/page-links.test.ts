import { describe, expect, it } from '@jest/globals';
import { readPage } from '../read-page.ts';

const story = Array.from(
  { length: 5 },
  (_, index) =>
    `<p>The ferry left the pier at ${index + 5} in the morning, said the harbour master, who had counted the passengers himself and found that nobody was missing.</p>`,
).join('');

function readLinks(url: string, head: string, behind = '') {
  const html = `<html lang="en"><head><title>Ferry returns</title>${head}</head><body><article><h1>Ferry returns</h1>${story}</article>${behind}</body></html>`;
  const { nextPage, ampUrl } = readPage({ html }, { url, now: 0 }).article;
  return { nextPage, ampUrl };
}

const pager = (...links: readonly string[]): string => `<div class="pager">${links.join(' ')}</div>`;

describe('readPageLinks', () => {
  it.each([
    [
      'https://paper.example/ferry',
      '<link rel="next" href="/ferry?page=2">',
      '',
      'https://paper.example/ferry?page=2',
    ],
    [
      'https://paper.example/ferry?page=2',
      '<link rel="next" href="/ferry?page=3">',
      '',
      'https://paper.example/ferry?page=3',
    ],
    [
      'https://paper.example/news/ferry/',
      '',
      pager('<b>1</b>', '<a href="/news/ferry/2/">2</a>', '<a href="/news/ferry/3/">3</a>'),
      'https://paper.example/news/ferry/2/',
    ],
    [
      'https://paper.example/news/ferry/2/',
      '',
      pager('<a href="/news/ferry/">1</a>', '<b>2</b>', '<a href="/news/ferry/3/">3</a>'),
      'https://paper.example/news/ferry/3/',
    ],
    [
      'https://paper.example/a/ferry-123456.html',
      '',
      pager('<a href="ferry-123456-2.html">weiter</a>'),
      'https://paper.example/a/ferry-123456-2.html',
    ],
    [
      'https://paper.example/c/t123456.htm',
      '',
      pager('<a href="t123456_1.htm">下一页</a>'),
      'https://paper.example/c/t123456_1.htm',
    ],
    [
      'https://www.paper.example/ferry?id=7',
      '',
      pager('<a href="/ferry?id=7&amp;seite=2">Nächste Seite »</a>'),
      'https://www.paper.example/ferry?id=7&seite=2',
    ],
  ])('finds the page behind %s', (url, head, behind, next) => {
    expect(readLinks(url, head, behind).nextPage).toBe(next);
  });

  it.each([
    ['the next article', 'https://paper.example/ferry', '<link rel="next" href="/lighthouse-sold">', ''],
    [
      'the article of the next number',
      'https://paper.example/news/48812',
      '<link rel="next" href="/news/48813">',
      '',
    ],
    [
      'another site',
      'https://paper.example/ferry',
      '<link rel="next" href="https://other.example/ferry?page=2">',
      '',
    ],
    [
      'pages of comments',
      'https://paper.example/ferry',
      '',
      '<section class="comments"><a rel="next" href="/ferry?page=2">2</a></section>',
    ],
    ['the page before', 'https://paper.example/ferry?page=3', '', pager('<a href="/ferry?page=2">2</a>')],
    ['a script', 'https://paper.example/ferry', '<link rel="next" href="javascript:alert(2)">', ''],
  ])('takes %s for no next page', (_, url, head, behind) => {
    expect(readLinks(url, head, behind).nextPage).toBeUndefined();
  });

  it('finds the AMP form, made absolute', () => {
    expect(readLinks('https://paper.example/ferry', '<link rel="amphtml" href="/amp/ferry">').ampUrl).toBe(
      'https://paper.example/amp/ferry',
    );
  });
});
