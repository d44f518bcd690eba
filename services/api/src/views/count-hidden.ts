import { hiddenQuery, parseQuery } from '@newsmill/search';
import type { LibraryReader } from '@newsmill/store';
import { endOf, startOf, type SearchQuery } from '@newsmill/operate';

function isoOf(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString();
}

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
    from: isoOf(startOf(from)),
    to: isoOf(endOf(to)),
    withoutFlags: [],
    sort: 'newest',
    limit: 1,
    facets: [],
  });
  return total;
}
