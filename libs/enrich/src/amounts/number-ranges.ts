import type { NumberFound } from './find-numbers.ts';

/** A number, or two that make a range. */
export interface AmountRange {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly to?: number | undefined;
  /** A word multiplied it, or its last end: 20 to 30 million. */
  readonly isLarge: boolean;
  readonly inDigits: boolean;
}

const dash = /^ ?[-–—~～〜∼] ?$/u;
const to = /^\s(?:to|bis|à|a|al|tot|до|do|til|till)\s$|^(?:至|到|から|에서)$/u;
const and = /^\s(?:and|und|et|y|e|en|и|i|och)\s$/u;
const between =
  /(?:between|zwischen|entre|tra|fra|tussen|между|między|mellan|mezi)\s+(?:de |the |los |les |den )?[^\s]{0,4}$/iu;

/** Whether the text between two numbers makes a range of them; `and` needs a between in front. */
export function makesRange(text: string, from: number, firstEnd: number, secondStart: number): boolean {
  const middle = text.slice(firstEnd, secondStart);
  if (middle.length > 6) return false;
  return (
    dash.test(middle) ||
    to.test(middle) ||
    (and.test(middle) && between.test(text.slice(Math.max(0, from - 24), from)))
  );
}

/** The first number borrows the factor of the second where it has none: 20 to 30 million. */
export function rangeOf(first: NumberFound, second: NumberFound): AmountRange | undefined {
  const value =
    first.factor === 1 && second.factor > 1 && first.value * second.factor < second.value
      ? first.value * second.factor
      : first.value;
  if (value >= second.value) return undefined;
  return {
    start: first.start,
    end: second.end,
    value,
    to: second.value,
    isLarge: second.factor >= 1000,
    inDigits: first.inDigits,
  };
}

export const single = (number: NumberFound): AmountRange => ({
  start: number.start,
  end: number.end,
  value: number.value,
  isLarge: number.factor >= 1000,
  inDigits: number.inDigits,
});
