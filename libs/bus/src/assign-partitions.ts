/** What a member of a group says when it joins: the partitions that it reads and does not give away. */
export interface Claim {
  readonly member: string;
  readonly owned: readonly number[];
}

/** What a member gets. `leaving`: those of its partitions that it is to finish and then to give away. */
export interface Assignment {
  readonly partitions: readonly number[];
  readonly leaving: readonly number[];
}

/**
 * Shares out the partitions of a topic, 0 to `count - 1`. Nobody loses what it reads: where a member has more
 * than its share, it keeps the rest for now and is told to hand it over; when it has, the members come
 * together again and the rest is free.
 */
export function assignPartitions(count: number, claims: readonly Claim[]): ReadonlyMap<string, Assignment> {
  const taken = new Set<number>();
  const members = claims
    .toSorted((a, b) => (a.member < b.member ? -1 : 1))
    .map(({ member, owned }) => ({ member, partitions: ownedOf(owned, count, taken) }))
    // Who has most gets the partition that does not divide evenly, so that it need not move.
    .sort((a, b) => b.partitions.length - a.partitions.length);
  const free = Array.from({ length: count }, (_, partition) => partition).filter((each) => !taken.has(each));
  return new Map(
    members.map(({ member, partitions }, place): [string, Assignment] => {
      const share = Math.floor(count / members.length) + (place < count % members.length ? 1 : 0);
      const leaving = partitions.slice(share);
      return [
        member,
        { partitions: [...partitions, ...free.splice(0, Math.max(0, share - partitions.length))], leaving },
      ];
    }),
  );
}

/** The claims that hold: partitions that are there and that nobody has claimed before. */
function ownedOf(owned: readonly number[], count: number, taken: Set<number>): readonly number[] {
  const held = [...new Set(owned)]
    .filter((partition) => partition >= 0 && partition < count && !taken.has(partition))
    .sort((a, b) => a - b);
  for (const partition of held) taken.add(partition);
  return held;
}
