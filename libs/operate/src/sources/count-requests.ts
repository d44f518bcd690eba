import { channelFacts, durationMs, type Channel, type FrontierItem, type Source } from '@newsmill/contracts';
import type { FetchPolicy } from '@newsmill/fetch';

/** The settings that say how often anything is requested; durations in milliseconds. */
export type RequestPolicy = Pick<FetchPolicy, 'pollMin' | 'pollMax' | 'revisits'>;

/** What is known of a source that has been polled. */
export interface KnownRhythm {
  /** Its channels as the frontier has them, those that were found by others too. */
  readonly channels: readonly Pick<FrontierItem, 'url' | 'data'>[];
  /** Pages that were seen for the first time in the last seven days. */
  readonly pages: number;
}

/** Requests a day, rounded. */
export interface DailyRequests {
  /** Of channels: as configured, as they are polled now, or as a new one begins. */
  readonly polls: number;
  /** Of pages, with their later visits, as in the last seven days; absent where nothing is known of them. */
  readonly pages?: number;
}

const dayMs = 86_400_000;

function pollsOf(channel: Pick<Channel, 'kind' | 'interval'>, known: unknown, policy: RequestPolicy): number {
  if (channelFacts[channel.kind].isArchive) return 0;
  if (channel.interval !== undefined) return dayMs / Math.max(1, durationMs(channel.interval));
  const interval = typeof known === 'number' ? known : policy.pollMin * 3;
  return dayMs / Math.min(policy.pollMax, Math.max(policy.pollMin, interval));
}

/** What a source says of how often anything is requested. */
export type AskingSource = Pick<Source, 'enabled' | 'channels' | 'feedOnly'>;

/** Channels that others named (sitemaps of an index, of robots.txt) come and go with these. */
function foundPolls({ channels }: KnownRhythm, source: AskingSource, policy: RequestPolicy): number {
  const configured = new Set(source.channels.map(({ url }) => url));
  return channels
    .filter(({ url }) => !configured.has(url))
    .reduce((sum, { data }) => sum + pollsOf({ kind: 'sitemap' }, data['intervalMs'], policy), 0);
}

/**
 * The requests that a source asks of its publisher in a day. `known`: how it was polled so far, where it was.
 */
export function countRequests(
  source: AskingSource,
  policy: RequestPolicy,
  known?: KnownRhythm,
): DailyRequests {
  if (!source.enabled) return { polls: 0, pages: 0 };
  const intervals = new Map(known?.channels.map(({ url, data }) => [url, data['intervalMs']]));
  const own = source.channels.reduce(
    (sum, channel) => sum + pollsOf(channel, intervals.get(channel.url), policy),
    0,
  );
  const polls = Math.round(own + (known === undefined ? 0 : foundPolls(known, source, policy)));
  const asksPages = source.channels.some(({ feedOnly }) => !(feedOnly ?? source.feedOnly ?? false));
  if (!asksPages) return { polls, pages: 0 };
  return known === undefined
    ? { polls }
    : { polls, pages: Math.round((known.pages / 7) * (1 + policy.revisits.length)) };
}
