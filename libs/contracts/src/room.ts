import { z } from 'zod';
import { day } from './pipeline.ts';

/** What fills up: the state (memory of Redis), or the disk of the data folder. */
const roomNames = ['state', 'data'] as const;

/** How full something is that fills up, as one process sees it. */
export const Room = z.object({
  of: z
    .enum(roomNames)
    .describe('state: memory of the server that holds the state; data: disk of the data folder.'),
  bytes: z.int().nonnegative().describe('What is taken, whoever took it.'),
  limit: z.int().nonnegative().describe('What there is.'),
  daysLeft: z
    .number()
    .nonnegative()
    .optional()
    .describe(
      'Until it is full at the rate of the last two weeks; absent in the first day, and where it does not grow.',
    ),
});
export type Room = z.output<typeof Room>;

/** How much was taken at some time (epoch ms). */
export type RoomSample = readonly [at: number, bytes: number];

/** A rate is told from samples over at least so long. */
const leastSpanMs = day;
/** Samples older than this say nothing of today. */
export const roomMemoryMs = 14 * day;

function median(sorted: readonly number[]): number | undefined {
  return sorted[Math.floor(sorted.length / 2)];
}

/**
 * Days until the limit is reached: by the median of the slopes between all pairs of samples (Theil and Sen), which
 * one night of tidying does not move. Undefined where nothing grows, or less than a day is known.
 */
export function daysLeft(
  samples: readonly RoomSample[],
  { bytes, limit }: Pick<Room, 'bytes' | 'limit'>,
  now: number,
): number | undefined {
  const young = samples.filter(([at]) => at > now - roomMemoryMs && at <= now);
  const slopes: number[] = [];
  for (const [i, [from, before]] of young.entries())
    for (const [to, behind] of young.slice(i + 1))
      if (to - from >= leastSpanMs) slopes.push((behind - before) / (to - from));
  const slope = median(slopes.toSorted((a, b) => a - b)) ?? 0;
  return slope <= 0 ? undefined : Math.max(0, (limit - bytes) / slope / day);
}

const [fewDays, nearlyFull] = [14, 0.9];

/** Whether somebody must look after it now. */
export function isRoomShort({ bytes, limit, daysLeft: left }: Room): boolean {
  return bytes > nearlyFull * limit || (left !== undefined && left < fewDays);
}

const size = (bytes: number): string => {
  const power = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${(bytes / 1_024 ** power).toFixed(power > 2 ? 1 : 0)} ${['B', 'KiB', 'MiB', 'GiB', 'TiB'][power] ?? 'TiB'}`;
};
const names: Readonly<Record<Room['of'], string>> = {
  state: 'memory of the state',
  data: 'disk of the data folder',
};
const remedies: Readonly<Record<Room['of'], string>> = {
  state: 'give Redis more memory (maxmemory), or lower NEWSMILL_SETTLED_AFTER',
  data: 'make it larger, or lower NEWSMILL_ARCHIVE_MAX_BYTES or NEWSMILL_ARCHIVE_MAX_AGE',
};

/** How full it is in words: "memory of the state: 101 of 384 MiB, full in about 35 days". */
export function roomInWords({ of, bytes, limit, daysLeft: left }: Room): string {
  const full =
    left === undefined ? '' : `, full in about ${left < 3 ? left.toFixed(1) : Math.round(left)} days`;
  return `${names[of]}: ${size(bytes)} of ${size(limit)}${full}`;
}

/** The same where it is short, with what to do. */
export function shortRoomInWords(room: Room): string {
  return `${roomInWords(room)}: ${remedies[room.of]}`;
}
