import { FeedBuilder } from './feed-builder.ts';
import type { FeedDocument, FeedFormat } from './feed-document.ts';
import { finishFeed } from './finish-feed.ts';
import { mendXml } from './mend-xml.ts';
import { parseJsonFeed } from './parse-json-feed.ts';
import { XmlReader } from './xml-reader.ts';

export interface ParseOptions {
  /** Address of the feed, against which relative ones are resolved. */
  readonly base?: string | undefined;
  readonly language?: string | undefined;
  readonly maxItems?: number | undefined;
}

export interface ParsedFeed {
  readonly feed: FeedDocument;
  readonly repaired: readonly string[];
}

const formats: Readonly<Record<string, FeedFormat>> = { feed: 'atom', 'rdf:rdf': 'rdf', rdf: 'rdf', rss: 'rss' };

/** Reads a feed of any format, sound or damaged, in one pass; undefined when the text is no feed at all. */
export function parseFeed(text: string, options: ParseOptions = {}): ParsedFeed | undefined {
  const maxItems = options.maxItems ?? 10_000;
  if (/^[\s\ufeff]*[{[]/.test(text)) {
    const feed = parseJsonFeed(text, options.base, maxItems);
    return feed === undefined ? undefined : { feed, repaired: [] };
  }
  const mended = mendXml(text);
  const builder = new FeedBuilder({ base: options.base, language: options.language, maxItems, onFull: () => reader.stop() });
  const reader = new XmlReader(mended.text, builder);
  reader.read();
  if (builder.root === '') return undefined;
  const isCdf = builder.root === 'channel' && builder.entries.some((entry) => entry.fields.has('lastmod') || entry.fields.has('abstract'));
  const format = isCdf ? 'cdf' : formats[builder.root] ?? 'rss';
  return { feed: finishFeed(format, builder.feed, builder.entries, builder.isFull), repaired: mended.repaired };
}
