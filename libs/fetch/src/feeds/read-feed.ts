import type { FeedEntry } from '@newsmill/contracts';
import { languageTag, readFeedDate } from '@newsmill/text';
import { createFeedReader, type FeedReader } from './create-feed-reader.ts';
import type { FeedFormat, FeedItem } from './feed-document.ts';
import { plainStart } from './plain-start.ts';

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
  const text = plainStart(html, limit);
  return text === '' ? undefined : detached(text.toWellFormed());
}

/**
 * A copy of a text that does not hold on to the chunk it was cut from, so that kept entries keep nothing else
 * in memory.
 */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}

function isoDate(text: string | undefined, context: FeedContext): string | undefined {
  const instant = text === undefined ? undefined : readFeedDate(text, { timeZone: context.timeZone });
  return instant === undefined || instant > context.now + day ? undefined : new Date(instant).toISOString();
}

function addressOf(item: FeedItem, base: string): string | undefined {
  const raw = item.originalLink ?? item.link;
  if (raw === undefined || raw.length > maxAddress) return undefined;
  const parsed = URL.parse(raw, base);
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') return undefined;
  // A lone fragment leads back to the feed itself.
  return parsed.href.split('#')[0] === base.split('#')[0] ? undefined : parsed.href;
}

function imageOf(image: string | undefined, base: string): string | undefined {
  if (image === undefined || image.length > maxAddress) return undefined;
  const parsed = URL.parse(image, base);
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

function entryOf(item: FeedItem, context: FeedContext): FeedEntry | undefined {
  const url = addressOf(item, context.url);
  if (url === undefined) return undefined;
  const texts = (list: readonly string[]): string[] =>
    list.slice(0, maxList).flatMap((text) => shortText(text, 200) ?? []);
  const entry: FeedEntry = {
    url,
    id: item.id === undefined ? undefined : detached(item.id.slice(0, maxAddress)),
    title: shortText(item.title, 1_000),
    summary: shortText(
      item.summary === undefined || item.summary === '' ? item.content : item.summary,
      maxText,
    ),
    authors: texts(item.people.flatMap((person) => person.name ?? [])),
    categories: texts(item.categories),
    published: isoDate(item.published, context),
    updated: isoDate(item.updated, context),
    language: item.language === undefined ? undefined : languageTag(item.language),
    image: imageOf(item.image, context.url),
    channel: context.url,
  };
  return entry;
}

/**
 * Bytes given to the reader at once, so that a feed longer than its limit of entries is not decoded to its
 * end.
 */
const chunkSize = 262_144;

function* itemsOf(reader: FeedReader, input: Uint8Array | string): Generator<FeedItem> {
  if (typeof input === 'string') yield* reader.write(input);
  else
    for (let at = 0; at < input.length && !reader.isDone; at += chunkSize)
      yield* reader.write(input.subarray(at, at + chunkSize));
}

/** The entries that have an address, each address once, and the number of those that have none. */
class EntryList {
  readonly entries: FeedEntry[] = [];
  skipped = 0;
  private readonly seen = new Set<string>();
  private readonly context: FeedContext;

  constructor(context: FeedContext) {
    this.context = context;
  }

  add(item: FeedItem): void {
    const entry = entryOf(item, this.context);
    if (entry === undefined) this.skipped += 1;
    else if (!this.seen.has(entry.url)) {
      this.seen.add(entry.url);
      this.entries.push(entry);
    }
  }

  /** The entries, those that name no language in that of the feed. */
  inLanguage(language: string | undefined): FeedEntry[] {
    return this.entries.map((entry) => ({ ...entry, language: entry.language ?? language }));
  }
}

/**
 * Reads a feed: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed; sound or damaged, in any charset.
 * Entries come with absolute http(s) addresses; texts are plain and bounded. An answer that is no feed gives
 * `error`, in words.
 */
export function readFeed(
  input: Uint8Array | string,
  context: FeedContext,
): FeedReading | { readonly error: string } {
  const reader = createFeedReader({
    base: context.url,
    maxItems: context.maxItems,
    contentType: context.contentType,
  });
  const list = new EntryList(context);
  for (const item of itemsOf(reader, input)) list.add(item);
  const { items, head, problem, repaired } = reader.end();
  for (const item of items) list.add(item);
  if (head === undefined) return { error: problem ?? 'the answer is no feed that can be read' };
  const language = head.language === undefined ? undefined : languageTag(head.language);
  return {
    kind: head.format,
    title: shortText(head.title, 300),
    siteUrl: imageOf(head.link, context.url),
    language,
    hubUrl: imageOf(head.hubUrl, context.url),
    selfUrl: imageOf(head.selfUrl, context.url),
    nextPage: imageOf(head.nextUrl, context.url),
    ttlMinutes: head.ttlMinutes,
    entries: list.inLanguage(language),
    skipped: list.skipped,
    repaired,
    isCut: head.isCut,
  };
}
