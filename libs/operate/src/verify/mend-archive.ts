import type { LedgerEvent } from '@newsmill/contracts';
import type { Archive, Registry, State } from '@newsmill/store';
import { noteChange } from '../changes/note-change.ts';
import { Batch } from '../ledger/batch.ts';
import { mendStranded } from '../ledger/mend-stranded.ts';
import { keepArchiveDamage } from './archive-damage.ts';
import { filesGivenUp } from './known-gone.ts';
import { verifyArchive, type DamagedRecord } from './verify-archive.ts';

/**
 * Takes damaged pages out of the archive, a receipt stays in the place of each, and asks
 * their publishers for them again, and for those whose file is gone; what is whole now, or asked for, is no longer
 * told as damaged. Answers how many are asked for.
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
    damaged.flatMap(({ file, offset, length, isLost }) =>
      isLost === true ? [] : [{ file, offset, length }],
    ),
    { at: now, reason: 'damaged' },
  );
  if (damaged.length > 0)
    await noteChange({ what: 'archive-mended', detail: `${damaged.length} damaged records` });
  let asked = 0;
  // A whole file that is lost is thousands of pages.
  const batch = new Batch<string>(async (items) => {
    asked += await mendStranded(state, await discoveries(state, items), now);
  });
  for (const item of new Set(damaged.flatMap((one) => one.item ?? []))) await batch.add(item);
  await batch.finish();
  // Only now: whoever is killed before asks once more, and forgets nothing.
  const lost = damaged.filter(({ isLost }) => isLost === true);
  for (const file of new Set(lost.map((one) => one.file)))
    await filesGivenUp(registry).put(file, { at: now });
  const files = new Set(damaged.map(({ file }) => file));
  const read = await verifyArchive(archive, { isTurn: (name) => files.has(name) });
  await keepArchiveDamage(registry, { ...read, isWhole: true }, now);
  return asked;
}

/** What the ledger knows first of each item that it knows. */
async function discoveries(state: State, items: readonly string[]): Promise<readonly LedgerEvent[]> {
  const events = await Promise.all(
    items.map(async (item) => {
      const told = (await state.fateOf(item))?.events ?? [];
      return told.find(({ stage }) => stage === 'discover') ?? told[0];
    }),
  );
  return events.filter((event) => event !== undefined);
}
