import { diffArrays } from 'diff';

/** A run of members that both lists have, or that only the one before or only the one after has. */
export interface ListPart<T> {
  readonly kind: 'same' | 'removed' | 'added';
  readonly members: readonly T[];
}

/**
 * What differs between two lists, in order; within a change what was removed comes first. `keyOf` says what
 * makes two members the same; of those that both have, the ones of `after` are answered. The time grows with
 * the length of the lists and the square of `mostChanges` (members removed and added); where more differ,
 * what both lists begin and end with is the same, and all between was replaced. Myers, An O(ND) Difference
 * Algorithm, 1986.
 */
export function diffLists<T>(
  before: readonly T[],
  after: readonly T[],
  { keyOf, mostChanges }: { readonly keyOf: (member: T) => string; readonly mostChanges: number },
): ListPart<T>[] {
  const [old, now] = [before.map(keyOf), after.map(keyOf)];
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail += 1;
  const [oldEnd, nowEnd] = [old.length - tail, now.length - tail];
  const parts = diffArrays(old.slice(head, oldEnd), now.slice(head, nowEnd), {
    maxEditLength: mostChanges,
  }) ?? [
    { removed: true, added: false, count: oldEnd - head },
    { removed: false, added: true, count: nowEnd - head },
  ];
  let [atOld, atNow] = [head, head];
  const found: ListPart<T>[] = [{ kind: 'same', members: after.slice(0, head) }];
  for (const { removed, added, count } of parts) {
    if (removed) found.push({ kind: 'removed', members: before.slice(atOld, atOld + count) });
    else found.push({ kind: added ? 'added' : 'same', members: after.slice(atNow, atNow + count) });
    if (!added) atOld += count;
    if (!removed) atNow += count;
  }
  found.push({ kind: 'same', members: after.slice(nowEnd) });
  return found.filter(({ members }) => members.length > 0);
}
