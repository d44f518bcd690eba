import type { ArticleDocument, Facet, FacetName, SearchPage } from '@newsmill/contracts';
import { mostDays, mostFacetValues } from './search-request.ts';

/** What facets are counted from. */
export type CountedDocument = Pick<
  ArticleDocument,
  | 'sourceId'
  | 'language'
  | 'section'
  | 'authors'
  | 'published'
  | 'people'
  | 'organisations'
  | 'places'
  | 'topics'
>;

const facetValues: Readonly<Record<FacetName, (document: CountedDocument) => readonly string[]>> = {
  source: ({ sourceId }) => [sourceId],
  language: ({ language }) => [language],
  section: ({ section }) => (section === undefined || section === '' ? [] : [section]),
  author: ({ authors }) => authors,
  day: ({ published }) => [new Date(published).toISOString().slice(0, 10)],
  person: ({ people = [] }) => people,
  organisation: ({ organisations = [] }) => organisations,
  place: ({ places = [] }) => places,
  topic: ({ topics = [] }) => topics,
};

function facetOf(name: FacetName, documents: readonly CountedDocument[]): Facet[] {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const value of new Set(facetValues[name](document))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return topFacets(name, counts);
}

/** Days: the newest, in order of time. Others: the most frequent. */
export function topFacets(name: FacetName, counts: ReadonlyMap<string, number>): Facet[] {
  const all = [...counts].map(([value, count]) => ({ value, count }));
  if (name === 'day') return all.sort((a, b) => (a.value < b.value ? 1 : -1)).slice(0, mostDays);
  return all.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostFacetValues);
}

/** Facets of a list of articles that is at hand. */
export function facetsOf(
  names: readonly FacetName[],
  documents: readonly CountedDocument[],
): SearchPage['facets'] {
  return Object.fromEntries(names.map((name) => [name, facetOf(name, documents)]));
}
