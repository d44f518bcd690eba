import { attributes, type KeptAttribute } from './attributes.ts';
import { decodeReferences } from './entities.ts';

/** What lies around a node; inherited from its ancestors. */
export const ARTICLE = 1;
export const MAIN = 2;
export const ASIDE = 4;
export const FOOTER = 8;
export const NAV = 16;
export const HEADER = 32;
export const FIGURE = 64;
export const LIST = 128;
export const TABLE = 256;
export const QUOTE = 512;
export const FORM = 1024;
export const BUTTON = 2048;
export const HIDDEN = 4096;
export const LINK = 8192;
export const COMMENTS = 16_384;
/** Not shown as text: scripts, styles, pictures, menus of forms. */
export const SKIPPED = 32_768;
export const BOLD = 65_536;
export const EMPHASIS = 131_072;
export const HEAD = 262_144;
export const PREFORMATTED = 524_288;
/** Hidden by its own inline style or far outside the window: seen by search engines alone. */
export const STYLED_AWAY = 1_048_576;

/** Limits that keep any page affordable; what lies past them is not read. */
export const treeLimits = {
  depth: 512,
  nodes: 200_000,
  attributes: 600_000,
  characters: 12_000_000,
} as const;

/**
 * A page as flat arrays in document order: node `i` is an element or a run of text; its descendants are `i +
 * 1` to `end[i] - 1`. The arrays belong to the reader and hold until the next page is read.
 */
export interface Tree {
  readonly html: string;
  /** Number of nodes. */
  size: number;
  /** Number of the tag; 1 is text, 128 and more are unknown elements. */
  tag: Uint16Array;
  parent: Int32Array;
  depth: Uint16Array;
  end: Int32Array;
  flags: Int32Array;
  /** Text: range in `html`. Element: range in the attribute arrays. */
  from: Int32Array;
  to: Int32Array;
  /**
   * Text: number of the line it stands in; a block boundary or a line break starts a new one. Element: the
   * line it begins before.
   */
  line: Int32Array;
  /** Nearest ancestor that is no inline element, or the node itself. */
  block: Int32Array;
  /** Families of class words of the element itself, as bits. */
  families: Uint16Array;
  /** Roles of the element itself, see the vocabulary. */
  roles: Uint16Array;
  /** Row of `nearRows` with the depth of the nearest element of each family, -1 where there is none. */
  near: Int32Array;
  nearRows: Int16Array;
  attributeName: Uint8Array;
  attributeFrom: Int32Array;
  attributeTo: Int32Array;
  /** Id of the value in the vocabulary, -1 for attributes that are none. */
  attributeWords: Int32Array;
  metas: number[];
  scripts: { readonly type: string; readonly from: number; readonly to: number; readonly node: number }[];
  /** Text of the first title element of the page. */
  title: string;
  /** Whether a limit cut the page. */
  isCut: boolean;
}

/** Value of an attribute of an element, character references decoded; undefined when it is not there. */
export function attributeOf(tree: Tree, node: number, name: KeptAttribute): string | undefined {
  const number = attributes[name];
  if (tree.tag[node] === 1) return undefined;
  for (let index = tree.from[node] as number; index < (tree.to[node] as number); index += 1) {
    if (tree.attributeName[index] === number)
      return decodeReferences(tree.html.slice(tree.attributeFrom[index], tree.attributeTo[index]));
  }
  return undefined;
}

/** All visible text below a node, white space collapsed; `skipped` text such as scripts is left out. */
export function textOf(tree: Tree, node: number, mostCharacters = 10_000): string {
  let text = '';
  let line = -1;
  const end = tree.end[node] as number;
  for (let index = node; index < end && text.length < mostCharacters; index += 1) {
    if (tree.tag[index] !== 1 || (tree.flags[index] as number) & SKIPPED) continue;
    if (line !== -1 && tree.line[index] !== line) text += ' ';
    line = tree.line[index] as number;
    text += tree.html.slice(tree.from[index], tree.to[index]);
  }
  return collapseSpaces(decodeReferences(text).replace(/[\u00ad\u200b\ufeff]/g, ''));
}

/** White space that is not one space between two words: most texts have none, and asking is cheaper than to mend. */
const uneven = /[^\S ]|\s\s/;

/** A text on one line, its words parted by one space. */
export function collapseSpaces(text: string): string {
  return (uneven.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}
