import { z } from 'zod';

/** What stays of an article that was taken down. Times are ISO 8601. */
export const TakedownReceipt = z.object({
  id: z.string(),
  url: z.string().optional(),
  title: z.string().optional(),
  item: z.string().optional(),
  reason: z.string(),
  who: z.string(),
  when: z.string(),
  sha256: z.string().optional().describe('Of the document as JSON; absent where the library had none.'),
  pages: z
    .array(z.object({ file: z.string(), offset: z.int(), sha256: z.string() }))
    .describe(
      'Archived pages that were overwritten, with the hash of what they contained; empty where the page was damaged.',
    ),
  unreadable: z
    .array(z.object({ file: z.string(), offset: z.int() }))
    .optional()
    .describe(
      'Damaged places of the archive that no page is known of: they stayed as they were, and may hold an earlier fetch of the article. A verification that mends takes them out.',
    ),
  isDone: z.boolean().describe('False: it was interrupted; the same request again completes it.'),
  lifted: z.object({ who: z.string(), when: z.string() }).optional(),
});
export type TakedownReceipt = z.output<typeof TakedownReceipt>;

export const TakedownsAnswer = z.object({ takedowns: z.array(TakedownReceipt) });

export const TakedownBody = z.strictObject({
  reason: z.string().trim().min(1).max(2_000).describe('Reason, kept in the receipt.'),
});
export type TakedownBody = z.output<typeof TakedownBody>;
