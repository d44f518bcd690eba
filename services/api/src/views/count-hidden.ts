import { hiddenQuery, parseQuery } from '@newsmill/search';
import type { LibraryReader } from '@newsmill/store';
import type { SearchQuery } from '@newsmill/operate';
import { timesOf } from './times-of.ts';

/** How many articles a search leaves out since they are hidden (hiddenFlags); 0 where it shows them. */
export async function countHidden(
  library: Pick<LibraryReader, 'search'>,
  { q, source, language, from, to, hidden }: SearchQuery,
): Promise<number> {
  const parsed = parseQuery(q);
  if (!parsed.ok || hidden === true) return 0;
  const query = hiddenQuery(parsed.query);
  if (query === undefined) return 0;
  const { total } = await library.search({
    query,
    sources: source,
    languages: language,
    ...timesOf({ from, to }),
    withoutFlags: [],
    sort: 'newest',
    limit: 1,
    facets: [],
  });
  return total;
}
