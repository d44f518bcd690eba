import { describe, expect, it } from '@jest/globals';
import { shippedBodyWeights } from '../body/score-blocks.ts';
import { boostedTrees, type EarlyExit } from './boosted-trees.ts';
import { flatTrees } from './packed-trees.ts';
import { rowScores } from './row-scores.ts';

const width = 256;
const { trees } = shippedBodyWeights();

/** Rows of whole numbers, shares, zeros and negative numbers, the same every time. */
function rowsOf(count: number): Float32Array {
  let state = 7;
  return Float32Array.from({ length: count * width }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    const number = (state >> 8) % 200;
    return [0, number, -number, number / 200, number === 99 ? 99 : 0.5][(state >> 20) % 5] ?? 0;
  });
}

/** The sum of the trees by plain steps, one tree after the other. */
function walk(rows: Float32Array, offset: number, exit?: EarlyExit): number {
  const { feature, threshold, children, leaves, roots } = flatTrees(trees);
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree += 1) {
    if (tree === exit?.trees && sum < exit.below) return sum - 4;
    let at = roots[tree] ?? -1;
    while (at >= 0) {
      const isLeft = (rows[offset + (feature[at] ?? 0)] ?? 0) <= (threshold[at] ?? 0);
      at = children[at * 2 + (isLeft ? 0 : 1)] ?? -1;
    }
    sum += leaves[-1 - at] ?? 0;
  }
  return sum;
}

describe('boostedTrees', () => {
  for (const exit of [undefined, { trees: 60, below: -3.2 }, { trees: 61, below: 9 }]) {
    it(`scores a row as plain steps do, ${exit === undefined ? 'by all trees' : `given up after ${exit.trees}`}`, () => {
      const rows = rowsOf(40);
      const single = boostedTrees(trees, exit);
      for (let row = 0; row < 40; row += 1)
        expect(single(rows, row * width)).toBe(walk(rows, row * width, exit));
    });
  }

  it('parts negative numbers from zero', () => {
    const rows = new Float32Array(width).fill(-0.0001);
    expect(boostedTrees(trees)(rows, 0)).toBe(walk(rows, 0));
  });
});

describe('rowScores', () => {
  for (const count of [0, 1, 3, 4, 255, 256, 300]) {
    it(`scores ${count} rows together as they are scored one by one`, () => {
      const rows = rowsOf(count);
      const exit = { trees: 60, below: -3.2 };
      const single = boostedTrees(trees, exit);
      const expected = Float32Array.from({ length: count }, (_, row) => single(rows, row * width));
      expect(rowScores(trees, width, exit)(rows, count)).toEqual(expected);
    });
  }

  it('asks all trees where no early end is wanted', () => {
    const rows = rowsOf(20);
    const single = boostedTrees(trees);
    expect(rowScores(trees, width)(rows, 20)).toEqual(
      Float32Array.from({ length: 20 }, (_, row) => single(rows, row * width)),
    );
  });

  it('parts negative numbers from zero', () => {
    const rows = new Float32Array(width * 2).fill(0);
    rows.fill(-0.0001, width);
    const single = boostedTrees(trees);
    expect([...rowScores(trees, width)(rows, 2)]).toEqual([
      ...Float32Array.of(single(rows, 0), single(rows, width)),
    ]);
  });
});
