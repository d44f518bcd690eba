import { isHeading } from '../tree/tags.ts';
import { COMMENTS, type Tree } from '../tree/tree.ts';
import type { PageMeasures } from './page-measures.ts';
import type { Blocks } from './blocks.ts';

/**
 * How a score becomes the probability of being body: `1 / (1 + exp(-(scale * score + bias)))`. Blocks of a
 * page err together, so the scale is below 1.
 */
export interface Calibration {
  readonly scale: number;
  readonly bias: number;
}

/**
 * Scores below this are taken for certainly no body, so that long menus add nothing to what a page is
 * expected to hold.
 */
const hopeless = -4;
/** The line between body and the rest is never drawn outside these scores. */
const lowestLine = -3;
const highestLine = 0.5;

/**
 * Chooses the body of a page among all its candidate extractions "every block that scores at least so much":
 * the one whose expected F1 is highest, by the probabilities of its blocks, weighed by their words (after Nan
 * et al., "Optimizing F-measure", ICML 2012). A page of certain paragraphs is cut high, one of doubtful
 * pieces is kept whole. Readers' comments under an article are never body.
 */
export function chooseBody(
  tree: Tree,
  blocks: Blocks,
  measures: PageMeasures,
  scores: Float32Array,
  calibration: Calibration,
): Uint8Array {
  const { size } = blocks;
  const isBody = new Uint8Array(size);
  const candidates: number[] = [];
  let expected = 0;
  for (let index = 0; index < size; index += 1) {
    if ((scores[index] as number) < hopeless) continue;
    if ((tree.flags[blocks.node[index] as number] as number) & COMMENTS && !measures.isThread) continue;
    candidates.push(index);
    expected += wordsIn(blocks, index) * probability(scores[index] as number, calibration);
  }
  candidates.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const line = bestLine(candidates, blocks, scores, { expected, calibration });
  const chosen = candidates.filter((index) => (scores[index] as number) >= line);
  // Headings without any text under them are no body.
  if (chosen.every((index) => isHeading(tree.tag[blocks.node[index] as number] as number))) return isBody;
  for (const index of chosen) isBody[index] = 1;
  return isBody;
}

/** Score of the last block of the candidate extraction with the highest expected F1. */
function bestLine(
  candidates: readonly number[],
  blocks: Blocks,
  scores: Float32Array,
  page: { readonly expected: number; readonly calibration: Calibration },
): number {
  let kept = 0;
  let right = 0;
  let best = -1;
  let line = highestLine;
  for (const index of candidates) {
    const words = wordsIn(blocks, index);
    const score = scores[index] as number;
    kept += words;
    right += words * probability(score, page.calibration);
    const expectedF1 = (2 * right) / (kept + page.expected + 1e-9);
    if (expectedF1 <= best) continue;
    best = expectedF1;
    line = score;
  }
  return Math.min(highestLine, Math.max(lowestLine, line));
}

function wordsIn(blocks: Blocks, index: number): number {
  return (blocks.tokenTo[index] as number) - (blocks.tokenFrom[index] as number);
}

function probability(score: number, { scale, bias }: Calibration): number {
  return 1 / (1 + Math.exp(-(scale * score + bias)));
}
