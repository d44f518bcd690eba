import { describe, expect, it } from '@jest/globals';
import { assignPartitions, type Assignment, type Claim } from './assign-partitions.ts';

const assigned = (count: number, claims: Readonly<Record<string, readonly number[]>>) =>
  Object.fromEntries(
    assignPartitions(
      count,
      Object.entries(claims).map(([member, owned]): Claim => ({ member, owned })),
    ),
  );
const partitions = (answer: Readonly<Record<string, Assignment>>) =>
  Object.values(answer)
    .flatMap((each) => each.partitions)
    .sort((a, b) => a - b);

describe('assignPartitions', () => {
  it('shares out what nobody has', () => {
    expect(assigned(6, { a: [], b: [] })).toEqual({
      a: { partitions: [0, 1, 2], leaving: [] },
      b: { partitions: [3, 4, 5], leaving: [] },
    });
    expect(assigned(1, { a: [], b: [] })).toEqual({
      a: { partitions: [0], leaving: [] },
      b: { partitions: [], leaving: [] },
    });
  });

  it('gives what a member has left to the others, who keep theirs', () => {
    expect(assigned(6, { b: [3, 4, 5] })).toEqual({
      b: { partitions: [3, 4, 5, 0, 1, 2], leaving: [] },
    });
    expect(assigned(6, { a: [0, 3], c: [2, 5] })).toEqual({
      a: { partitions: [0, 3, 1], leaving: [] },
      c: { partitions: [2, 5, 4], leaving: [] },
    });
  });

  it('takes nothing from its reader for a new member before it is handed over', () => {
    expect(assigned(6, { a: [0, 1, 2, 3, 4, 5], b: [] })).toEqual({
      a: { partitions: [0, 1, 2, 3, 4, 5], leaving: [3, 4, 5] },
      b: { partitions: [], leaving: [] },
    });
    expect(assigned(6, { a: [0, 1, 2], b: [] })).toEqual({
      a: { partitions: [0, 1, 2], leaving: [] },
      b: { partitions: [3, 4, 5], leaving: [] },
    });
  });

  it('moves nothing when all have their share, also where it is not even', () => {
    expect(assigned(5, { a: [0, 1], b: [2, 3, 4] })).toEqual({
      b: { partitions: [2, 3, 4], leaving: [] },
      a: { partitions: [0, 1], leaving: [] },
    });
  });

  it('shares out partitions that were added, and forgets those that are not there', () => {
    expect(assigned(4, { a: [0], b: [1] })).toEqual({
      a: { partitions: [0, 2], leaving: [] },
      b: { partitions: [1, 3], leaving: [] },
    });
    expect(assigned(1, { a: [0, 7], b: [0, -1] })).toEqual({
      a: { partitions: [0], leaving: [] },
      b: { partitions: [], leaving: [] },
    });
  });

  it('gives each partition to one member, whatever they claim, and comes to rest', () => {
    for (let members = 1; members <= 8; members += 1) {
      let claims: Claim[] = Array.from({ length: members }, (_, index) => ({
        member: `m${index}`,
        owned: Array.from({ length: (index * 5) % 7 }, (_none, place) => (place * 3 + index) % 12),
      }));
      for (let round = 0; round < 2; round += 1) {
        const answer = assignPartitions(12, claims);
        expect(partitions(Object.fromEntries(answer))).toEqual(Array.from({ length: 12 }, (_, i) => i));
        claims = [...answer].map(([member, { partitions: all, leaving }]) => ({
          member,
          owned: all.filter((partition) => !leaving.includes(partition)),
        }));
      }
      const rest = [...assignPartitions(12, claims).values()];
      expect(rest.every(({ leaving }) => leaving.length === 0)).toBe(true);
      const sizes = rest.map((each) => each.partitions.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }
  });
});
