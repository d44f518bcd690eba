import type { FeedEntry } from '@newsmill/contracts';
import { languageTag } from '@newsmill/text';
import { createFeedReader, type FeedReader } from './create-feed-reader.ts';
import { EntryList, webAddress, type FeedContext, type LeftOut } from './entry-list.ts';
import type { FeedFormat, FeedItem } from './feed-document.ts';
import { shortText } from './short-text.ts';

export interface FeedReading {
  readonly kind: FeedFormat;
  readonly title?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly hubUrl?: string | undefined;
  readonly selfUrl?: string | undefined;
  readonly nextPage?: string | undefined;
  readonly ttlMinutes?: number | undefined;
  /** Entries that have an address, each address once: those that name a page, then the others. */
  readonly entries: FeedEntry[];
  /** Texts of entries, as HTML, by address, as far as they were asked for. */
  readonly contents: ReadonlyMap<string, string>;
  /** Entries without an address that can be asked for. */
  readonly leftOut: LeftOut;
  /** What had to be mended, in words. */
  readonly repaired: readonly string[];
  /** True when the feed holds more entries than the limit. */
  readonly isCut: boolean;
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
    siteUrl: webAddress(head.link, context.url),
    language,
    hubUrl: webAddress(head.hubUrl, context.url),
    selfUrl: webAddress(head.selfUrl, context.url),
    nextPage: webAddress(head.nextUrl, context.url),
    ttlMinutes: head.ttlMinutes,
    ...list.end(language, head.stated),
    repaired,
    isCut: head.isCut,
  };
}
