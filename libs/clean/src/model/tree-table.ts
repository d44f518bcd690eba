import { flatTrees, type Trees } from './packed-trees.ts';

/**
 * The bits of a 32-bit number as an integer of the same order, small enough that the difference of two never
 * overflows. Numbers nearer to zero than 2^-31 count as zero: no feature is that small.
 */
export function keyOf(bits: number): number {
  const magnitude = (bits & 0x7fff_ffff) - 0x3000_0000;
  const sign = bits >> 31;
  return ((magnitude & ~(magnitude >> 31)) ^ sign) - sign;
}

/**
 * Trees as pairs of numbers, children side by side: the key of the threshold, and the place of the left child
 * times 256 with the feature in the low byte. A leaf leads to itself and is below zero.
 */
export interface TreeTable {
  readonly nodes: Int32Array;
  /** What a leaf adds, at half of its place. */
  readonly values: Float64Array;
  readonly roots: Int32Array;
}

/** Lays boosted trees out so that a step down is arithmetic alone. */
export function tableOf(packed: Trees): TreeTable {
  const { feature, threshold, children, leaves, roots } = flatTrees(packed);
  const places = (feature.length * 2 + roots.length) * 2;
  const table = {
    nodes: new Int32Array(places),
    values: new Float64Array(places / 2),
    roots: new Int32Array(roots.length),
  };
  const bits = new Int32Array(threshold.buffer, threshold.byteOffset, threshold.length);
  let size = 0;
  const place = (slot: number, at: number): void => {
    if (at < 0) {
      table.nodes[slot] = 0x3fff_ffff;
      table.nodes[slot + 1] = (slot << 8) | 0x8000_0000;
      table.values[slot >> 1] = leaves[-1 - at] as number;
      return;
    }
    const child = size;
    size += 4;
    // A threshold just below zero parts the negative numbers from zero.
    const key = keyOf(bits[at] as number);
    table.nodes[slot] = key === 0 && (threshold[at] as number) < 0 ? -1 : key;
    table.nodes[slot + 1] = (child << 8) | (feature[at] as number);
    place(child, children[at * 2] as number);
    place(child + 2, children[at * 2 + 1] as number);
  };
  roots.forEach((root, tree) => {
    table.roots[tree] = size;
    size += 2;
    place(table.roots[tree] as number, root);
  });
  return table;
}
