import { z } from 'zod';

const blockKinds = [
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'code',
  'table',
  'caption',
  'embed',
  'image',
] as const;
/**
 * One block of the body, in order. `level` is 1 to 6 for headings. The cells of a table are parted by tabs,
 * its rows by line breaks. An embed (a post, a video, a map of another site) has no text but the address and
 * the name of its provider; an image has its address, and `alt` if the page gives one. Its caption and credit
 * stand in `images` of the article.
 */
export const Block = z.looseObject({
  kind: z.enum(blockKinds),
  text: z.string(),
  level: z.int().optional(),
  url: z.string().optional(),
  provider: z.string().optional(),
  alt: z.string().optional(),
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
  'hacked-title':
    'A line or title in front of the body speaks of what spam does, or a language that neither page nor site speaks.',
  'title-disagrees': 'The title shares no word with the body.',
  truncated: 'The text stops before its end.',
  paywalled: 'The publisher shows only a part.',
  'hidden-text': 'Text that readers do not see was removed.',
  'link-farm': 'A block of unrelated links was removed.',
  'repeated-text': 'The page says much of its text more than once; the article says it once.',
  'low-confidence': 'The body was found with little certainty.',
  unlikely:
    'The page is very probably no article (a forum, a list, a product, a service), and came since a source announced it: searches, feeds and alerts leave it out.',
  sponsored: 'Publisher, page or feed mark it as paid for (advertorial, sponsored content).',
  'mojibake-mended': 'Wrongly decoded characters were repaired.',
  'characters-lost': 'Characters were lost at the publisher and could not be repaired.',
  'date-missing': 'No publication date was found.',
  quarantined:
    'Too little of it can be read since the layout of its source broke: searches, feeds and alerts leave it out until it is mended.',
  'from-feed-entry':
    'The text comes from the feed entry: the page could not be had, or the source takes its entries alone.',
} as const;
export type QualityFlag = keyof typeof qualityFlags;
// biome-ignore format: a table, read by its rows
export const qualityFlagNames = [
  'hacked-title', 'title-disagrees', 'truncated', 'paywalled', 'hidden-text', 'link-farm', 'repeated-text',
  'low-confidence', 'unlikely', 'sponsored', 'mojibake-mended', 'characters-lost', 'date-missing', 'quarantined', 'from-feed-entry',
] as const satisfies readonly QualityFlag[];

/**
 * Flags of articles that nobody is shown who does not ask for them: searches, feeds, alerts, agents and counts leave them
 * out, copies of the library (exports, backups) have them.
 */
export const hiddenFlags = ['quarantined', 'unlikely'] as const satisfies readonly QualityFlag[];

/** A fact that the text proves, with the rule or model that made it. */
export const Fact = z.looseObject({
  name: z.string(),
  value: z.unknown(),
  by: z.string().describe('Rule or model, with version, such as letters/1.'),
  confidence: z.number().optional(),
});
export type Fact = z.output<typeof Fact>;
