import { closesParagraph, isFormatting, isHeading, isInline, isScope, isVoid, tags } from './tags.ts';
import { treeLimits, type Tree } from './tree.ts';

const isListWall = (tag: number): boolean =>
  tag === tags.ul || tag === tags.ol || tag === tags.dl || tag === tags.menu || isScope(tag);
const isRowWall = (tag: number): boolean => tag === tags.tr || tag === tags.table;
const isTableWall = (tag: number): boolean => tag === tags.table;
const isBlockWall = (tag: number): boolean => !isInline(tag);

/** The elements that are open at a place of the page, and which of them end there. */
export class OpenElements {
  tree: Tree;
  stack = new Int32Array(treeLimits.depth + 8);
  height = 0;
  /** How many are open, by tag; none when a page is read, since all are ended with it. */
  count = new Uint16Array(65_536);
  /** Formatting elements that ended while blocks inside them stayed open. */
  ended = new Uint8Array(treeLimits.depth + 8);
  links = 0;
  bold = 0;
  emphasis = 0;
  /** Elements beyond the greatest depth, which have no node. */
  overflow = 0;
  /** Number of the line of text: blocks and line breaks begin another. */
  line = 0;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  start(tree: Tree): void {
    this.tree = tree;
    this.height = this.links = this.bold = this.emphasis = this.overflow = this.line = 0;
  }

  push(node: number): void {
    const tag = this.tree.tag[node] as number;
    this.stack[this.height] = node;
    this.ended[this.height] = 0;
    this.height += 1;
    this.count[tag] = (this.count[tag] as number) + 1;
    this.countFormatting(tag, 1);
  }

  countFormatting(tag: number, step: number): void {
    if (tag === tags.a) this.links += step;
    else if (tag === tags.b || tag === tags.strong) this.bold += step;
    else if (tag === tags.i || tag === tags.em) this.emphasis += step;
  }

  /** Ends open elements until `height` are left. */
  popTo(height: number): void {
    const { tree } = this;
    while (this.height > height) {
      this.height -= 1;
      const node = this.stack[this.height] as number;
      const tag = tree.tag[node] as number;
      tree.end[node] = tree.size;
      if (!isInline(tag)) this.line += 1;
      if (this.ended[this.height] === 1) continue;
      this.count[tag] = (this.count[tag] as number) - 1;
      this.countFormatting(tag, -1);
    }
  }

  /**
   * Height of the nearest open element with that tag, not looking past table cells and other walls; -1 when
   * there is none.
   */
  findOpen(tag: number, wall: (tag: number) => boolean): number {
    if (this.count[tag] === 0) return -1;
    for (let height = this.height - 1; height >= 0; height -= 1) {
      const open = this.tree.tag[this.stack[height] as number] as number;
      if (open === tag && this.ended[height] === 0) return height;
      if (wall(open)) return -1;
    }
    return -1;
  }

  close(tag: number, wall: (tag: number) => boolean): void {
    const height = this.findOpen(tag, wall);
    if (height >= 0) this.popTo(height);
  }

  /** The end tags that HTML lets authors leave out (13.1.2.4), and paragraphs that end at a block. */
  closeImplied(tag: number): void {
    if (closesParagraph(tag) && (this.count[tags.p] as number) > 0) this.close(tags.p, isScope);
    if (tag === tags.li) this.close(tags.li, isListWall);
    else if (tag === tags.dt || tag === tags.dd) {
      this.close(tags.dt, isListWall);
      this.close(tags.dd, isListWall);
    } else if (tag === tags.td || tag === tags.th) {
      this.close(tags.td, isRowWall);
      this.close(tags.th, isRowWall);
    } else if (tag === tags.tr) this.close(tags.tr, isTableWall);
    else if (tag === tags.tbody || tag === tags.thead || tag === tags.tfoot)
      for (const part of [tags.tbody, tags.thead, tags.tfoot]) this.close(part, isTableWall);
    else if (tag === tags.option) this.close(tags.option, isScope);
    else if (tag === tags.a) this.endFormatting(tags.a);
    else if (
      isHeading(tag) &&
      this.height > 0 &&
      isHeading(this.tree.tag[this.stack[this.height - 1] as number] as number)
    )
      this.popTo(this.height - 1);
  }

  /**
   * An inline element ends: at once when nothing but inline elements is open inside, else it only loses its
   * force.
   */
  endFormatting(tag: number): void {
    const height = this.findOpen(tag, isScope);
    if (height < 0) return;
    let holdsBlock = false;
    for (let above = height + 1; above < this.height; above += 1)
      if (!isInline(this.tree.tag[this.stack[above] as number] as number)) holdsBlock = true;
    if (!holdsBlock) return this.popTo(height);
    this.ended[height] = 1;
    this.count[tag] = (this.count[tag] as number) - 1;
    this.countFormatting(tag, -1);
  }

  endTag(tag: number): void {
    if (this.overflow > 0 && !isVoid(tag)) {
      this.overflow -= 1;
      return;
    }
    if (tag === tags.br) this.line += 1;
    if (isVoid(tag) || tag === tags.body || tag === tags.html) return;
    if (!isInline(tag)) this.line += 1;
    if (isFormatting(tag)) return this.endFormatting(tag);
    if (isInline(tag)) return this.close(tag, isBlockWall);
    if (isHeading(tag)) {
      for (let heading: number = tags.h1; heading <= tags.h6; heading += 1) this.close(heading, isScope);
      return;
    }
    this.close(
      tag,
      tag === tags.li
        ? isListWall
        : tag === tags.table || tag === tags.tr || tag === tags.td || tag === tags.th
          ? isTableWall
          : isScope,
    );
  }
}
