import type { RslContent } from '../rights/read-rsl.ts';

export interface FeedPerson {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly url?: string | undefined;
}
export interface FeedEnclosure {
  readonly url: string;
  readonly type?: string | undefined;
  readonly length?: string | undefined;
}

/** What a feed or an entry states of rights, as it is written. */
export interface StatedRights {
  /** Address or words; empty where it says that no licence is specified. */
  readonly licence?: string | undefined;
  readonly notice?: string | undefined;
  readonly rsl?: readonly RslContent[] | undefined;
  /** Addresses of files of Really Simple Licensing. */
  readonly rslLinks?: readonly string[] | undefined;
}

export interface FeedPlace {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * One entry as the feed says it. Texts are as written and may hold HTML; dates are as written; addresses are
 * absolute where a base was known.
 */
export interface FeedItem {
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  /** Address that a feed service (FeedBurner, Pheedo) replaced in `link`. */
  readonly originalLink?: string | undefined;
  readonly id?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly people: readonly FeedPerson[];
  readonly summary?: string | undefined;
  readonly content?: string | undefined;
  readonly categories: readonly string[];
  readonly enclosures: readonly FeedEnclosure[];
  readonly comments?: string | undefined;
  readonly rights?: string | undefined;
  readonly stated?: StatedRights | undefined;
  readonly image?: string | undefined;
  readonly language?: string | undefined;
  readonly place?: FeedPlace | undefined;
  /** Comments that readers have left, as the feed counts them. */
  readonly commentCount?: number | undefined;
  /** Address of the entry that this one answers. */
  readonly replyTo?: string | undefined;
  /** Length of a recording. */
  readonly durationSeconds?: number | undefined;
  readonly transcripts?: readonly string[] | undefined;
}

export type FeedFormat = 'rss' | 'atom' | 'rdf' | 'json' | 'cdf';

/** What a feed says of itself, all formats in one shape. */
export interface FeedHead {
  readonly format: FeedFormat;
  readonly title?: string | undefined;
  readonly link?: string | undefined;
  readonly id?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly people: readonly FeedPerson[];
  readonly summary?: string | undefined;
  readonly language?: string | undefined;
  readonly categories: readonly string[];
  readonly rights?: string | undefined;
  readonly stated?: StatedRights | undefined;
  readonly image?: string | undefined;
  readonly generator?: string | undefined;
  readonly hubUrl?: string | undefined;
  readonly selfUrl?: string | undefined;
  readonly nextUrl?: string | undefined;
  readonly ttlMinutes?: number | undefined;
  /** True when the limit of entries was reached and reading stopped. */
  readonly isCut: boolean;
}

/** A feed as it was read. */
export interface FeedDocument extends FeedHead {
  readonly entries: readonly FeedItem[];
}
