import { channelFacts } from '@newsmill/contracts';
import { decodeText } from '@newsmill/text';
import type { ChannelRecord, Offer, OfferedRecord } from '../channels/channel-record.ts';
import { channelRecords } from '../channels/channel-records.ts';

/** By what a channel was found, the surest first. */
const foundBy = ['asked', 'page', 'hub', 'robots', 'well-known'] as const;
export type FoundBy = (typeof foundBy)[number];

/** A channel that a publisher offers. */
export interface ChannelCandidate extends Offer {
  readonly url: string;
  readonly foundBy: FoundBy;
}

export interface OfferedAnswer {
  /** Address that answered. */
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string | undefined;
  readonly link?: string | undefined;
  readonly foundBy: FoundBy;
  readonly now: number;
}

const mostEntries = 200;

/** Reads an answer as a channel of any kind that publishers offer; the reason where it is none. */
export function readCandidate({
  url,
  bytes,
  contentType,
  link,
  foundBy: way,
  now,
}: OfferedAnswer): ChannelCandidate | { readonly error: string } {
  const { text } = decodeText(bytes, { contentType, kind: 'xml' });
  let error = 'it is no channel';
  for (const record of Object.values<ChannelRecord | OfferedRecord>(channelRecords)) {
    const offer =
      'recognise' in record
        ? record.recognise?.({ url, bytes, text, contentType, link, now, maxItems: mostEntries })
        : undefined;
    if (offer !== undefined && !('error' in offer)) return { ...offer, url, foundBy: way };
    error = offer?.error ?? error;
  }
  return { error };
}

/** The place of the first kind that is not worth adding beside better ones. */
const general = 3;

function groupOf({ kind, hasContent, isComments, entries }: ChannelCandidate): number {
  const { rank, mayBeEmpty } = channelRecords[kind];
  if (isComments) return 5;
  return entries === 0 && !mayBeEmpty ? 4 : rank({ hasContent });
}

function isSame(one: ChannelCandidate, other: ChannelCandidate): boolean {
  if (one.url === other.url) return true;
  const links = new Set(one.links);
  const shared = other.links.filter((link) => links.has(link)).length;
  return (
    one.kind === other.kind &&
    one.hasContent === other.hasContent &&
    shared > 0 &&
    shared >= 0.8 * Math.max(one.links.length, other.links.length)
  );
}

/**
 * Candidates, the best first: feeds with whole texts, sitemaps of news, other feeds, other sitemaps,
 * comments; within these what was found by surer ways, then in the order found. Of channels that say the
 * same, the first stays.
 */
export function rankChannels(candidates: readonly ChannelCandidate[]): ChannelCandidate[] {
  const order = [...candidates].sort(
    (a, b) => groupOf(a) - groupOf(b) || foundBy.indexOf(a.foundBy) - foundBy.indexOf(b.foundBy),
  );
  return order.filter(
    (candidate, index) => !order.slice(0, index).some((better) => isSame(better, candidate)),
  );
}

/**
 * Those that one source should have together: all but comments, empty ones and, beside others, general
 * sitemaps.
 */
export function worthAdding(ranked: readonly ChannelCandidate[]): ChannelCandidate[] {
  const good = ranked.filter((candidate) => groupOf(candidate) < general);
  return good.length > 0 ? good : ranked.slice(0, 1);
}

/** What a candidate is, in a few words. */
export function describeCandidate({
  kind,
  entries,
  hasContent,
  isComments,
  hub,
  foundBy: way,
}: ChannelCandidate): string {
  const ways: Record<FoundBy, string> = {
    asked: 'as asked for',
    page: 'named by the page',
    hub: 'named with a hub',
    robots: 'named by robots.txt',
    'well-known': 'at a usual address',
  };
  const { name } = channelFacts[kind];
  return [
    isComments ? `${name} of comments` : name,
    `${entries} ${entries === 1 ? 'entry' : 'entries'}`,
    ...(hasContent ? ['whole texts'] : []),
    ...(hub === undefined ? [] : [`pushed by ${new URL(hub).host}`]),
    ways[way],
  ].join(', ');
}
