import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from '@elastic/elasticsearch';
import { cleanArticle } from '@newsmill/clean';
import {
  accept,
  CleanArticle,
  drop,
  knowsNothing,
  Source,
  type ArticleDocument,
  type FetchedPage,
  type Known,
  type Outcome,
} from '@newsmill/contracts';
import { enrichArticle, listEnrichers } from '@newsmill/enrich';
import { fetchedPage } from '@newsmill/fetch';
import {
  keepArchivePlace,
  loadArchiveReprocess,
  readArchivePlace,
  type ArchiveReprocessing,
} from '@newsmill/operate';
import { toDocument } from '@newsmill/search';
import { openElasticLibrary, type Archive, type Library } from '@newsmill/store';
import { itemOf } from '@newsmill/text';
import { serverStartLimitMs, startServers, type Servers } from '../../../test/servers/start-servers.ts';
import { openTestPorts } from '../../../libs/runtime/src/testing/open-test-ports.ts';
import { readPages, type Page } from '../../fetch/src/testing/read-pages.ts';

const { reprocessArchive } = await loadArchiveReprocess();
const enrichers = listEnrichers().filter(({ asksState }) => asksState !== true);
const fetchedAt = Date.UTC(2026, 10, 20);

/** What a mill has of some pages: pages in the archive, articles in the library, sources. */
class Kept {
  readonly sources = new Map<string, Source>();
  readonly #archive: Archive;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** The article of a page, which comes from a source of its own. */
  async documentOf({
    url,
    contentType,
    body,
    entry,
    sourceLanguage,
    sourceCountry,
  }: Page): Promise<ArticleDocument[]> {
    const id = `paper-${this.sources.size}`;
    const channels = [{ url: 'https://paper.example/feed.xml' }];
    const source = {
      ...Source.parse({ id, name: 'The Paper', channels, tags: ['daily'] }),
      language: sourceLanguage,
      country: sourceCountry,
    };
    this.sources.set(id, source);
    const answer = {
      url: `${url}?final`,
      status: 200,
      encoding: 'identity' as const,
      headers: { 'content-type': contentType },
      body,
    };
    const archive = await this.#archive.put({ ...answer, fetchedAt });
    const item = { key: itemOf(url) ?? '', url, firstSeen: fetchedAt - 1, data: { entry } };
    const page = fetchedPage(
      item,
      source,
      { ...answer, redirects: [], truncated: false },
      { now: fetchedAt, agent: 'newsmill' },
    );
    const cleaned = cleanArticle({ ...page, archive });
    if (cleaned.kind !== 'accept') return [];
    const enriched = enrichArticle(
      CleanArticle.parse(JSON.parse(JSON.stringify(cleaned.value))),
      knowsNothing,
      enrichers,
    );
    if (enriched.kind !== 'accept') throw new Error(enriched.reason);
    const document = toDocument(enriched.value, { pipelineVersion: '1' });
    if (document.kind !== 'accept') throw new Error(document.reason);
    return [JSON.parse(JSON.stringify(document.value))];
  }
}

const shouting = (outcome: Outcome<CleanArticle>): Outcome<CleanArticle> =>
  outcome.kind === 'accept'
    ? accept({ ...outcome.value, title: `${outcome.value.title.toUpperCase()}!` })
    : outcome;

