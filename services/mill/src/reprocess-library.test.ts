import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ArticleDocument, CleanArticle, mediaTopics, type EnrichedArticle } from '@newsmill/contracts';
import { enrichArticle, listEnrichers, type Enricher } from '@newsmill/enrich';
import { toDocument } from '@newsmill/search';
import { openSqliteLibrary, type Library } from '@newsmill/store';
import { loadReprocess } from '@newsmill/operate';

const { reprocessLibrary, withFacts } = await loadReprocess();

const known = { articleId: '', owner: '', candidates: [], values: new Map<string, string>(), site: [] };
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
    library = await openSqliteLibrary({ path: join(folder, 'library.db'), searchLimitMs: 60_000 });
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
    if (enriched.kind !== 'accept') throw new Error(enriched.reason);
    const document = toDocument(enriched.value, { pipelineVersion: '0' });
    if (document.kind !== 'accept') throw new Error(document.reason);
    await library.write([document.value]);
  }
  const run = (enrichers: readonly Enricher[], over: Partial<Parameters<typeof reprocessLibrary>[1]> = {}) =>
    reprocessLibrary(library, {
      enrichers,
      list: [counting('1'), ...enrichers.filter(({ name }) => name !== 'counting')].map(
        (one) => enrichers.find(({ name }) => name === one.name) ?? one,
      ),
      filter: {},
      pipelineVersion: '9',
      isDryRun: false,
      ...over,
    });
  const first = async () => (await library.list({ limit: 1 })).items[0];

  it('replaces the facts of the one enricher alone, keeps the versions, and makes them searchable', async () => {
    expect(await run([counting('2'), naming])).toEqual({ read: 250, changed: 250, overtaken: 0, kept: 0 });
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
    expect(await run([counting('1')])).toEqual({ read: 250, changed: 0, overtaken: 0, kept: 0 });
    expect((await first())?.ingest.pipelineVersion).toBe('0');
  });
  it('takes the articles of one source and span, and only says what would change when asked', async () => {
    expect(
      await run([counting('2')], {
        filter: { sourceId: 'odd', from: '2026-10-02', to: '2026-10-03' },
        isDryRun: true,
      }),
    ).toEqual({ read: 25, changed: 25, overtaken: 0, kept: 0 });
    expect((await first())?.facts?.[0]?.by).toBe('counting/1');
    const query = { kind: 'term', text: '17', field: 'title' } as const;
    expect(await run([counting('2')], { filter: { query }, isDryRun: true })).toMatchObject({ read: 1 });
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
    const hasAdvised = ({ facts }: EnrichedArticle) => facts.some(({ by }) => by.startsWith('llm:'));
    expect(await run([], { advisory: { advise, hasAdvised } })).toEqual({
      read: 250,
      changed: 125,
      overtaken: 0,
      kept: 0,
    });
    expect(Math.max(...groups)).toBeLessThanOrEqual(16);
    const asked = groups.reduce((sum, count) => sum + count, 0);
    expect(await run([], { advisory: { advise, hasAdvised } })).toEqual({
      read: 250,
      changed: 0,
      overtaken: 0,
      kept: 0,
    });
    // It is asked again about those alone of which it said nothing.
    expect(groups.reduce((sum, count) => sum + count, 0) - asked).toBe(125);
    expect(await run([], { advisory: { advise, hasAdvised: () => false } })).toEqual({
      read: 250,
      changed: 0,
      overtaken: 0,
      kept: 0,
    });
    expect(
      await run([], { advisory: { advise: async (articles) => articles, hasAdvised: () => false } }),
    ).toEqual({ read: 250, changed: 0, overtaken: 0, kept: 0 });
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

describe('withFacts', () => {
  const list = listEnrichers().filter(({ asksState }) => asksState !== true);
  const made = (over: Partial<CleanArticle>) => {
    const url = 'https://paper.example/1';
    const enriched = enrichArticle(
      CleanArticle.parse({
        item: 'item',
        sourceId: 'paper',
        url,
        finalUrl: url,
        fetchedAt: 1_000,
        firstSeen: 1_790_000_000_000,
        title: 'Plain words',
        text: 'They say little.',
        blocks: [],
        confidence: 1,
        ...over,
      }),
      known,
      list,
    );
    const document =
      enriched.kind === 'accept' ? toDocument(enriched.value, { pipelineVersion: '0' }) : enriched;
    if (document.kind !== 'accept') throw new Error(document.reason);
    return ArticleDocument.parse(JSON.parse(JSON.stringify(document.value)));
  };
  const older = ({ ingest: { evidence: _, ...ingest }, ...document }: ArticleDocument): ArticleDocument => ({
    ...document,
    ingest,
  });
  const again = (document: ArticleDocument) =>
    withFacts(document, { enrichers: list, list, pipelineVersion: '1' });

  it.each(mediaTopics.map(({ code, en }) => [code, en]))(
    'keeps the topic %s that the feed told, also in a document of an older version',
    (code, name) => {
      const document = made({ entry: { url: 'https://paper.example/1', authors: [], categories: [name] } });
      expect(document.topics).toEqual([code]);
      expect(again(document)).toBe(document);
      const before = older(document);
      expect(again(before)).toBe(before);
    },
  );
  it('keeps the language that an older version found by a claim which nobody knows any more', () => {
    const document = older(made({ language: 'nl', text: '12:30 - 14:00', title: '12:30' }));
    expect(document.language).toBe('nl');
    expect(again(document)).toBe(document);
  });
});
