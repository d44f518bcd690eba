import { channelFacts } from '@newsmill/contracts';
import { decodeText } from '@newsmill/text';
import type { ChannelRecord, Offer, OfferedRecord } from '../channels/channel-record.ts';
import { dateOf } from '../channels/date-of.ts';
import { channelRecords } from '../channels/channel-records.ts';
import type { ListPage } from '../lists/read-list-page.ts';
import type { FoundSection } from '../lists/find-sections.ts';
import {
  additionWords,
  broughtTogether,
  coverageWords,
  type Addition,
  type Coverage,
} from './measure-coverage.ts';

/** By what a channel was found, the surest first. */
const foundBy = ['asked', 'page', 'hub', 'robots', 'well-known', 'section'] as const;
export type FoundBy = (typeof foundBy)[number];

/** A channel that a publisher offers. */
export interface ChannelCandidate extends Offer {
  readonly url: string;
  readonly foundBy: FoundBy;
  /** What it brings of the home page, where that was looked at. */
  readonly coverage?: Coverage;
  /** The section page on which it was found, or that it is. */
  readonly section?: FoundSection;
  /** Of a channel of a section: what it names that no better one does. */
  readonly adds?: Addition;
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

/** The place of channels of one section: behind those of the whole publication, among each other as these. */
const ofSection = 3.5;
const empty = 4;

function isOfSection(candidate: ChannelCandidate): boolean {
  return candidate.foundBy === 'section' && groupOf(candidate) < empty;
}

function groupOf({ kind, hasContent, isComments, entries, foundBy: way }: ChannelCandidate): number {
  const { rank, mayBeEmpty } = channelRecords[kind];
  if (isComments) return 5;
  if (entries === 0 && !mayBeEmpty) return empty;
  const place = rank({ hasContent });
  return way === 'section' ? ofSection + place / 100 : place;
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
 * Candidates, the best first: feeds with whole texts, sitemaps of news, other feeds, list pages and other sitemaps,
 * channels of sections, comments; within these those that bring more of the home page, what was found by surer ways,
 * then in the order found. Of channels that say the same, the first stays.
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

/** Entries by which a list page of a section adds enough to be polled. */
const fewestAdded = 3;

function isWorthBeside({ kind, adds }: ChannelCandidate): boolean {
  const count = (adds?.ofHome ?? 0) + (adds?.others ?? 0);
  return count >= (kind === 'list' ? fewestAdded : 1);
}

/**
 * Those that one source should have together: all but comments, empty ones and, beside others, general
 * sitemaps, list pages where the others bring what `home` shows, and channels of sections that add nothing.
 */
export function worthAdding(
  ranked: readonly ChannelCandidate[],
  home: readonly string[] = [],
): ChannelCandidate[] {
  const good = ranked.filter((candidate) => groupOf(candidate) < general);
  const sections = ranked.filter((one) => isOfSection(one) && isWorthBeside(one));
  const [first] = ranked;
  if (good.length === 0 && first !== undefined)
    return [first, ...sections.filter((section) => section !== first)];
  const isEnough = broughtTogether(home, good) >= enough * home.length;
  const lists = ranked.filter((one) => one.kind === 'list' && groupOf(one) === general);
  return [...good, ...(isEnough ? [] : lists), ...sections];
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
  section,
  adds,
}: ChannelCandidate): string {
  const ways: Record<FoundBy, string> = {
    asked: 'as asked for',
    page: 'named by the page',
    hub: 'named with a hub',
    robots: 'named by robots.txt',
    'well-known': 'at a usual address',
    section: `of the section ${section?.title ?? ''}`.trimEnd(),
  };
  const { name } = channelFacts[kind];
  return [
    isComments ? `${name} of comments` : name,
    `${entries} ${entries === 1 ? 'entry' : 'entries'}`,
    ...(hasContent ? ['whole texts'] : []),
    ...(hub === undefined ? [] : [`pushed by ${new URL(hub).host}`]),
    ways[way],
    ...(coverage === undefined ? [] : [coverageWords(coverage)]),
    ...(adds === undefined ? [] : [additionWords(adds)]),
  ].join(', ');
}
