import type { LedgerEvent } from '@newsmill/contracts';
import { pageItemOfEvent } from '@newsmill/fetch';
import type { State } from '@newsmill/store';

/**
 * Makes stranded items due at once; without validators, so that the publisher sends the page and not
 * "unchanged". Answers how many.
 */
export async function mendStranded(
  state: State,
  events: readonly LedgerEvent[],
  now: number,
): Promise<number> {
  const items = await state.getItems(events.map((event) => event.item));
  const unknown = events.flatMap((event, index) =>
    items[index] === undefined ? (pageItemOfEvent(event) ?? []) : [],
  );
  // Not told as a channel tells of a page: what is settled comes back without a change.
  await state.importRecords(unknown.map((item) => ({ kind: 'item', item: { ...item, dueAt: now } })));
  const known = items.flatMap((item) => (item === undefined ? [] : [item]));
  await state.settleItems(
    known.map(({ key, fetchedAt, data }) => {
      const { etag: _etag, lastModified: _lastModified, contentHash: _contentHash, ...rest } = data;
      return { key, dueAt: now, attempt: 0, fetchedAt, data: rest, hostFreeAt: 0 };
    }),
  );
  return known.length + unknown.length;
}
