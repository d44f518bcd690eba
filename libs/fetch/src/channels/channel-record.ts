import type { Channel, FeedEntry, HttpAnswer, OfferedKind } from '@newsmill/contracts';
import type { LeftOut } from '../feeds/entry-list.ts';
import type { SkipTimes } from '../feeds/read-skip-times.ts';
import type { FeedHubs } from '../poll/find-hubs.ts';

/** The answer to a poll, decoded. */
export interface PolledAnswer extends Pick<HttpAnswer, 'url' | 'headers'> {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
  readonly maxItems: number;
  readonly now: number;
  /** Whether articles are made of the entries alone. */
  readonly isFeedOnly: boolean;
}

/** What an answer to a poll says. */
export interface ChannelReading {
  readonly entries: readonly FeedEntry[];
  readonly sitemaps: readonly string[];
  readonly ttlMs?: number | undefined;
  readonly skip?: SkipTimes | undefined;
  readonly hubs?: FeedHubs | undefined;
  /** Whole texts of entries, by address. */
  readonly contents?: ReadonlyMap<string, string>;
  /** Entries that become no item. */
  readonly leftOut?: LeftOut | undefined;
  /** Whether there are more entries than were read. */
  readonly isCut?: boolean;
  readonly problem?: string;
}

/** An answer of which nobody has said what it is. */
export interface UnnamedAnswer {
  readonly url: string;
  readonly bytes: Uint8Array;
  /** The same, decoded. */
  readonly text: string;
  readonly contentType: string | undefined;
  readonly link: string | undefined;
  readonly now: number;
  readonly maxItems: number;
}

/** What a publisher offers at an address. */
export interface Offer {
  readonly kind: OfferedKind;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly entries: number;
  /** Whether it carries whole texts. */
  readonly hasContent: boolean;
  /** Whether it tells of comments, not of articles. */
  readonly isComments: boolean;
  /** Hub that pushes it. */
  readonly hub?: string | undefined;
  /** Addresses of its entries: two channels with the same are one. */
  readonly links: readonly string[];
  /** When each was published, epoch milliseconds, in the order of `links`. */
  readonly dates: readonly (number | undefined)[];
  /** Sitemaps that it names. */
  readonly sitemaps: readonly string[];
}

/** How channels of a kind are read. */
export interface ChannelRecord {
  /** Without it such channels are not polled. */
  readonly read?: (answer: PolledAnswer, channel: Channel) => ChannelReading;
}

/** How channels of a kind that publishers offer are read, recognised and ranked. */
export interface OfferedRecord extends Required<ChannelRecord> {
  /**
   * What the answer offers: undefined where it is clearly of another kind, the reason where it is nothing.
   * Where two kinds look alike, one of them recognises both.
   */
  readonly recognise?: (answer: UnnamedAnswer) => Offer | { readonly error: string } | undefined;
  /** Its place among others, 0 the best; from 3 on it is not worth adding beside better ones. */
  readonly rank: (offer: Pick<Offer, 'hasContent'>) => number;
  /** Whether one without entries may be of use all the same: an index names others. */
  readonly mayBeEmpty: boolean;
}
