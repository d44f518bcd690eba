import type { FetchItem } from '@newsmill/contracts';
import type { FetchPolicy } from './visit.ts';

/**
 * When the page is asked for again: at the next of the ages that lies ahead; null after the last. A page that was
 * found while the clock was ahead has the age of one that is found now.
 */
export function nextRevisit(
  item: Pick<FetchItem, 'firstSeen'>,
  policy: Pick<FetchPolicy, 'revisits'>,
  now: number,
): number | null {
  const found = Math.min(item.firstSeen, now);
  const age = policy.revisits.find((candidate) => found + candidate > now + 1_000);
  return age === undefined ? null : found + age;
}

/** What a visit tells is told so much later at most, milliseconds. */
const tellingMs = 60_000;

/**
 * The version of what a visit brings: the time of the visit, epoch milliseconds. It is greater than that of every
 * visit before, also where the clock was set back since: what came last is what holds.
 */
export function versionOf(item: Pick<FetchItem, 'fetchedAt' | 'data'>, now: number): number {
  const { fallbackAt = 0, toldAt = 0 } = item.data;
  const isSetBack = toldAt > now;
  return Math.max(now, item.fetchedAt + 1, fallbackAt + 1, isSetBack ? toldAt + tellingMs : 0);
}

/** Whether something of the item was handed on already: its page, or the text of its feed entry. */
export function isPublished(item: Pick<FetchItem, 'fetchedAt' | 'data'>): boolean {
  return item.fetchedAt > 0 || item.data.fallbackAt !== undefined;
}
