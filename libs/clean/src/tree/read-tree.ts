import { AttributeReader } from './attribute-reader.ts';
import { attributes } from './attributes.ts';
import { decodeReferences } from './entities.ts';
import { inheritedFlags } from './inherited-flags.ts';
import { growNodes, makeTree } from './make-tree.ts';
import { OpenElements } from './open-elements.ts';
import { findRawEnd, skipDeclaration } from './skip-markup.ts';
import { tagAt } from './tag-of.ts';
import { firstUnknownTag, isInline, isRawText, isScope, isVoid, tags } from './tags.ts';
import { hidesByStyle, longestStyle } from './hidden-style.ts';
import { BOLD, COMMENTS, EMPHASIS, HIDDEN, LINK, STYLED_AWAY, treeLimits, type Tree } from './tree.ts';
import { familyCount, trimVocabulary, wordsId, wordsOf } from './vocabulary.ts';

/**
 * Nodes, and half the attributes, for which room is kept from page to page; larger arrays go with their page.
 */
const mostKept = 65_536;

const styledAway =
  /(?:left|top|text-indent|margin-left)\s*:\s*-\d{4,}|font-size\s*:\s*0|opacity\s*:\s*0\s*(?:;|$)|(?:height|width)\s*:\s*[01]px[^;]*;[^"]*overflow\s*:\s*hidden/i;

/** The state of one reading. Its arrays are used again for the next page, so that memory stays flat. */
class TreeReader {
  tree = makeTree();
  readonly open = new OpenElements(this.tree);
  readonly attributes = new AttributeReader(this.tree);
  lastTextLine = -1;
  rows = 0;
  hasTitle = false;
  hasBody = false;
  /** Whether an end tag of a drawing may still come; asked once, so that many open drawings cost nothing. */
  hasDrawingEnd = true;

  start(html: string): void {
    if (this.tree.tag.length > mostKept || this.tree.attributeName.length > mostKept * 2)
      this.tree = makeTree();
    Object.assign(this.tree, {
      html,
      size: 0,
      title: '',
      isCut: html.length > treeLimits.characters,
      metas: [],
      scripts: [],
    });
    this.open.start(this.tree);
    this.attributes.start(this.tree);
    this.lastTextLine = -1;
    this.rows = 1;
    this.tree.nearRows.fill(-1, 0, familyCount);
    this.hasTitle = this.hasBody = false;
    this.hasDrawingEnd = true;
  }

  node(tag: number, from: number, to: number): number {
    const { tree, open } = this;
    const node = tree.size;
    if (node === tree.tag.length) growNodes(tree);
    const parent = open.height > 0 ? (open.stack[open.height - 1] as number) : -1;
    tree.tag[node] = tag;
    tree.parent[node] = parent;
    tree.depth[node] = open.height;
    tree.end[node] = node + 1;
    tree.from[node] = from;
    tree.to[node] = to;
    tree.line[node] = open.line;
    tree.families[node] = 0;
    tree.roles[node] = 0;
    tree.flags[node] = parent < 0 ? 0 : (tree.flags[parent] as number) & ~(LINK | BOLD | EMPHASIS);
    tree.near[node] = parent < 0 ? 0 : (tree.near[parent] as number);
    tree.block[node] =
      tag !== 1 && !isInline(tag) ? node : parent < 0 ? node : (tree.block[parent] as number);
    if (open.links > 0) tree.flags[node] = (tree.flags[node] as number) | LINK;
    if (open.bold > 0) tree.flags[node] = (tree.flags[node] as number) | BOLD;
    if (open.emphasis > 0) tree.flags[node] = (tree.flags[node] as number) | EMPHASIS;
    tree.size = node + 1;
    return node;
  }

  /** A run of text; white space alone counts only within a line that has begun. */
  text(from: number, to: number): void {
    if (from >= to) return;
    const { html } = this.tree;
    if (this.lastTextLine !== this.open.line) {
      let index = from;
      while (index < to && html.charCodeAt(index) <= 32) index += 1;
      if (index === to) return;
      this.lastTextLine = this.open.line;
    }
    this.node(1, from, to);
  }

  /** What the attributes of an element say of it and of all inside. */
  applyAttributes(node: number): void {
    const { tree } = this;
    let flags = tree.flags[node] as number;
    let families = 0;
    let roles = 0;
    const isRoot = tree.tag[node] === tags.html || tree.tag[node] === tags.body;
    for (let index = tree.from[node] as number; index < (tree.to[node] as number); index += 1) {
      const name = tree.attributeName[index] as number;
      const words = tree.attributeWords[index] as number;
      if (words >= 0 && !isRoot) {
        const entry = wordsOf(words);
        families |= entry.families;
        roles |= entry.roles;
        if (entry.isComments) flags |= COMMENTS;
      } else if (name === attributes.property && tree.tag[node] !== tags.meta) {
        const property = withoutPrefix(tree.html.slice(tree.attributeFrom[index], tree.attributeTo[index]));
        roles |= wordsOf(wordsId(property, 0, property.length)).roles;
      } else if (name === attributes.hidden) {
        if (!isRoot) flags |= HIDDEN;
      } else if (name === attributes['aria-hidden']) {
        if (!isRoot && tree.html.startsWith('true', tree.attributeFrom[index])) flags |= HIDDEN;
      } else if (name === attributes.style && !isRoot) {
        const style = tree.html.slice(
          tree.attributeFrom[index],
          Math.min(tree.attributeTo[index] as number, (tree.attributeFrom[index] as number) + longestStyle),
        );
        if (hidesByStyle(style)) flags |= HIDDEN;
        if (styledAway.test(style)) flags |= HIDDEN | STYLED_AWAY;
      }
    }
    tree.flags[node] = flags;
    tree.families[node] = families;
    tree.roles[node] = roles;
    if (families !== 0) this.addRow(node, families);
  }

  addRow(node: number, families: number): void {
    const { tree } = this;
    const to = this.rows * familyCount;
    if (to + familyCount > tree.nearRows.length) {
      const grown = new Int16Array(tree.nearRows.length * 2);
      grown.set(tree.nearRows);
      tree.nearRows = grown;
    }
    const row = tree.near[node] as number;
    tree.nearRows.copyWithin(to, row * familyCount, (row + 1) * familyCount);
    for (let family = 0; family < familyCount; family += 1)
      if ((families >> family) & 1) tree.nearRows[to + family] = tree.depth[node] as number;
    tree.near[node] = this.rows;
    this.rows += 1;
  }

  /**
   * Reads one start tag, its name at `from`; answers the position behind it (behind its text, for raw text
   * elements).
   */
  startTag(tag: number, position: number): number {
    const { tree, open } = this;
    const firstAttribute = this.attributes.count;
    const behind = this.attributes.read(position);
    if (tag === tags.body) {
      open.close(tags.head, isScope);
      if (this.hasBody) return behind;
      this.hasBody = true;
    } else if (tag === tags.html && (open.count[tags.html] as number) > 0) return behind;
    else if ((open.count[tags.head] as number) > 0 && !isInHead(tag)) open.close(tags.head, isScope);
    open.closeImplied(tag);
    if (!isInline(tag)) open.line += 1;
    if (open.height >= treeLimits.depth) {
      if (!isVoid(tag) && !isRawText(tag)) open.overflow += 1;
      return isRawText(tag) ? this.rawText(tag, -1, behind) : behind;
    }
    const node = this.node(tag, firstAttribute, this.attributes.count);
    tree.flags[node] = (tree.flags[node] as number) | (inheritedFlags[tag] as number);
    if (this.attributes.count > firstAttribute) this.applyAttributes(node);
    if (tag === tags.meta) tree.metas.push(node);
    if (isVoid(tag)) return behind;
    if (isRawText(tag)) return this.rawText(tag, node, behind);
    const isSelfClosed =
      tag >= firstUnknownTag || tag === tags.svg ? tree.html.charCodeAt(behind - 2) === 47 : false;
    if (tag === tags.svg && !isSelfClosed) return this.skipDrawing(behind);
    if (!isSelfClosed) open.push(node);
    return behind;
  }

  /** A drawing is passed over whole; one that never ends is not, so that it costs its tag alone. */
  skipDrawing(from: number): number {
    const close = this.hasDrawingEnd ? this.tree.html.indexOf('</svg', from) : -1;
    this.hasDrawingEnd = close >= 0;
    if (close < 0) return from;
    const behind = this.tree.html.indexOf('>', close);
    return behind < 0 ? this.tree.html.length : behind + 1;
  }

  rawText(tag: number, node: number, from: number): number {
    const { tree } = this;
    const close = findRawEnd(tree.html, from, rawNames.get(tag) ?? '');
    if (node >= 0 && tag === tags.script) this.keepScript(node, from, close);
    if (tag === tags.title && !this.hasTitle) {
      tree.title = decodeReferences(tree.html.slice(from, Math.min(close, from + longestTitle)))
        .replace(/\s+/g, ' ')
        .trim();
      this.hasTitle = tree.title !== '';
    }
    if (close === tree.html.length) return close;
    const behind = tree.html.indexOf('>', close);
    return behind < 0 ? tree.html.length : behind + 1;
  }

  keepScript(node: number, from: number, to: number): void {
    const { tree } = this;
    for (let index = tree.from[node] as number; index < (tree.to[node] as number); index += 1) {
      if (tree.attributeName[index] !== attributes.type) continue;
      const type = tree.html.slice(tree.attributeFrom[index], tree.attributeTo[index]).toLowerCase();
      if (type.includes('json')) tree.scripts.push({ type, from, to, node });
      return;
    }
  }
}

/** Names of RDFa without their vocabulary: `schema:author`, `http://schema.org/author` (RDFa Core 1.1, 6). */
const withoutPrefix = (name: string): string => name.replace(/^\s*(?:[\w-]+:(?!\/)|\S*[/#])/, '');

/** Characters of a title that are read, its markup included: no headline has so many. */
const longestTitle = 16_000;

const inHead = new Set<number>([
  tags.head,
  tags.title,
  tags.meta,
  tags.link,
  tags.base,
  tags.script,
  tags.style,
  tags.noscript,
  tags.template,
  tags.html,
  tags.svg,
  tags.iframe,
  tags.img,
  tags.noembed,
  tags.noframes,
]);
const isInHead = (tag: number): boolean => inHead.has(tag);
const rawNames = new Map<number, string>(
  (['title', 'script', 'style', 'textarea', 'iframe', 'xmp', 'noembed', 'noframes'] as const).map((name) => [
    tags[name],
    name,
  ]),
);

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const reader = new TreeReader();

/**
 * Reads a page into a flat tree in one pass, by the rules of HTML that matter for real pages: implied end
 * tags, void and raw text elements, links and formatting that end across blocks, table cells as walls. It
 * never throws and takes time linear in the page.
 * @param page HTML as a string. The tree holds until the next call.
 */
export function readTree(page: string): Tree {
  trimVocabulary();
  reader.start(page.length > treeLimits.characters ? page.slice(0, treeLimits.characters) : page);
  const { tree } = reader;
  const { html } = tree;
  const length = html.length;
  let textFrom = 0;
  let position = 0;
  while (position < length) {
    const open = html.indexOf('<', position);
    if (open < 0) break;
    const code = html.charCodeAt(open + 1);
    const isEnd = code === 47;
    if (!isLetter(isEnd ? html.charCodeAt(open + 2) : code)) {
      if (code === 33 || code === 63 || (isEnd && html.charCodeAt(open + 2) !== 32)) {
        reader.text(textFrom, open);
        position = textFrom = skipDeclaration(html, open);
      } else position = open + 1;
      continue;
    }
    reader.text(textFrom, open);
    if (tree.size >= treeLimits.nodes) {
      tree.isCut = true;
      textFrom = length;
      break;
    }
    let to = open + (isEnd ? 3 : 2);
    let next = html.charCodeAt(to);
    while (next > 32 && next !== 62 && next !== 47) next = html.charCodeAt(++to);
    const tag = tagAt(html, open + (isEnd ? 2 : 1), Math.min(to, open + 60));
    if (isEnd) {
      const behind = next === 62 ? to : html.indexOf('>', to);
      reader.open.endTag(tag);
      position = textFrom = behind < 0 ? length : behind + 1;
    } else position = textFrom = reader.startTag(tag, to);
  }
  reader.text(textFrom, length);
  reader.open.popTo(0);
  return tree;
}
