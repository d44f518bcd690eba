import type { EarlyExit } from './boosted-trees.ts';
import type { Trees } from './packed-trees.ts';
import { pruneTrees } from './prune-trees.ts';
import { keyOf, tableOf } from './tree-table.ts';

/** Sums the trees for each of the first `count` rows; log-odds, in the order of the rows. */
export type RowScores = (rows: Float32Array, count: number) => Float32Array;

/** Rows that are walked through the trees together: their keys stay near the processor. */
const chunk = 256;

/**
 * Unpacks boosted trees and answers the function that scores rows of `width` features, exactly as
 * `boostedTrees` scores them one by one. Four rows go down a tree together and every step is arithmetic: a
 * branch per step would be mispredicted half of the time. One closure over constants, because the compiler
 * then knows every array.
 */
export function rowScores(packed: Trees, width: number, exit?: EarlyExit): RowScores {
  const { table, prune } = pruneTrees(tableOf(packed));
  const { nodes, values, roots } = table;
  const keys = new Int32Array(chunk * width);
  const least = new Int32Array(width);
  const greatest = new Int32Array(width);
  const sums = new Float64Array(chunk);
  /** Rows of the chunk that are still asked about. */
  const list = new Int32Array(chunk);
  const trees = roots.length;
  const exitAt = Math.min(trees, exit?.trees ?? trees);
  const exitBelow = exit?.below ?? Number.NEGATIVE_INFINITY;

  const readKeys = (rows: Float32Array, first: number, count: number): void => {
    const bits = new Int32Array(rows.buffer, rows.byteOffset + first * width * 4, count * width);
    least.fill(0x7fff_ffff);
    greatest.fill(-0x8000_0000);
    for (let row = 0; row < bits.length; row += width)
      for (let feature = 0; feature < width; feature += 1) {
        const key = keyOf(bits[row + feature] as number);
        keys[row + feature] = key;
        if (key < (least[feature] as number)) least[feature] = key;
        if (key > (greatest[feature] as number)) greatest[feature] = key;
      }
  };

  /** Where a row goes from a node: `next` is the node's second number. */
  const stepOf = (node: number, next: number, row: number): number =>
    ((next & 0x7fff_ff00) >>> 8) +
    ((((nodes[node] as number) - (keys[row + (next & 255)] as number)) >>> 31) << 1);

  const addTree = (root: number, count: number): void => {
    const top = nodes[root + 1] as number;
    let at = 0;
    for (; at + 4 <= count; at += 4) {
      const rowA = (list[at] as number) * width;
      const rowB = (list[at + 1] as number) * width;
      const rowC = (list[at + 2] as number) * width;
      const rowD = (list[at + 3] as number) * width;
      let a = root;
      let b = root;
      let c = root;
      let d = root;
      let nextA = top;
      let nextB = top;
      let nextC = top;
      let nextD = top;
      // A row that has come to its leaf stays there until all four have.
      do {
        a = stepOf(a, nextA, rowA);
        b = stepOf(b, nextB, rowB);
        c = stepOf(c, nextC, rowC);
        d = stepOf(d, nextD, rowD);
        nextA = nodes[a + 1] as number;
        nextB = nodes[b + 1] as number;
        nextC = nodes[c + 1] as number;
        nextD = nodes[d + 1] as number;
      } while ((nextA & nextB & nextC & nextD) >= 0);
      sums[at] = (sums[at] as number) + (values[a >> 1] as number);
      sums[at + 1] = (sums[at + 1] as number) + (values[b >> 1] as number);
      sums[at + 2] = (sums[at + 2] as number) + (values[c >> 1] as number);
      sums[at + 3] = (sums[at + 3] as number) + (values[d >> 1] as number);
    }
    for (; at < count; at += 1) {
      const row = (list[at] as number) * width;
      let node = root;
      for (let next = top; next >= 0; next = nodes[node + 1] as number) node = stepOf(node, next, row);
      sums[at] = (sums[at] as number) + (values[node >> 1] as number);
    }
  };

  return (rows, count) => {
    const scores = new Float32Array(count);
    for (let first = 0; first < count; first += chunk) {
      const size = Math.min(chunk, count - first);
      readKeys(rows, first, size);
      prune(least, greatest);
      for (let row = 0; row < size; row += 1) list[row] = row;
      sums.fill(0);
      for (let tree = 0; tree < exitAt; tree += 1) addTree(roots[tree] as number, size);
      let left = 0;
      for (let row = 0; row < size; row += 1) {
        const sum = sums[row] as number;
        scores[first + row] = sum - 4;
        if (exitAt < trees && sum < exitBelow) continue;
        sums[left] = sum;
        list[left++] = row;
      }
      for (let tree = exitAt; tree < trees; tree += 1) addTree(roots[tree] as number, left);
      for (let at = 0; at < left; at += 1) scores[first + (list[at] as number)] = sums[at] as number;
    }
    return scores;
  };
}
