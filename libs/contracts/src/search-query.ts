/** A query as a tree; libs/search writes it from what people type, each library compiles it. */
export type QueryNode =
  | { readonly kind: 'term'; readonly field?: QueryField; readonly text: string }
  | { readonly kind: 'prefix'; readonly field?: QueryField; readonly text: string }
  | { readonly kind: 'phrase'; readonly field?: QueryField; readonly text: string; readonly slop?: number }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly node: QueryNode };

/** Fields that a word or phrase can be bound to. Without a field: title, summary and content. */
export const queryFields = ['title', 'content', 'author', 'source', 'language', 'url', 'section', 'keyword', 'tag', 'person', 'organisation', 'place', 'topic', 'story'] as const;
/** Fields that hold names as a whole: a word finds those that are that word or have it among their words, a phrase those that are equal to it. */
export const namedFields = ['person', 'organisation', 'place', 'topic', 'story'] as const satisfies readonly (typeof queryFields)[number][];
export type NamedField = (typeof namedFields)[number];
export type QueryField = (typeof queryFields)[number];

export const facetNames = ['source', 'language', 'section', 'author', 'day', 'person', 'organisation', 'place', 'topic'] as const;
export type FacetName = (typeof facetNames)[number];

/** Number of components of an article's vector. */
export const vectorDimensions = 256;

/** Articles that are near in meaning, besides those that hold the words. */
export interface Nearness {
  /** Direction, as in ArticleDocument.vector. */
  readonly vector: readonly number[];
  /** What near articles must fulfil nevertheless, such as an author or a word that is excluded. */
  readonly must?: QueryNode;
}

export interface SearchRequest {
  /** Absent: every article, newest first. */
  readonly query?: QueryNode;
  readonly sources?: readonly string[];
  readonly languages?: readonly string[];
  /** ISO 8601, inclusive, on `published`. */
  readonly from?: string;
  /** ISO 8601, exclusive. */
  readonly to?: string;
  readonly sort: 'newest' | 'relevance';
  /** 1 to 100. */
  readonly limit: number;
  /** The `next` of the page before. */
  readonly cursor?: string;
  readonly facets: readonly FacetName[];
  /** Hide articles that are near copies of another (duplicateOf). */
  readonly collapse?: boolean;
  /** Hybrid search: the first hundred by words and the hundred nearest, fused by their ranks. Counts only where there is a query and the order is by relevance. */
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
  readonly flags: readonly string[];
  /** Pieces of title and content; `marks` are [start, end) offsets of the found words in `text`. */
  readonly highlights: readonly { readonly field: 'title' | 'content'; readonly text: string; readonly marks: readonly (readonly [number, number])[] }[];
}

export interface Facet {
  readonly value: string;
  readonly count: number;
}

export interface SearchPage {
  readonly total: number;
  /** False when counting stopped at a limit. */
  readonly totalIsExact: boolean;
  /** False when facets were counted over a part of the matches: the newest 10,000 in the embedded form, the most frequent values of each shard in the distributed one. */
  readonly facetsAreExact: boolean;
  readonly items: readonly SearchHit[];
  readonly facets: Readonly<Partial<Record<FacetName, readonly Facet[]>>>;
  readonly next?: string;
}
