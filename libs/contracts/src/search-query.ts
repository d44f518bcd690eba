import type { ArticleDocument } from './article/article-document.ts';
import type { Rights } from './rights.ts';

/** A query as a tree; libs/search writes it from what people type, each library compiles it. */
export type QueryNode =
  | { readonly kind: 'term'; readonly field?: QueryField; readonly text: string }
  | { readonly kind: 'prefix'; readonly field?: QueryField; readonly text: string }
  | { readonly kind: 'phrase'; readonly field?: QueryField; readonly text: string; readonly slop?: number }
  | {
      readonly kind: 'range';
      readonly field: RangeField;
      readonly from?: RangeBound;
      readonly to?: RangeBound;
    }
  | { readonly kind: 'exact'; readonly field: ExactField; readonly value: string }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode };

/**
 * Fields that a word or phrase can be bound to. Without a field: title, summary and content. `was`: what earlier
 * versions said and later ones no longer do.
 */
export const queryFields = [
  'title',
  'content',
  'author',
  'source',
  'language',
  'url',
  'section',
  'keyword',
  'tag',
  'person',
  'organisation',
  'place',
  'topic',
  'subtopic',
  'story',
  'was',
] as const;
/**
 * Fields that hold names as a whole: a word finds those that are that word or have it among their words, a
 * phrase those that are equal to it.
 */
export const namedFields = [
  'person',
  'organisation',
  'place',
  'topic',
  'subtopic',
  'story',
] as const satisfies readonly (typeof queryFields)[number][];
export type NamedField = (typeof namedFields)[number];
export type QueryField = (typeof queryFields)[number];

/** Fields that hold codes of the IPTC Media Topics. */
const topicFields = ['topic', 'subtopic'] as const satisfies readonly NamedField[];
export type TopicField = (typeof topicFields)[number];

/** Whether a field (also of facets, counts and completions) holds codes of topics, which have labels. */
export function isTopicField(field: string | undefined): field is TopicField {
  return topicFields.some((name) => name === field);
}

/** Fields that hold a time. */
export const dateFields = [
  'published',
  'modified',
  'firstSeen',
  'indexed',
] as const satisfies readonly (keyof ArticleDocument)[];
/** Fields that hold a whole number. */
export const numberFields = [
  'wordCount',
  'readingMinutes',
] as const satisfies readonly (keyof ArticleDocument)[];
export type DateField = (typeof dateFields)[number];
export type NumberField = (typeof numberFields)[number];
export type RangeField = DateField | NumberField;
/**
 * A bound of a range; `from` is inclusive, `to` exclusive. A number: epoch milliseconds, or the number
 * itself. `sinceNow`: milliseconds from the time of the search. `day`: 00:00 UTC of the day so many days from
 * today. A search a moment later means a later time by it.
 */
export type RangeBound = number | { readonly sinceNow: number } | { readonly day: number };

/**
 * Fields whose values are compared as a whole, without regard to the case of A to Z. `has`: a name of
 * `partNames`; `changed`: one of `editClassNames`, or any.
 */
export const exactFields = [
  'id',
  'domain',
  'country',
  'sourceCountry',
  'agency',
  'licence',
  'flag',
  'family',
  'fact',
  'reserved',
  'has',
  'changed',
  'paywalled',
  'duplicate',
] as const;
export type ExactField = (typeof exactFields)[number];
/** Exact fields whose value is true or false. */
export const booleanFields = ['paywalled', 'duplicate'] as const satisfies readonly ExactField[];
/** Parts that an article may have or lack, by the field that holds them. */
// biome-ignore format: a table, read by its rows
export const partFields = {
  author: 'authors', section: 'section', keyword: 'keywords', tag: 'tags', person: 'people',
  organisation: 'organisations', place: 'places', topic: 'topics', subtopic: 'subtopics', story: 'storyId',
  agency: 'agencies', licence: 'licence', dateline: 'dateline', modified: 'modified', fact: 'extensionFacts',
} as const satisfies Readonly<Record<string, keyof ArticleDocument>>;
export type PartName = keyof typeof partFields;
export const partNames: readonly PartName[] = Object.keys(partFields).filter((name): name is PartName =>
  Object.hasOwn(partFields, name),
);

