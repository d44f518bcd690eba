export interface FeedPerson {
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
}
export interface FeedEnclosure {
  readonly url: string;
  readonly type?: string;
  readonly length?: string;
}

/** One entry as the feed says it. Texts are as written and may hold HTML; dates are as written; addresses are absolute where a base was known. */
export interface FeedItem {
  readonly title?: string;
  readonly link?: string;
  /** Address that a feed service (FeedBurner, Pheedo) replaced in `link`. */
  readonly originalLink?: string;
  readonly id?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly people: readonly FeedPerson[];
  readonly summary?: string;
  readonly content?: string;
  readonly categories: readonly string[];
  readonly enclosures: readonly FeedEnclosure[];
  readonly comments?: string;
  readonly rights?: string;
  readonly image?: string;
  readonly language?: string;
}

export const feedFormats = ['rss', 'atom', 'rdf', 'json', 'cdf'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** A feed as it was read, all formats in one shape. */
export interface FeedDocument {
  readonly format: FeedFormat;
  readonly title?: string;
  readonly link?: string;
  readonly id?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly people: readonly FeedPerson[];
  readonly summary?: string;
  readonly language?: string;
  readonly categories: readonly string[];
  readonly rights?: string;
  readonly image?: string;
  readonly generator?: string;
  readonly hubUrl?: string;
  readonly selfUrl?: string;
  readonly nextUrl?: string;
  readonly ttlMinutes?: number;
  readonly entries: readonly FeedItem[];
  /** True when the limit of entries was reached and reading stopped. */
  readonly isCut: boolean;
}
