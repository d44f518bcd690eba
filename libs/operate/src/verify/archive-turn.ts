import { recordsOf, RegistryConflict, type Registry } from '@newsmill/store';
import { z } from 'zod';

const Turn = z.object({
  day: z.int().describe('Days since 1970 (UTC).'),
  begunAt: z.int(),
  isDone: z.boolean(),
});

/**
 * Takes the part of the archive that is to be verified on a day: undefined where it is done, or where another
 * process began it less than `patienceMs` ago. Times in milliseconds.
 */
export async function takeArchiveTurn(
  registry: Registry,
  { day, now, patienceMs }: { readonly day: number; readonly now: number; readonly patienceMs: number },
): Promise<{ readonly done: () => Promise<void> } | undefined> {
  const turns = recordsOf(registry, 'archive-turn', Turn);
  const known = await turns.get('archive');
  const isTaken = known?.value.day === day && (known.value.isDone || now - known.value.begunAt < patienceMs);
  if (isTaken) return undefined;
  const turn = { day, begunAt: now, isDone: false };
  try {
    const revision = await turns.put('archive', turn, { ifRevision: known?.revision ?? null });
    return {
      async done() {
        await turns.put('archive', { ...turn, isDone: true }, { ifRevision: revision });
      },
    };
  } catch (error) {
    if (error instanceof RegistryConflict) return undefined;
    throw error;
  }
}
