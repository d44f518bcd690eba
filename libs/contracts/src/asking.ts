import type { ArticleDocument } from './article/article-document.ts';
import type { Facet, SearchHit, SearchRequest } from './search-query.ts';

/** Which articles are counted: those of a search. */
export type CountScope = Pick<
  SearchRequest,
  'query' | 'sources' | 'languages' | 'from' | 'to' | 'withoutFlags'
>;

/** Fields whose values can be counted, and where the document has them. */
// biome-ignore format: a table, read by its rows
export const countedFields = {
  source: 'sourceId', language: 'language', section: 'section', author: 'authors', person: 'people',
  organisation: 'organisations', place: 'places', topic: 'topics', subtopic: 'subtopics',
  keyPhrase: 'keyPhrases', keyword: 'keywords', country: 'countries', domain: 'domain', fact: 'extensionFacts',
} as const satisfies Readonly<Record<string, keyof ArticleDocument>>;
export type CountedField = keyof typeof countedFields;
export const countedNames: readonly CountedField[] = Object.keys(countedFields).filter(
  (name): name is CountedField => Object.hasOwn(countedFields, name),
);

/** Fields in which news has its subjects. */
export const trendFields = [
  'person',
  'organisation',
  'place',
  'topic',
  'keyPhrase',
] as const satisfies readonly CountedField[];
export type TrendField = (typeof trendFields)[number];

export const timelineIntervals = ['hour', 'day', 'week', 'month'] as const;
export type TimelineInterval = (typeof timelineIntervals)[number];

export interface TimelineRequest extends CountScope {
  readonly interval: TimelineInterval;
}

/** How many articles were published when. In UTC; weeks begin on Monday (ISO 8601). */
export interface Timeline {
  readonly interval: TimelineInterval;
  readonly total: number;
  /** Oldest first, the empty ones between them too; at most the newest 1,000. `start` is ISO 8601. */
  readonly items: readonly { readonly start: string; readonly count: number }[];
  /** Only the newest articles, or the newest periods, were counted. */
  readonly approximate: boolean;
}

export interface TopRequest extends CountScope {
  readonly field: CountedField;
  /** 1 to 100. */
  readonly limit: number;
}

/** The most frequent values of a field. */
export interface TopValues {
  /** Articles that were counted. */
  readonly total: number;
  readonly items: readonly Facet[];
  /** Only the newest articles were counted, or the counts of some months were cut off. */
  readonly approximate: boolean;
}

export interface TrendsRequest extends Pick<CountScope, 'query' | 'sources' | 'languages' | 'withoutFlags'> {
  readonly fields: readonly TrendField[];
  /** The window, ISO 8601: `from` inclusive, `to` exclusive. */
  readonly from: string;
  readonly to: string;
  /** Where the background begins; it ends with the window and holds it. */
  readonly since: string;
  /** Values with fewer articles in the window are left out. */
  readonly least: number;
  /** 1 to 100, for each field. */
  readonly limit: number;
}

export interface Trend {
  readonly field: TrendField;
  readonly value: string;
  /** Articles of the window that have it. */
  readonly count: number;
  /** Articles of the background that have it. */
  readonly background: number;
  /** JLH: how much more frequent it is in the window, as a difference times a ratio. */
  readonly score: number;
}

/** What is written about more than usual. Near copies of other articles count for nothing. */
export interface Trends {
  /** Articles of the window. */
  readonly total: number;
  readonly backgroundTotal: number;
  /** Greatest score first. */
  readonly items: readonly Trend[];
  /** Only the newest articles of the window or the background were counted. */
  readonly approximate: boolean;
}

export interface RelatedRequest {
  readonly id: string;
  /** 1 to 50. */
  readonly limit: number;
  /** Only articles in the language of this one, or only those in others. */
  readonly languages: 'any' | 'same' | 'other';
}

export interface RelatedArticle extends SearchHit {
  /** Whether it belongs to the same story. */
  readonly sameStory: boolean;
}

/**
 * Articles with the telling words of one, the most alike first; one of each family of near copies, and none
 * of its own. Those in other languages begin with what is nearest in meaning, of the weeks around it, where both have
 * vectors.
 */
export interface RelatedArticles {
  readonly items: readonly RelatedArticle[];
}

/** What the beginning of a word may be completed to. */
export const completionKinds = [
  'word',
  'person',
  'organisation',
  'place',
  'topic',
  'subtopic',
  'source',
] as const;
export type CompletionKind = (typeof completionKinds)[number];

export interface CompletionRequest {
  /** What is typed so far: the beginning of a word, or words of a name and the beginning of the next. */
  readonly start: string;
  readonly kinds: readonly CompletionKind[];
  /** 1 to 50. */
  readonly limit: number;
}

export interface Completion {
  readonly kind: CompletionKind;
  /** The word in small letters; a name as articles have it; the code of a topic. */
  readonly text: string;
  /** Articles that have the word in title or summary, or that mention the name. */
  readonly articles: number;
}

/** A word that stands in the library and is near another one. */
export interface LikeWord {
  /** As the index folds it: in small letters, Latin ones without accents. */
  readonly word: string;
  /** What it takes to make one of the other: 1 for a letter, less for slips that are frequent. */
  readonly cost: number;
  /** Articles that have it; at most 1,000 are counted. */
  readonly articles: number;
}
