import { readJson } from '@newsmill/contracts';
import type { ProcessPorts } from '@newsmill/runtime';
import { z } from 'zod';

/** Where the last comparison of all items is kept, for all copies of all services. */
const comparisonKey = 'measures:audit';
/** How long a comparison is kept beyond the time for the next one, milliseconds. */
const keptMs = 86_400_000;

const KeptComparison = z.object({
  /** When the next one is due, and when the last one was done, epoch milliseconds. */
  nextAt: z.number(),
  at: z.number().optional(),
  /** How much of each kind did not balance (ImbalanceKind). */
  unbalanced: z.record(z.string(), z.number()),
});
/** What the last comparison of all items found, and when the next one is due. */
export type KeptComparison = z.output<typeof KeptComparison>;

/** Keeps what a comparison found, or that one is under way. */
export async function keepComparison(
  { state }: Pick<ProcessPorts, 'state'>,
  comparison: KeptComparison,
): Promise<void> {
  const value = JSON.stringify(comparison);
  await state.write([{ key: comparisonKey, value, expiresAt: comparison.nextAt + keptMs }]);
}

/** The last comparison; one that is due and found nothing where there was none. */
export async function readComparison({
  state,
  now,
}: Pick<ProcessPorts, 'state' | 'now'>): Promise<KeptComparison> {
  const text = (await state.read([comparisonKey], now())).get(comparisonKey);
  return readJson(KeptComparison, text) ?? { nextAt: 0, unbalanced: {} };
}
