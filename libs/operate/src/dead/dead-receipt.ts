import { recordsOf, type Records, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { newestFirstId } from './newest-first-id.ts';

/** Who did what to dead letters, and why. Kept for 400 days. */
export const DeadReceipt = z.object({
  id: z.string(),
  did: z.enum(['discarded', 'edited']),
  who: z.string(),
  when: z.iso.datetime(),
  reason: z.string().optional().describe('Why letters were discarded.'),
  letters: z.int().nonnegative().describe('How many letters it was done to.'),
  choice: z.string().optional().describe('Which letters were meant, in words.'),
  letter: z.string().optional().describe('Id of the letter that was edited.'),
  item: z.string().optional(),
  url: z.string().optional(),
  topic: z.string().optional(),
  sha256: z.string().optional().describe('Of the message before it was edited.'),
  before: z.string().optional().describe('The JSON before it was edited.'),
  after: z
    .string()
    .optional()
    .describe('The JSON that was sent in its place; absent where there is no room for both.'),
});
export type DeadReceipt = z.output<typeof DeadReceipt>;

const kept = 400 * 86_400_000;
/** Receipts that are shown. */
const mostShown = 50;

function receipts(registry: Registry): Records<DeadReceipt> {
  return recordsOf(registry, 'dead-receipt', DeadReceipt);
}

/** Keeps a receipt; its id says when, so that they can be listed by time. */
export async function keepReceipt(
  registry: Registry,
  receipt: Omit<DeadReceipt, 'id' | 'when'>,
  now: number,
): Promise<DeadReceipt> {
  const when = new Date(now).toISOString();
  const whole = { ...receipt, id: newestFirstId(now), when };
  await receipts(registry).put(whole.id, whole, { expiresAt: now + kept });
  return whole;
}

/** The newest receipts. */
export async function listReceipts(registry: Registry): Promise<readonly DeadReceipt[]> {
  return (await receipts(registry).list({ limit: mostShown })).items.map(({ value }) => value);
}
