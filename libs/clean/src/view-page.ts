import { chooseBody, type ChosenBody } from './body/choose-body.ts';
import { measurePage, type PageMeasures } from './body/page-measures.ts';
import type { Blocks } from './body/blocks.ts';
import { readBlocks } from './body/read-blocks.ts';
import type { BodyModel } from './body/score-blocks.ts';
import { readEvidence } from './metadata/evidence.ts';
import type { PageView } from './metadata/page-view.ts';
import { readTree } from './tree/read-tree.ts';
import { textInScripts } from './tree/text-in-scripts.ts';
import { showNoscript } from './tree/show-noscript.ts';
import type { Tree } from './tree/tree.ts';

/**
 * Where the text of a page stands: in the page, in what it shows without scripts, or in the data of its
 * scripts.
 */
export type TextSource = 'page' | 'noscript' | 'scripts';

/** A page as it stands, before a model judges it; all arrays hold until the next page is read. */
export interface MeasuredPage extends Pick<PageView, 'tree' | 'blocks' | 'evidence'> {
  readonly measures: PageMeasures;
  readonly shownBy: TextSource;
}

/** A page read, its body chosen. */
export interface ScoredPage extends PageView, MeasuredPage {
  readonly scores: Float32Array;
  /** Blocks that say again what the body has said. */
  readonly repeats: Uint8Array;
  /** The body if the page is no article, see `chooseBody`. */
  readonly whole: ChosenBody;
}

/**
 * Fewer words than this on a page: then what it shows without scripts, and what its scripts would show, is
 * read too.
 */
const fewWords = 50;

function hasText(blocks: Blocks): boolean {
  let words = 0;
  for (let index = 0; index < blocks.size && words < fewWords; index += 1)
    words += blocks.weight[index] as number;
  return words >= fewWords;
}

/**
 * The tree and the lines of a page. Where scripts would fill it: the lines that it shows without them, or
 * else the text that they would show.
 */
export function readText(html: string): {
  readonly tree: Tree;
  readonly blocks: Blocks;
  readonly shownBy: TextSource;
} {
  const tree = readTree(html);
  const blocks = readBlocks(tree);
  if (hasText(blocks)) return { tree, blocks, shownBy: 'page' };
  const shown = showNoscript(tree) ? readBlocks(tree) : blocks;
  if (hasText(shown)) return { tree, blocks: shown, shownBy: 'noscript' };
  const inScripts = readEvidence(tree).articleBody === '' ? textInScripts(html) : '';
  if (inScripts === '') return { tree, blocks: shown, shownBy: 'page' };
  const filled = readTree(
    `${html}<article><h1>${tree.title.replaceAll('<', '&lt;')}</h1>${inScripts}</article>`,
  );
  return { tree: filled, blocks: readBlocks(filled), shownBy: 'scripts' };
}

/** Reads a page as far as no model is needed. */
export function measureHtml(html: string): MeasuredPage {
  const { tree, blocks, shownBy } = readText(html);
  const evidence = readEvidence(tree);
  return { tree, blocks, evidence, measures: measurePage(tree, blocks, evidence), shownBy };
}

/** Chooses the body of a page. */
export function scorePage(page: MeasuredPage, url: string, model: BodyModel): ScoredPage {
  const { tree, blocks, evidence, measures } = page;
  const scores = model.score(tree, blocks, measures, evidence);
  const { article, whole } = chooseBody(tree, blocks, measures, scores, model.calibration);
  return { ...page, scores, ...article, firstBody: firstBodyOf(blocks, article.isBody), whole, url };
}

/** Reads a page and chooses its body; all arrays hold until the next page is read. */
export function viewPage(html: string, url: string, model: BodyModel): ScoredPage {
  return scorePage(measureHtml(html), url, model);
}

/** The first block of the body that is more than a word or two; -1 where there is none. */
export function firstBodyOf(blocks: Blocks, isBody: Uint8Array): number {
  for (let index = 0; index < blocks.size; index += 1)
    if (isBody[index] === 1 && (blocks.weight[index] as number) > 10) return index;
  return -1;
}

/** Whether the body of the page is the same read as no article: there is nothing to read again. */
export function isWhole({ isBody, whole }: ScoredPage): boolean {
  return isBody.every((value, index) => value === whole.isBody[index]);
}

/** The same page with everything that may be text as its body: how a page is read that is no article. */
export function withWholeBody(view: ScoredPage): ScoredPage {
  return { ...view, ...view.whole, firstBody: firstBodyOf(view.blocks, view.whole.isBody) };
}
