import type {
  FacetName,
  Nearness,
  QueryNode,
  SearchPage,
  SearchRequest,
  VectorTableName,
} from '@newsmill/contracts';
import { nearQuery, parseQuery, type QueryProblem } from '@newsmill/search';
import type { LibraryReader } from '@newsmill/store';
import type { SearchQuery } from '@newsmill/operate';
import { timesOf } from './times-of.ts';

export type SearchOutcome =
  | { readonly ok: true; readonly page: SearchPage }
  | { readonly ok: false; readonly problem: QueryProblem };

/** A search as it is asked, with the table that a search by meaning is read with; without it words alone count. */
export type AskedSearch = SearchQuery & { readonly vectors?: VectorTableName | undefined };

/** What is near to a query; absent where it holds no word that the vectors know. */
async function nearnessOf(
  query: QueryNode | undefined,
  table: VectorTableName | undefined,
): Promise<Nearness | undefined> {
  if (query === undefined || table === undefined) return undefined;
  const { words, must } = nearQuery(query);
  const { loadVectors, packVector } = await import('@newsmill/enrich');
  const { textVector, least, name: by } = loadVectors(table);
  const vector = textVector(words);
  if (vector === undefined) return undefined;
  return { vector: packVector(vector), least, by, ...(must === undefined ? {} : { must }) };
}

/** What a library is asked for the parameters of a search; `query`: what `q` was read as. */
export function searchRequestOf(
  query: SearchQuery,
  read: QueryNode | undefined,
  facets: readonly FacetName[],
): SearchRequest {
  return {
    query: read,
    sources: query.source,
    languages: query.language,
    ...timesOf(query),
    sort: query.sort ?? (read === undefined ? 'newest' : 'relevance'),
    limit: query.limit,
    cursor: query.cursor,
    facets: query.facets ?? facets,
    collapse: query.collapse,
    ...(query.hidden === true ? { withoutFlags: [] } : {}),
  };
}

/** Searches as the parameters say; a query that cannot be read is answered, not thrown. */
export async function readSearch(
  library: Pick<LibraryReader, 'search'>,
  query: AskedSearch,
  facets: readonly FacetName[],
): Promise<SearchOutcome> {
  const parsed = parseQuery(query.q);
  if (!parsed.ok) return { ok: false, problem: parsed.error };
  const request: SearchRequest = {
    ...searchRequestOf(query, parsed.query, facets),
    near: query.mode === 'hybrid' ? await nearnessOf(parsed.query, query.vectors) : undefined,
  };
  return { ok: true, page: await library.search(request) };
}
