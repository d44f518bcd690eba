import { z } from 'zod';
import { dropReasons, type DropReason } from '../outcome.ts';

/** Every reason, so that what a later version says is understood where it is known. */
const reasons = Object.keys(dropReasons) as [DropReason, ...DropReason[]]; // keys of a Record<DropReason, …>

/**
 * An article is no longer at its address, or its publisher no longer wants it found: it leaves the library,
 * unless a newer version is there.
 */
export const ArticleGone = z.looseObject({
  gone: z.literal(true),
  item: z.string(),
  sourceId: z.string(),
  url: z.string().describe('The discovered URL.'),
  articleId: z.string().describe('Id of the article in the library.'),
  fetchedAt: z.int().describe('When the publisher answered so; versions up to it do not come back.'),
  firstSeen: z.int(),
  detail: z.string().optional().describe('What was answered.'),
  reason: z.enum(reasons).optional().describe('Why it leaves; without it the publisher answered 404 or 410.'),
  movedTo: z.string().optional().describe('Id of the article to which the address leads now.'),
});
export type ArticleGone = z.output<typeof ArticleGone>;
