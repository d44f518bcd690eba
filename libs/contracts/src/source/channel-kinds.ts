interface ChannelFacts {
  /** In words for people. */
  readonly name: string;
  /**
   * Whether it holds old pages and is read once: it may be a file, it takes `within`, and it waits for
   * everything that is news.
   */
  readonly isArchive: boolean;
  /** Whether publishers name such channels, so that they are looked for at an address. */
  readonly isOffered: boolean;
}

/**
 * The kinds of channels. How each is read and ranked is its record in libs/fetch
 * (`channels/channel-records.ts`), which must name the same kinds.
 */
export const channelFacts = {
  feed: { name: 'feed', isArchive: false, isOffered: true },
  sitemap: { name: 'sitemap', isArchive: false, isOffered: true },
  'news-sitemap': { name: 'news sitemap', isArchive: false, isOffered: true },
  list: { name: 'list page', isArchive: false, isOffered: true },
  warc: { name: 'archive of old pages', isArchive: true, isOffered: false },
} as const satisfies Record<string, ChannelFacts>;

export type ChannelKind = keyof typeof channelFacts;
/** A kind that a publisher may be found to offer. */
export type OfferedKind = {
  [K in ChannelKind]: (typeof channelFacts)[K]['isOffered'] extends true ? K : never;
}[ChannelKind];

// the table has no other keys, and some
export const channelKinds = Object.keys(channelFacts) as [ChannelKind, ...ChannelKind[]];
