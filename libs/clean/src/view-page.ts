import { chooseBody } from './body/page-lines.ts';
import { measurePage, type PageMeasures } from './body/page-measures.ts';
import { readBlocks } from './body/read-blocks.ts';
import type { BodyModel } from './body/score-blocks.ts';
import { readEvidence } from './metadata/evidence.ts';
import type { PageView } from './metadata/page-view.ts';
import { readTree } from './tree/read-tree.ts';

/** A page read, its body chosen. */
export interface ScoredPage extends PageView {
  readonly measures: PageMeasures;
  readonly scores: Float32Array;
}

/** Reads a page and chooses its body; all arrays hold until the next page is read. */
export function viewPage(html: string, url: string, model: BodyModel): ScoredPage {
  const tree = readTree(html);
  const blocks = readBlocks(tree);
  const evidence = readEvidence(tree);
  const measures = measurePage(tree, blocks, evidence);
  const scores = model.score(tree, blocks, measures, evidence);
  const isBody = chooseBody(tree, blocks, measures, scores, model.threshold);
  let firstBody = -1;
  for (let index = 0; index < blocks.size && firstBody < 0; index += 1) if (isBody[index] === 1 && (blocks.weight[index] as number) > 10) firstBody = index;
  return { tree, blocks, evidence, measures, scores, isBody, firstBody, url };
}
