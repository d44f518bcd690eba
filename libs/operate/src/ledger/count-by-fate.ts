import type { Fate } from '@newsmill/contracts';
import type { FateCount } from '@newsmill/store';

/** Items by what became of them. */
export interface FateTotals {
  readonly discovered: number;
  readonly indexed: number;
  readonly duplicate: number;
  readonly dropped: number;
  readonly gone: number;
  readonly denied: number;
  readonly dead: number;
  readonly underWay: number;
}

export const noFateTotals: FateTotals = {
  discovered: 0,
  indexed: 0,
  duplicate: 0,
  dropped: 0,
  gone: 0,
  denied: 0,
  dead: 0,
  underWay: 0,
};

/** Which total each fate counts for, besides that of all. */
// biome-ignore format: a table, read by its rows
export const totalOf: Readonly<Record<Fate, Exclude<keyof FateTotals, 'discovered'>>> = {
  indexed: 'indexed', duplicate: 'duplicate', dropped: 'dropped', gone: 'gone', denied: 'denied',
  dead: 'dead', waiting: 'underWay', retrying: 'underWay', passed: 'underWay', replayed: 'underWay',
};

/** The totals with one count more. */
export function withFate(totals: FateTotals, { fate, count }: Pick<FateCount, 'fate' | 'count'>): FateTotals {
  const column = totalOf[fate];
  return { ...totals, discovered: totals.discovered + count, [column]: totals[column] + count };
}

/** The totals of counts. */
export function countsByFate(counts: readonly Pick<FateCount, 'fate' | 'count'>[]): FateTotals {
  return counts.reduce(withFate, noFateTotals);
}
