import type { FrontierItem } from '@newsmill/contracts';
import type { FetchPolicy } from './visit.ts';

/** When the page is asked for again: at the next of the ages that lies ahead; null after the last. */
export function nextRevisit(
  item: Pick<FrontierItem, 'firstSeen'>,
  policy: Pick<FetchPolicy, 'revisits'>,
  now: number,
): number | null {
  const age = policy.revisits.find((candidate) => item.firstSeen + candidate > now + 1_000);
  return age === undefined ? null : item.firstSeen + age;
}

/** Whether something of the item was handed on already: its page, or the text of its feed entry. */
export function isPublished(item: Pick<FrontierItem, 'fetchedAt' | 'data'>): boolean {
  return item.fetchedAt > 0 || typeof item.data['fallbackAt'] === 'number';
}
