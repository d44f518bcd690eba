import { expect, it } from '@jest/globals';
import { packRound, type Entry, type Lane } from './pack-round.ts';

const lane = (topic: string, ...sizes: number[]): [string, Lane<string>] => [
  topic,
  {
    topic,
    partition: 0,
    waiting: sizes.map(
      (bytes): Entry<string> => ({
        ticket: topic,
        bytes,
        record: { key: 'k', value: null },
      }),
    ),
  },
];
const sizesOf = (lanes: Map<string, Lane<string>>): number[][] =>
  packRound(lanes).map(({ entries }) => entries.map(({ bytes }) => bytes));

it('packs by bytes, sends a larger message alone, and lets no partition wait for another', () => {
  const lanes = new Map([
    lane('a', 500_000, 400_000, 1, 1_000_000, 7),
    lane('b', 3),
    ...Array.from({ length: 9 }, (_, i) => lane(`c${i}`, 900_000)),
  ]);
  expect(sizesOf(lanes)).toEqual([[500_000, 400_000], [3], ...Array.from({ length: 8 }, () => [900_000])]);
  expect(sizesOf(lanes)).toEqual([[900_000], [1]]);
  expect(sizesOf(lanes)).toEqual([[1_000_000]]);
  expect(sizesOf(lanes)).toEqual([[7]]);
  expect(sizesOf(lanes)).toEqual([]);
  expect(lanes.size).toBe(0);
});
