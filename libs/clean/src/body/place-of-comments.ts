import { tags } from '../tree/tags.ts';
import type { Tree } from '../tree/tree.ts';
import { wordsIn, type Blocks } from './blocks.ts';
import type { PageMeasures } from './page-measures.ts';

/** A run of blocks, and by how many words those that are rather body outweigh the others. */
export interface Run {
  readonly first: number;
  readonly last: number;
  readonly gain: number;
}

/**
 * The block where readers' comments begin, if the run of text reaches it: at their heading, where all of the
 * run lies behind it; at the box to write one (a `textarea`), which may lie within. -1 where there is none.
 */
export function placeOfComments(
  tree: Tree,
  blocks: Blocks,
  { firstComment, headline }: PageMeasures,
  run: Run,
): number {
  if (firstComment >= 0 && run.first >= firstComment) return firstComment;
  const start = headline >= 0 ? (blocks.node[headline] as number) : 0;
  const box = tree.tag.subarray(0, tree.size).indexOf(tags.textarea, start);
  if (box < 0) return -1;
  let index = Math.max(0, headline);
  while (index < blocks.size && (blocks.first[index] as number) < box) index += 1;
  return index <= run.last ? index : -1;
}

/** A run before the place of comments that gains so much is the article: some fifty words. */
const enoughGain = 25;
/** So much is enough where what follows is certainly talk. */
const littleGain = 8;

/**
 * Whether an article ends at the place of comments: the run `before` it is text enough, and what follows is
 * not that text going on.
 */
export function endsAtComments(
  blocks: Blocks,
  measures: PageMeasures,
  scores: Float32Array,
  { before, place }: { readonly before: Run; readonly place: number },
): boolean {
  if (before.gain <= littleGain) return false;
  return (
    (before.gain > enoughGain || isTalk(blocks, scores, place)) &&
    !goesOn(blocks, measures, scores, { before, place })
  );
}

/** Words from which on a block is a text and no name, time or link. */
const fewestWords = 10;
const fewestPosts = 4;
/** Share of the texts that have something short between them and the one before. */
const mostParted = 0.7;

/** Whether the texts behind a place are parted by short lines, as posts are by names and links to answer. */
function isTalk(blocks: Blocks, scores: Float32Array, place: number): boolean {
  let texts = 0;
  let parted = 0;
  let isParted = false;
  for (let index = place; index < blocks.size; index += 1) {
    const isText = (blocks.weight[index] as number) >= fewestWords;
    if (isText && (scores[index] as number) > 0) {
      texts += 1;
      if (isParted && texts > 1) parted += 1;
    }
    isParted = !isText;
  }
  return texts >= fewestPosts && parted > mostParted * (texts - 1);
}

/**
 * Whether what follows a place is the article going on: most of it is made as the text before it is, where
 * readers' comments have a form of their own.
 */
function goesOn(
  blocks: Blocks,
  { group }: PageMeasures,
  scores: Float32Array,
  { before, place }: { readonly before: Run; readonly place: number },
): boolean {
  const groups = new Set<number>();
  for (let index = before.first; index <= before.last; index += 1)
    if ((scores[index] as number) > 0) groups.add(group[index] as number);
  let alike = 0;
  let words = 0;
  for (let index = place; index < blocks.size; index += 1) {
    if ((scores[index] as number) <= 0) continue;
    words += wordsIn(blocks, index);
    if (groups.has(group[index] as number)) alike += wordsIn(blocks, index);
  }
  return alike > words / 2;
}
