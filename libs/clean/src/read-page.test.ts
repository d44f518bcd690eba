import { describe, expect, it } from '@jest/globals';
import { shippedModels, type Models } from './models.ts';
import { readPage } from './read-page.ts';

const paragraph = (name: string): string =>
  `${name} said that the ferry would cross the estuary every twenty minutes, and that nobody would have to wait for long.`;
const story = ['Ada', 'Ben', 'Cem'].map(paragraph);
const teasers = Array.from(
  { length: 40 },
  (_, number) => `The council puts off its vote on bridge ${number}`,
);
const html = `<html lang="en"><head><title>Ferry returns</title></head><body><h1>Ferry returns</h1>${[...story, ...teasers].map((text) => `<p>${text}</p>`).join('')}</body></html>`;

/** Models that are sure of the story, take the teasers for `teaser`, and the page for no article. */
const modelsWith = (teaser: number): Models => ({
  ...shippedModels(),
  kind: () => -1,
  body: {
    calibration: { scale: 0.35, bias: -0.25 },
    score: (_, blocks) =>
      Float32Array.from({ length: blocks.size }, (_unused, index) =>
        index === 0 ? 1 : index <= story.length ? 5 : teaser,
      ),
  },
});
const read = (teaser: number, url = 'https://paper.example/news/ferry') =>
  readPage({ html }, { url, now: 0 }, modelsWith(teaser));

describe('readPage', () => {
  it('reads one run of sure text on a page of unsure lines as an article, whatever the page looks like', () => {
    const { kind, article } = read(-1.5);
    expect(kind).toBe('article');
    expect(article.text).toContain('Cem said');
    expect(article.text).not.toContain('puts off');
  });
  it('reads a page that is no article as a whole where its lines are as sure as its first run', () => {
    const { kind, article } = read(1);
    expect(kind).toBe('other');
    expect(article.text).toContain('bridge 39');
  });
  it('reads the front page of a site as a whole', () => {
    expect(read(-1.5, 'https://paper.example/').kind).toBe('index');
  });
});
