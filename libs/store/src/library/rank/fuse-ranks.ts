/** Of the paper: how little the first ranks of a list stand out. */
const k = 60;

/**
 * Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): each list gives 1 / (60 + rank) to what
 * it holds. Of equal sums comes first what the first list ranks higher.
 */
export function fuseRanks<T>(lists: readonly (readonly T[])[]): T[] {
  const sums = new Map<T, number>();
  for (const list of lists)
    for (const [index, entry] of list.entries())
      sums.set(entry, (sums.get(entry) ?? 0) + 1 / (k + index + 1));
  return [...sums].sort((a, b) => b[1] - a[1]).map(([entry]) => entry);
}
