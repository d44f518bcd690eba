import { recordsOf, type Records, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { prunedFiles } from './pruned-files.ts';
import type { ArchiveVerified } from './verify-archive.ts';

export const DamageFound = z.object({
  file: z.string(),
  offset: z.int().nonnegative().describe('Bytes from the beginning of the file.'),
  length: z.int().nonnegative(),
  problem: z.string(),
  isLost: z.literal(true).optional().describe('The whole file is gone, and was not pruned.'),
  url: z.string().optional().describe('Of the page, where it is known.'),
  item: z.string().optional().describe('Key of the page in the ledger.'),
  foundAt: z.int().nonnegative(),
});
/** Damage in the archive that is known; `foundAt` in epoch milliseconds. */
export type DamageFound = z.output<typeof DamageFound>;

const dayMs = 86_400_000;
/** Longer than the longest pass over an archive: what is found again is kept again. */
const keptMs = 400 * dayMs;
const mostKept = 1_000;

function found(registry: Registry): Records<DamageFound> {
  return recordsOf(registry, 'archive-damage', DamageFound);
}

const idOf = ({ file, offset }: { readonly file: string; readonly offset: number }) => `${file}:${offset}`;

/** What is known of damage in the archive, a thousand records at most. */
export async function listArchiveDamage(registry: Registry): Promise<readonly DamageFound[]> {
  return (await found(registry).list({ limit: mostKept })).items.map(({ value }) => value);
}

/**
 * Keeps what a look at files found; what it did not find again, or whose file was pruned, is forgotten. Only a look
 * that asked the library finds lost files again, or not (`isWhole`).
 */
export async function keepArchiveDamage(
  registry: Registry,
  { read, there, damaged, isWhole = false }: ArchiveVerified & { readonly isWhole?: boolean },
  now: number,
): Promise<void> {
  const isPruned = await prunedFiles(registry);
  const [readNames, thereNames] = [new Set(read), new Set(there)];
  const known = await listArchiveDamage(registry);
  const still = new Set(damaged.map(idOf));
  const over = known.filter(({ file, offset, isLost }) => {
    if (still.has(idOf({ file, offset }))) return false;
    if (thereNames.has(file)) return readNames.has(file);
    return isWhole || isLost !== true || isPruned(file);
  });
  for (const one of over) await found(registry).remove(idOf(one));
  const since = new Map(known.map((one) => [idOf(one), one.foundAt]));
  for (const one of damaged.slice(0, mostKept))
    await found(registry).put(
      idOf(one),
      { ...one, foundAt: since.get(idOf(one)) ?? now },
      { expiresAt: now + keptMs },
    );
}
