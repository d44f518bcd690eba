import { z } from 'zod';
import { CleanArticle } from './clean-article.ts';

/** A fact that the text proves, with the rule or model that made it. */
export const Fact = z.looseObject({
  name: z.string(),
  value: z.unknown(),
  by: z.string().describe('Rule or model, with version, such as letters/1.'),
  confidence: z.number().optional(),
});
export type Fact = z.output<typeof Fact>;

/** The output of the enrich stage. */
export const EnrichedArticle = CleanArticle.extend({
  id: z.string().describe('hash(urlKey(final URL or same-site canonical)).'),
  languageDetected: z.string().optional().describe('BCP 47.'),
  languageConfidence: z.number().optional(),
  contentHash: z.string().describe('Hash of the normalised title and text.'),
  duplicateOf: z
    .string()
    .optional()
    .describe('Id of the earliest article with the same or nearly the same text.'),
  familyId: z.string().optional().describe('Id of the first article of the syndication family.'),
  duplicateSince: z
    .int()
    .optional()
    .describe('When duplicateOf was published, as far as that can be believed; epoch milliseconds.'),
  similarity: z.number().optional().describe('Share of common shingles with duplicateOf, 0 to 1.'),
  copies: z
    .array(z.looseObject({ id: z.string(), similarity: z.number() }))
    .default([])
    .describe(
      'Articles published later with the same or nearly the same text; the library links them to this one.',
    ),
  bridged: z
    .array(z.looseObject({ id: z.string(), similarity: z.number() }))
    .optional()
    .describe(
      'Other copies, published later than duplicateOf: like this article, and maybe not like that one; the library links them to duplicateOf.',
    ),
  wordCount: z.int(),
  readingMinutes: z.int(),
  facts: z.array(Fact).default([]),
});
export type EnrichedArticle = z.output<typeof EnrichedArticle>;
