import type { FetchItem, ItemMemory } from '@newsmill/contracts';
import type { LiveBlog } from './find-live.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A live blog is asked for so often while it changes, and this seldom when it does not. */
const [shortest, longest] = [15 * minute, 2 * hour];
/** It counts as live so long after it said so last, where it names no end; and after the end that it names. */
const [trusted, afterEnd] = [6 * hour, 30 * minute];
/** No page is followed longer than this after it was seen first, whatever it says. */
const longestLife = 3 * day;
/** Visits of one page on a day (UTC) besides those of its ages. */
export const mostLiveVisits = 48;

/** What a visit showed of a page that is, or was, live. */
export interface LiveVisit {
  readonly now: number;
  /** What the page says, where its bytes are new; undefined where it said nothing, or is as it was. */
  readonly live: LiveBlog | undefined;
  /** Whether its text has changed, as far as that is known; of a first visit: yes. */
  readonly changed: boolean;
}

function liveUntil(
  { firstSeen, data }: Pick<FetchItem, 'firstSeen' | 'data'>,
  { now, live }: LiveVisit,
): number | undefined {
  const until =
    live === undefined ? data.liveUntil : live.endsAt === undefined ? now + trusted : live.endsAt + afterEnd;
  return until === undefined ? undefined : Math.min(until, firstSeen + longestLife);
}

/**
 * When a live blog is to be asked for again, and what is kept of it; `dueAt` is undefined for a page that is none, or
 * no more, or has had its visits of this day.
 */
export function followLive(
  item: Pick<FetchItem, 'firstSeen' | 'data'>,
  visit: LiveVisit,
): { readonly dueAt: number | undefined; readonly data: ItemMemory } {
  const { now, changed } = visit;
  const until = liveUntil(item, visit);
  const none: ItemMemory = {
    liveUntil: undefined,
    liveEvery: undefined,
    liveDay: undefined,
    liveVisits: undefined,
  };
  if (until === undefined || until <= now) return { dueAt: undefined, data: none };
  const today = Math.floor(now / day);
  const visits = item.data.liveDay === today ? (item.data.liveVisits ?? 0) : 0;
  const before = item.data.liveEvery ?? shortest;
  const every = changed ? shortest : Math.min(longest, before * 2);
  const data = { liveUntil: until, liveEvery: every, liveDay: today, liveVisits: visits + 1 };
  return { dueAt: visits < mostLiveVisits ? now + every : undefined, data };
}
