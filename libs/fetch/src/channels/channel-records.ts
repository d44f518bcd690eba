import type { ChannelKind, OfferedKind } from '@newsmill/contracts';
import type { ChannelRecord, OfferedRecord } from './channel-record.ts';
import { feedChannel } from './feed-channel.ts';
import { listChannel } from './list-channel.ts';
import { newsSitemapChannel, sitemapChannel } from './sitemap-channel.ts';

/**
 * One record for each kind of channels; what each is called and may be stands in contracts (`channelFacts`).
 * An answer that nobody has named is tried in this order: feeds come last, since their reason is the one that
 * is told where it is nothing.
 */
export const channelRecords: {
  readonly [K in ChannelKind]: K extends OfferedKind ? OfferedRecord : ChannelRecord;
} = {
  'news-sitemap': newsSitemapChannel,
  sitemap: sitemapChannel,
  // Read by the fetch service, piece by piece, since it may be as large as a disk.
  warc: {},
  list: listChannel,
  feed: feedChannel,
};
