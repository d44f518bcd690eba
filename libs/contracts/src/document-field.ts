import type { z } from 'zod';

/** How a field is kept and found, in words that know of no index; each library translates them. */
export const indexKinds = {
  id: 'found whole',
  exact: 'found whole, counted',
  folded: 'found whole, also without regard to case; counted',
  words: 'found whole or by its words; counted',
  named: 'found whole, also without regard to case, or by its words; counted',
  text: 'found by its words',
  title: 'found by its words or whole',
  date: 'found by ranges of time; sorted',
  looseDate: 'found by ranges of time where it is a date',
  fraction: 'found by ranges',
  whole: 'found by ranges',
  count: 'found by ranges; never malformed',
  flag: 'found by yes or no',
  points: 'found by distance',
  vector: 'found by nearness',
  kept: 'given back only',
  keptText: 'given back only',
} as const;
export type IndexKind = keyof typeof indexKinds;

/**
 * Parts of an object: `nested` keeps those of one member of a list together, so that two conditions must hold
 * of the same member.
 */
export interface IndexedParts {
  readonly form: 'object' | 'nested';
  readonly parts: Readonly<Record<string, IndexKind | IndexedParts>>;
}

/** Who makes the value of a field. */
export const fieldMakers = {
  page: 'what the page says',
  feed: 'what the channel says',
  source: 'the source file',
  enrich: 'found in the text',
  newsmill: 'the mill itself',
} as const;
export type FieldMaker = keyof typeof fieldMakers;

/** What is known of a field besides its shape. */
export interface FieldFacts {
  readonly says: string;
  readonly index: IndexKind | IndexedParts;
  readonly by: readonly FieldMaker[];
  /** Version of the contract that brought it. */
  readonly since: '1.0' | '1.1' | '1.2' | '1.3' | '1.4' | '1.5';
  /** A value as it could stand in a document. */
  readonly example: unknown;
  /** Where toNinjs puts it; absent: into the description with the role newsmill:rest. */
  readonly ninjs?: string;
  /** Where toNewsArticle puts it; absent: nowhere. */
  readonly schemaOrg?: string;
  readonly jsonFeed?: string;
}

/** One field of the document: its shape and all that is known of it. */
export interface DocumentField<Shape extends z.ZodType = z.ZodType> extends FieldFacts {
  readonly shape: Shape;
}

/** A field whose shape carries description and example into every schema that is made of it. */
export function documentField<Shape extends z.ZodType>(
  shape: Shape,
  facts: FieldFacts,
): DocumentField<Shape> {
  return { ...facts, shape: shape.meta({ description: facts.says, examples: [facts.example] }) };
}

/**
 * Whose field it is: one that `page` gives stands in what a page says of its article, in the cleaned article
 * and in the document under the same name; `clean` and `enrich` add to what they hand on.
 */
export type Carrier = 'page' | 'clean' | 'enrich';

/** A field that goes over from the article to its document as it is. */
export interface CarriedField<Shape extends z.ZodType = z.ZodType, From extends Carrier = Carrier>
  extends DocumentField<Shape> {
  readonly carriedFrom: From;
}

/** Makes the fields that one of them gives, see `CarriedField`. */
export function carriedFrom<From extends Carrier>(from: From) {
  return <Shape extends z.ZodType>(shape: Shape, facts: FieldFacts): CarriedField<Shape, From> => ({
    ...documentField(shape, facts),
    carriedFrom: from,
  });
}