/** What a bound means at a time: epoch milliseconds, or the number itself. */
export function boundAt(bound: RangeBound, now: number): number {
  if (typeof bound === 'number') return bound;
  return 'sinceNow' in bound ? now + bound.sinceNow : (Math.floor(now / 86_400_000) + bound.day) * 86_400_000;
}

export const facetNames = [
  'source',
  'language',
  'section',
  'author',
  'day',
  'person',
  'organisation',
  'place',
  'topic',
  'subtopic',
  'fact',
] as const;
export type FacetName = (typeof facetNames)[number];

/** Number of components of an article's vector. */
export const vectorDimensions = 256;

/** The tables that vectors are made with: of two, vectors do not compare. */
export const vectorTables = ['english', 'multilingual'] as const;
export type VectorTableName = (typeof vectorTables)[number];

/** Articles that are near in meaning, besides those that hold the words. */
export interface Nearness {
  /** Direction, as in ArticleDocument.vector. */
  readonly vector: readonly number[];
  /** Articles less near than this (cosine) are no find: among many there is always a nearest. */
  readonly least: number;
  /** Name and version of the table: vectors of others do not compare. */
  readonly by: string;
  /** What near articles must fulfil nevertheless, such as an author or a word that is excluded. */
  readonly must?: QueryNode;
}

/** `both`: the lists of the other two, fused by their ranks. */
export const sortNames = ['newest', 'relevance', 'both'] as const;
export type SortName = (typeof sortNames)[number];
export const collapseNames = ['family', 'story'] as const;
export type CollapseName = (typeof collapseNames)[number];

export interface SearchRequest {
  /** Absent: every article, newest first. */
  readonly query?: QueryNode;
  readonly sources?: readonly string[];
  readonly languages?: readonly string[];
  /** ISO 8601, inclusive, on `published`. */
  readonly from?: string;
  /** ISO 8601, exclusive. */
  readonly to?: string;
  /** Articles that have one of these flags are left out. */
  readonly withoutFlags?: readonly string[];
  readonly sort: SortName;
  /** 1 to 100. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly cursor?: string;
  readonly facets: readonly FacetName[];
  /** One hit of each family of near copies (true: the same), or of each story. */
  readonly collapse?: boolean | CollapseName;
  /**
   * Hybrid search: the first hundred by words and the hundred nearest, fused by their ranks. Counts only
   * where there is a query and the order is by relevance.
   */
  readonly near?: Nearness;
}

export interface SearchHit {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly published: string;
  readonly sourceId: string;
  readonly sourceName?: string;
  readonly language: string;
  readonly authors: readonly string[];
  readonly image?: string;
  readonly duplicateOf?: string;
  readonly familyId?: string;
  readonly storyId?: string;
  readonly flags: readonly string[];
  /** What is said of its rights; absent: nothing is reserved. */
  readonly rights?: Rights | undefined;
  /** Where hits are collapsed: how many more of its family or story were found. */
  readonly others?: number;
  /** Pieces of title and content; `marks` are [start, end) offsets of the found words in `text`. */
  readonly highlights: readonly {
    readonly field: 'title' | 'content';
    readonly text: string;
    readonly marks: readonly (readonly [number, number])[];
  }[];
}

export interface Facet {
  readonly value: string;
  readonly count: number;
}

export interface SearchPage {
  readonly total: number;
  /** False when counting stopped at a limit. */
  readonly totalIsExact: boolean;
  /**
   * False when facets were counted over a part of the matches: the newest 10,000 in the embedded form, the
   * most frequent values of each shard in the distributed one.
   */
  readonly facetsAreExact: boolean;
  readonly items: readonly SearchHit[];
  readonly facets: Readonly<Partial<Record<FacetName, readonly Facet[]>>>;
  readonly next?: string;
}
