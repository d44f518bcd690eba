import type { FeedEntry } from '@newsmill/contracts';
import { decodeEntities, decodeText, readFeedDate, stripTags } from '@newsmill/text';
import type { FeedDocument, FeedFormat, FeedItem } from './feed-document.ts';
import { parseFeed } from './parse-feed.ts';

export interface FeedContext {
  /** Address that answered; relative addresses are resolved against it. */
  readonly url: string;
  readonly contentType?: string | undefined;
  /** Epoch milliseconds; dates more than a day ahead of it are not believed. */
  readonly now: number;
  readonly maxItems: number;
  /** IANA zone of dates that name none. */
  readonly timeZone?: string | undefined;
}

export interface FeedReading {
  readonly kind: FeedFormat;
  readonly title?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly hubUrl?: string | undefined;
  readonly selfUrl?: string | undefined;
  readonly nextPage?: string | undefined;
  readonly ttlMinutes?: number | undefined;
  /** Entries that have an address, in the order of the feed, each address once. */
  readonly entries: FeedEntry[];
  /** Entries without an address that can be asked for. */
  readonly skipped: number;
  /** What had to be mended, in words. */
  readonly repaired: readonly string[];
  /** True when the feed holds more entries than the limit. */
  readonly isCut: boolean;
}

const day = 86_400_000;
const maxText = 2_000;
const maxList = 50;
const maxAddress = 4_096;

function shortText(html: string | undefined, limit: number): string | undefined {
  if (html === undefined) return undefined;
  // Ten times the limit is enough for what markup takes away, and bounds the work for a title of megabytes.
  const text = decodeEntities(stripTags(html.slice(0, limit * 10))).slice(0, limit).trim();
  return text === '' ? undefined : text.toWellFormed();
}

function isoDate(text: string | undefined, context: FeedContext): string | undefined {
  const instant = text === undefined ? undefined : readFeedDate(text, { timeZone: context.timeZone });
  return instant === undefined || instant > context.now + day ? undefined : new Date(instant).toISOString();
}

function addressOf(item: FeedItem, base: string): string | undefined {
  const raw = item.originalLink ?? item.link;
  if (raw === undefined || raw.length > maxAddress) return undefined;
  const parsed = URL.canParse(raw, base) ? new URL(raw, base) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return undefined;
  // A lone fragment leads back to the feed itself.
  return parsed.href.split('#')[0] === base.split('#')[0] ? undefined : parsed.href;
}

function imageOf(image: string | undefined, base: string): string | undefined {
  if (image === undefined || image.length > maxAddress || !URL.canParse(image, base)) return undefined;
  const parsed = new URL(image, base);
  return /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

function languageOf(tag: string | undefined): string | undefined {
  const tidy = tag?.trim().replace(/_/g, '-');
  return tidy !== undefined && /^[a-zA-Z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(tidy) ? tidy : undefined;
}

function entryOf(item: FeedItem, feed: FeedDocument, context: FeedContext): FeedEntry | undefined {
  const url = addressOf(item, context.url);
  if (url === undefined) return undefined;
  const texts = (list: readonly string[]): string[] => list.slice(0, maxList).flatMap((text) => shortText(text, 200) ?? []);
  const entry: FeedEntry = {
    url,
    id: item.id?.slice(0, maxAddress),
    title: shortText(item.title, 1_000),
    summary: shortText(item.summary ?? item.content, maxText),
    authors: texts(item.people.flatMap((person) => person.name ?? [])),
    categories: texts(item.categories),
    published: isoDate(item.published, context),
    updated: isoDate(item.updated, context),
    language: languageOf(item.language) ?? languageOf(feed.language),
    image: imageOf(item.image, context.url),
    channel: context.url,
  };
  return entry;
}

/**
 * Reads a feed: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed; sound or damaged, in any charset.
 * Entries come with absolute http(s) addresses; texts are plain and bounded. An answer that is no feed gives `error`, in words.
 */
export function readFeed(input: Uint8Array | string, context: FeedContext): FeedReading | { readonly error: string } {
  const text = typeof input === 'string' ? input : decodeText(input, { contentType: context.contentType, kind: 'xml' }).text;
  if (text.trim() === '') return { error: 'the answer is empty' };
  const parsed = parseFeed(text, { base: context.url, maxItems: context.maxItems });
  if (parsed === undefined) return { error: /<html\b|<!doctype html/i.test(text.slice(0, 4_096)) ? 'the answer is a web page, not a feed' : 'the answer is no feed that can be read' };
  const { feed, repaired } = parsed;
  const entries: FeedEntry[] = [];
  const seen = new Set<string>();
  let skipped = 0;
  // A feed cut inside its last address ends with a part of it, which leads nowhere.
  const end = text.slice(-maxAddress).trimEnd();
  for (const item of feed.entries) {
    const isCut = item.link !== undefined && end.endsWith(item.link);
    const entry = isCut ? undefined : entryOf(item, feed, context);
    if (entry === undefined) skipped += 1;
    else if (!seen.has(entry.url)) {
      seen.add(entry.url);
      entries.push(entry);
    }
  }
  return {
    kind: feed.format,
    title: shortText(feed.title, 300),
    siteUrl: imageOf(feed.link, context.url),
    language: languageOf(feed.language),
    hubUrl: imageOf(feed.hubUrl, context.url),
    selfUrl: imageOf(feed.selfUrl, context.url),
    nextPage: imageOf(feed.nextUrl, context.url),
    ttlMinutes: feed.ttlMinutes,
    entries,
    skipped,
    repaired,
    isCut: feed.isCut,
  };
}
