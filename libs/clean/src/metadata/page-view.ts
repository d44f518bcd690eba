import type { Blocks } from '../body/blocks.ts';
import { tags } from '../tree/tags.ts';
import { SKIPPED, type Tree } from '../tree/tree.ts';
import type { Evidence } from './evidence.ts';

/** What the search for metadata sees of a page. */
export interface PageView {
  readonly tree: Tree;
  readonly blocks: Blocks;
  readonly evidence: Evidence;
  readonly url: string;
  /** Number of the first block of the body with more than ten words; -1 when there is none. */
  readonly firstBody: number;
  readonly isBody: Uint8Array;
}

/** Number of the first block that begins at or behind a node. */
export function blockBehind(blocks: Blocks, node: number): number {
  let low = 0;
  let high = blocks.size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks.first[middle] as number) < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Distance of a block before the body, clamped; `far` where it is unknown. */
export function distanceToBody(view: PageView, block: number, far = 99): number {
  if (block < 0) return far;
  return Math.max(-40, Math.min(60, (view.firstBody < 0 ? 70 : view.firstBody) - block));
}

/** Number of the last block of the body; -1 when there is none. */
export function lastBodyOf(view: PageView): number {
  return view.isBody.lastIndexOf(1);
}

/** Number of the block that the first h1 of a page begins with; -1 when there is none. */
export function headingBlock(view: PageView): number {
  const { tree, blocks } = view;
  for (let node = 0; node < tree.size; node += 1)
    if (tree.tag[node] === tags.h1 && !((tree.flags[node] as number) & SKIPPED))
      return blockBehind(blocks, node);
  return -1;
}
