import { hidesByStyle } from '../tree/hidden-style.ts';
import { tags } from '../tree/tags.ts';
import { attributeOf, HIDDEN, type Tree } from '../tree/tree.ts';
import { wordsIn, type Blocks } from './blocks.ts';
import type { PageMeasures } from './page-measures.ts';

/** Boxes that React streams hidden, behind the place where its scripts then show them. */
const streamed = /^S:[0-9a-f]+$/;

/**
 * Whether an element is not on the page that readers see: it is not rendered, a dialog or a tooltip.
 * `aria-hidden` alone takes it from screen readers, not from the screen.
 */
function isUnseen(tree: Tree, node: number): boolean {
  if (tree.tag[node] === tags.dialog || attributeOf(tree, node, 'role') === 'tooltip') return true;
  if (!((tree.flags[node] as number) & HIDDEN) || streamed.test(attributeOf(tree, node, 'id') ?? ''))
    return false;
  return (
    attributeOf(tree, node, 'hidden') !== undefined || hidesByStyle(attributeOf(tree, node, 'style') ?? '')
  );
}

/** The innermost element around a text that readers do not see; -1 where they do. */
function hiddenBox(tree: Tree, text: number): number {
  let box = tree.parent[text] as number;
  while (box >= 0 && !isUnseen(tree, box)) box = tree.parent[box] as number;
  return box;
}

/** Fewer words than these are no panel of text. */
const fewestInPanel = 10;

/** Shapes of which several hidden boxes of a page are made: panels of tabs and accordions, which readers open. */
function panelShapes(
  tree: Tree,
  { shape, nodeWords }: PageMeasures,
  boxes: ReadonlySet<number>,
): Set<number> {
  const once = new Set<number>();
  const panels = new Set<number>();
  for (const box of boxes) {
    if ((nodeWords[box] as number) < fewestInPanel) continue;
    const own = shape[box] as number;
    if (once.has(own)) panels.add(own);
    once.add(own);
  }
  return panels;
}

/** Fewer words than these may be the headline of what is hidden. */
const fewestSeen = 50;

/**
 * The blocks of an article that readers see, unless those are the smaller part: a page may hide its text until a
 * script runs, or what follows "read more". Panels that readers open one by one count as seen.
 */
export function withoutHidden(
  tree: Tree,
  blocks: Blocks,
  measures: PageMeasures,
  chosen: readonly number[],
): readonly number[] {
  const boxOf = new Map<number, number>();
  for (const index of chosen) {
    const box = hiddenBox(tree, blocks.first[index] as number);
    // A hidden word at the beginning of a line hides no more.
    if (box >= 0 && (tree.end[box] as number) > (blocks.last[index] as number)) boxOf.set(index, box);
  }
  if (boxOf.size === 0) return chosen;
  const panels = panelShapes(tree, measures, new Set(boxOf.values()));
  const seen = chosen.filter((index) => {
    const box = boxOf.get(index);
    return box === undefined || panels.has(measures.shape[box] as number);
  });
  const words = (list: readonly number[]): number =>
    list.reduce((sum, index) => sum + wordsIn(blocks, index), 0);
  return words(seen) >= Math.max(fewestSeen, words(chosen) / 2) ? seen : chosen;
}
