import type { SourcesPageView } from '../views.ts';

/** The page of sources with this query; a change of it starts at the first page again. */
export function sourcesAddress(
  query: SourcesPageView['query'],
  change: Partial<SourcesPageView['query']> = {},
  path = '/sources',
): string {
  const { q, state, sort, page } = { ...query, page: 1, ...change };
  const text = new URLSearchParams({
    ...(q === '' ? {} : { q }),
    ...(state === undefined ? {} : { state }),
    ...(sort === 'attention' ? {} : { sort }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString();
  return text === '' ? path : `${path}?${text}`;
}
