import type { FairTurns } from './fair-turns.ts';
import type { SourceBrake } from './source-brake.ts';
import type { SourceUsage } from './source-usage.ts';
import type { SourceWeights } from './source-weights.ts';

/**
 * What sees to it that no source takes the time of the others: seats at the threads, a brake, scales, and the count
 * of the day.
 */
export interface Fairness {
  readonly turns: FairTurns;
  readonly brake: SourceBrake;
  readonly weights: SourceWeights;
  readonly usage: SourceUsage;
}
