import { durationMs, type Channel, type FetchItem, type ItemMemory, type Moment } from '@newsmill/contracts';
import { adaptInterval, believedWait } from './adapt-interval.ts';
import { cacheMaxAge } from './cache-max-age.ts';
import { afterSkipped, type SkipTimes } from '../feeds/read-skip-times.ts';
import type { FetchPolicy } from '../visit/visit.ts';

/** What a successful poll showed. */
export interface PollSeen {
  readonly changed: boolean;
  /** Entries that were not in the answer before. */
  readonly newItems: number;
  readonly headers: Readonly<Record<string, string>>;
  /** What the feed asks for (`ttl`, `sy:updatePeriod`), milliseconds. */
  readonly ttlMs?: number | undefined;
  readonly skip?: SkipTimes | undefined;
}
/** When a channel is polled next, and why then, in words for people. */
export interface PollPlan extends Readonly<Required<Pick<ItemMemory, 'intervalMs' | 'why'>>> {
  readonly dueAt: number;
}

/** Milliseconds in words for people. */
export function inWords(ms: number): string {
  return ms >= 5_400_000
    ? `${Math.round(ms / 3_600_000)} h`
    : ms >= 90_000
      ? `${Math.round(ms / 60_000)} min`
      : `${Math.round(ms / 1_000)} s`;
}

/** The interval halves, lengthens or stays, unless it is at its limit already. */
function ownReason({ newItems, changed }: PollSeen, previous: number, ms: number): string {
  const subject =
    newItems > 0
      ? `${newItems} new ${newItems === 1 ? 'entry' : 'entries'}`
      : changed
        ? 'changed, but nothing new'
        : 'nothing new';
  if (ms < previous) return `${subject}: interval shortened`;
  if (ms > previous) return `${subject}: interval lengthened`;
  return newItems > 0
    ? `${subject}: already at the shortest interval`
    : changed
      ? `${subject}: same interval`
      : `${subject}: already at the longest interval`;
}

function adaptive(
  previous: number,
  policy: FetchPolicy,
  seen: PollSeen,
): { readonly ms: number; readonly reason: string } {
  const poll = {
    previousMs: previous,
    changed: seen.changed,
    newItems: seen.newItems,
    min: policy.pollMin,
    max: policy.pollMax,
  };
  const cacheControlMs = cacheMaxAge(seen.headers);
  const own = adaptInterval(poll);
  const ms = adaptInterval({ ...poll, ttlMs: seen.ttlMs, cacheControlMs });
  if (ms === own) return { ms, reason: ownReason(seen, previous, own) };
  const isTtl = (seen.ttlMs ?? 0) >= (cacheControlMs ?? 0);
  const asked = Math.max(seen.ttlMs ?? 0, cacheControlMs ?? 0);
  const believed = asked > ms && ms === believedWait ? `, honoured up to ${inWords(believedWait)}` : '';
  return {
    ms,
    reason: `${seen.newItems > 0 ? `${seen.newItems} new, but ` : ''}${isTtl ? 'the feed asks for' : 'Cache-Control asks for'} ${inWords(asked)}${isTtl ? ' (ttl)' : ''}${believed}`,
  };
}

/**
 * The next poll after one that succeeded: as configured; else by how often the channel has something new,
 * later where the feed or its server asks for that, outside the hours and days that it excludes, and never
 * later than `pollMax`.
 */
export function planPoll(
  item: Pick<FetchItem, 'data'>,
  channel: Channel,
  policy: FetchPolicy,
  seen: PollSeen & Pick<Moment, 'now'>,
): PollPlan {
  if (channel.interval !== undefined) {
    const ms = durationMs(channel.interval);
    return { dueAt: seen.now + ms, intervalMs: ms, why: `every ${channel.interval}, as configured` };
  }
  const previous = item.data.intervalMs ?? Math.min(policy.pollMax, policy.pollMin * 3);
  const { ms, reason } = adaptive(previous, policy, seen);
  const planned = seen.now + ms;
  const dueAt =
    seen.skip === undefined
      ? planned
      : afterSkipped(planned, seen.skip, seen.now + Math.max(ms, policy.pollMax));
  const skipped = dueAt === planned ? '' : '; outside the times that the feed excludes (skipHours, skipDays)';
  return { dueAt, intervalMs: ms, why: `${reason}; next in ${inWords(dueAt - seen.now)}${skipped}` };
}

/**
 * Which of the page keys were not in the answer before, and what to remember for the next time: the first
 * characters of each key.
 */
export function findNew(
  keys: readonly string[],
  seenBefore: unknown,
): { readonly keys: readonly string[]; readonly seen: string } {
  const width = 6;
  const before = new Set<string>();
  if (typeof seenBefore === 'string')
    for (let at = 0; at < seenBefore.length; at += width) before.add(seenBefore.slice(at, at + width));
  const mark = (key: string) => key.slice(0, width);
  return { keys: keys.filter((key) => !before.has(mark(key))), seen: keys.map(mark).join('') };
}
