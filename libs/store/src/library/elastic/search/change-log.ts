import type { estypes } from '@elastic/elasticsearch';
import type { ElasticConnection, ElasticOptions } from '../../../elastic/elastic-client.ts';
import type { ElasticNames } from '../../../elastic/elastic-names.ts';
import { readChangesPlace, writeChangesPlace, type ChangesPlace } from '../../changes-place.ts';
import {
  mostChanges,
  type ChangesPage,
  type ChangesRequest,
  type LibraryChange,
  type Deletion,
} from '../../library.ts';
import { readDate } from '../../query/search-request.ts';
import { readDocument, type StoredDocument } from '../document.ts';
import { lateMs } from '../write/elastic-mender.ts';
import { elasticQuery } from './elastic-query.ts';

/** By how much the clocks of two writers may differ. */
const skewMs = 3_000;
/** What was written before changes were kept comes first. */
const longAgo = '1970-01-01T00:00:00.000Z';

type Mark = Deletion & { readonly indexed?: string };

/**
 * How long a write is held back: what is stamped within the time that a write may take, and becomes visible
 * with the refresh after it, may not come to light behind the cursor of a reader.
 */
export function changesLag({
  changesLagMs,
  refreshInterval = '1s',
}: Pick<ElasticOptions, 'changesLagMs' | 'refreshInterval'>): number {
  const [, amount, unit] = /^(\d+)(ms|s|m|h)$/.exec(refreshInterval) ?? [];
  const refreshMs =
    amount === undefined || unit === undefined
      ? 60_000
      : Number(amount) * ({ ms: 1, s: 1_000, m: 60_000, h: 3_600_000 }[unit] ?? 1);
  return changesLagMs ?? lateMs + skewMs + refreshMs;
}

/**
 * The next changes over articles and tombstones. `latest`: nothing stamped then or later is given, epoch
 * milliseconds. Throws BadCursor, RangeError.
 */
export async function readChanges(
  { client }: ElasticConnection,
  names: ElasticNames,
  request: ChangesRequest,
  latest: number,
): Promise<ChangesPage> {
  const place = readChangesPlace(request.after);
  const limit = Math.max(1, Math.min(mostChanges, Math.trunc(request.limit)));
  const until = Math.min(readDate(request.until, 'until') ?? Number.MAX_SAFE_INTEGER, latest);
  const { hits } = await client.search<StoredDocument | Mark>({
    index: [names.articles, names.tombstones],
    ignore_unavailable: true,
    allow_partial_search_results: false,
    query: {
      bool: {
        filter: wanted(request, Date.now()),
        must_not: [{ range: { indexed: { gte: new Date(until).toISOString() } } }],
      },
    },
    // Names of monthly indices stand before that of the tombstones.
    sort: [
      {
        indexed: {
          order: 'asc',
          missing: Date.parse(longAgo),
          unmapped_type: 'date',
          format: 'strict_date_optional_time',
        },
      },
      { id: { order: 'asc', unmapped_type: 'keyword' } },
      { _index: { order: 'asc' } },
    ],
    search_after:
      request.after === undefined
        ? undefined
        : [
            new Date(Math.max(0, place.indexed)).toISOString(),
            place.id,
            place.kind === 'document' ? `${names.articles}~` : names.tombstones,
          ],
    size: limit + 1,
    track_total_hits: false,
  });
  const items = hits.hits
    .slice(0, limit)
    .flatMap(({ _source }) => (_source === undefined ? [] : [changeOf(_source)]));
  return { items, cursor: items.at(-1)?.cursor ?? writeChangesPlace(place), more: hits.hits.length > limit };
}

/** Every article has its schema, a tombstone has none. */
function wanted({ where }: ChangesRequest, now: number): estypes.QueryDslQueryContainer[] {
  if (where === undefined) return [];
  return [
    {
      bool: {
        should: [
          { bool: { must_not: [{ exists: { field: 'schema' } }] } },
          elasticQuery({ ...where, sort: 'newest', limit: 1, facets: [] }, now),
        ],
        minimum_should_match: 1,
      },
    },
  ];
}

function changeOf(source: StoredDocument | Mark): LibraryChange {
  const { indexed = longAgo } = source;
  const place = (kind: ChangesPlace['kind']): string =>
    writeChangesPlace({ indexed: Date.parse(indexed), id: source.id, kind });
  if ('schema' in source)
    return { kind: 'document', indexed, cursor: place('document'), document: readDocument(source) };
  const { id, version, reason } = source;
  return reason === undefined
    ? { kind: 'tombstone', indexed, cursor: place('tombstone'), id, version }
    : { kind: 'tombstone', indexed, cursor: place('tombstone'), id, version, reason };
}
