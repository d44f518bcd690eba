import type { FeedEntry } from '@newsmill/contracts';

/** When an entry was published, epoch milliseconds; a later change says nothing of that. */
export function dateOf({ published }: Pick<FeedEntry, 'published'>): number | undefined {
  const at = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(at) ? undefined : at;
}
