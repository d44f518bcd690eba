import { errors, type Client, type estypes } from '@elastic/elasticsearch';
import type { Facet, FacetName, SearchPage, SearchRequest } from '@newsmill/contracts';
import { responseProblem, type ElasticConnection } from '../../../elastic/elastic-client.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import { BadCursor, LibraryTimeout } from '../../library.ts';
import { countedLanguages, mostFrequent, mostLanguageTags, topFacets } from '../../query/count-facets.ts';
import {
  hitFields,
  hitOf,
  listName,
  mostCounted,
  mostDays,
  mostFacetValues,
} from '../../query/search-request.ts';
import { cutHighlights, soughtWords } from '../../rank/cut-highlights.ts';
import { fusedPage, fusedPlace, isHybrid } from '../../rank/fused-page.ts';
import { directionOf, isOfTable, mostFused } from '../../rank/nearness.ts';
import type { StoredDocument } from '../document.ts';
import { byScore, elasticBody, fresherFirst, isByRank, newestOrder, ofAllMonths } from './elastic-body.ts';
import { elasticQuery } from './elastic-query.ts';

/** Values that each shard counts, so that the most frequent ones over all months are right. */
const countedPerShard = 500;

interface Place {
  /** `search_after` of the next page. */
  readonly after: estypes.SortResults | undefined;
  /**
   * The time that freshness is measured from: that of the first page, so that later pages go on with the same
   * order.
   */
  readonly reference: number;
}

/** Searches the alias. Ends after `limitMs`, here and on the server. */
export async function searchElastic(
  { client }: ElasticConnection,
  articles: string,
  request: SearchRequest,
  options: { readonly limitMs: number; readonly now: number },
): Promise<SearchPage> {
  const limit = Math.max(1, Math.min(100, Math.trunc(request.limit)));
  if (isHybrid(request)) return searchElasticHybrid(client, articles, { ...request, limit }, options);
  const byRank = isByRank(request);
  const place = readPlace(request, byRank, options.now);
  const answer = await searchWithin(client, options.limitMs, {
    index: articles,
    preference: `list-${listName(request)}`,
    ...(byRank ? ofAllMonths : {}),
    ...elasticBody(request, place.reference),
    search_after: place.after,
    size: limit + 1,
    track_total_hits: mostCounted,
    aggregations: aggregationsOf(request.facets),
    _source: [...hitFields, 'content'],
  });
  return pageOf(answer, request, { limit, byRank, reference: place.reference });
}

/** Where a document says which table its vector is of. */
export const tableField = 'ingest.evidence.vectorBy';

/**
 * The best by words and the nearest, fused here: the server's own fusion is not part of its basic licence.
 */
async function searchElasticHybrid(
  client: Client,
  articles: string,
  request: SearchRequest,
  options: { readonly limitMs: number; readonly now: number },
): Promise<SearchPage> {
  const place = fusedPlace(request, options.now);
  const vector = directionOf(request.near?.vector);
  const common = {
    index: articles,
    preference: `list-${listName(request)}`,
    size: mostFused,
    track_total_hits: false,
    _source: [
      ...hitFields,
      'content',
      'section',
      'people',
      'organisations',
      'places',
      'topics',
      'subtopics',
      tableField,
    ],
  };
  const ask = async (search: estypes.SearchRequest) =>
    (await searchWithin(client, options.limitMs, { ...common, ...search })).hits.hits.flatMap(
      ({ _source: document }) => document ?? [],
    );
  const filter = elasticQuery({ ...request, query: request.near?.must, sort: 'newest' }, place.reference);
  const [byWords, byNearness] = await Promise.all([
    ask({
      ...ofAllMonths,
      query: fresherFirst(elasticQuery(request, place.reference), place.reference),
      sort: [byScore, ...newestOrder],
    }),
    vector === undefined
      ? []
      : ask({
          knn: {
            field: 'vector',
            query_vector: [...vector],
            k: mostFused,
            num_candidates: 3 * mostFused,
            similarity: request.near?.least,
            filter,
          },
        }),
  ]);
  const comparable = byNearness.filter((document) => isOfTable(document, request.near?.by));
  return fusedPage(request, { byWords, byNearness: comparable }, place);
}

