import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryNode } from '@newsmill/contracts';
import { elasticSuite } from '../../testing/elastic-suite.ts';
import { newsCorpus, randomFrom } from '../../testing/news-corpus.ts';
import { newsTexts } from '../../testing/news-texts.ts';
import type { Library } from '../library.ts';
import { openSqliteLibrary } from '../sqlite/sqlite-library.ts';

const suite = elasticSuite();
const count = 1_500;
const corpus = newsCorpus(newsTexts, count);

/** Share of the first fifty of one list that are among the first fifty of the other. */
function overlapOf(one: readonly string[], other: readonly string[]): number {
  const held = new Set(other);
  return one.length === 0 && other.length === 0
    ? 1
    : one.filter((id) => held.has(id)).length / Math.max(one.length, other.length);
}

describe('inflected words in both forms of the library', () => {
  let directory: string;
  let sqlite: Library;
  let elastic: Library;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-overlap-'));
    sqlite = await openSqliteLibrary({ path: join(directory, 'library.db'), searchLimitMs: 60_000 });
    elastic = suite.open();
    for (let from = 0; from < count; from += 250) {
      const documents = Array.from({ length: Math.min(250, count - from) }, (_, i) =>
        corpus.article(from + i),
      );
      for (const library of [sqlite, elastic]) await library.write(documents);
    }
    await elastic.refresh();
  }, 240_000);
  afterAll(async () => {
    await sqlite.close();
    await rm(directory, { recursive: true, force: true });
  });

  it.each(
    (['newest', 'relevance'] as const).flatMap((sort) =>
      ['en', 'de', 'fr', 'es', 'ru', 'ar'].map((language) => [language, sort] as const),
    ),
  )('have nine in ten of the first fifty in common: %s, by %s', async (language, sort) => {
    const words = corpus.words(language);
    const random = randomFrom(11);
    const term = (): QueryNode => ({
      kind: 'term',
      text: words[Math.floor(random() * words.length)] ?? '',
    });
    const overlaps: number[] = [];
    for (let i = 0; i < 30; i += 1) {
      const query: QueryNode = i % 2 === 0 ? term() : { kind: 'and', nodes: [term(), term()] };
      const [one, other] = await Promise.all(
        [sqlite, elastic].map(async (library) =>
          (await library.search({ query, sort, limit: 50, facets: [] })).items.map(({ id }) => id),
        ),
      );
      overlaps.push(overlapOf(one ?? [], other ?? []));
    }
    expect(overlaps.reduce((sum, overlap) => sum + overlap, 0) / overlaps.length).toBeGreaterThanOrEqual(0.9);
  });
});
