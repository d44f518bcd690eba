import type { ChannelMemory, FeedEntry } from '@newsmill/contracts';

/** How far the entries of an answer that is longer than one poll takes have been taken. */
export type Round = NonNullable<ChannelMemory['round']>;

/** The entries of one poll. */
export interface TakenEntries {
  /** The newest: what they say now is compared with what they said before. */
  readonly newest: readonly FeedEntry[];
  /** Others whose turn it is: pages that are known stay as they are. */
  readonly others: readonly FeedEntry[];
  /** Entries whose turn comes at later polls. */
  readonly waiting: number;
  /** Undefined where one poll takes all. */
  readonly round?: Round;
}

/** What came before, and what the answer is. */
export interface RoundOptions {
  /** Entries that one poll takes. */
  readonly most: number;
  /** Hash of the answer. */
  readonly hash: string | undefined;
  readonly before: Round | undefined;
}

function timeOf({ published, updated }: FeedEntry): number {
  const time = Date.parse(published ?? updated ?? '');
  return Number.isNaN(time) ? 0 : time;
}

/** The newest by date; of those without one, which count as the oldest, the first and the last of the answer. */
function newestOf(entries: readonly FeedEntry[], count: number): FeedEntry[] {
  const dated = entries.filter((entry) => timeOf(entry) > 0).sort((a, b) => timeOf(b) - timeOf(a));
  const undated = entries.filter((entry) => timeOf(entry) === 0);
  const chosen = dated.slice(0, count);
  const room = Math.min(count - chosen.length, undated.length);
  const ahead = Math.ceil(room / 2);
  return [...chosen, ...undated.slice(0, ahead), ...undated.slice(undated.length - (room - ahead))];
}

function byAddress({ url: one }: FeedEntry, { url: other }: FeedEntry): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The entries that one poll takes of an answer: all, or where they are more than `most`, the newest half of that
 * number and, in the order of their addresses, as many of the others, from where the poll before stopped. A round
 * ends when each entry had its turn; an answer that changes begins another one where the last stopped. So each
 * entry that stays in the channel is taken, wherever it stands, with nothing remembered but a place.
 */
export function takeEntries(
  entries: readonly FeedEntry[],
  { most, hash = '', before }: RoundOptions,
): TakenEntries {
  if (entries.length <= most) return { newest: entries, others: [], waiting: 0 };
  const newest = newestOf(entries, Math.floor(most / 2));
  const fresh = new Set(newest.map(({ url }) => url));
  const sorted = entries.toSorted(byAddress);
  const start = before === undefined ? 0 : sorted.findIndex(({ url }) => url > before.after);
  const order = start <= 0 ? sorted : [...sorted.slice(start), ...sorted.slice(0, start)];
  const due = before?.hash === hash ? Math.min(before.left, order.length) : order.length;
  const steps = Math.min(due, most - newest.length);
  const last = order[steps - 1];
  return {
    newest,
    others: order.slice(0, steps).filter(({ url }) => !fresh.has(url)),
    waiting: order.slice(steps, due).filter(({ url }) => !fresh.has(url)).length,
    round: { hash, after: last?.url ?? before?.after ?? '', left: due - steps },
  };
}
