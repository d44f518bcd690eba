import type { FacetName, SearchPage, SearchRequest } from '@newsmill/contracts';
import { parseQuery, type QueryProblem } from '@newsmill/search';
import type { Library } from '@newsmill/store';
import { endOf, startOf, type SearchQuery } from '../shapes/parameters.ts';

export type SearchOutcome = { readonly ok: true; readonly page: SearchPage } | { readonly ok: false; readonly problem: QueryProblem };

function isoOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

/** Searches as the parameters say; a query that cannot be read is answered, not thrown. */
export async function readSearch(library: Library, query: SearchQuery, facets: readonly FacetName[]): Promise<SearchOutcome> {
  const parsed = parseQuery(query.q);
  if (!parsed.ok) return { ok: false, problem: parsed.error };
  const request: SearchRequest = {
    query: parsed.query,
    sources: query.source,
    languages: query.language,
    from: isoOf(startOf(query.from)),
    to: isoOf(endOf(query.to)),
    sort: query.sort ?? (parsed.query === undefined ? 'newest' : 'relevance'),
    limit: query.limit,
    cursor: query.cursor,
    facets: query.facets ?? facets,
    collapse: query.collapse,
  };
  return { ok: true, page: await library.search(request) };
}
