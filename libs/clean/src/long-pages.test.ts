import { describe, expect, it } from '@jest/globals';
import { mostCharacters } from './body/read-blocks.ts';
import { readPage } from './read-page.ts';

const sentence =
  'The harbour was closed for the night, and nobody knew when it would open again, said a speaker of the town. ';
const read = (body: string, head = '') =>
  readPage(
    {
      html: `<html lang="en"><head><title>Harbour closed</title>${head}</head><body><h1>Harbour closed</h1>${body}</body></html>`,
    },
    { url: 'https://paper.example/harbour', now: 0 },
  );
/** Paragraphs that differ: what a page says again is taken once. */
const paragraphs = (count: number): string =>
  Array.from({ length: count }, (_, index) => `<p>Day ${index}. ${sentence.repeat(3)}</p>`).join('');

describe('a page that is too long for an article', () => {
  it.each([
    ['many paragraphs', read(`<article>${paragraphs(12_000)}</article>`)],
    ['one endless line', read(`<p>${sentence.repeat(60_000)}</p>`)],
    ['one endless word', read(`<article>${paragraphs(5)}<p>${'a'.repeat(6_000_000)}</p></article>`)],
    [
      'signs outside the basic plane',
      read(`<article>${paragraphs(5)}<p>${'\u{1F6A2}'.repeat(2_000_000)}</p></article>`),
    ],
    ['references', read(`<article>${paragraphs(5)}<p>${'&amp;&eacute;'.repeat(500_000)}</p></article>`)],
    [
      'a text in structured data',
      read(
        '<div></div>',
        `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour closed","articleBody":"${sentence.repeat(60_000)}"}</script>`,
      ),
    ],
    [
      'a text in a script',
      read('<div></div>', `<script>window.state = {"body":"<p>${sentence.repeat(60_000)}</p>"}</script>`),
    ],
  ])('is read to a million characters and flagged: %s', (_, { article, flags }) => {
    expect(article.blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(
      mostCharacters,
    );
    expect(article.text.length === 0 || flags.includes('truncated')).toBe(true);
  });
  it('is not flagged where all of it was read', () => {
    const { article, flags } = read(`<article>${paragraphs(2_000)}</article>`);
    expect(article.blocks).toHaveLength(2_000);
    expect(flags).not.toContain('truncated');
  });
});
