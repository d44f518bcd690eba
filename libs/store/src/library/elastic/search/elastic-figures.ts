import type { Client, estypes } from '@elastic/elasticsearch';
import type { DelayFigures, FiguresRequest, SourceFigures } from '@newsmill/contracts';
import { roundedSeconds } from '../../query/delay-buckets.ts';
import { searchWithin } from './elastic-search.ts';

/** Sources that are told of; a mill with more has those with the most articles. */
const mostSources = 10_000;
/** Days of sources that one question counts: the server refuses answers of more than 65,535 buckets. */
const mostBuckets = 50_000;
const dayMs = 86_400_000;

const measured = ['foundAfter', 'searchableAfter'] as const;
type Measured = (typeof measured)[number];

/** What is asked of each source. No script: clusters may not run any. */
const ofSource: Record<string, estypes.AggregationsAggregationContainer> = {
  copies: { filter: { exists: { field: 'duplicateOf' } } },
  newest: { max: { field: 'published' } },
  byDay: { date_histogram: { field: 'published', fixed_interval: '1d', min_doc_count: 1 } },
  days: { stats_bucket: { buckets_path: 'byDay._count' } },
  ...Object.fromEntries(
    measured.flatMap((field) => [
      [`${field}Count`, { value_count: { field } }],
      [field, { percentiles: { field, percents: [50, 95], tdigest: { compression: 500 } } }],
    ]),
  ),
};
/** What is read of the answer: the days themselves are not. */
const answered = [
  'key',
  'doc_count',
  'copies',
  'newest',
  'days.count',
  ...measured.flatMap((field) => [`${field}Count`, field]),
].map((part) => `aggregations.sources.buckets.${part}`);

/** The part of an aggregate of one source that is read. */
interface SourceBucket
  extends Readonly<Record<Measured, { readonly values: Readonly<Record<string, number | null>> }>>,
    Readonly<Record<`${Measured}Count`, { readonly value: number }>> {
  readonly key: string;
  readonly doc_count: number;
  readonly copies: { readonly doc_count: number };
  readonly days: { readonly count: number };
  readonly newest: { readonly value: number };
}

function delayOf(bucket: SourceBucket, field: Measured): DelayFigures | undefined {
  const { value: count } = bucket[`${field}Count`];
  if (count === 0) return undefined;
  const { values } = bucket[field];
  const seconds = (percent: string) => roundedSeconds((values[percent] ?? 0) / 1_000);
  return { measured: count, p50: seconds('50.0'), p95: seconds('95.0') };
}

function figuresOf(bucket: SourceBucket): SourceFigures {
  const [found, searchable] = [delayOf(bucket, 'foundAfter'), delayOf(bucket, 'searchableAfter')];
  return {
    sourceId: bucket.key,
    articles: bucket.doc_count,
    copies: bucket.copies.doc_count,
    days: bucket.days.count,
    newest: new Date(bucket.newest.value).toISOString(),
    ...(found !== undefined && { found }),
    ...(searchable !== undefined && { searchable }),
  };
}

/** Counts over the alias, in as few questions as its buckets allow. `limitMs`: of each of them. */
export async function elasticFigures(
  client: Client,
  articles: string,
  { from, to, sources }: FiguresRequest,
  limitMs: number,
): Promise<readonly SourceFigures[]> {
  const query: estypes.QueryDslQueryContainer = {
    bool: {
      filter: [
        { range: { published: { gte: from, lt: to } } },
        ...(sources === undefined || sources.length === 0 ? [] : [{ terms: { sourceId: [...sources] } }]),
      ],
    },
  };
  const common = { index: articles, size: 0, track_total_hits: false, query };
  const counted = await searchWithin(client, limitMs, {
    ...common,
    aggregations: { sources: { cardinality: { field: 'sourceId', precision_threshold: mostSources } } },
  });
  const known = counted.aggregations?.['sources'];
  const count = known !== undefined && 'value' in known ? Number(known.value) : 0;
  const days = Math.ceil((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  const parts = Math.max(1, Math.ceil((count * days * 1.1) / mostBuckets));
  const figures: SourceFigures[] = [];
  for (let partition = 0; partition < parts; partition += 1) {
    const answer = await searchWithin(client, limitMs, {
      ...common,
      filter_path: answered,
      aggregations: {
        sources: {
          terms: {
            field: 'sourceId',
            size: mostSources,
            shard_size: mostSources,
            ...(parts > 1 && { include: { partition, num_partitions: parts } }),
          },
          aggregations: ofSource,
        },
      },
    });
    const found = answer.aggregations?.['sources'];
    // The shape is that of the aggregation above, which the client does not know.
    const buckets = (
      found !== undefined && 'buckets' in found ? found.buckets : []
    ) as readonly SourceBucket[];
    figures.push(...buckets.map(figuresOf));
  }
  return figures.toSorted((a, b) => (a.sourceId < b.sourceId ? -1 : 1));
}
