import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from '@elastic/elasticsearch';
import { cleanArticle } from '@newsmill/clean';
import { CleanArticle, FetchedPage, type ArticleDocument } from '@newsmill/contracts';
import { enrichArticle, listEnrichers, loadVectors, type Enricher } from '@newsmill/enrich';
import { toDocument } from '@newsmill/search';
import { openElasticLibrary, openSqliteLibrary, type Library } from '@newsmill/store';
import { serverStartLimitMs, startServers, type Servers } from '../../../test/servers/start-servers.ts';
import { readPages, type Page } from '../../fetch/src/testing/read-pages.ts';
import { loadReprocess } from '@newsmill/operate';

const { reprocessLibrary } = await loadReprocess();

const fetchedAt = Date.UTC(2026, 10, 20);
const bare = JSON.stringify;

/** JSON with its keys in order. */
function canonical(value: unknown): string {
  return bare(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
/**
 * Modules of an operator: they look at all that they are given, the first also at what the second found and
 * at a language model's words.
 */
const looking = (name: string): Enricher => ({
  name,
  version: '1',
  about: 'Looks.',
  facts: [name],
  isUsual: true,
  enrich: (given) => [
    {
      name,
      value: createHash('sha256')
        .update(canonical([given.article, given.id, given.language, given.facts]))
        .digest('hex'),
      confidence: 1 / 3,
    },
  ],
});

function documentOf(page: Page, enrichers: readonly Enricher[]): ArticleDocument[] {
  const cleaned = cleanArticle(
    FetchedPage.parse({
      item: page.url,
      sourceId: 'paper',
      finalUrl: `${page.url}?final`,
      fetchedAt,
      firstSeen: fetchedAt - 1,
      status: 200,
      encoding: 'identity',
      ...page,
    }),
  );
  if (cleaned.kind !== 'accept') return [];
  const article = CleanArticle.parse(JSON.parse(bare(cleaned.value)));
  const enriched = enrichArticle(
    article,
    { articleId: '', owner: '', candidates: [], values: new Map(), site: [] },
    enrichers,
  );
  if (enriched.kind !== 'accept') throw new Error(enriched.reason);
  const document = toDocument(
    {
      ...enriched.value,
      facts: [...enriched.value.facts, { name: 'llm-summary', value: 'Said.', by: 'llm:tiny/1' }],
    },
    { pipelineVersion: '1' },
  );
  if (document.kind !== 'accept') throw new Error(document.reason);
  return [JSON.parse(bare(document.value))];
}

describe('facts that are found again are those that were found at first', () => {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  let folder: string;
  let servers: Servers;
  let list: readonly Enricher[];
  let documents: ArticleDocument[];
  const libraries: Library[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsmill-reprocess-'));
    list = [
      ...listEnrichers({ vectors: loadVectors('english') }),
      looking('first-look'),
      looking('second-look'),
    ];
    const pages = await readPages();
    documents = pages.flatMap((page) => documentOf(page, list));
    servers = await startServers(['elasticsearch']);
    libraries.push(
      await openSqliteLibrary({ path: join(folder, 'library.db'), searchLimitMs: 60_000 }),
      await openElasticLibrary({ url: servers.elasticsearch.url, namespace, searchLimitMs: 60_000 }),
    );
    for (const library of libraries) {
      await library.write(documents);
      await library.refresh();
    }
  }, serverStartLimitMs);
  afterAll(async () => {
    for (const library of libraries) await library.close();
    const elastic = new Client({ node: servers.elasticsearch.url });
    await elastic.indices.delete({ index: `${namespace}-*`, ignore_unavailable: true });
    await elastic.indices.deleteIndexTemplate({ name: `${namespace}-*` }, { ignore: [404] });
    await elastic.cluster.deleteComponentTemplate({ name: `${namespace}-*` }, { ignore: [404] });
    await elastic.close();
    await servers.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['SQLite', 0],
    ['Elasticsearch', 1],
  ])(
    'by every enricher alone and by all, in %s',
    async (_, number) => {
      const library = libraries[number];
      if (library === undefined) throw new Error('no library');
      expect(documents.length).toBeGreaterThan(30);
      const run = (enrichers: readonly Enricher[], among = list) =>
        reprocessLibrary(library, {
          enrichers,
          list: among,
          filter: {},
          pipelineVersion: '2',
          isDryRun: true,
        });
      const nothing = { read: documents.length, changed: 0, overtaken: 0, kept: 0 };
      const alone = list.filter(({ asksState }) => asksState !== true);
      for (const enricher of alone)
        expect([enricher.name, await run([enricher])]).toEqual([enricher.name, nothing]);
      expect(await run(alone)).toEqual(nothing);
      const changed = list.map((enricher) =>
        enricher.name === 'second-look' ? { ...enricher, version: '2' } : enricher,
      );
      expect(
        await run(
          changed.filter(({ name }) => name === 'second-look'),
          changed,
        ),
      ).toEqual({ ...nothing, changed: documents.length });
    },
    240_000,
  );
});
