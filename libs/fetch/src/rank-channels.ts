import { decodeText, stripTags } from '@newsmill/text';
import { entryContents } from './entry-contents.ts';
import { findHubs } from './find-hubs.ts';
import { readFeed } from './read-feed.ts';
import { readSitemap } from './read-sitemap.ts';
import { looksLikeNews } from './sitemap-channels.ts';

/** By what a channel was found, the surest first. */
export const foundBy = ['asked', 'page', 'hub', 'robots', 'well-known'] as const;
export type FoundBy = (typeof foundBy)[number];

/** A channel that a publisher offers. */
export interface ChannelCandidate {
  readonly kind: 'feed' | 'news-sitemap' | 'sitemap';
  readonly url: string;
  readonly foundBy: FoundBy;
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
  /** Sitemaps that it names. */
  readonly sitemaps: readonly string[];
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
/** Characters of text, on average, from which on a feed is said to carry whole texts. */
const wholeText = 800;
const comments = /\bcomments?\b|kommentar|comentario|commentaire/i;

function carriesWhole(text: string, url: string, entries: number): boolean {
  const contents = [...entryContents(text, { url, maxItems: mostEntries }).values()];
  const characters = contents.reduce((sum, content) => sum + stripTags(content).length, 0);
  return (
    entries > 0 && contents.length * 2 >= entries && characters / Math.max(contents.length, 1) >= wholeText
  );
}

/** Reads an answer as feed or sitemap; the reason where it is neither. */
export function readCandidate({
  url,
  bytes,
  contentType,
  link,
  foundBy: way,
  now,
}: OfferedAnswer): ChannelCandidate | { readonly error: string } {
  const { text } = decodeText(bytes, { contentType, kind: 'xml' });
  const sitemap = /<(?:\w+:)?(?:urlset|sitemapindex)\b/i.test(text.slice(0, 4_096))
    ? readSitemap(bytes, { url, contentType, maxItems: mostEntries })
    : undefined;
  const always = { url, foundBy: way, hasContent: false, isComments: comments.test(url) };
  if (sitemap !== undefined && !('error' in sitemap)) {
    const isNews =
      sitemap.urls.some(({ publication }) => publication !== undefined) ||
      (sitemap.urls.length > 0 && looksLikeNews(url));
    return {
      ...always,
      kind: isNews ? 'news-sitemap' : 'sitemap',
      entries: sitemap.urls.length,
      links: sitemap.urls.map((entry) => entry.url),
      sitemaps: sitemap.sitemaps,
    };
  }
  const feed = readFeed(text, { url, now, maxItems: mostEntries });
  if ('error' in feed) return feed;
  const { title, language, entries } = feed;
  return {
    ...always,
    kind: 'feed',
    title,
    language,
    entries: entries.length,
    hasContent: carriesWhole(text, url, entries.length),
    isComments: comments.test(`${title ?? ''} ${url}`),
    hub: findHubs({ url, link, hubUrl: feed.hubUrl })?.hubs[0],
    links: entries.map((entry) => entry.url),
    sitemaps: [],
  };
}

function groupOf({ kind, hasContent, isComments, entries }: ChannelCandidate): number {
  if (isComments) return 5;
  if (entries === 0 && kind !== 'sitemap') return 4;
  return kind === 'sitemap' ? 3 : kind === 'news-sitemap' ? 1 : hasContent ? 0 : 2;
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
 * Candidates, the best first: feeds with whole texts, sitemaps of news, other feeds, other sitemaps, comments; within these what was
 * found by surer ways, then in the order found. Of channels that say the same, the first stays.
 */
export function rankChannels(candidates: readonly ChannelCandidate[]): ChannelCandidate[] {
  const order = [...candidates].sort(
    (a, b) => groupOf(a) - groupOf(b) || foundBy.indexOf(a.foundBy) - foundBy.indexOf(b.foundBy),
  );
  return order.filter(
    (candidate, index) => !order.slice(0, index).some((better) => isSame(better, candidate)),
  );
}

/** Those that one source should have together: all but comments, empty ones and, beside others, general sitemaps. */
export function worthAdding(ranked: readonly ChannelCandidate[]): ChannelCandidate[] {
  const good = ranked.filter((candidate) => groupOf(candidate) < 3);
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
  const name =
    kind === 'feed'
      ? isComments
        ? 'feed of comments'
        : 'feed'
      : kind === 'news-sitemap'
        ? 'news sitemap'
        : 'sitemap';
  return [
    name,
    `${entries} ${entries === 1 ? 'entry' : 'entries'}`,
    ...(hasContent ? ['whole texts'] : []),
    ...(hub === undefined ? [] : [`pushed by ${new URL(hub).host}`]),
    ways[way],
  ].join(', ');
}
