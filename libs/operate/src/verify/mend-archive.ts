import type { Archive, Registry, State } from '@newsmill/store';
import { noteChange } from '../changes/note-change.ts';
import { mendStranded } from '../ledger/mend-stranded.ts';
import { keepArchiveDamage } from './archive-damage.ts';
import { verifyArchive, type DamagedRecord } from './verify-archive.ts';

/**
 * Takes damaged pages out of the archive, a receipt stays in the place of each whose head can be read, and asks
 * their publishers for them again; what is whole now is no longer told as damaged. Answers how many are asked for.
 * What no item is known of stays as it is in the library.
 */
export async function mendArchive(
  {
    archive,
    state,
    registry,
  }: { readonly archive: Archive; readonly state: State; readonly registry: Registry },
  damaged: readonly DamagedRecord[],
  now: number,
): Promise<number> {
  await archive.remove(
    damaged.map(({ file, offset, length }) => ({ file, offset, length })),
    { at: now, reason: 'damaged' },
  );
  if (damaged.length > 0)
    await noteChange({ what: 'archive-mended', detail: `${damaged.length} damaged records` });
  const files = new Set(damaged.map(({ file }) => file));
  await keepArchiveDamage(registry, await verifyArchive(archive, { isTurn: (name) => files.has(name) }), now);
  const items = [...new Set(damaged.flatMap(({ item }) => item ?? []))];
  const events = await Promise.all(
    items.map(async (item) => {
      const told = (await state.fateOf(item))?.events ?? [];
      return told.find(({ stage }) => stage === 'discover') ?? told[0];
    }),
  );
  return mendStranded(
    state,
    events.filter((event) => event !== undefined),
    now,
  );
}
