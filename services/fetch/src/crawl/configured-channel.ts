import { Channel, type FetchItem, type Source } from '@newsmill/contracts';

/** The channel as configured now; a sitemap that an index named keeps what it was found with. */
export function configuredChannel(item: FetchItem, source: Source): FetchItem {
  const channel =
    source.channels.find((candidate) => candidate.url === item.url) ??
    Channel.safeParse(item.data.channel).data;
  return channel === undefined ? item : { ...item, data: { ...item.data, channel } };
}
