import { z } from 'zod';
import { Fact } from './article-parts.ts';
import { CleanArticle } from './clean-article.ts';
import { carriedShapes } from '../document-fields.ts';

/** The output of the enrich stage. */
export const EnrichedArticle = CleanArticle.extend({
  ...carriedShapes('enrich'),
  id: z.string().describe('hash(urlKey(final URL or same-site canonical)).'),
  duplicateSince: z
    .int()
    .optional()
    .describe('When duplicateOf was published, as far as that can be believed; epoch milliseconds.'),
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
  facts: z.array(Fact).default([]),
  extensions: z
    .array(z.string())
    .optional()
    .describe(
      'The extensions that the article goes to, in their order, where these are not those of the settings.',
    ),
});
export type EnrichedArticle = z.output<typeof EnrichedArticle>;
