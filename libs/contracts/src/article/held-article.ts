import { z } from 'zod';

/** The article that an earlier visit of an item brought into the library, as the visit of now knows it. */
export const HeldArticle = z.looseObject({
  articleId: z.string(),
  mayLeave: z
    .boolean()
    .describe(
      'Whether it leaves the library when this page turns out to be no article: an earlier look said the same, and nothing speaks against the host.',
    ),
  why: z.string().describe('Why it may leave, or why it stays for now.'),
});
export type HeldArticle = z.output<typeof HeldArticle>;
