import { z } from 'zod';
import { FeedEntry } from './source/feed-entry.ts';
import { FollowingPage } from './fetched-page.ts';

/** What page and feed claim of an article, and what others decide: the document holds what they decided. */
export const Claims = z.looseObject({
  canonicalUrl: z
    .string()
    .optional()
    .describe('Same-site rel=canonical target, where it differs from finalUrl.'),
  published: z.string().optional().describe('ISO 8601, UTC.'),
  modified: z.string().optional().describe('ISO 8601, UTC.'),
  language: z.string().optional().describe('What the page or source claims; enrich decides.'),
  pages: z
    .array(FollowingPage.pick({ url: true, archive: true }))
    .optional()
    .describe('The pages behind the first one, in order.'),
  entry: FeedEntry.optional(),
});
