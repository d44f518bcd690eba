import type { Model } from '@newsmill/models';

/** Trees as `bench/train` packs them, see `pack_trees`: numbers of splits and leaves begin again in each tree. */
export interface Trees {
  readonly feature: Uint8Array;
  readonly threshold: Float32Array;
  readonly left: Int8Array;
  readonly right: Int8Array;
  readonly leaves: Float32Array;
  readonly splitStarts: Uint16Array;
  readonly leafStarts: Uint16Array;
}

/** The trees of a model, whose tensors begin with `prefix`. */
export function treesOf(model: Model, prefix: string): Trees {
  return {
    feature: model.uint8(`${prefix}.feature`),
    threshold: model.float32(`${prefix}.threshold`),
    left: model.int8(`${prefix}.left`),
    right: model.int8(`${prefix}.right`),
    leaves: model.float32(`${prefix}.leaves`),
    splitStarts: model.uint16(`${prefix}.splitStarts`),
    leafStarts: model.uint16(`${prefix}.leafStarts`),
  };
}

/**
 * Trees as flat arrays: split `s` asks whether feature `feature[s]` is at most `threshold[s]` and goes to
 * `children[2s]`, else to `children[2s + 1]`; a number below zero is leaf `-1 - number`.
 */
export interface FlatTrees {
  readonly feature: Uint8Array;
  readonly threshold: Float32Array;
  readonly children: Int32Array;
  readonly leaves: Float32Array;
  readonly roots: Int32Array;
}

/** Lays boosted trees out as flat arrays. */
export function flatTrees(packed: Trees): FlatTrees {
  const { feature, threshold, leaves, splitStarts, leafStarts, left, right } = packed;
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
