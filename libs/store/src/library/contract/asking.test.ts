import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countedNames,
  partNames,
  timelineIntervals,
  trendFields,
  type ArticleDocument,
  type QueryNode,
  type SearchRequest,
} from '@newsmill/contracts';
import fc from 'fast-check';
import { elasticSuite } from '../../testing/elastic-suite.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import type { Library, LibraryReader } from '../library.ts';
import { openSqliteLibrary } from '../sqlite/sqlite-library.ts';
import { libraryAskingContract } from './asking.contract.ts';

const suite = elasticSuite();
/** A guard against what hangs: how fast a search is on a crowded machine is not the question here. */
const searchLimitMs = 60_000;

libraryAskingContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-asking-'));
  return {
    open: () => openSqliteLibrary({ path: join(directory, 'library.db'), searchLimitMs }),
    destroy: () => rm(directory, { recursive: true, force: true }),
  };
});
libraryAskingContract('Elasticsearch', async () => suite.makePlace());

const words = ['bank', 'harbour', 'ferry', 'tram', '银行', 'storm'] as const;
const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % list.length];

/** Two hundred articles whose words, times, names and families overlap in many ways. */
const documents: readonly ArticleDocument[] = Array.from({ length: 200 }, (_, i) =>
  sampleArticle(`q${String(i).padStart(3, '0')}`, {
    title: `${pick(words, i)} ${i}`,
    content: `${pick(words, i * 3 + 1)} and ${pick(words, i * 5 + 2)}`,
    published: new Date(Date.UTC(2026, 9, 1) + i * 7_919_000).toISOString(),
    firstSeen: new Date(Date.UTC(2026, 9, 2) + i * 7_919_000).toISOString(),
    modified: i % 3 === 0 ? new Date(Date.UTC(2026, 9, 5) + i * 7_000_000).toISOString() : undefined,
    wordCount: (i * 37) % 400,
    readingMinutes: i % 5,
    paywalled: i % 7 === 0,
    countries: i % 4 === 0 ? ['DE', 'FR'] : ['NO'],
    sourceId: `source-${i % 4}`,
    people: i % 5 === 0 ? ['Ann Lee', 'Bo Ek'] : [],
    flags: i % 6 === 0 ? ['short'] : [],
    section: i % 2 === 0 ? `Section ${i % 3}` : undefined,
    ...(i % 9 === 8
      ? { duplicateOf: `q${String(i - 8).padStart(3, '0')}`, familyId: `q${String(i - 8).padStart(3, '0')}` }
      : {}),
    storyId: i % 10 > 2 && i % 10 < 6 ? `q${String(i - (i % 10)).padStart(3, '0')}` : undefined,
  }),
);

/** Any tree of words, ranges and whole values. */
const trees = fc.letrec<{ node: QueryNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<QueryNode>(
      ...words.map((text): QueryNode => ({ kind: 'term', text })),
      { kind: 'term', text: '🙂' },
      { kind: 'prefix', text: 'fe' },
      { kind: 'phrase', text: 'bank and' },
      { kind: 'term', text: 'source-1', field: 'source' },
      { kind: 'term', text: 'ann', field: 'person' },
    ),
    fc.record({
      kind: fc.constant('range' as const),
      field: fc.constantFrom('published' as const, 'modified' as const, 'firstSeen' as const),
      from: fc.option(fc.integer({ min: Date.UTC(2026, 8, 29), max: Date.UTC(2026, 9, 22) }), {
        nil: undefined,
      }),
      to: fc.option(fc.integer({ min: Date.UTC(2026, 8, 29), max: Date.UTC(2026, 9, 22) }), {
        nil: undefined,
      }),
    }),
    fc.record({
      kind: fc.constant('range' as const),
      field: fc.constantFrom('wordCount' as const, 'readingMinutes' as const),
      from: fc.option(fc.nat(400), { nil: undefined }),
      to: fc.option(fc.nat(400), { nil: undefined }),
    }),
    fc.constantFrom<QueryNode>(
      ...partNames.map((value): QueryNode => ({ kind: 'exact', field: 'has', value })),
      { kind: 'exact', field: 'paywalled', value: 'true' },
      { kind: 'exact', field: 'duplicate', value: 'false' },
      { kind: 'exact', field: 'country', value: 'de' },
      { kind: 'exact', field: 'family', value: 'q000' },
      { kind: 'exact', field: 'id', value: 'q017' },
    ),
    fc.record({ kind: fc.constant('not' as const), node: tie('node') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      nodes: fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
    }),
  ),
})).node;