function pageOf(
  answer: ElasticAnswer,
  request: SearchRequest,
  {
    limit,
    byRank,
    reference,
  }: { readonly limit: number; readonly byRank: boolean; readonly reference: number },
): SearchPage {
  const { hits, total } = answer.hits;
  const { value, relation } = typeof total === 'object' ? total : { value: total ?? 0, relation: 'eq' };
  const sought = soughtWords(request.query);
  const shown = hits.slice(0, limit);
  const items = shown.flatMap(({ _source: document }) =>
    document === undefined ? [] : [hitOf(document, cutHighlights(document, sought))],
  );
  const facets = Object.fromEntries(request.facets.map((name) => [name, facetOf(name, answer.aggregations)]));
  const page = {
    total: Math.min(value, mostCounted),
    totalIsExact: relation === 'eq' && value <= mostCounted,
    facetsAreExact: request.facets.every((name) => isExact(answer.aggregations?.[name])),
    items,
    facets,
  };
  const last = shown.at(-1)?.sort;
  if (hits.length <= limit || last === undefined) return page;
  return {
    ...page,
    next: writeCursor(listName(request), [
      ...last.flatMap((part) => (typeof part === 'number' || typeof part === 'string' ? [part] : [])),
      ...(byRank ? [reference] : []),
    ]),
  };
}

function readPlace(request: SearchRequest, byRank: boolean, now: number): Place {
  const { cursor } = request;
  if (cursor === undefined) return { after: undefined, reference: now };
  const place = readCursor(
    cursor,
    listName(request),
    byRank ? ['number', 'number', 'string', 'number'] : ['number', 'string'],
  );
  const numbers = place.filter((part) => typeof part === 'number');
  const isSound = numbers.every(Number.isFinite) && numbers.slice(byRank ? 1 : 0).every(Number.isSafeInteger);
  if (!isSound) throw new BadCursor(cursor);
  return byRank
    ? { after: place.slice(0, 3), reference: Number(place[3]) }
    : { after: place, reference: now };
}

/** Under this name articles are counted by the sources that told of them besides their own. */
const toldName = 'told';
/** Sources that told of articles of others; all that a library has. */
export const toldTerms: estypes.AggregationsTermsAggregation = { field: 'told', size: 10_000 };

const facetFields: Readonly<Record<Exclude<FacetName, 'day'>, string>> = {
  source: 'sourceId',
  language: 'language',
  section: 'section',
  author: 'authors',
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  topic: 'topics',
  subtopic: 'subtopics',
  fact: 'extensionFacts',
};

/** Values that are asked for where these are more than a facet shows: they are added up first. */
const sizes: Partial<Record<FacetName, number>> = { language: mostLanguageTags, source: mostLanguageTags };

export function aggregationsOf(
  names: readonly FacetName[],
): Record<string, estypes.AggregationsAggregationContainer> | undefined {
  if (names.length === 0) return undefined;
  return Object.fromEntries([
    ...(names.includes('source') ? [[toldName, { terms: toldTerms }] as const] : []),
    ...names.map((name): [string, estypes.AggregationsAggregationContainer] => [
      name,
      name === 'day'
        ? newestDays
        : {
            terms: {
              field: facetFields[name],
              size: sizes[name] ?? mostFacetValues + 1,
              shard_size: countedPerShard,
            },
          },
    ]),
  ]);
}

/** Composite: bounded, however many days there are. */
const newestDays: estypes.AggregationsAggregationContainer = {
  composite: {
    size: mostDays,
    sources: [
      {
        day: {
          date_histogram: {
            field: 'published',
            calendar_interval: 'day',
            format: 'yyyy-MM-dd',
            order: 'desc',
          },
        },
      },
    ],
  },
};

