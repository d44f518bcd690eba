import type { Comparison, HistoryVersion } from '@newsmill/operate';
import type { ComparisonAnswer } from '../shapes/history.ts';

function told({ content: _, ...version }: HistoryVersion): ComparisonAnswer['from'] {
  return version;
}

/** A comparison without the texts of its versions: its sentences have them. */
export function comparisonAnswer({ from, to, ...rest }: Comparison): ComparisonAnswer {
  return { ...rest, from: told(from), to: told(to) };
}
