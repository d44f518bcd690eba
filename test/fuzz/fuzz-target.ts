import type fc from 'fast-check';

/** A reader of what strangers write, and what holds of it whatever they write. */
export interface FuzzTarget {
  /** What it is, in words for the report. */
  readonly about: string;
  /** Sound inputs of our own, from which others are made. */
  readonly seeds: readonly string[];
  /** Words that mean something to the reader. */
  readonly words: readonly string[];
  /** Inputs by the grammar of what is read. */
  readonly grammar: fc.Arbitrary<string>;
  /**
   * Reads an input, and throws where the reader throws what is no refusal of its own, or where an invariant does
   * not hold. Answers what shows which way the reader took.
   */
  run(input: string): unknown;
}
