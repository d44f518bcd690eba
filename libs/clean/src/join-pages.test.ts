import { CleanArticle, FetchedPage } from '@newsmill/contracts';
import { describe, expect, it } from '@jest/globals';
import { cleanArticle } from './clean-article.ts';

const teaser =
  'A ferry that nobody had seen for fifteen years came back to the estuary one morning, and with it a quarrel.';

function html(title: string, paragraphs: readonly string[]): Uint8Array {
  return Buffer.from(
    `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><div class="story-body">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div></article></body></html>`,
  );
}
function paragraphs(page: number): string[] {
  return Array.from(
    { length: 5 },
    (_, part) =>
      `On page ${page} the harbour master told part ${part} of the story, which began when ${page * 100 + part} people stood on the pier and waited for a boat that did not come.`,
  );
}
function fetched(bodies: readonly Uint8Array[], more: Partial<FetchedPage> = {}): FetchedPage {
  const following = bodies.map((_, index) => ({
    url: `https://ledger.example/news/the-long-way-home?page=${index + 2}`,
    contentType: 'text/html',
    encoding: 'identity' as const,
    archive: { file: 'f', offset: index, length: 1 },
  }));
  return FetchedPage.parse({
    item: 'one',
    sourceId: 's',
    url: 'https://ledger.example/news/the-long-way-home',
    finalUrl: 'https://ledger.example/news/the-long-way-home',
    fetchedAt: Date.parse('2026-03-12T10:00:00Z'),
    firstSeen: 1,
    status: 200,
    contentType: 'text/html',
    encoding: 'identity',
    body: html('The long way home', [teaser, ...paragraphs(1)]),
    following,
    followingBodies: bodies,
    ...more,
  });
}
function read(page: FetchedPage): CleanArticle {
  const outcome = cleanArticle(page);
  if (outcome.kind !== 'accept') throw new Error(JSON.stringify(outcome));
  return CleanArticle.parse(outcome.value);
}

describe('an article of several pages', () => {
  it('has the text of all in order, what stands on each once, and the rest of the first', () => {
    const article = read(
      fetched([
        html('The long way home', [teaser, ...paragraphs(2)]),
        html('The long way home', [teaser, ...paragraphs(3)]),
      ]),
    );
    expect(article.blocks.map((block) => block.text)).toEqual([
      teaser,
      ...paragraphs(1),
      ...paragraphs(2),
      ...paragraphs(3),
    ]);
    expect(article.text).toBe(article.blocks.map((block) => block.text).join('\n\n'));
    expect(article).toMatchObject({
      title: 'The long way home',
      finalUrl: 'https://ledger.example/news/the-long-way-home',
      pages: [
        { url: expect.stringContaining('page=2') },
        { url: expect.stringContaining('page=3'), archive: { offset: 1 } },
      ],
    });
    expect(article.flags).not.toContain('truncated');
  });
  it('ends before a page that is none, and says so', () => {
    const article = read(
      fetched([
        html('The long way home', paragraphs(2)),
        html('404 Not Found', ['The page that you asked for is not here.']),
        html('The long way home', paragraphs(4)),
      ]),
    );
    expect(article.blocks.map((block) => block.text)).toEqual([teaser, ...paragraphs(1), ...paragraphs(2)]);
    expect(article.pages).toHaveLength(1);
    expect(article.flags).toContain('truncated');
  });
  it('says that it is unfinished where the fetcher did not get all', () => {
    expect(read(fetched([], { isUnfinished: true })).flags).toContain('truncated');
  });
  it('is as it was without further pages', () => {
    expect(read(fetched([]))).toEqual(
      read(fetched([], { following: undefined, followingBodies: undefined })),
    );
  });
});
