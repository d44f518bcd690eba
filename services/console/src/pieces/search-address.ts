import type { FeedLink, SearchParameters } from '../views.ts';

/** The address of the search page with these parameters; a change starts at its first page again. */
export function searchAddress(parameters: SearchParameters, change: Partial<SearchParameters> = {}): string {
  const text = searchQuery(parameters, change).toString();
  return text === '' ? '/' : `/?${text}`;
}

const feedForms = [
  { ending: 'rss', type: 'application/rss+xml', form: 'RSS' },
  { ending: 'atom', type: 'application/atom+xml', form: 'Atom' },
  { ending: 'json', type: 'application/feed+json', form: 'JSON Feed' },
] as const;

/** The same search as feeds, by what each form is called. `titleOf`: what readers of feeds call it. */
export function feedLinks(
  parameters: SearchParameters,
  titleOf: (form: string) => string,
): readonly (FeedLink & { readonly form: string })[] {
  const text = searchQuery(parameters).toString();
  return feedForms.map(({ ending, type, form }) => ({
    href: `/api/v1/search.${ending}${text === '' ? '' : `?${text}`}`,
    type,
    form,
    title: titleOf(form),
  }));
}

/**
 * The parameters of a search as page and API take them, in the order of their table; empty ones are left out,
 * and so is the place in the list unless the change names one.
 */
export function searchQuery(
  parameters: SearchParameters,
  change: Partial<SearchParameters> = {},
): URLSearchParams {
  const { q, source, language, from, to, sort, collapse, hidden, cursor } = {
    ...parameters,
    cursor: undefined,
    ...change,
  };
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  for (const id of source) query.append('source', id);
  for (const tag of language) query.append('language', tag);
  if (from !== undefined && from !== '') query.set('from', from);
  if (to !== undefined && to !== '') query.set('to', to);
  if (sort !== undefined) query.set('sort', sort);
  if (collapse !== undefined) query.set('collapse', collapse);
  if (hidden === true) query.set('hidden', 'true');
  if (cursor !== undefined) query.set('cursor', cursor);
  return query;
}
