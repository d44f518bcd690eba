import { describe, expect, it } from '@jest/globals';
import type { FetchedPage } from '@newsmill/contracts';
import { cleanArticle } from '../clean-article.ts';

const url = 'https://www.harbourpost.example/story/ferry';

/** A page that a feed announced with title, date and summary. */
function announced(html: string): FetchedPage {
  const now = Date.parse('2026-03-12T10:00:00Z');
  return {
    item: 'item-1',
    sourceId: 'harbour',
    url,
    finalUrl: url,
    redirects: [],
    fetchedAt: now,
    firstSeen: now,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    tags: [],
    httpHeaders: {},
    entry: {
      url,
      title: 'The ferry returns to the harbour',
      published: '2026-03-12T08:00:00Z',
      summary: 'The ferry returns to the harbour in April.',
      authors: [],
      categories: [],
    },
    body: new TextEncoder().encode(html),
  };
}
const fateOf = (html: string) => {
  const outcome = cleanArticle(announced(html));
  return outcome.kind === 'drop' ? outcome.reason : outcome.kind;
};
const page = (title: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`;
const story = `<article><h1>The ferry returns</h1>${'<p>The harbour ferry, which has not sailed since 2011, returns in April: the council of Northgate voted on Tuesday to spend four million pounds on it.</p>'.repeat(3)}</article>`;
const form =
  '<form action="/session"><input type="email"><input type="password"><button>Log in</button></form>';

describe('findWall', () => {
  it('lets no feed make an article of a wall', () => {
    expect(fateOf(page('Log in', `<h1>Log in to read on</h1>${form}`))).toBe('not-article-login');
    expect(fateOf(page('Just a moment...', '<script>window._cf_chl_opt={}</script>'))).toBe(
      'not-article-challenge',
    );
    expect(
      fateOf(
        page(
          'Harbour Post',
          '<noscript>Please enable JavaScript.</noscript><div id="app"></div><script src="/a.js"></script>',
        ),
      ),
    ).toBe('not-article-javascript');
    expect(fateOf(page('Redirecting...', '<p>You are being redirected.</p><a href="/new">Go on</a>'))).toBe(
      'not-article-redirect',
    );
    expect(
      fateOf(page('This domain is for sale', '<h1>This domain is for sale</h1><p>Buy this domain.</p>')),
    ).toBe('not-article-parked');
  });
  it('keeps an article beside a form that asks for a login', () => {
    expect(fateOf(page('The ferry returns', `${form}${story}`))).toBe('accept');
    expect(fateOf(page('The ferry returns', `${story}<h2>Log in to read on</h2>${form}`))).toBe('accept');
  });
  it('does not look at pages with more links than any wall', () => {
    const menu = '<a href="/news">News of the harbour</a>'.repeat(100);
    expect(fateOf(page('Log in', `${menu}<h1>Log in to read on</h1>${form}${story}`))).toBe('accept');
  });
});
