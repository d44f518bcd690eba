import type { Channel, Source } from '@newsmill/contracts';

/** Whether articles are made of the entries of a channel alone: as the channel says, else as its source does. */
export function isFeedOnly(
  source: Pick<Source, 'feedOnly'>,
  channel: Pick<Channel, 'feedOnly'> | undefined,
): boolean {
  return channel?.feedOnly ?? source.feedOnly ?? false;
}
