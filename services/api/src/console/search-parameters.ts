import type { SearchQuery } from '@newsmill/operate';
import type { SearchParameters } from '@newsmill/service-console';

/** What the pages show of the parameters of a search. */
export function parametersOf(query: SearchQuery): SearchParameters {
  const { q, source = [], language = [], from, to, sort, collapse, hidden, cursor } = query;
  return { q: q.trim(), source, language, from, to, sort, collapse, hidden, cursor };
}
