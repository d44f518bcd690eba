import type { Block } from '@newsmill/contracts';
import { decodeReferences } from '../tree/entities.ts';
import { isPicture, tags } from '../tree/tags.ts';
import { FIGURE, PREFORMATTED, QUOTE, TABLE, type Tree } from '../tree/tree.ts';
import { blockText } from './block-text.ts';
import type { Blocks } from './blocks.ts';

/** One line of the page in and around the body, as the passes see it. */
export interface PageLine {
  /** Number of the block. */
  readonly index: number;
  readonly text: string;
  /** Words, two unspaced characters counting as one. */
  readonly weight: number;
  readonly linkShare: number;
  readonly kind: Block['kind'];
  readonly level?: number | undefined;
  readonly flags: number;
  readonly score: number;
  /** Element that the line stands in, and whether a line break alone parts it from the line before. */
  readonly node: number;
  readonly isBody: boolean;
  /** Whether a picture stands between the line before and this one. */
  readonly isBehindPicture: boolean;
  /** Whether all of it is set bold. */
  readonly isBold: boolean;
  /** Elements of the table and of the row that a cell stands in; -1 for what is no cell. */
  readonly table: number;
  readonly row: number;
}

/** Tables also lay pages out: only short cells are taken for those of a table. */
const longestCell = 25;

function kindOf(tag: number, flags: number, weight: number): Block['kind'] {
  if (tag >= tags.h1 && tag <= tags.h6) return 'heading';
  if (flags & PREFORMATTED) return 'code';
  if (tag === tags.figcaption || tag === tags.caption) return 'caption';
  if (flags & FIGURE) return 'caption';
  if (flags & QUOTE) return 'quote';
  if (flags & TABLE && weight <= longestCell && (tag === tags.td || tag === tags.th)) return 'table';
  return tag === tags.li || tag === tags.dd || tag === tags.dt ? 'list-item' : 'paragraph';
}

/** Text of a preformatted block with its line breaks. */
function codeText(tree: Tree, blocks: Blocks, index: number): string {
  let text = '';
  for (let node = blocks.first[index] as number; node <= (blocks.last[index] as number); node += 1)
    if (tree.tag[node] === 1) text += tree.html.slice(tree.from[node], tree.to[node]);
  return decodeReferences(text).replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
}

/** Whether a list item lies between a block and the body of the page: its lines are items even when a paragraph wraps them. */
function isInItem(tree: Tree, node: number): boolean {
  const parent = tree.parent[node] as number;
  return parent >= 0 && tree.tag[parent] === tags.li && tree.tag[node] !== tags.li;
}

/** Whether a line is all of a cell of a head row: nobody lays a page out by those. */
function isInHeadCell(tree: Tree, node: number): boolean {
  const parent = tree.parent[node] as number;
  if (parent < 0) return false;
  const above = tree.parent[parent] as number;
  return tree.tag[parent] === tags.th || (above >= 0 && tree.tag[above] === tags.th);
}

/** The nearest ancestor with one of these tags; -1 where there is none. */
function ancestorWith(tree: Tree, node: number, tag: number): number {
  let ancestor = node;
  while (ancestor >= 0 && tree.tag[ancestor] !== tag) ancestor = tree.parent[ancestor] as number;
  return ancestor;
}

/** Elements between two lines that are looked at for a picture. */
const mostBetween = 60;

function isBehindPicture(tree: Tree, blocks: Blocks, index: number): boolean {
  const to = blocks.first[index] as number;
  const from = Math.max(index === 0 ? 0 : (blocks.last[index - 1] as number) + 1, to - mostBetween);
  for (let node = from; node < to; node += 1) if (isPicture(tree.tag[node] as number)) return true;
  return false;
}

/** The lines from well before the first body block to well behind the last one. */
export function pageLines(tree: Tree, blocks: Blocks, scores: Float32Array, isBody: Uint8Array): PageLine[] {
  let first = -1;
  let last = -1;
  for (let index = 0; index < blocks.size; index += 1) {
    if (isBody[index] === 0) continue;
    if (first < 0) first = index;
    last = index;
  }
  const lines: PageLine[] = [];
  const from = first < 0 ? 0 : Math.max(0, first - 40);
  const to = first < 0 ? Math.min(blocks.size, 80) : Math.min(blocks.size, last + 60);
  for (let index = from; index < to; index += 1)
    lines.push(lineOf(tree, blocks, index, scores[index] as number, isBody[index] === 1));
  return lines;
}

function lineOf(tree: Tree, blocks: Blocks, index: number, score: number, isBody: boolean): PageLine {
  const node = blocks.node[index] as number;
  const tag = tree.tag[node] as number;
  const flags = tree.flags[node] as number;
  let kind = kindOf(tag, flags, blocks.weight[index] as number);
  if (kind === 'paragraph' && isInItem(tree, node)) kind = 'list-item';
  if (
    kind === 'paragraph' &&
    flags & TABLE &&
    (blocks.weight[index] as number) <= longestCell &&
    isInHeadCell(tree, node)
  )
    kind = 'table';
  return {
    index,
    score,
    isBody,
    kind,
    flags,
    node,
    text: kind === 'code' ? codeText(tree, blocks, index) : blockText(blocks, index),
    weight: blocks.weight[index] as number,
    linkShare: blocks.linkShare[index] as number,
    level: kind === 'heading' ? tag - tags.h1 + 1 : undefined,
    isBehindPicture: isBehindPicture(tree, blocks, index),
    isBold: (blocks.boldShare[index] as number) > 0.95,
    table: kind === 'table' ? ancestorWith(tree, node, tags.table) : -1,
    row: kind === 'table' ? ancestorWith(tree, node, tags.tr) : -1,
  };
}
