import { attributeNumber, lastVocabulary, mayBeKept } from './attributes.ts';
import { growAttributes } from './make-tree.ts';
import { treeLimits, type Tree } from './tree.ts';
import { wordsId } from './vocabulary.ts';

/** Reads the attributes of start tags into the arrays of a tree. */
export class AttributeReader {
  tree: Tree;
  /** How many it has read of the page. */
  count = 0;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  start(tree: Tree): void {
    this.tree = tree;
    this.count = 0;
  }

  /** Reads attributes from `position`, just behind the tag name; answers the position behind `>`. */
  read(position: number): number {
    const { html } = this.tree;
    const length = html.length;
    let index = position;
    while (index < length) {
      let code = html.charCodeAt(index);
      while (code <= 32 || code === 47) code = html.charCodeAt(++index);
      if (code === 62 || Number.isNaN(code)) return Math.min(length, index + 1);
      const nameFrom = index;
      index += 1;
      code = html.charCodeAt(index);
      while (code > 32 && code !== 61 && code !== 62 && code !== 47) code = html.charCodeAt(++index);
      const nameTo = index;
      while (code <= 32) code = html.charCodeAt(++index);
      let from = index;
      let to = index;
      if (code === 61) {
        code = html.charCodeAt(++index);
        while (code <= 32) code = html.charCodeAt(++index);
        if (code === 34 || code === 39) {
          from = index + 1;
          to = html.indexOf(code === 34 ? '"' : "'", from);
          if (to < 0) return this.cutTag(from);
          index = to + 1;
        } else {
          from = index;
          while (code > 32 && code !== 62) code = html.charCodeAt(++index);
          to = index;
        }
      }
      if (!mayBeKept(html.charCodeAt(nameFrom), nameTo - nameFrom)) continue;
      const number = attributeNumber(html, nameFrom, nameTo);
      if (number >= 0 && this.count < treeLimits.attributes) this.add(number, from, to);
    }
    return length;
  }

  /** A quote that never closes: HTML would lose the rest of the page; the tag ends at its first `>` here. */
  cutTag(from: number): number {
    const close = this.tree.html.indexOf('>', from);
    return close < 0 ? this.tree.html.length : close + 1;
  }

  add(number: number, from: number, to: number): void {
    const { tree } = this;
    const index = this.count;
    if (index === tree.attributeName.length) growAttributes(tree);
    tree.attributeName[index] = number;
    tree.attributeFrom[index] = from;
    tree.attributeTo[index] = to;
    tree.attributeWords[index] = number <= lastVocabulary && from < to ? wordsId(tree.html, from, to) : -1;
    this.count = index + 1;
  }
}