describe('both forms', () => {
  let directory: string;
  let sqlite: Library;
  let elastic: Library;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-asking-'));
    sqlite = await openSqliteLibrary({ path: join(directory, 'library.db'), searchLimitMs });
    elastic = suite.open();
    for (const library of [sqlite, elastic]) {
      await library.write(documents);
      await library.refresh();
    }
  });
  afterAll(async () => {
    await sqlite.close();
    await rm(directory, { recursive: true, force: true });
  });
  const both = async <T>(ask: (library: LibraryReader) => Promise<T>): Promise<readonly [T, T]> =>
    Promise.all([ask(sqlite), ask(elastic)]);
  const idsOf = async (library: LibraryReader, change: Partial<SearchRequest>) => {
    const { items, total } = await library.search({ sort: 'newest', limit: 100, facets: [], ...change });
    return { ids: items.map(({ id }) => id), total };
  };

  it('find the same for any tree of words, ranges and whole values', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (query) => {
        const [inSqlite, inElastic] = await both((library) => idsOf(library, { query }));
        expect(inElastic).toEqual(inSqlite);
      }),
      { numRuns: 300 },
    );
  });

  it('collapse, fuse and count in the same way', async () => {
    const bank: QueryNode = { kind: 'term', text: 'bank' };
    for (const collapse of ['family', 'story'] as const) {
      for (const query of [undefined, bank]) {
        const [inSqlite, inElastic] = await both((library) =>
          library.search({
            query,
            collapse,
            sort: 'newest',
            limit: 100,
            facets: ['source', 'person', 'section', 'day'],
          }),
        );
        expect({ ...inElastic, next: undefined }).toEqual({ ...inSqlite, next: undefined });
      }
    }
    const idsByBoth = await both((library) => idsOf(library, { query: bank, sort: 'both' }));
    expect(idsByBoth[1].ids.toSorted()).toEqual(idsByBoth[0].ids.toSorted());
    for (const interval of timelineIntervals) {
      const [inSqlite, inElastic] = await both((library) =>
        library.timeline({
          interval,
          query: { kind: 'or', nodes: [bank, { kind: 'range', field: 'wordCount', from: 300 }] },
        }),
      );
      expect(inElastic).toEqual(inSqlite);
    }
    for (const field of countedNames) {
      const [inSqlite, inElastic] = await both((library) => library.top({ field, limit: 7, query: bank }));
      expect(inElastic).toEqual(inSqlite);
    }
    const [inSqlite, inElastic] = await both((library) =>
      library.trends({
        fields: trendFields,
        from: '2026-10-10',
        to: '2026-10-20',
        since: '2026-10-01',
        least: 1,
        limit: 10,
      }),
    );
    expect(inElastic).toEqual(inSqlite);
  });
});

it('opens a file of a version that kept no facts, and finds by them', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-asking-'));
  const path = join(directory, 'library.db');
  const first = await openSqliteLibrary({ path });
  await first.write([sampleArticle('a', { wordCount: 700 }), sampleArticle('b', { wordCount: 7 })]);
  await first.link([{ id: 'b', duplicateOf: 'a', since: 1, similarity: 1 }]);
  await first.close();
  const database = new DatabaseSync(path);
  database.exec('DROP TABLE article_fact');
  database.close();
  const library = await openSqliteLibrary({ path });
  expect(
    await library.search({
      query: { kind: 'range', field: 'wordCount', from: 500 },
      sort: 'newest',
      limit: 10,
      facets: [],
    }),
  ).toMatchObject({ total: 1, items: [{ id: 'a' }] });
  expect(
    await library.search({
      query: { kind: 'exact', field: 'family', value: 'a' },
      sort: 'newest',
      limit: 10,
      facets: [],
    }),
  ).toMatchObject({ total: 2 });
  await library.close();
  await rm(directory, { recursive: true, force: true });
});
