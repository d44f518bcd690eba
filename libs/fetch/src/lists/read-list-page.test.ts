import { describe, expect, it } from '@jest/globals';
import { readListPage } from './read-list-page.ts';

const stories = [1, 2, 3, 4]
  .map(
    (number) =>
      `<article><h2><a href="/news/2026/the-ferry-sails-again-${number}">The ferry sails again on day number ${number}</a></h2></article>`,
  )
  .join('');
const page = (head: string, body = stories) =>
  `<!doctype html><html lang="nb-NO"><head>${head}</head><body><main>${body}</main></body></html>`;

describe('readListPage', () => {
  it('gives the articles of a page, the name of the publication and the language', () => {
    const html = page('<title>News | Post</title><meta property="og:site_name" content="Harbour Post">');
    const { title, language, entries } = readListPage(html, 'https://post.example/');
    expect([title, language, entries.length]).toEqual(['Harbour Post', 'nb-NO', 4]);
  });
  it('takes the title of the page where nothing else names it, not that of a picture', () => {
    const html = page('<title> Harbour\n Post </title>', `<svg><title>Logo</title></svg>${stories}`);
    expect(readListPage(html, 'https://post.example/').title).toBe('Harbour Post');
    const { title } = readListPage(
      page('', `<svg><title>Logo</title></svg>${stories}`),
      'https://post.example/',
    );
    expect(title).toBeUndefined();
  });
  it('has no articles where the page lists none', () => {
    expect(
      readListPage(page('<title>A</title>', '<p>Welcome.</p>'), 'https://post.example/').entries,
    ).toEqual([]);
  });
});
