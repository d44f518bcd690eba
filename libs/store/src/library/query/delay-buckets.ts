import type { DelayFigures } from '@newsmill/contracts';

/** How much wider each bucket is than the one before: figures are right to half of that. */
const step = Math.log(1.02);

/** Counts by bucket; buckets grow with the delay, so a few hundred hold a week to the hundredth. */
export type DelayBuckets = Map<number, number>;

/** Counts a delay, milliseconds. */
export function countDelay(buckets: DelayBuckets, delayMs: number): void {
  const bucket = Math.round(Math.log1p(Math.max(0, delayMs) / 1_000) / step);
  buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
}

/** Adds the counts of one to those of the other. */
export function addBuckets(
  to: DelayBuckets,
  counts: Iterable<readonly [bucket: number, count: number]>,
): void {
  for (const [bucket, count] of counts) to.set(bucket, (to.get(bucket) ?? 0) + count);
}

/** The delay that a share of the articles did not exceed, seconds. */
function quantile(sorted: readonly (readonly [number, number])[], rank: number): number {
  let seen = 0;
  for (const [bucket, count] of sorted) {
    seen += count;
    if (seen >= rank) return roundedSeconds(Math.expm1(bucket * step));
  }
  return 0;
}

/** Seconds as figures give them: to the tenth below a minute, else whole. */
export function roundedSeconds(seconds: number): number {
  return seconds < 60 ? Math.round(seconds * 10) / 10 : Math.round(seconds);
}

/** The figures of what was counted; undefined where nothing was. */
export function delayFigures(buckets: DelayBuckets): DelayFigures | undefined {
  const sorted = [...buckets].toSorted(([a], [b]) => a - b);
  const measured = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (measured === 0) return undefined;
  return {
    measured,
    p50: quantile(sorted, Math.ceil(measured * 0.5)),
    p95: quantile(sorted, Math.ceil(measured * 0.95)),
  };
}
