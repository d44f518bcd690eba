import { vectorDimensions, type ArticleDocument } from '@newsmill/contracts';

/** Articles of each list that are fused. */
export const mostFused = 100;
/**
 * Articles in another language that are at least so near to one (cosine) may tell of the same event; of pairs that
 * tell of one topic, but of two events, one in six is.
 */
export const leastAcross = 0.4;
/** They are sought among those published this much earlier or later. */
export const acrossMs = 14 * 86_400_000;
/** Newest articles that the embedded library compares with a query. */
export const mostCompared = 20_000;

/**
 * A vector that can be compared: of the right length, whole numbers of one byte, not all zero; undefined for
 * anything else.
 */
export function directionOf(vector: readonly number[] | undefined): Int8Array | undefined {
  if (vector === undefined || vector.length !== vectorDimensions) return undefined;
  const isSound =
    vector.every((part) => Number.isInteger(part) && part >= -127 && part <= 127) &&
    vector.some((part) => part !== 0);
  return isSound ? Int8Array.from(vector) : undefined;
}

/**
 * Whether the vector of a document is of a table (name and version); one that does not say is taken to be, and so is
 * any where no table is named.
 */
export function isOfTable(
  { ingest }: { readonly ingest?: Pick<ArticleDocument['ingest'], 'evidence'> },
  by = '',
): boolean {
  const own = ingest?.evidence?.vectorBy ?? by;
  return by === '' || own === by;
}

/** Cosine of the angle between two directions. */
export function cosineOf(one: Int8Array, other: Int8Array): number {
  let product = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < vectorDimensions; i += 1) {
    const a = one[i] ?? 0;
    const b = other[i] ?? 0;
    product += a * b;
    first += a * a;
    second += b * b;
  }
  return product / Math.sqrt(first * second);
}
