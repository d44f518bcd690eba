import { z } from 'zod';

/** The publisher has taken an article away: it leaves the library, unless a newer version is there. */
export const ArticleGone = z.looseObject({
  gone: z.literal(true),
  item: z.string(),
  sourceId: z.string(),
  url: z.string().describe('The discovered URL.'),
  articleId: z.string().describe('Id of the article in the library.'),
  fetchedAt: z.int().describe('When the publisher answered so; versions up to it do not come back.'),
  firstSeen: z.int(),
  detail: z.string().optional().describe('What was answered.'),
});
export type ArticleGone = z.output<typeof ArticleGone>;
