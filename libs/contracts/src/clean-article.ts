import { z } from 'zod';
import { FeedEntry } from './feed-entry.ts';
import { ArchiveReference, FollowingPage } from './fetched-page.ts';

export const blockKinds = [
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'code',
  'table',
  'caption',
  'embed',
] as const;
/**
 * One block of the body, in order. `level` is 1 to 6 for headings. The cells of a table are parted by tabs, its rows by line breaks.
 * An embed (a post, a video, a map of another site) has no text but the address and the name of its provider.
 */
export const Block = z.looseObject({
  kind: z.enum(blockKinds),
  text: z.string(),
  level: z.int().optional(),
  url: z.string().optional(),
  provider: z.string().optional(),
});
export type Block = z.output<typeof Block>;

export const Image = z.looseObject({
  url: z.string(),
  caption: z.string().optional(),
  credit: z.string().optional(),
  alt: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
});
export type Image = z.output<typeof Image>;

/** What a cleaning pass took or mended, and why. */
export const Removal = z.looseObject({
  pass: z.string(),
  text: z.string().describe('At most 500 characters of it.'),
  why: z.string(),
});
export type Removal = z.output<typeof Removal>;

/** Where the value of a field was found. `confidence` lies between 0 and 1. */
export const Provenance = z.looseObject({
  field: z.string(),
  value: z.string(),
  source: z.string(),
  confidence: z.number(),
});
export type Provenance = z.output<typeof Provenance>;

export const qualityFlags = {
  'hacked-title': 'A line or title in another language or on another topic than the body stands in front.',
  'title-disagrees': 'The title shares no word with the body.',
  truncated: 'The text stops before its end.',
  paywalled: 'The publisher shows only a part.',
  'hidden-text': 'Text that readers do not see was taken away.',
  'link-farm': 'A block of unrelated links was taken away.',
  'repeated-text': 'Paragraphs stand in the text more than once.',
  'low-confidence': 'The body was found with little certainty.',
  'mojibake-mended': 'Wrongly decoded characters were mended.',
  'characters-lost': 'Characters were lost at the publisher and could not be mended.',
  'date-missing': 'No publication date was found.',
  'from-feed-entry': 'The text is that of the feed entry; the page could not be had.',
} as const;
export type QualityFlag = keyof typeof qualityFlags;
const qualityFlagNames = [
  'hacked-title',
  'title-disagrees',
  'truncated',
  'paywalled',
  'hidden-text',
  'link-farm',
  'repeated-text',
  'low-confidence',
  'mojibake-mended',
  'characters-lost',
  'date-missing',
  'from-feed-entry',
] as const satisfies readonly QualityFlag[];

export const datePrecisions = ['day', 'minute', 'second'] as const;

/** What every article message carries from the page on. Times in epoch milliseconds unless called ISO. */
export const ArticleIdentity = z.looseObject({
  item: z.string(),
  sourceId: z.string(),
  url: z.string().describe('The discovered URL.'),
  finalUrl: z.string(),
  canonicalUrl: z
    .string()
    .optional()
    .describe('Same-site rel=canonical target, where it differs from finalUrl.'),
  fetchedAt: z.int().describe('The version of the article.'),
  firstSeen: z.int(),
});

/** The output of the clean stage. */
export const CleanArticle = ArticleIdentity.extend({
  title: z.string(),
  subtitle: z.string().optional(),
  byline: z.string().optional().describe('As printed.'),
  authors: z.array(z.string()).default([]),
  agencies: z
    .array(z.string())
    .default([])
    .describe('News agencies that the text is credited to; one that is credited alone is an author too.'),
  publisher: z.string().optional(),
  published: z.string().optional().describe('ISO 8601, UTC.'),
  publishedPrecision: z.enum(datePrecisions).optional(),
  modified: z.string().optional().describe('ISO 8601, UTC.'),
  language: z.string().optional().describe('What the page or source claims; enrich decides.'),
  section: z.string().optional(),
  breadcrumb: z.array(z.string()).default([]),
  keywords: z.array(z.string()).default([]),
  summary: z.string().optional().describe("The publisher's own description."),
  text: z.string().describe('The body, blocks joined by two newlines.'),
  blocks: z.array(Block),
  images: z.array(Image).default([]),
  authorBio: z.string().optional(),
  disclaimer: z.string().optional(),
  copyright: z.string().optional(),
  copyrightHolder: z.string().optional().describe('As the page names it in its structured data.'),
  usageTerms: z
    .string()
    .optional()
    .describe('Text or address, as the page names them in its structured data.'),
  digitalSourceType: z
    .string()
    .optional()
    .describe('Address of the IPTC or schema.org digital source type that the page declares.'),
  licence: z.string().optional(),
  paywalled: z.boolean().default(false),
  nextPage: z.string().optional().describe('Same-site address of the next page of the same article.'),
  ampUrl: z.string().optional().describe('Address that the page gives for its AMP form.'),
  flags: z.array(z.enum(qualityFlagNames)).default([]),
  confidence: z.number().min(0).max(1),
  provenance: z.array(Provenance).default([]),
  removals: z.array(Removal).default([]),
  httpStatus: z.int().optional(),
  contentType: z.string().optional().describe('As the page was sent.'),
  charset: z.string().optional(),
  rawSha256: z.string().optional(),
  archive: ArchiveReference.optional(),
  pages: z
    .array(FollowingPage.pick({ url: true, archive: true }))
    .optional()
    .describe('The pages behind the first one, in order.'),
  entry: FeedEntry.optional(),
  sourceName: z.string().optional(),
  sourceCountry: z.string().optional(),
  tags: z.array(z.string()).default([]),
});
export type CleanArticle = z.output<typeof CleanArticle>;
