import { chooseBody } from './body/choose-body.ts';
import { measurePage, type PageMeasures } from './body/page-measures.ts';
import { readBlocks, type Blocks } from './body/read-blocks.ts';
import type { BodyModel } from './body/score-blocks.ts';
import { readEvidence } from './metadata/evidence.ts';
import type { PageView } from './metadata/page-view.ts';
import { readTree } from './tree/read-tree.ts';
import { showNoscript } from './tree/show-noscript.ts';
import type { Tree } from './tree/tree.ts';

/** A page read, its body chosen. */
export interface ScoredPage extends PageView {
  readonly measures: PageMeasures;
  readonly scores: Float32Array;
}

/** Fewer words than this on a page: then what it shows without scripts is read too. */
const fewWords = 50;

/** The lines of a page; where scripts would fill it, those that it shows without scripts. */
export function readLines(tree: Tree): Blocks {
  const blocks = readBlocks(tree);
  let words = 0;
  for (let index = 0; index < blocks.size && words < fewWords; index += 1) words += blocks.weight[index] as number;
  return words < fewWords && showNoscript(tree) ? readBlocks(tree) : blocks;
}

/** Reads a page and chooses its body; all arrays hold until the next page is read. */
export function viewPage(html: string, url: string, model: BodyModel): ScoredPage {
  const tree = readTree(html);
  const blocks = readLines(tree);
  const evidence = readEvidence(tree);
  const measures = measurePage(tree, blocks, evidence);
  const scores = model.score(tree, blocks, measures, evidence);
  const isBody = chooseBody(tree, blocks, measures, scores, model.calibration);
  let firstBody = -1;
  for (let index = 0; index < blocks.size && firstBody < 0; index += 1) if (isBody[index] === 1 && (blocks.weight[index] as number) > 10) firstBody = index;
  return { tree, blocks, evidence, measures, scores, isBody, firstBody, url };
}
