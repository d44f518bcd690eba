import { z } from 'zod';
import { RuleSet } from './source/entry-rule.ts';
import { FeedEntry } from './source/feed-entry.ts';
import { HeldArticle } from './article/held-article.ts';
import { SiteRules } from './source/source.ts';

export const contentEncodings = ['identity', 'gzip', 'br', 'zstd', 'deflate'] as const;
export type ContentEncoding = (typeof contentEncodings)[number];

/** Where a page lies in the archive: a WARC record of `length` bytes at `offset` of `file`. */
export const ArchiveReference = z.looseObject({
  file: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().positive(),
});
export type ArchiveReference = z.output<typeof ArchiveReference>;

/** A further page of an article; its bytes lie in the archive. */
export const FollowingPage = z.looseObject({
  url: z.string(),
  contentType: z.string().default(''),
  encoding: z.enum(contentEncodings),
  archive: ArchiveReference,
  xRobotsTag: z.string().optional(),
});
export type FollowingPage = z.output<typeof FollowingPage>;

/** Everything about a fetched page but its bytes; travels as one header. Times are epoch milliseconds. */
export const PageFacts = z.looseObject({
  item: z.string().describe('hash(urlKey(discovered URL)).'),
  sourceId: z.string(),
  url: z.string().describe('The discovered URL.'),
  finalUrl: z.string().describe('The URL after redirects.'),
  redirects: z.array(z.string()).default([]),
  fetchedAt: z.int().describe('Also the version of the article.'),
  firstSeen: z.int().describe('When the item was discovered; set once.'),
  status: z.int(),
  contentType: z.string().default(''),
  encoding: z.enum(contentEncodings).describe('Encoding of the body bytes.'),
  httpHeaders: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'etag, last-modified, content-language, link, date, and what reserves rights (x-robots-tag, tdm-reservation, tdm-policy, content-usage, content-signal): lower-case names; and, as x-newsmill-site-rights, what the files of its site say of rights.',
    ),
  entry: FeedEntry.optional(),
  fromEntry: z
    .boolean()
    .optional()
    .describe('The body is the content of the feed entry: the page could not be had.'),
  archive: ArchiveReference.optional(),
  robotsAgent: z
    .string()
    .optional()
    .describe(
      'Product token of the crawler, if the page and its headers are to be asked whether it may be kept (noindex).',
    ),
  following: z.array(FollowingPage).optional().describe('The pages on which the article goes on, in order.'),
  isUnfinished: z.boolean().optional().describe('The article goes on, on a page that could not be had.'),
  held: HeldArticle.optional().describe('The article of an earlier visit that is in the library.'),
  cleanedBefore: z
    .string()
    .optional()
    .describe('Hash of the text that was made of the page before: another one is written over it now.'),
  wasQuarantined: z
    .boolean()
    .optional()
    .describe('Its article was held back: it stays so while as little can be read of it.'),
  sourceName: z.string().optional(),
  sourceLanguage: z.string().optional(),
  sourceCountry: z.string().optional(),
  sourceTimeZone: z.string().optional(),
  tags: z.array(z.string()).default([]),
  licence: z.string().optional(),
  choice: z
    .array(RuleSet)
    .optional()
    .describe('What its source and channel take, for what the feed entry alone could not tell.'),
  rules: SiteRules.optional().describe('Where the pages of the source have what is not found by itself.'),
});
export type PageFacts = z.output<typeof PageFacts>;

/** Bytes, wherever they lie: a view of a larger buffer too. */
const bytes: z.ZodType<Uint8Array> = z.instanceof(Uint8Array);

/**
 * A page as it came over the wire; `body` is still encoded as `encoding` says. It is empty when the bytes lie
 * in the archive.
 */
export const FetchedPage = PageFacts.extend({
  body: bytes,
  followingBodies: z
    .array(bytes)
    .optional()
    .describe('Bodies of the following pages, once they were read from the archive; they do not travel.'),
});
export type FetchedPage = z.output<typeof FetchedPage>;

/** Pages above this size, as received, travel by reference. */
const largestInMessage = 256 * 1_024;

/** Whether a page goes from stage to stage without its bytes, which lie in the archive. */
export function travelsByReference(body: Uint8Array): boolean {
  return body.byteLength > largestInMessage;
}