/** The values of a facet. Articles count for every source that told of them. */
export function facetOf(
  name: FacetName,
  aggregates: Readonly<Record<string, estypes.AggregationsAggregate>> | undefined,
): Facet[] {
  const facets = bucketFacets(name, aggregates?.[name]);
  return name === 'source' ? withTold(facets, aggregates?.[toldName]).slice(0, mostFacetValues) : facets;
}

/** Counts by the own sources of articles, with those by the sources that told of them too. */
export function withTold(own: readonly Facet[], told: estypes.AggregationsAggregate | undefined): Facet[] {
  const counts = new Map(own.map(({ value, count }) => [value, count]));
  for (const { value, count } of bucketFacets('source', told))
    counts.set(value, (counts.get(value) ?? 0) + count);
  return mostFrequent(counts);
}

/** What an aggregation counted, in its order; nothing where it was not asked for. */
export function bucketsOf(
  aggregate: estypes.AggregationsAggregate | undefined,
): { readonly key: unknown; readonly count: number }[] {
  if (aggregate === undefined || !('buckets' in aggregate) || !Array.isArray(aggregate.buckets)) return [];
  return aggregate.buckets.map(
    ({ key, doc_count: count }: { readonly key: unknown; readonly doc_count: number }) => ({ key, count }),
  );
}

function bucketFacets(name: FacetName, aggregate: estypes.AggregationsAggregate | undefined): Facet[] {
  const facets = bucketsOf(aggregate).flatMap(({ key, count }) => {
    const value = typeof key === 'object' && key !== null && 'day' in key ? key.day : key;
    return typeof value === 'string' && value !== '' ? [{ value, count }] : [];
  });
  if (name === 'language') return topFacets(name, countedLanguages(facets));
  return name === 'day' || name === 'source' ? facets : facets.slice(0, mostFacetValues);
}

/** A server that asked several shards for their most frequent values says how far a count may be off. */
function isExact(aggregate: estypes.AggregationsAggregate | undefined): boolean {
  return (
    aggregate === undefined ||
    !('doc_count_error_upper_bound' in aggregate) ||
    aggregate.doc_count_error_upper_bound === 0
  );
}

/** Words of the errors for too many words, too deep nesting and automata that are too large. */
const immense = /too.?many|nested|max_?clause_?count|too.?complex|too.?large/iu;

export type ElasticAnswer = estypes.SearchResponse<
  StoredDocument,
  Record<string, estypes.AggregationsAggregate>
>;

/**
 * Searches every month there is, or fails; ended after `limitMs`, here and on the server. Throws
 * LibraryTimeout, and RangeError for a query beyond all measure.
 */
export function searchWithin(
  client: Client,
  limitMs: number,
  request: estypes.SearchRequest,
): Promise<ElasticAnswer> {
  return endAfter(limitMs, async (signal) => {
    const whole = {
      ignore_unavailable: true,
      allow_partial_search_results: false,
      timeout: `${limitMs}ms`,
      ...request,
    };
    const answer: ElasticAnswer = await client.search<
      StoredDocument,
      Record<string, estypes.AggregationsAggregate>
    >(whole, { signal, maxRetries: 2, requestTimeout: limitMs * 2 });
    if (answer.timed_out) throw new LibraryTimeout(limitMs);
    return answer;
  });
}

/** Gives the request up after its time: the closed connection ends the search on the server too. */
async function endAfter<T>(limitMs: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), limitMs);
  try {
    return await ask(end.signal);
  } catch (error) {
    if (end.signal.aborted || error instanceof errors.TimeoutError) throw new LibraryTimeout(limitMs);
    throw searchProblem(error, limitMs);
  } finally {
    clearTimeout(timer);
  }
}

/** A query that the server finds too large is one beyond all measure. */
function searchProblem(error: unknown, limitMs: number): unknown {
  if (!(error instanceof errors.ResponseError)) return error;
  const { type, reason } = responseProblem(error);
  if (/timeout|time exceeded/iu.test(`${type} ${reason}`)) return new LibraryTimeout(limitMs);
  if (error.statusCode === 400 && immense.test(`${type} ${reason}`))
    return new RangeError(`the query cannot be answered: ${reason.slice(0, 300)}`, { cause: error });
  return error;
}
