import { isHeading } from '../tree/tags.ts';
import { COMMENTS, type Tree } from '../tree/tree.ts';
import type { PageMeasures } from './page-measures.ts';
import { wordsIn, type Blocks } from './blocks.ts';
import { withoutHidden } from './without-hidden.ts';
import { endsAtComments, placeOfComments, type Run } from './place-of-comments.ts';

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
const lowestLine = { article: -1, whole: -3.02 } as const;
const highestLine = 0.5;
/** A block that scores so much is body wherever it stands. */
const certain = 3;
/**
 * A lead in the very element that the run begins in, parted from it by a box of so many lines, scores so much; so does
 * what ends the text in the element that the run ends in.
 */
const sureLead = 1;
const mostBoxed = 10;
/** The end of a text has so many words: fewer may be an invitation to log in. */
const fewestInTail = 10;

/** A choice of blocks; 1 in either array says yes. */
export interface ChosenBody {
  readonly isBody: Uint8Array;
  /** Blocks that would be body, but say again what one above them has said. */
  readonly repeats: Uint8Array;
}

/** The body of a page chosen in two ways. */
export interface BodyChoices {
  /** One run of text, as articles are: what lies apart from it is another article, a comment, a promotion. */
  readonly article: ChosenBody;
  /** Everything that may be text, wherever it stands: for pages that are no article. */
  readonly whole: ChosenBody;
}

/**
 * Chooses the body of a page among all its candidate extractions "every block that scores at least so much":
 * the one whose expected F1 is highest, by the probabilities of its blocks, weighed by their words (after Nan
 * et al., "Optimizing F-measure", ICML 2012). A page of certain paragraphs is cut high, one of doubtful
 * pieces is kept whole. Readers' comments under an article are never body.
 *
 * An article is moreover one run of blocks: the one whose words are most likely to be its text, which ends
 * before a tail of teasers whatever single lines of it look like.
 */
export function chooseBody(
  tree: Tree,
  blocks: Blocks,
  measures: PageMeasures,
  scores: Float32Array,
  calibration: Calibration,
): BodyChoices {
  const candidates: number[] = [];
  let expected = 0;
  for (let index = 0; index < blocks.size; index += 1) {
    if ((scores[index] as number) < hopeless || isComment(tree, blocks, measures, index)) continue;
    candidates.push(index);
    expected += wordsIn(blocks, index) * probability(scores[index] as number, calibration);
  }
  candidates.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const line = bestLine(candidates, blocks, scores, { expected, calibration });
  const isNone = (index: number): boolean => isComment(tree, blocks, measures, index);
  const anywhere = bestRun(blocks, scores, isNone, blocks.size);
  const place = measures.isThread ? -1 : placeOfComments(tree, blocks, measures, anywhere);
  const before = place < 0 ? undefined : bestRun(blocks, scores, isNone, place);
  // Readers may write more than the journalist did: what stands before the place of comments comes first.
  const isBefore = before !== undefined && endsAtComments(blocks, measures, scores, { before, place });
  const run = isBefore ? before : anywhere;
  const end = isBefore ? place : blocks.size;
  const bodyOf = (chosen: readonly number[]): ChosenBody => {
    const isBody = new Uint8Array(blocks.size);
    const repeats = new Uint8Array(blocks.size);
    // Headings without any text under them are no body.
    if (chosen.every((index) => isHeading(tree.tag[blocks.node[index] as number] as number)))
      return { isBody, repeats };
    const again = findRepeats(chosen, blocks);
    for (const index of chosen) (again.has(index) ? repeats : isBody)[index] = 1;
    return { isBody, repeats };
  };
  const above = (lowest: number): number[] =>
    candidates.filter((index) => (scores[index] as number) >= Math.min(highestLine, Math.max(lowest, line)));
  const whole = bodyOf(above(lowestLine.whole));
  const isInRun = (index: number): boolean => index >= run.first && index <= run.last;
  const likely = above(lowestLine.article).filter((index) => index < end);
  const inRun = likely.filter(isInRun);
  const first = inRun[0] ?? 0;
  const isLead = (index: number): boolean =>
    (scores[index] as number) > sureLead &&
    index >= first - mostBoxed &&
    index < first &&
    blocks.node[index] === blocks.node[first];
  const last = inRun.at(-1) ?? 0;
  const isTail = (index: number): boolean =>
    (scores[index] as number) > sureLead &&
    index > last &&
    index <= last + mostBoxed &&
    wordsIn(blocks, index) >= fewestInTail &&
    isBeside(tree, blocks.node[index] as number, blocks.node[last] as number);
  const article = bodyOf(
    withoutHidden(
      tree,
      blocks,
      measures,
      likely.filter(
        (index) => isInRun(index) || (scores[index] as number) > certain || isLead(index) || isTail(index),
      ),
    ),
  );
  // Where nothing is rather text than not, everything that may be is better than nothing.
  return { article: article.isBody.includes(1) ? article : whole, whole };
}

/** Whether two elements are the same, or are alike in one. */
function isBeside(tree: Tree, one: number, other: number): boolean {
  return one === other || (tree.parent[one] === tree.parent[other] && tree.tag[one] === tree.tag[other]);
}

/** Fewer words than these may be said twice: a chorus, a name, a question. */
const fewestRepeated = 10;

/**
 * Finds the blocks that say again what one above them has said: pages hold copies of their text for other
 * programs, for other screens, and as summaries of themselves.
 */
function findRepeats(chosen: readonly number[], blocks: Blocks): Set<number> {
  const said = new Set<number>();
  const repeats = new Set<number>();
  for (const index of chosen.toSorted((a, b) => a - b)) {
    if ((blocks.weight[index] as number) < fewestRepeated) continue;
    const hash = blocks.hash[index] as number;
    if (said.has(hash)) repeats.add(index);
    said.add(hash);
  }
  return repeats;
}

function isComment(tree: Tree, blocks: Blocks, measures: PageMeasures, index: number): boolean {
  return !measures.isThread && ((tree.flags[blocks.node[index] as number] as number) & COMMENTS) !== 0;
}

/**
 * First and last block of the run, of those before `end`, in which the words that are rather body than not outweigh
 * the others most (Kadane's algorithm); comments weigh as what is certainly none.
 */
function bestRun(blocks: Blocks, scores: Float32Array, isNone: (index: number) => boolean, end: number): Run {
  let sum = 0;
  let from = 0;
  let best = 0;
  let run: Run = { first: 0, last: -1, gain: 0 };
  for (let index = 0; index < end; index += 1) {
    const chance = isNone(index) ? 0 : 1 / (1 + Math.exp(-(scores[index] as number)));
    sum += wordsIn(blocks, index) * (chance - 0.5);
    if (sum <= 0) {
      sum = 0;
      from = index + 1;
    } else if (sum > best) {
      best = sum;
      run = { first: from, last: index, gain: sum };
    }
  }
  return run;
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
  return line;
}

function probability(score: number, { scale, bias }: Calibration): number {
  return 1 / (1 + Math.exp(-(scale * score + bias)));
}
