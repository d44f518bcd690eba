import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CleanArticle, type EnrichedArticle } from '@newsmill/contracts';
import { enrichArticle, type Enricher } from '@newsmill/enrich';
import { toDocument } from '@newsmill/search';
import { openSqliteLibrary, type Library } from '@newsmill/store';
import { reprocessLibrary } from './reprocess-library.ts';

const known = { articleId: '', owner: '', candidates: [], values: new Map<string, string>() };
const counting = (version: string, over: Partial<Enricher> = {}): Enricher => ({
  name: 'counting',
  version,
  about: 'Counts.',
  facts: ['count'],
  isUsual: true,
  enrich: ({ article }) => [{ name: 'count', value: article.text.length * Number(version) }],
  ...over,
});
const naming: Enricher = {
  name: 'naming',
  version: '1',
  about: 'Names.',
  facts: ['entities'],
  isUsual: true,
  enrich: () => [
    {
      name: 'entities',
      value: [{ name: 'Ann Lee', kind: 'person', aliases: [], mentions: 1, salience: 1, confidence: 1 }],
    },
  ],
};

describe('reprocessLibrary', () => {
  let folder: string;
  let library: Library;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsmill-reprocess-'));
    library = await openSqliteLibrary({ path: join(folder, 'library.db') });
    for (let i = 0; i < 250; i += 1) await put(i);
  });
  afterEach(async () => {
    await library.close();
    await rm(folder, { recursive: true, force: true });
  });
  async function put(i: number): Promise<void> {
    const url = `https://paper.example/${i}`;
    const article = CleanArticle.parse({
      item: `item${i}`,
      sourceId: i % 2 === 0 ? 'even' : 'odd',
      url,
      finalUrl: url,
      fetchedAt: 1_000,
      firstSeen: 1_790_000_000_000,
      published: `2026-10-0${1 + (i % 5)}T00:00:00.000Z`,
      title: `Report ${i}`,
      text: 'Plain words of it.',
      blocks: [],
      confidence: 1,
    });
    const enriched = enrichArticle(article, known, [counting('1')]);
    if (enriched.kind !== 'pass') throw new Error(enriched.reason);
    const document = toDocument(enriched.value, { pipelineVersion: '0' });
    if (document.kind !== 'pass') throw new Error(document.reason);
    await library.write([document.value]);
  }
  const run = (enrichers: readonly Enricher[], over: Partial<Parameters<typeof reprocessLibrary>[1]> = {}) =>
    reprocessLibrary(library, { enrichers, filter: {}, pipelineVersion: '9', isDryRun: false, ...over });
  const first = async () => (await library.list({ limit: 1 })).items[0];

  it('replaces the facts of the one enricher alone, keeps the versions, and makes them searchable', async () => {
    expect(await run([counting('2'), naming])).toEqual({ read: 250, changed: 250, overtaken: 0 });
    expect(await first()).toMatchObject({
      version: 1_000,
      people: ['Ann Lee'],
      ingest: { pipelineVersion: '9' },
    });
    expect((await first())?.facts?.map(({ name, by, value }) => [name, by, typeof value])).toEqual([
      ['count', 'counting/2', 'number'],
      ['entities', 'naming/1', 'object'],
    ]);
    expect(
      (
        await library.search({
          query: { kind: 'term', text: 'lee', field: 'person' },
          sort: 'newest',
          limit: 1,
          facets: ['person'],
        })
      ).total,
    ).toBe(250);
  });
  it('changes nothing where nothing is new', async () => {
    expect(await run([counting('1')])).toEqual({ read: 250, changed: 0, overtaken: 0 });
    expect((await first())?.ingest.pipelineVersion).toBe('0');
  });
  it('takes the articles of one source and span, and only says what would change when asked', async () => {
    expect(
      await run([counting('2')], {
        filter: { sourceId: 'odd', from: '2026-10-02', to: '2026-10-03' },
        isDryRun: true,
      }),
    ).toEqual({ read: 25, changed: 25, overtaken: 0 });
    expect((await first())?.facts?.[0]?.by).toBe('counting/1');
  });
  it('asks a language model in small groups, and keeps what it said before where it says nothing', async () => {
    const groups: number[] = [];
    const advise = async (articles: readonly EnrichedArticle[]) => {
      groups.push(articles.length);
      return articles.map((article) =>
        article.sourceId === 'even'
          ? {
              ...article,
              facts: [
                ...article.facts,
                { name: 'llm-summary', value: `About ${article.title}`, by: 'llm:tiny/1' },
              ],
            }
          : article,
      );
    };
    expect(await run([], { advise })).toEqual({ read: 250, changed: 125, overtaken: 0 });
    expect(Math.max(...groups)).toBeLessThanOrEqual(16);
    expect(await run([], { advise })).toEqual({ read: 250, changed: 0, overtaken: 0 });
    expect(await run([], { advise: async (articles) => articles })).toEqual({
      read: 250,
      changed: 0,
      overtaken: 0,
    });
    const even = (
      await library.search({
        query: { kind: 'term', text: 'even', field: 'source' },
        sort: 'newest',
        limit: 1,
        facets: [],
      })
    ).items[0];
    expect((await library.get(even?.id ?? ''))?.facts?.map(({ by }) => by)).toEqual([
      'counting/1',
      'llm:tiny/1',
    ]);
  });
  it('refuses enrichers that compare articles as they arrive', async () => {
    await expect(run([counting('2', { asksState: true })])).rejects.toThrow(
      /counting compares articles as they arrive/,
    );
  });
});
