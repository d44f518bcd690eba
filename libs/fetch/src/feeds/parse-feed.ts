import { createFeedReader, type FeedReaderOptions } from './create-feed-reader.ts';
import type { FeedDocument } from './feed-document.ts';

export interface ParsedFeed {
  readonly feed: FeedDocument;
  /** What was mended, in words for an operator. */
  readonly repaired: readonly string[];
}

/** Reads a whole feed of any format, sound or damaged; undefined when it is no feed at all. */
export function parseFeed(
  input: Uint8Array | string,
  options: FeedReaderOptions = {},
): ParsedFeed | undefined {
  const reader = createFeedReader(options);
  const items = reader.write(input);
  const { items: last, head, repaired } = reader.end();
  return head === undefined ? undefined : { feed: { ...head, entries: [...items, ...last] }, repaired };
}
