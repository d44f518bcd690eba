import type { Trees } from './packed-trees.ts';
import { keyOf, tableOf } from './tree-table.ts';

/** Sums the trees for the row of features that begins at `offset` of `rows`; a log-odds. */
export type TreeScore = (rows: Float32Array, offset: number) => number;

/** After so many trees a row that is far below every possible turn is given up. */
export interface EarlyExit {
  readonly trees: number;
  readonly below: number;
}

/**
 * Answers the function that scores one row by the trees. It goes down four trees together, by arithmetic: a branch
 * per step would be mispredicted half of the time.
 */
export function boostedTrees(packed: Trees, exit?: EarlyExit): TreeScore {
  const { nodes, values, roots } = tableOf(packed);
  const row = new Float32Array(packed.feature.reduce((most, feature) => Math.max(most, feature), 0) + 1);
  const bits = new Int32Array(row.buffer);
  const keys = new Int32Array(row.length);
  const trees = roots.length;
  const exitAt = Math.min(trees, exit?.trees ?? trees);
  const exitBelow = exit?.below ?? Number.NEGATIVE_INFINITY;

  const readKeys = (rows: Float32Array, offset: number): void => {
    for (let at = 0; at < row.length; at += 1) {
      row[at] = rows[offset + at] as number;
      keys[at] = keyOf(bits[at] as number);
    }
  };

  /** Where the row goes from a node: `next` is the node's second number. */
  const stepOf = (node: number, next: number): number =>
    ((next & 0x7fff_ff00) >>> 8) + ((((nodes[node] as number) - (keys[next & 255] as number)) >>> 31) << 1);

  /** Adds trees `first` to `last` to a sum, one leaf after the other: sums depend on their order. */
  const addTrees = (first: number, last: number, before: number): number => {
    let sum = before;
    let tree = first;
    for (; tree + 4 <= last; tree += 4) {
      let a = roots[tree] as number;
      let b = roots[tree + 1] as number;
      let c = roots[tree + 2] as number;
      let d = roots[tree + 3] as number;
      let nextA = nodes[a + 1] as number;
      let nextB = nodes[b + 1] as number;
      let nextC = nodes[c + 1] as number;
      let nextD = nodes[d + 1] as number;
      // A walk that has come to its leaf stays there until all four have.
      while ((nextA & nextB & nextC & nextD) >= 0) {
        a = stepOf(a, nextA);
        b = stepOf(b, nextB);
        c = stepOf(c, nextC);
        d = stepOf(d, nextD);
        nextA = nodes[a + 1] as number;
        nextB = nodes[b + 1] as number;
        nextC = nodes[c + 1] as number;
        nextD = nodes[d + 1] as number;
      }
      sum += values[a >> 1] as number;
      sum += values[b >> 1] as number;
      sum += values[c >> 1] as number;
      sum += values[d >> 1] as number;
    }
    for (; tree < last; tree += 1) {
      let node = roots[tree] as number;
      for (let next = nodes[node + 1] as number; next >= 0; next = nodes[node + 1] as number)
        node = stepOf(node, next);
      sum += values[node >> 1] as number;
    }
    return sum;
  };

  return (rows, offset) => {
    readKeys(rows, offset);
    const sum = addTrees(0, exitAt, 0);
    if (exitAt === trees) return sum;
    return sum < exitBelow ? sum - 4 : addTrees(exitAt, trees, sum);
  };
}
