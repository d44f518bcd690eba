/** Trees as `bench/train` packs them: typed arrays in base64, see `pack_trees`. */
export interface PackedTrees {
  readonly feature: string;
  readonly threshold: string;
  readonly left: string;
  readonly right: string;
  readonly leaves: string;
  readonly splitStarts: string;
  readonly leafStarts: string;
}

/** Sums the trees for the row of features that begins at `offset` of `rows`; a log-odds. */
export type TreeScore = (rows: Float32Array, offset: number) => number;

/** After so many trees a row that is far below every possible turn is given up. */
export interface EarlyExit {
  readonly trees: number;
  readonly below: number;
}

function bytesOf(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer; // Buffer.from never shares memory between threads
}

/** Trees as flat arrays: split `s` asks whether feature `feature[s]` is at most `threshold[s]` and goes to `children[2s]`, else to `children[2s + 1]`; a number below zero is leaf `-1 - number`. */
export interface FlatTrees {
  readonly feature: Uint8Array;
  readonly threshold: Float32Array;
  readonly children: Int32Array;
  readonly leaves: Float32Array;
  readonly roots: Int32Array;
}

/** Unpacks boosted trees into flat arrays. */
export function unpackTrees(packed: PackedTrees): FlatTrees {
  const feature = new Uint8Array(bytesOf(packed.feature));
  const threshold = new Float32Array(bytesOf(packed.threshold));
  const leaves = new Float32Array(bytesOf(packed.leaves));
  const splitStarts = new Uint16Array(bytesOf(packed.splitStarts));
  const leafStarts = new Uint16Array(bytesOf(packed.leafStarts));
  const left = new Int8Array(bytesOf(packed.left));
  const right = new Int8Array(bytesOf(packed.right));
  const trees = splitStarts.length;
  const children = new Int32Array(feature.length * 2);
  for (let tree = 0; tree < trees; tree += 1) {
    const first = splitStarts[tree] as number;
    const last = tree + 1 < trees ? (splitStarts[tree + 1] as number) : feature.length;
    // Absolute numbers spare an addition per step.
    const absolute = (child: number): number =>
      child >= 0 ? first + child : -1 - ((leafStarts[tree] as number) + (-1 - child));
    for (let split = first; split < last; split += 1) {
      children[split * 2] = absolute(left[split] as number);
      children[split * 2 + 1] = absolute(right[split] as number);
    }
  }
  const roots = Int32Array.from(splitStarts, (start, tree) =>
    (tree + 1 < trees ? (splitStarts[tree + 1] as number) : feature.length) > start
      ? start
      : -1 - (leafStarts[tree] as number),
  );
  return { feature, threshold, children, leaves, roots };
}

/** Unpacks boosted trees and answers the function that scores one row. */
export function boostedTrees(packed: PackedTrees, exit?: EarlyExit): TreeScore {
  const { feature, threshold, children, leaves, roots } = unpackTrees(packed);
  const trees = roots.length;
  const exitAt = exit?.trees ?? trees;
  const exitBelow = exit?.below ?? Number.NEGATIVE_INFINITY;
  return (rows, offset) => {
    let sum = 0;
    for (let tree = 0; tree < trees; tree += 1) {
      if (tree === exitAt && sum < exitBelow) return sum - 4;
      let at = roots[tree] as number;
      while (at >= 0)
        at = children[
          (at << 1) +
            ((rows[offset + (feature[at] as number)] as number) <= (threshold[at] as number) ? 0 : 1)
        ] as number;
      sum += leaves[-1 - at] as number;
    }
    return sum;
  };
}
