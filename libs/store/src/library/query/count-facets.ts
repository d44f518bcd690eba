import type { ArticleDocument, Facet, FacetName, SearchPage } from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import { mostDays, mostFacetValues } from './search-request.ts';

/** What facets are counted from. */
export type CountedDocument = Pick<
  ArticleDocument,
  | 'sourceId'
  | 'sources'
  | 'language'
  | 'section'
  | 'authors'
  | 'published'
  | 'people'
  | 'organisations'
  | 'places'
  | 'topics'
  | 'subtopics'
  | 'extensionFacts'
>;

const facetValues: Readonly<Record<FacetName, (document: CountedDocument) => readonly string[]>> = {
  source: ({ sourceId, sources = [sourceId] }) => sources,
  language: ({ language }) => [countedLanguage(language)],
  section: ({ section }) => (section === undefined || section === '' ? [] : [section]),
  author: ({ authors }) => authors,
  day: ({ published }) => [new Date(published).toISOString().slice(0, 10)],
  person: ({ people = [] }) => people,
  organisation: ({ organisations = [] }) => organisations,
  place: ({ places = [] }) => places,
  topic: ({ topics = [] }) => topics,
  subtopic: ({ subtopics = [] }) => subtopics,
  fact: ({ extensionFacts = [] }) => extensionFacts,
};

function facetOf(name: FacetName, documents: readonly CountedDocument[]): Facet[] {
  const counts = new Map<string, number>();
  for (const document of documents)
    for (const value of new Set(facetValues[name](document))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return topFacets(name, counts);
}

/**
 * Tags of languages that an index is asked for: more than there are, so that none is missing where those of
 * one language are added up.
 */
export const mostLanguageTags = 1_000;

/** Counts by language, of counts by tag: `en-US` and `en-GB` are English. */
export function countedLanguages(tags: readonly Facet[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { value, count } of tags)
    counts.set(countedLanguage(value), (counts.get(countedLanguage(value)) ?? 0) + count);
  return counts;
}

/** The most frequent first; of equal ones in the order of the letters. */
export function mostFrequent(counts: ReadonlyMap<string, number>): Facet[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** Days: the newest, in order of time. Others: the most frequent. */
export function topFacets(name: FacetName, counts: ReadonlyMap<string, number>): Facet[] {
  if (name === 'day')
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => (a.value < b.value ? 1 : -1))
      .slice(0, mostDays);
  return mostFrequent(counts).slice(0, mostFacetValues);
}

/** Facets of a list of articles that is at hand. */
export function facetsOf(
  names: readonly FacetName[],
  documents: readonly CountedDocument[],
): SearchPage['facets'] {
  return Object.fromEntries(names.map((name) => [name, facetOf(name, documents)]));
}
