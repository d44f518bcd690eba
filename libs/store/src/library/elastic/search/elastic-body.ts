import type { estypes } from '@elastic/elasticsearch';
import type { SearchRequest } from '@newsmill/contracts';
import { weekMs } from '../../query/search-request.ts';
import { elasticQuery } from './elastic-query.ts';

/** Newest first; of one moment by id. */
export const newestOrder: estypes.SortCombinations[] = [
  { published: { order: 'desc', unmapped_type: 'date' } },
  { id: { order: 'desc', unmapped_type: 'keyword' } },
];
export const byScore = { _score: { order: 'desc' } } as const satisfies estypes.SortCombinations;

/** How rare a word is is counted over all months: in a young month every word is rare. */
export const ofAllMonths = { search_type: 'dfs_query_then_fetch' } as const satisfies estypes.SearchRequest;

/** The rank of an article falls to a half as it grows old, half of that in a week. */
export function fresherFirst(
  query: estypes.QueryDslQueryContainer,
  reference: number,
): estypes.QueryDslQueryContainer {
  const exp = { published: { origin: new Date(reference).toISOString(), scale: `${weekMs}ms`, decay: 0.5 } };
  return {
    function_score: {
      query,
      functions: [{ weight: 0.5 }, { exp, weight: 0.5 }],
      score_mode: 'sum',
      boost_mode: 'multiply',
    },
  };
}

/** Whether hits come by rank; without a query there is none. */
export function isByRank({ sort, query }: Pick<SearchRequest, 'sort' | 'query'>): boolean {
  return sort === 'relevance' && query !== undefined;
}

/**
 * What Elasticsearch is asked for a list: query and order. `reference`: the time that freshness and relative
 * times are counted from, epoch milliseconds. Throws RangeError when the query is beyond all measure.
 */
export function elasticBody(
  request: SearchRequest,
  reference: number,
): {
  readonly query: estypes.QueryDslQueryContainer;
  readonly sort: estypes.SortCombinations[];
} {
  const byRank = isByRank(request);
  const query = elasticQuery(byRank ? request : { ...request, sort: 'newest' }, reference);
  return {
    query: byRank ? fresherFirst(query, reference) : query,
    sort: [...(byRank ? [byScore] : []), ...newestOrder],
  };
}
