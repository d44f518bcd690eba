import type { FairTurns } from './fair-turns.ts';
import type { SourceBrake } from './source-brake.ts';
import type { SourceWeights } from './source-weights.ts';

/** What sees to it that no source takes the time of the others: seats at the threads, a brake, and scales. */
export interface Fairness {
  readonly turns: FairTurns;
  readonly brake: SourceBrake;
  readonly weights: SourceWeights;
}
