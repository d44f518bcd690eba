import type { estypes } from '@elastic/elasticsearch';
import type {
  ArticleDocument,
  ArticleVersion,
  Completion,
  CompletionRequest,
  FiguresRequest,
  LikeWord,
  RelatedArticles,
  RelatedRequest,
  SearchPage,
  SearchRequest,
  SourceFigures,
  Timeline,
  TimelineRequest,
  TopRequest,
  TopValues,
  Trends,
  TrendsRequest,
} from '@newsmill/contracts';
import {
  connectElastic,
  elasticProblem,
  type ElasticConnection,
  type ElasticOptions,
} from '../../elastic/elastic-client.ts';
import { elasticNames, type ElasticNames } from '../../elastic/elastic-names.ts';
import type {
  Page,
  PageRequest,
  ArticleLink,
  ChangesPage,
  ChangesRequest,
  Library,
  LibraryRecord,
  Deletion,
  Telling,
  WriteResult,
} from '../library.ts';
import { isHybrid } from '../rank/fused-page.ts';
import { isListed } from '../rank/ranked-list.ts';
import { originFields, type ArticleOrigin } from '../origin.ts';
import type { Reindexed, ReindexOptions } from '../reindex.ts';
import type { ExpiredArticle, RetentionRule } from '../retention.ts';
import { readDocument, writtenDocument, type StoredDocument } from './document.ts';
import { putTemplates, requireShards } from './elastic-templates.ts';
import { ElasticReindex } from './reindex/elastic-reindex.ts';
import { changesLag, readChanges } from './search/change-log.ts';
import { ElasticCounts } from './search/elastic-counts.ts';
import { elasticFigures } from './search/elastic-figures.ts';
import { completeElastic, wordsLikeElastic } from './search/elastic-vocabulary.ts';
import { searchElasticListed } from './search/elastic-listed.ts';
import { findElasticRelated } from './search/elastic-related.ts';
import { searchElastic } from './search/elastic-search.ts';
import { BulkSender } from './write/bulk.ts';
import { ElasticPlaces, type StoredHistory, type StoredTelling } from './write/elastic-places.ts';
import { ElasticTakeDown } from './write/elastic-take-down.ts';
import { ElasticWriter } from './write/elastic-writer.ts';
import { dropEmptyMonths, findExpired } from './write/expired.ts';

const pageOfExport = 200;
/** How long a backup may rest between two pages. */
const exportKeepAlive = '10m';

/** The distributed library as the door opens it, when it is loaded. */
export function openElasticLibrary(options: ElasticOptions): Library {
  return new ElasticLibrary(options);
}

class ElasticLibrary implements Library {
  readonly #connection: ElasticConnection;
  readonly #options: ElasticOptions;
  readonly #namespace: string;
  readonly #names: ElasticNames;
  readonly #places: ElasticPlaces;
  readonly #writer: ElasticWriter;
  readonly #takeDown: ElasticTakeDown;
  #prepared: Promise<void> | undefined;
  #isClosed = false;

