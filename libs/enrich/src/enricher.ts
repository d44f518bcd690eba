import type { CleanArticle, Fact, Known } from '@newsmill/contracts';
import type { ModelName } from '@newsmill/models';

/** What an enricher is given. */
export interface Enrichable {
  readonly article: CleanArticle;
  /** Id of the article. */
  readonly id: string;
  /**
   * As the text says it, else as page and feed claim it: the primary tag of BCP 47 alone (`en`, never
   * `en-US`), by which tables are kept; `und` when nothing says it.
   */
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

/** A fact that is a list; none for an empty one. */
export function listed(name: string, value: readonly unknown[], by: string): MadeFact[] {
  return value.length === 0 ? [] : [{ name, value, by }];
}

/**
 * What is said of an enricher. `facts`: the names of the facts it can make; running it again replaces exactly
 * these.
 */
export interface EnricherDeclaration {
  readonly name: string;
  readonly version: string;
  readonly about: string;
  readonly facts: readonly string[];
  /** Whether it runs unless the operator switches it off. */
  readonly isUsual: boolean;
  /** The models that it reads, which all threads share; none where this is left out. */
  readonly models?: readonly ModelName[];
  /** Whether it needs what the state knows of other articles; then it cannot be run again alone. */
  readonly asksState?: boolean;
  /**
   * Whether it weighs what page and feed claim: for a document of an older version, which does not hold that,
   * what it found stands.
   */
  readonly readsClaims?: boolean;
}

/**
 * One kind of facts that the text itself proves. `enrich` is a pure function, quick (the stage has a budget),
 * and never changes what it is given.
 */
export interface Enricher extends EnricherDeclaration {
  readonly enrich: (input: Enrichable) => readonly MadeFact[];
}
