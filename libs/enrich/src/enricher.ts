import type { CleanArticle, Fact } from '@newsmill/contracts';
import type { Known } from './look-up-for.ts';

/** What an enricher is given. */
export interface Enrichable {
  readonly article: CleanArticle;
  /** Id of the article. */
  readonly id: string;
  /** BCP 47: as the text says it, else as page and feed claim it; `und` when nothing says it. */
  readonly language: string;
  /** What is known of other articles; for enrichers with `asksState`. */
  readonly known: Known;
  /** What the enrichers before it found. */
  readonly facts: readonly Fact[];
}

/** A fact as an enricher makes it. Without `by` it is the name of the enricher with its version. */
export interface MadeFact {
  readonly name: string;
  /** Plain JSON. */
  readonly value: unknown;
  readonly by?: string;
  /** 0 to 1. */
  readonly confidence?: number;
}

/**
 * One kind of facts that the text itself proves. `enrich` is a pure function, quick (the stage has a budget), and never changes what it
 * is given. `facts`: the names of the facts it can make; running it again replaces exactly these.
 */
export interface Enricher {
  readonly name: string;
  readonly version: string;
  readonly about: string;
  readonly facts: readonly string[];
  /** Whether it runs unless the operator switches it off. */
  readonly isUsual: boolean;
  /** Whether it needs what the state knows of other articles; then it cannot be run again alone. */
  readonly asksState?: boolean;
  readonly enrich: (input: Enrichable) => readonly MadeFact[];
}
