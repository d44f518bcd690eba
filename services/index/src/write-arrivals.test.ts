import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ArticleGone,
  ArticleTold,
  articleEnriched,
  EnrichedArticle,
  readMessage,
  writeMessage,
} from '@newsmill/contracts';
import { openSqliteLibrary, type Library } from '@newsmill/store';
import { writeArrivals } from './write-arrivals.ts';

const about = {
  item: 'i',
  sourceId: 'paper',
  url: 'https://paper.example/story',
  firstSeen: 1_789_999_000_000,
};
const article = (fetchedAt: number) =>
  EnrichedArticle.parse({
    ...about,
    finalUrl: about.url,
    fetchedAt,
    title: 'Bridge opens',
    text: 'The bridge opened.',
    blocks: [],
    confidence: 0.9,
    id: 'article',
    contentHash: 'c',
    wordCount: 3,
    readingMinutes: 1,
  });
const gone = (fetchedAt: number) =>
  ArticleGone.parse({ ...about, gone: true, articleId: 'article', fetchedAt });

const told = (sources: readonly string[], articleId?: string) =>
  ArticleTold.parse({ ...about, told: true, sources, articleId, fetchedAt: 0 });

describe('writeArrivals', () => {
  let folder: string;
  let library: Library;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-index-'));
    library = await openSqliteLibrary({ path: join(folder, 'library.db'), searchLimitMs: 60_000 });
  });
  afterEach(async () => {
    await library.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('replaces what was cleaned again, unless a newer version is there', async () => {
    const again = (fetchedAt: number, text: string) => ({
      ...article(fetchedAt),
      text,
      contentHash: text,
      isAgain: true,
    });
    const done = { kind: 'accept', value: { articleId: 'article' } };
    expect(
      await writeArrivals([article(1_790_000_000_000), again(1_790_000_000_000, 'Again.')], library),
    ).toEqual([done, done]);
    expect(await library.get('article')).toMatchObject({ version: 1_790_000_000_000, content: 'Again.' });
    expect((await library.get('article'))?.ingest.evidence).not.toHaveProperty('isAgain');
    await writeArrivals([article(1_790_000_001_000)], library);
    expect(await writeArrivals([again(1_790_000_000_000, 'Late.')], library)).toEqual([done]);
    expect(await library.get('article')).toMatchObject({ content: 'The bridge opened.' });
    await library.takeDown(['article']);
    expect(await writeArrivals([again(1_790_000_001_000, 'Late.')], library)).toEqual([
      { kind: 'drop', reason: 'taken-down', articleId: 'article' },
    ]);
  });

  it.each([
    ['before it', [told(['wire']), article(1_790_000_000_000)]],
    ['after it', [article(1_790_000_000_000), told(['wire', 'paper'])]],
    ['and to which article it leads, without it', [told(['wire'], 'article'), article(1_790_000_000_000)]],
  ])('an article has all sources that told of its page %s, whatever its id', async (_, arrivals) => {
    for (const arrival of arrivals) {
      const [outcome] = await writeArrivals([arrival], library);
      // The ledger hears nothing of what was told.
      expect(outcome?.kind).toBe('told' in arrival ? 'noted' : 'accept');
    }
    expect(await library.get('article')).toMatchObject({ sourceId: 'paper', sources: ['paper', 'wire'] });
    await writeArrivals(arrivals, library);
    await writeArrivals([article(1_790_000_001_000)], library);
    expect(await library.get('article')).toMatchObject({
      version: 1_790_000_001_000,
      sources: ['paper', 'wire'],
    });
  });

  it('takes out what is gone, tells the ledger so, and lets a newer version come back', async () => {
    expect(await writeArrivals([article(1_790_000_000_000)], library)).toEqual([
      { kind: 'accept', value: { articleId: 'article' } },
    ]);
    expect(await library.get('article')).toBeDefined();
    expect(await writeArrivals([gone(1_790_000_000_500)], library)).toEqual([
      { kind: 'drop', reason: 'gone', articleId: 'article' },
    ]);
    expect(await library.get('article')).toBeUndefined();
    await writeArrivals([article(1_790_000_001_000)], library);
    expect(await library.get('article')).toMatchObject({ version: 1_790_000_001_000 });
  });
  it('comes to the same end when the news of the absence overtakes the article, or both come at once', async () => {
    await writeArrivals([gone(1_790_000_000_500)], library);
    const outcomes = await writeArrivals(
      [article(1_790_000_000_000), gone(1_790_000_000_500), article(1_790_000_000_000)],
      library,
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['accept', 'drop', 'accept']);
    expect(await library.get('article')).toBeUndefined();
  });
  it('links an article to its original, and what is like the article too', async () => {
    const named = (id: string, over: Record<string, unknown> = {}) => ({
      ...article(1_790_000_000_000),
      item: id,
      id,
      url: `https://paper.example/${id}`,
      finalUrl: `https://paper.example/${id}`,
      ...over,
    });
    await writeArrivals([named('original'), named('like-the-middle')], library);
    await writeArrivals(
      [
        named('middle', {
          duplicateOf: 'original',
          duplicateSince: 5,
          similarity: 0.8,
          bridged: [{ id: 'like-the-middle', similarity: 0.6 }],
        }),
      ],
      library,
    );
    expect([
      (await library.get('middle'))?.duplicateOf,
      (await library.get('like-the-middle'))?.duplicateOf,
      (await library.get('original'))?.duplicateOf,
    ]).toEqual(['original', 'original', undefined]);
  });
  it('drops a later version of what was taken down', async () => {
    await writeArrivals([article(1_790_000_000_000)], library);
    await library.takeDown(['article']);
    expect(await writeArrivals([article(1_790_000_001_000)], library)).toEqual([
      { kind: 'drop', reason: 'taken-down', articleId: 'article' },
    ]);
  });
  it('keeps a version that is newer than the absence', async () => {
    await writeArrivals([article(1_790_000_001_000)], library);
    await writeArrivals([gone(1_790_000_000_500)], library);
    expect(await library.get('article')).toBeDefined();
  });
  it('takes out for another reason, and says which', async () => {
    await writeArrivals([article(1_790_000_000_000)], library);
    const said = await writeArrivals(
      [
        { ...gone(1_790_000_000_500), reason: 'not-article-error' },
        { ...gone(1_790_000_000_600), reason: 'duplicate-of', movedTo: 'other' },
      ],
      library,
    );
    expect(said).toEqual([
      { kind: 'drop', reason: 'not-article-error', articleId: 'article' },
      { kind: 'drop', reason: 'duplicate-of', articleId: 'other' },
    ]);
    expect(await library.get('article')).toBeUndefined();
  });
  it('takes out what an address led to before, once it leads to another article, and hands its copies on', async () => {
    const copy = {
      ...article(1_790_000_000_000),
      item: 'c',
      id: 'copy',
      url: 'https://other.example/c',
      finalUrl: 'https://other.example/c',
      duplicateOf: 'article',
      duplicateSince: 5,
      similarity: 0.9,
    };
    await writeArrivals([article(1_790_000_000_000), copy], library);
    const moved = {
      ...article(1_790_000_001_000),
      id: 'moved',
      finalUrl: 'https://paper.example/moved',
      duplicateOf: 'article',
      duplicateSince: 5,
      similarity: 1,
      held: { articleId: 'article', mayLeave: false, why: 'w' },
    };
    expect(await writeArrivals([moved], library)).toEqual([
      { kind: 'accept', value: { articleId: 'moved' } },
    ]);
    expect([
      await library.get('article'),
      (await library.get('moved'))?.duplicateOf,
      (await library.get('copy'))?.duplicateOf,
    ]).toEqual([undefined, undefined, 'moved']);
    const stale = {
      ...article(1_790_000_000_000),
      held: { articleId: 'article', mayLeave: false, why: 'w' },
    };
    await writeArrivals([moved, stale], library);
    expect(await library.count()).toBe(2);
  });
  it('reads both from the bus', () => {
    for (const value of [article(1_790_000_000_000), gone(1)]) {
      const read = readMessage(
        articleEnriched,
        writeMessage(articleEnriched, value, { key: 'i', source: 'fetch', time: 1 }),
      );
      expect(read.ok && read.value).toEqual(value);
    }
  });
});