  constructor(options: ElasticOptions) {
    this.#options = options;
    this.#namespace = options.namespace ?? 'newsmill';
    this.#connection = connectElastic(options);
    this.#names = elasticNames(this.#namespace);
    this.#places = new ElasticPlaces(this.#connection, this.#names);
    const sender = new BulkSender(this.#connection, options.retryMs ?? 10_000);
    const parts = { connection: this.#connection, names: this.#names, places: this.#places, sender };
    this.#writer = new ElasticWriter(parts);
    this.#takeDown = new ElasticTakeDown(parts, this.#writer);
  }

  async prepare(): Promise<void> {
    await this.#ask(() => this.#prepareNow());
  }

  async #prepareNow(purpose: 'use' | 'building' = 'use'): Promise<void> {
    const { links, tombstones, tellings, versions } = this.#names;
    await putTemplates(this.#connection, this.#namespace, this.#options, purpose);
    await this.#places.restoreMonths();
    const indices = [this.#places.indexFor(new Date().toISOString()), links, tombstones, tellings, versions];
    await this.#places.make(indices);
    await requireShards(this.#connection, indices);
  }

  /**
   * Before the first write: an index made without its template would take its mapping from what comes first.
   */
  async #prepareOnce(): Promise<void> {
    this.#prepared ??= this.#prepareNow();
    try {
      await this.#prepared;
    } catch (error) {
      this.#prepared = undefined;
      throw error;
    }
  }

  async write(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]> {
    return this.#askPrepared(() => this.#writer.write(documents));
  }

  async amend(documents: readonly ArticleDocument[]): Promise<readonly WriteResult[]> {
    return this.#askPrepared(() => this.#writer.amend(documents));
  }

  async remove(entries: readonly Deletion[]): Promise<void> {
    if (entries.length > 0) await this.#askPrepared(() => this.#writer.remove(entries));
  }

  async takeDown(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#askPrepared(() => this.#takeDown.takeDown(ids));
  }

  async lift(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.#askPrepared(() => this.#takeDown.lift(ids));
  }

  async expired(rules: readonly RetentionRule[], limit: number): Promise<readonly ExpiredArticle[]> {
    return this.#ask(() => findExpired(this.#connection, this.#names, rules, limit));
  }

  async tidy(now: number): Promise<void> {
    await this.#ask(() => dropEmptyMonths(this.#connection, this.#names, now));
  }

  async link(links: readonly ArticleLink[]): Promise<void> {
    if (links.length > 0) await this.#askPrepared(() => this.#writer.link(links));
  }

  async tell(tellings: readonly Telling[]): Promise<void> {
    if (tellings.length > 0) await this.#askPrepared(() => this.#writer.tell(tellings));
  }

  async keep(versions: readonly ArticleVersion[]): Promise<void> {
    if (versions.length > 0) await this.#askPrepared(() => this.#writer.keep(versions));
  }

  async versions(id: string): Promise<readonly ArticleVersion[]> {
    return this.#ask(async () => {
      const [found, histories] = await Promise.all([this.#places.newest(id), this.#places.historiesOf([id])]);
      if (found === undefined) return [];
      return (histories.get(id)?.versions ?? []).filter(({ version }) => version < found.version);
    });
  }

  async countTold(): Promise<ReadonlyMap<string, number>> {
    return this.#ask(() => this.#counts().told());
  }

  async figures(request: FiguresRequest): Promise<readonly SourceFigures[]> {
    return this.#ask(() =>
      elasticFigures(this.#connection.client, this.#names.articles, request, 10 * this.#searchLimitMs),
    );
  }

  async get(id: string): Promise<ArticleDocument | undefined> {
    const found = await this.#ask(() => this.#places.newest(id));
    return found === undefined ? undefined : readDocument(found.document);
  }

  async written(ids: readonly string[]): Promise<readonly ArticleDocument[]> {
    if (ids.length === 0) return [];
    return this.#ask(async () => {
      const homes = await this.#places.homesOf(ids);
      const found = await this.#places.read(ids.flatMap((id) => homes.get(id)?.[0] ?? []));
      return found.map(({ document }) => writtenDocument(document));
    });
  }

  async search(request: SearchRequest): Promise<SearchPage> {
    const options = { limitMs: this.#searchLimitMs, now: Date.now() };
    if (!isListed(request) || isHybrid(request))
      return this.#ask(() => searchElastic(this.#connection, this.#names.articles, request, options));
    const limit = Math.max(1, Math.min(100, Math.trunc(request.limit)));
    return this.#ask(() =>
      searchElasticListed(this.#connection.client, this.#names.articles, { ...request, limit }, options),
    );
  }

  async related(request: RelatedRequest): Promise<RelatedArticles | undefined> {
    const limit = Math.max(1, Math.min(50, Math.trunc(request.limit)));
    const document = await this.get(request.id);
    return document === undefined
      ? undefined
      : this.#ask(() =>
          findElasticRelated(
            {
              client: this.#connection.client,
              articles: this.#names.articles,
              limitMs: this.#searchLimitMs,
            },
            document,
            { ...request, limit },
          ),
        );
  }

  async timeline(request: TimelineRequest): Promise<Timeline> {
    return this.#ask(() => this.#counts().timeline(request));
  }

  async top(request: TopRequest): Promise<TopValues> {
    return this.#ask(() => this.#counts().top(request));
  }

  async trends(request: TrendsRequest): Promise<Trends> {
    return this.#ask(() => this.#counts().trends(request));
  }

  async complete(request: CompletionRequest): Promise<readonly Completion[]> {
    return this.#ask(() =>
      completeElastic(this.#connection.client, this.#names.articles, request, this.#searchLimitMs),
    );
  }

  async wordsLike(word: string): Promise<readonly LikeWord[]> {
    return this.#ask(() =>
      wordsLikeElastic(this.#connection.client, this.#names.articles, word, this.#searchLimitMs),
    );
  }

  #counts(): ElasticCounts {
    return new ElasticCounts(this.#connection.client, this.#names.articles, {
      limitMs: this.#searchLimitMs,
      now: Date.now(),
    });
  }

  get #searchLimitMs(): number {
    return this.#options.searchLimitMs ?? 2_000;
  }

  list(request: PageRequest): Promise<Page<ArticleDocument>> {
    return this.#page(request);
  }

  origins(request: PageRequest): Promise<Page<ArticleOrigin>> {
    return this.#page(request, originFields);
  }

  /** Articles in order of their ids, whole or these fields of them. */
  async #page({ after, limit }: PageRequest, fields?: readonly string[]): Promise<Page<ArticleDocument>> {
    const { hits } = await this.#ask(() =>
      this.#connection.client.search<StoredDocument>({
        index: this.#names.articles,
        ignore_unavailable: true,
        allow_partial_search_results: false,
        sort: [{ id: { order: 'asc', unmapped_type: 'keyword' } }],
        search_after: after === undefined ? undefined : [after],
        size: limit + 1,
        track_total_hits: false,
        ...(fields === undefined ? {} : { _source: [...fields] }),
      }),
    );
    const documents = hits.hits.flatMap(({ _source }) =>
      _source === undefined ? [] : [readDocument(_source)],
    );
    const items = documents.slice(0, limit);
    const next = items.at(-1)?.id;
    return documents.length > limit && next !== undefined ? { items, next } : { items };
  }

  async changes(request: ChangesRequest): Promise<ChangesPage> {
    return this.#ask(() =>
      readChanges(this.#connection, this.#names, request, Date.now() - changesLag(this.#options)),
    );
  }

  /** Articles in the index, those of the last second not counted. */
  async count(): Promise<number> {
    return (
      await this.#ask(() =>
        this.#connection.client.count({ index: this.#names.articles, ignore_unavailable: true }),
      )
    ).count;
  }

  async *exportRecords(): AsyncGenerator<LibraryRecord> {
    await this.#askPrepared(() => this.refresh());
    for await (const document of this.#exportIndex<StoredDocument>(this.#names.articles))
      yield { kind: 'document', document: writtenDocument(document) };
    for await (const link of this.#exportIndex<ArticleLink>(this.#names.links)) yield { kind: 'link', link };
    for await (const { id, sources = {}, leadsTo } of this.#exportIndex<StoredTelling>(this.#names.tellings))
      yield { kind: 'telling', telling: { item: id, sources: Object.keys(sources), articleId: leadsTo } };
    for await (const { versions } of this.#exportIndex<StoredHistory>(this.#names.versions))
      for (const version of versions) yield { kind: 'version', version };
    for await (const { id, version, reason } of this.#exportIndex<Deletion>(this.#names.tombstones))
      yield reason === undefined
        ? { kind: 'tombstone', id, version }
        : { kind: 'tombstone', id, version, reason };
  }

  /** Everything that an index holds at this moment; what is written meanwhile is not part of it. */
  async *#exportIndex<T>(index: string): AsyncGenerator<T> {
    const { client } = this.#connection;
    let pit = await this.#ask(() => client.openPointInTime({ index, keep_alive: exportKeepAlive }));
    try {
      let after: estypes.SortResults | undefined;
      do {
        const page = await this.#ask(() =>
          client.search<T>({
            pit: { id: pit.id, keep_alive: exportKeepAlive },
            sort: ['_shard_doc'],
            search_after: after,
            size: pageOfExport,
            track_total_hits: false,
            allow_partial_search_results: false,
          }),
        );
        pit = { ...pit, id: page.pit_id ?? pit.id };
        const { hits } = page.hits;
        yield* hits.flatMap(({ _source }) => (_source === undefined ? [] : [_source]));
        after = hits.length < pageOfExport ? undefined : hits.at(-1)?.sort;
      } while (after !== undefined);
    } finally {
      if (!this.#isClosed) await this.#ask(() => client.closePointInTime({ id: pit.id }, { ignore: [404] }));
    }
  }

  async reindex(options: ReindexOptions = {}): Promise<Reindexed> {
    return this.#ask(async () => {
      await this.#prepareNow('building');
      const built = await new ElasticReindex(this.#connection, this.#options, options).run();
      await this.#prepareNow();
      return built;
    });
  }

  /** The cluster watches over its own files. */
  async inspect(): Promise<void> {
    await this.#ask(async () => undefined);
  }

  async refresh(): Promise<void> {
    await this.#ask(() =>
      this.#connection.client.indices.refresh({
        index: [
          this.#names.articles,
          this.#names.links,
          this.#names.tombstones,
          this.#names.tellings,
          this.#names.versions,
        ],
        ignore_unavailable: true,
      }),
    );
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    await this.#connection.client.close();
  }

  async #askPrepared<T>(work: () => Promise<T>): Promise<T> {
    return this.#ask(async () => {
      await this.#prepareOnce();
      return work();
    });
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('the library is closed');
    try {
      return await work();
    } catch (error) {
      throw elasticProblem(error, this.#connection);
    }
  }
}
