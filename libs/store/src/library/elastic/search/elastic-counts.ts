import type { Client, estypes } from '@elastic/elasticsearch';
import {
  countedFields,
  periodStart,
  type CountScope,
  type Timeline,
  type TimelineRequest,
  type TopRequest,
  type TopValues,
  type Trends,
  type TrendsRequest,
} from '@newsmill/contracts';
import { countedLanguages, mostFrequent, mostLanguageTags } from '../../query/count-facets.ts';
import { mostPeriods, timelineOf } from '../../query/timeline-periods.ts';
import { joinTrends, rankTrends } from '../../query/trend-score.ts';
import { elasticQuery } from './elastic-query.ts';
import { bucketsOf, searchWithin, toldTerms, withTold } from './elastic-search.ts';

type Query = estypes.QueryDslQueryContainer;
type Aggregates = Record<string, estypes.AggregationsAggregate>;

/** Values that each shard counts, so that the most frequent ones over all months are right. */
const countedPerShard = 1_000;
/** Values of a field whose background is counted. */
const mostCandidates = 300;

export interface CountOptions {
  readonly limitMs: number;
  readonly now: number;
}

/** Counts over the alias. */
export class ElasticCounts {
  readonly #client: Client;
  readonly #articles: string;
  readonly #options: CountOptions;
  constructor(client: Client, articles: string, options: CountOptions) {
    this.#client = client;
    this.#articles = articles;
    this.#options = options;
  }

  async #count(
    query: Query,
    aggregations: Record<string, estypes.AggregationsAggregationContainer>,
  ): Promise<{ readonly total: number; readonly aggregates: Aggregates }> {
    const answer = await searchWithin(this.#client, this.#options.limitMs, {
      index: this.#articles,
      size: 0,
      track_total_hits: true,
      query,
      aggregations,
    });
    const { total } = answer.hits;
    return {
      total: typeof total === 'object' ? total.value : (total ?? 0),
      aggregates: answer.aggregations ?? {},
    };
  }

  #query({ query, sources, languages, from, to, withoutFlags }: CountScope): Query {
    return elasticQuery(
      { query, sources, languages, from, to, withoutFlags, sort: 'newest', limit: 1, facets: [] },
      this.#options.now,
    );
  }

  async timeline(request: TimelineRequest): Promise<Timeline> {
    const periods: estypes.AggregationsAggregationContainer = {
      composite: {
        size: mostPeriods + 1,
        sources: [
          {
            start: {
              date_histogram: { field: 'published', calendar_interval: request.interval, order: 'desc' },
            },
          },
        ],
      },
    };
    const { total, aggregates } = await this.#count(this.#query(request), { periods });
    const buckets = bucketsOf(aggregates['periods']);
    const counts = new Map(
      buckets
        .slice(0, mostPeriods)
        .flatMap(({ key, count }): [number, number][] =>
          typeof key === 'object' && key !== null && 'start' in key
            ? [[periodStart(Number(key.start), request.interval), count]]
            : [],
        ),
    );
    return timelineOf(counts, request.interval, { total, isCut: buckets.length > mostPeriods });
  }

  /** Of each source, the articles of others that it told of too. */
  async told(): Promise<ReadonlyMap<string, number>> {
    const { aggregates } = await this.#count({ match_all: {} }, { told: { terms: toldTerms } });
    return new Map(withTold([], aggregates['told']).map(({ value, count }) => [value, count]));
  }

  async top(request: TopRequest): Promise<TopValues> {
    const isSource = request.field === 'source';
    const { total, aggregates } = await this.#count(this.#query(request), {
      values: {
        terms: {
          field: countedFields[request.field],
          size: request.field === 'language' || isSource ? mostLanguageTags : request.limit + 1,
          shard_size: countedPerShard,
          order: [{ _count: 'desc' }, { _key: 'asc' }],
        },
      },
      ...(isSource ? { told: { terms: toldTerms } } : {}),
    });
    const values = aggregates['values'];
    const found = bucketsOf(values).flatMap(({ key, count }) =>
      typeof key === 'string' && key !== '' ? [{ value: key, count }] : [],
    );
    const counted = isSource ? withTold(found, aggregates['told']) : found;
    const items = (request.field === 'language' ? mostFrequent(countedLanguages(found)) : counted).slice(
      0,
      request.limit,
    );
    const error: unknown =
      values !== undefined && 'doc_count_error_upper_bound' in values
        ? values.doc_count_error_upper_bound
        : 0;
    return { total, items, approximate: error !== 0 };
  }

  /**
   * The server finds what may be a trend; the counts that it scores by leave out months without the value, so
   * they are taken again.
   */
  async trends(request: TrendsRequest): Promise<Trends> {
    const originals = (from: string): Query => ({
      bool: { filter: [this.#query({ ...request, from })], must_not: [{ exists: { field: 'duplicateOf' } }] },
    });
    const background = originals(request.since);
    const significant = request.fields.map(
      (field) =>
        [
          field,
          {
            significant_terms: {
              field: countedFields[field],
              size: mostCandidates,
              shard_size: countedPerShard,
              min_doc_count: request.least,
              shard_min_doc_count: 1,
              jlh: {},
              background_filter: background,
            },
          },
        ] as const,
    );
    const window = await this.#count(originals(request.from), Object.fromEntries(significant));
    const found = new Map(
      request.fields.map((field) => [
        field,
        new Map(bucketsOf(window.aggregates[field]).map(({ key, count }) => [String(key), count])),
      ]),
    );
    const counted = request.fields.flatMap((field) => {
      const values = [...(found.get(field)?.keys() ?? [])];
      return values.length === 0
        ? []
        : [
            [
              field,
              {
                terms: {
                  field: countedFields[field],
                  include: values,
                  size: values.length,
                  shard_size: values.length,
                },
              },
            ] as const,
          ];
    });
    const whole = await this.#count(background, Object.fromEntries(counted));
    const totals = { total: window.total, backgroundTotal: whole.total };
    const ranked = request.fields.map((field) => {
      const before = new Map(
        bucketsOf(whole.aggregates[field]).map(({ key, count }) => [String(key), count]),
      );
      return rankTrends(
        field,
        new Map(
          [...(found.get(field) ?? [])].map(([value, count]) => [
            value,
            { count, background: before.get(value) ?? count },
          ]),
        ),
        totals,
        request,
      );
    });
    return { ...totals, items: joinTrends(ranked, request.limit), approximate: false };
  }
}