describe.each(['SQLite', 'Elasticsearch'] as const)('articles of the archive, in %s', (form) => {
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  let folder: string;
  let servers: Servers | undefined;
  let ports: Awaited<ReturnType<typeof openTestPorts>>;
  let library: Library;
  let kept: Kept;
  let documents: ArticleDocument[];
  /** What the cleaner of now is. */
  let clean: (page: FetchedPage, known: Pick<Known, 'site'>) => Promise<Outcome<CleanArticle>>;

  const run = (over: Partial<ArchiveReprocessing> = {}) =>
    reprocessArchive(
      {
        ...ports,
        library,
        sourceOf: (id) => kept.sources.get(id),
        agent: 'newsmill',
        clean,
      },
      {
        enrichers,
        list: enrichers,
        pipelineVersion: '2',
        filter: {},
        isDryRun: false,
        hasSiteMemory: false,
        signal: new AbortController().signal,
        onProgress: async () => undefined,
        onWait: () => undefined,
        ...over,
      },
    );
  const asItIs: typeof clean = async (page, known) => cleanArticle(page, known);

  beforeAll(async () => {
    if (form === 'Elasticsearch') servers = await startServers(['elasticsearch']);
  }, serverStartLimitMs);
  afterAll(async () => {
    await servers?.close();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsmill-archive-'));
    ports = await openTestPorts();
    library =
      servers === undefined
        ? ports.library
        : await openElasticLibrary({ url: servers.elasticsearch.url, namespace, searchLimitMs: 60_000 });
    kept = new Kept(ports.archive);
    documents = [];
    clean = asItIs;
  });
  afterEach(async () => {
    await library.close();
    await ports.close();
    if (servers !== undefined) {
      const elastic = new Client({ node: servers.elasticsearch.url });
      await elastic.indices.delete({ index: `${namespace}-*`, ignore_unavailable: true });
      await elastic.indices.deleteIndexTemplate({ name: `${namespace}-*` }, { ignore: [404] });
      await elastic.cluster.deleteComponentTemplate({ name: `${namespace}-*` }, { ignore: [404] });
      await elastic.close();
    }
    await rm(folder, { recursive: true, force: true });
  });
  /** The first so many pages, in the library. */
  async function fill(most: number): Promise<void> {
    for (const page of (await readPages()).slice(0, most)) documents.push(...(await kept.documentOf(page)));
    await library.write(documents);
    await library.refresh();
  }
  const state = async () => (await ports.state.readSites(['herald.example'])).get('herald.example') ?? [];
  const titles = async () =>
    (await library.written(documents.map(({ id }) => id))).map(({ title }) => title).sort();

  it('are as they were when the same cleaner reads them, whatever the page, feed and source said', async () => {
    await fill(Number.POSITIVE_INFINITY);
    expect(documents.length).toBeGreaterThan(30);
    const { read, same, fields, kept: left } = await run();
    expect({ read, same, fields, left }).toEqual({
      read: documents.length,
      same: documents.length,
      fields: [],
      left: [],
    });
  }, 240_000);
  it('are replaced whole, with facts and versions, and keep their links', async () => {
    await fill(12);
    const [copy, original] = documents;
    const link = { id: copy?.id ?? '', duplicateOf: original?.id ?? '', since: 1, similarity: 0.9 };
    await library.link([link]);
    clean = async (page, known) => shouting(await asItIs(page, known));
    expect(await run({ isDryRun: true })).toMatchObject({
      read: documents.length,
      changed: documents.length,
    });
    expect(await titles()).toEqual(documents.map(({ title }) => title).sort());
    expect(await run({ isDryRun: true, sample: 5 })).toMatchObject({ read: 5, changed: 5 });
    expect(await run()).toMatchObject({
      changed: documents.length,
      overtaken: 0,
      fields: [{ name: 'title', articles: documents.length }],
    });
    for (const before of documents) {
      const after = await library.get(before.id);
      expect(after).toMatchObject({
        title: `${before.title.toUpperCase()}!`,
        content: before.content,
        version: before.version,
        firstSeen: before.firstSeen,
        ingest: { item: before.ingest.item, archive: before.ingest.archive, pipelineVersion: '2' },
      });
      expect(after?.contentHash).toBe(before.contentHash);
    }
    expect(await library.get(link.id)).toMatchObject({ duplicateOf: link.duplicateOf, similarity: 0.9 });
    expect((await library.written([link.id]))[0]?.duplicateOf).toBeUndefined();
    expect(await run()).toMatchObject({ changed: 0, same: documents.length });
  });
  it('stay where a newer version came or they left meanwhile, and where the cleaner refuses them now', async () => {
    await fill(12);
    const [newer, gone, refused] = documents;
    if (newer === undefined || gone === undefined || refused === undefined) throw new Error('too few pages');
    let isFirst = true;
    clean = async (page, known) => {
      if (isFirst) {
        isFirst = false;
        await library.write([{ ...newer, version: newer.version + 1, title: 'Fetched meanwhile' }]);
        await library.remove([{ id: gone.id, version: gone.version }]);
      }
      return page.item === refused.ingest.item
        ? drop('not-article-index')
        : shouting(await asItIs(page, known));
    };
    expect(await run()).toMatchObject({
      changed: documents.length - 1,
      overtaken: 2,
      kept: [{ name: 'not-article-index', articles: 1, samples: [{ id: refused.id }] }],
    });
    expect((await library.get(newer.id))?.title).toBe('Fetched meanwhile');
    expect(await library.get(gone.id)).toBeUndefined();
    expect((await library.get(refused.id))?.title).toBe(refused.title);
  });
  it('lose what all pages of their site have in common, the first ones too, and nothing more when read again', async () => {
    const house =
      'The Estuary Herald is printed in Northgate and belongs to those who read it, as it has since the spring of 1911.';
    const page = (index: number): Page => {
      const story = Array.from(
        { length: 6 },
        (_, part) =>
          `<p>Council number ${index} spoke for ${part + 2} hours on Monday, and ${part * 17 + index} people who live beside quay ${index} came to hear what would become of it in the years ahead.</p>`,
      ).join('');
      return {
        url: `https://herald.example/news/${index}`,
        contentType: 'text/html',
        body: Buffer.from(
          `<!doctype html><html lang="en"><head><title>News of quay ${index}</title></head><body><article><h1>News of quay ${index}</h1>${story}<p>${house}</p></article></body></html>`,
        ),
      };
    };
    for (let index = 0; index < 20; index += 1) documents.push(...(await kept.documentOf(page(index))));
    await library.write(documents);
    await library.refresh();
    const houses = async () =>
      (await library.written(documents.map(({ id }) => id))).filter(({ content }) => content.includes(house))
        .length;
    expect([documents.length, await houses()]).toEqual([20, 20]);
    expect(await run({ hasSiteMemory: true })).toMatchObject({ read: 20, changed: 20 });
    expect(await houses()).toBe(0);
    expect(await state()).toEqual([]);
    expect(await run({ hasSiteMemory: true })).toMatchObject({ read: 20, same: 20 });
  });
  it('are gone on with after an end in the middle, none of them half', async () => {
    await fill(24);
    const place = join(folder, 'place');
    const halt = new AbortController();
    let cleaned = 0;
    clean = async (page, known) => {
      cleaned += 1;
      if (cleaned === 10) halt.abort();
      return shouting(await asItIs(page, known));
    };
    const onProgress: ArchiveReprocessing['onProgress'] = ({ cursor }) =>
      keepArchivePlace(place, 'work', cursor);
    expect(await run({ signal: halt.signal, onProgress })).toMatchObject({ read: 16, changed: 16 });
    const isShouted = (title: string) => title.endsWith('!') && title === title.toUpperCase();
    expect((await titles()).filter(isShouted).length).toBe(16);
    const cursor = await readArchivePlace(place, 'work');
    const { read, changed } = await run({ cursor, onProgress });
    expect(changed).toBe(documents.length - 16);
    expect(read).toBe(documents.length);
    expect((await titles()).every(isShouted)).toBe(true);
    expect(await readArchivePlace(place, 'work')).toBeUndefined();
  });
});
