import type { TimelineInterval } from './asking.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const firstMonday = 4 * dayMs;

/** Beginning of the period of a timeline that a time lies in, in UTC. Epoch milliseconds. */
export function periodStart(time: number, interval: TimelineInterval): number {
  if (interval === 'hour') return Math.floor(time / hourMs) * hourMs;
  if (interval === 'day') return Math.floor(time / dayMs) * dayMs;
  if (interval === 'week') return Math.floor((time - firstMonday) / (7 * dayMs)) * 7 * dayMs + firstMonday;
  const date = new Date(time);
  date.setUTCDate(1);
  return date.setUTCHours(0, 0, 0, 0);
}
