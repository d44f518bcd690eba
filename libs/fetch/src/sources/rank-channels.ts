import { channelFacts } from '@newsmill/contracts';
import { decodeText } from '@newsmill/text';
import type { ChannelRecord, Offer, OfferedRecord } from '../channels/channel-record.ts';
import { dateOf } from '../channels/date-of.ts';
import { channelRecords } from '../channels/channel-records.ts';
import type { ListPage } from '../lists/read-list-page.ts';
import { broughtTogether, coverageWords, type Coverage } from './measure-coverage.ts';

/** By what a channel was found, the surest first. */
const foundBy = ['asked', 'page', 'hub', 'robots', 'well-known'] as const;
export type FoundBy = (typeof foundBy)[number];

/** A channel that a publisher offers. */
export interface ChannelCandidate extends Offer {
  readonly url: string;
  readonly foundBy: FoundBy;
  /** What it brings of the home page, where that was looked at. */
  readonly coverage?: Coverage;
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

/** Entries of one answer that are compared with the home page. */
const mostEntries = 5_000;

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

/** A page that lists articles, as a channel: undefined where it lists none. */
export function listCandidate(
  url: string,
  { title, language, entries }: ListPage,
): ChannelCandidate | undefined {
  if (entries.length === 0) return undefined;
  return {
    kind: 'list',
    url,
    title,
    language,
    entries: entries.length,
    hasContent: false,
    isComments: false,
    links: entries.map((entry) => entry.url),
    dates: entries.map(dateOf),
    sitemaps: [],
    foundBy: 'asked',
  };
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

/** Tenths of the home page that it brings. */
function shareOf({ coverage }: ChannelCandidate): number {
  return coverage === undefined ? 0 : Math.round((coverage.brought / coverage.articles) * 10);
}

/**
 * Candidates, the best first: feeds with whole texts, sitemaps of news, other feeds, list pages and other
 * sitemaps, comments; within these those that bring more of the home page, what was found by surer ways, then
 * in the order found. Of channels that say the same, the first stays.
 */
export function rankChannels(candidates: readonly ChannelCandidate[]): ChannelCandidate[] {
  const order = [...candidates].sort(
    (a, b) =>
      groupOf(a) - groupOf(b) ||
      shareOf(b) - shareOf(a) ||
      foundBy.indexOf(a.foundBy) - foundBy.indexOf(b.foundBy),
  );
  return order.filter(
    (candidate, index) => !order.slice(0, index).some((better) => isSame(better, candidate)),
  );
}

/** Share of the home page from which on no list page is needed beside other channels. */
const enough = 0.9;

/**
 * Those that one source should have together: all but comments, empty ones and, beside others, general
 * sitemaps, and list pages where the others bring what `home` shows.
 */
export function worthAdding(
  ranked: readonly ChannelCandidate[],
  home: readonly string[] = [],
): ChannelCandidate[] {
  const good = ranked.filter((candidate) => groupOf(candidate) < general);
  if (good.length === 0) return ranked.slice(0, 1);
  const isEnough = broughtTogether(home, good) >= enough * home.length;
  return [...good, ...ranked.filter(({ kind }) => kind === 'list' && !isEnough)];
}

/** What a candidate is, in a few words. */
export function describeCandidate({
  kind,
  entries,
  hasContent,
  isComments,
  hub,
  foundBy: way,
  coverage,
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
    ...(coverage === undefined ? [] : [coverageWords(coverage)]),
  ].join(', ');
}
