import type { FetchItem } from '@newsmill/contracts';
import type { FetchPolicy } from './visit.ts';

/** When the page is asked for again: at the next of the ages that lies ahead; null after the last. */
export function nextRevisit(
  item: Pick<FetchItem, 'firstSeen'>,
  policy: Pick<FetchPolicy, 'revisits'>,
  now: number,
): number | null {
  const age = policy.revisits.find((candidate) => item.firstSeen + candidate > now + 1_000);
  return age === undefined ? null : item.firstSeen + age;
}

/** Whether something of the item was handed on already: its page, or the text of its feed entry. */
export function isPublished(item: Pick<FetchItem, 'fetchedAt' | 'data'>): boolean {
  return item.fetchedAt > 0 || item.data.fallbackAt !== undefined;
}
