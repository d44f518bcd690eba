import type { FetchItem, ItemMemory, Visit } from '@newsmill/contracts';
import { revisitClass, tallyRevisit, type RevisitCount } from '../poll/adapt-revisits.ts';
import type { LiveBlog } from './find-live.ts';
import { followLive } from './follow-live.ts';

/** What is known of a page and of others of its source when its visit is settled. */
export interface RevisitFacts {
  readonly now: number;
  /** The counts of the source, by the class of the age. */
  readonly counts: readonly RevisitCount[];
  /** Whether the text of the page that is had has changed with it, as enrich found. */
  readonly wasChanged: boolean;
  /** What a new page says of its live blog. */
  readonly live: LiveBlog | undefined;
}

/** Whether the publisher answered with a page, new or as it was. */
function isAnswered({ page, fate, settlement: { attempt, data } }: Visit): boolean {
  return page !== undefined
    ? page.fromEntry !== true
    : fate === undefined && attempt === 0 && data.lastError === undefined && data.goneSince === undefined;
}

/**
 * A visit of a page with when it comes again if it is a live blog, and what is learnt of its source. Whether a new
 * page brought another text is not known before it is enriched: that is counted with the visit after it.
 */
export function settleRevisit(
  item: FetchItem,
  visit: Visit,
  { now, counts, wasChanged, live }: RevisitFacts,
): { readonly visit: Visit; readonly tallies: readonly { readonly key: string; readonly amount: number }[] } {
  if (!isAnswered(visit)) return { visit, tallies: [] };
  const { settlement, page } = visit;
  const place = revisitClass(now - item.firstSeen);
  // Not because its channel said something else, nor as a live blog.
  const isByAge = item.fetchedAt > 0 && item.dueAt !== null && item.dueAt === item.data.plannedAt;
  const isSame = page === undefined;
  const seen = [
    ...(item.data.revisitOf === undefined ? [] : [{ place: item.data.revisitOf, found: wasChanged }]),
    ...(isByAge && isSame ? [{ place, found: false }] : []),
  ];
  const changed = !isSame && (item.data.liveUntil === undefined || wasChanged);
  const followed = followLive(item, { now, live, changed });
  const dueAt =
    followed.dueAt === undefined
      ? settlement.dueAt
      : Math.min(settlement.dueAt ?? followed.dueAt, followed.dueAt);
  const data: ItemMemory = {
    ...settlement.data,
    ...followed.data,
    plannedAt: settlement.dueAt ?? undefined,
    doneAt: dueAt === null ? now : undefined,
    revisitOf: isByAge && !isSame ? place : undefined,
  };
  return {
    visit: { ...visit, settlement: { ...settlement, dueAt, data } },
    tallies: seen.flatMap((one) =>
      tallyRevisit(item.sourceId, counts[one.place] ?? { looked: 0, changed: 0 }, one),
    ),
  };
}
