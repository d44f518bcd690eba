import { z } from 'zod';

/**
 * Sources have told of a page, or its address has turned out to lead to an article. The index stage tells the
 * library, which knows what belongs together whatever comes first. Nothing becomes of the item by it, so the
 * ledger hears nothing.
 */
export const ArticleTold = z.looseObject({
  told: z.literal(true),
  item: z.string().describe('Key of the page in the frontier.'),
  sourceId: z.string().describe('The source that told of it now.'),
  sources: z.array(z.string()).max(8).readonly().describe('All that are known to have told of it.'),
  articleId: z
    .string()
    .optional()
    .describe('Id of the article to which its address leads, where that is known.'),
  url: z.string().describe('The discovered URL.'),
  firstSeen: z.int(),
  fetchedAt: z.literal(0).describe('It is of no version: it never stands against what the ledger knows.'),
});
export type ArticleTold = z.output<typeof ArticleTold>;
