import { z } from 'zod';
import { Image, Provenance, Removal } from './article-parts.ts';
import { Claims } from '../claims.ts';
import { carriedShapes } from '../document-fields.ts';
import { ArchiveReference } from '../fetched-page.ts';
import { HeldArticle } from './held-article.ts';
import { qualityFlagNames } from './quality-flags.ts';

const datePrecisions = ['day', 'minute', 'second'] as const;

/** What every article message carries from the page on. Times in epoch milliseconds unless called ISO. */
const ArticleIdentity = z.looseObject({
  item: z.string(),
  sourceId: z.string(),
  url: z.string().describe('The discovered URL.'),
  finalUrl: z.string(),
  canonicalUrl: Claims.shape.canonicalUrl,
  fetchedAt: z.int().describe('The version of the article.'),
  firstSeen: z.int(),
  held: HeldArticle.optional().describe('The article of an earlier visit that is in the library.'),
  isAgain: z
    .boolean()
    .optional()
    .describe('The page was cleaned before, to another text: the library replaces that.'),
});

const list = z.array(z.string()).default([]);

/** The output of the clean stage: what it hands on to the document, and what others decide by. */
export const CleanArticle = ArticleIdentity.extend({
  ...carriedShapes('page'),
  ...carriedShapes('clean'),
  ...Claims.shape,
  // What messages of older versions may lack.
  authors: list,
  agencies: list,
  breadcrumb: list,
  keywords: list,
  tags: list,
  images: z.array(Image).default([]),
  paywalled: z.boolean().default(false),
  provenance: z.array(Provenance).default([]),
  removals: z.array(Removal).default([]),
  confidence: z.number().min(0).max(1),
  text: z.string().describe('The body, blocks joined by two newlines.'),
  publishedPrecision: z.enum(datePrecisions).optional(),
  nextPage: z.string().optional().describe('Same-site address of the next page of the same article.'),
  ampUrl: z.string().optional().describe('Address that the page gives for its AMP form.'),
  flags: z.array(z.enum(qualityFlagNames)).default([]),
  httpStatus: z.int().optional(),
  contentType: z.string().optional().describe('As the page was sent.'),
  charset: z.string().optional(),
  rawSha256: z.string().optional(),
  archive: ArchiveReference.optional(),
});
export type CleanArticle = z.output<typeof CleanArticle>;

/**
 * What a page says of its article, as a reader finds it: every field that is carried to the document under its
 * own name, and what the page claims.
 */
export type PageArticle = {
  readonly [Name in keyof PageShapes]: ReadonlyLists<PageShapes[Name]>;
};
type PageShapes = z.output<z.ZodObject<ReturnType<typeof carriedShapes<'page'>>>> &
  Pick<z.output<typeof Claims>, 'published' | 'modified' | 'language'> &
  Pick<CleanArticle, 'text' | 'publishedPrecision' | 'nextPage' | 'ampUrl'>;
type ReadonlyLists<T> = T extends (infer Member)[] ? readonly Member[] : T;
