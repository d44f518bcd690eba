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

/** A fact that the text proves, with the rule or model that made it. */
export const Fact = z.looseObject({
  name: z.string(),
  value: z.unknown(),
  by: z.string().describe('Rule or model, with version, such as letters/1.'),
  confidence: z.number().optional(),
});
export type Fact = z.output<typeof Fact>;
