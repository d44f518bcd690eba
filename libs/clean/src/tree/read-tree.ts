import { attributeNumber, attributes, lastVocabulary, mayBeKept } from './attributes.ts';
import { decodeReferences } from './entities.ts';
import {
  closesParagraph,
  firstUnknownTag,
  isFormatting,
  isHeading,
  isInline,
  isRawText,
  isScope,
  isSkipped,
  isVoid,
  tagNumber,
  tags,
} from './tags.ts';
import {
  ARTICLE,
  ASIDE,
  BOLD,
  BUTTON,
  COMMENTS,
  EMPHASIS,
  FIGURE,
  FOOTER,
  FORM,
  HEAD,
  HEADER,
  HIDDEN,
  LINK,
  LIST,
  MAIN,
  NAV,
  PREFORMATTED,
  QUOTE,
  SKIPPED,
  STYLED_AWAY,
  TABLE,
  type Tree,
} from './tree.ts';
import { familyCount, trimVocabulary, wordsId, wordsOf } from './vocabulary.ts';

/** Limits that keep any page affordable; what lies past them is not read. */
const treeLimits = {
  depth: 512,
  nodes: 200_000,
  attributes: 600_000,
  characters: 12_000_000,
} as const;

/**
 * Nodes, and half the attributes, for which room is kept from page to page; larger arrays go with their page.
 */
const mostKept = 65_536;

const inherited = new Int32Array(65_536);
// biome-ignore format: a table, read by its rows
for (const [tag, flag] of [
  ['article', ARTICLE], ['main', MAIN], ['aside', ASIDE], ['footer', FOOTER], ['nav', NAV],
  ['header', HEADER], ['figure', FIGURE], ['figcaption', FIGURE], ['ul', LIST], ['ol', LIST],
  ['table', TABLE], ['blockquote', QUOTE], ['form', FORM], ['button', BUTTON], ['head', HEAD],
  ['pre', PREFORMATTED],
] as const) inherited[tags[tag]] = flag;
for (let tag = 0; tag < firstUnknownTag; tag += 1) if (isSkipped(tag)) inherited[tag] = SKIPPED;

const unknownTags = new Map<string, number>();
const mostUnknownTags = 4_000;
function unknownTag(name: string): number {
  const known = unknownTags.get(name);
  if (known !== undefined) return known;
  if (unknownTags.size >= mostUnknownTags) return firstUnknownTag;
  const number = firstUnknownTag + 1 + unknownTags.size;
  unknownTags.set(Buffer.from(name).toString(), number);
  return number;
}

function growInt32(array: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2);
  grown.set(array);
  return grown;
}

const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const styledAway =
  /(?:left|top|text-indent|margin-left)\s*:\s*-\d{4,}|font-size\s*:\s*0|opacity\s*:\s*0\s*(?:;|$)|(?:height|width)\s*:\s*[01]px[^;]*;[^"]*overflow\s*:\s*hidden/i;

/** The state of one reading. Its arrays are used again for the next page, so that memory stays flat. */
class TreeReader {
  tree: Tree = {
    html: '',
    size: 0,
    title: '',
    isCut: false,
    metas: [],
    scripts: [],
    tag: new Uint16Array(8_192),
    depth: new Uint16Array(8_192),
    families: new Uint16Array(8_192),
    roles: new Uint16Array(8_192),
    parent: new Int32Array(8_192),
    end: new Int32Array(8_192),
    flags: new Int32Array(8_192),
    from: new Int32Array(8_192),
    to: new Int32Array(8_192),
    line: new Int32Array(8_192),
    block: new Int32Array(8_192),
    near: new Int32Array(8_192),
    nearRows: new Int16Array(familyCount * 1_024),
    attributeName: new Uint8Array(16_384),
    attributeFrom: new Int32Array(16_384),
    attributeTo: new Int32Array(16_384),
    attributeWords: new Int32Array(16_384),
  };
  stack = new Int32Array(treeLimits.depth + 8);
  height = 0;
  openCount = new Uint16Array(65_536);
  /** Formatting elements that ended while blocks inside them stayed open. */
  ended = new Uint8Array(treeLimits.depth + 8);
  openLinks = 0;
  openBold = 0;
  openEmphasis = 0;
  line = 0;
  lastTextLine = -1;
  rows = 0;
  attributeCount = 0;
  overflow = 0;
  hasTitle = false;
  hasBody = false;
  /** Whether an end tag of a drawing may still come; asked once, so that many open drawings cost nothing. */
  hasDrawingEnd = true;

  start(html: string): void {
    if (this.tree.tag.length > mostKept || this.tree.attributeName.length > mostKept * 2)
      this.tree = new TreeReader().tree;
    Object.assign(this.tree, {
      html,
      size: 0,
      title: '',
      isCut: html.length > treeLimits.characters,
      metas: [],
      scripts: [],
    });
    this.openCount.fill(0);
    this.height =
      this.openLinks =
      this.openBold =
      this.openEmphasis =
      this.line =
      this.attributeCount =
      this.overflow =
        0;
    this.lastTextLine = -1;
    this.rows = 1;
    this.tree.nearRows.fill(-1, 0, familyCount);
    this.hasTitle = this.hasBody = false;
    this.hasDrawingEnd = true;
  }

  node(tag: number, from: number, to: number): number {
    const tree = this.tree;
    const node = tree.size;
    if (node === tree.tag.length) this.grow();
    const parent = this.height > 0 ? (this.stack[this.height - 1] as number) : -1;
    tree.tag[node] = tag;
    tree.parent[node] = parent;
    tree.depth[node] = this.height;
    tree.end[node] = node + 1;
    tree.from[node] = from;
    tree.to[node] = to;
    tree.line[node] = this.line;
    tree.families[node] = 0;
    tree.roles[node] = 0;
    tree.flags[node] = parent < 0 ? 0 : (tree.flags[parent] as number) & ~(LINK | BOLD | EMPHASIS);
    tree.near[node] = parent < 0 ? 0 : (tree.near[parent] as number);
    tree.block[node] =
      tag !== 1 && !isInline(tag) ? node : parent < 0 ? node : (tree.block[parent] as number);
    if (this.openLinks > 0) tree.flags[node] = (tree.flags[node] as number) | LINK;
    if (this.openBold > 0) tree.flags[node] = (tree.flags[node] as number) | BOLD;
    if (this.openEmphasis > 0) tree.flags[node] = (tree.flags[node] as number) | EMPHASIS;
    tree.size = node + 1;
    return node;
  }

  grow(): void {
    const { tree } = this;
    for (const name of ['parent', 'end', 'flags', 'from', 'to', 'line', 'block', 'near'] as const)
      tree[name] = growInt32(tree[name]);
    for (const name of ['tag', 'depth', 'families', 'roles'] as const) {
      const grown = new Uint16Array(tree[name].length * 2);
      grown.set(tree[name]);
      tree[name] = grown;
    }
  }

  /** A run of text; white space alone counts only within a line that has begun. */
  text(from: number, to: number): void {
    if (from >= to) return;
    const { html } = this.tree;
    if (this.lastTextLine !== this.line) {
      let index = from;
      while (index < to && html.charCodeAt(index) <= 32) index += 1;
      if (index === to) return;
      this.lastTextLine = this.line;
    }
    this.node(1, from, to);
  }

  addAttribute(number: number, from: number, to: number): void {
    const { tree } = this;
    const index = this.attributeCount;
    if (index === tree.attributeName.length) {
      for (const name of ['attributeFrom', 'attributeTo', 'attributeWords'] as const)
        tree[name] = growInt32(tree[name]);
      const grown = new Uint8Array(index * 2);
      grown.set(tree.attributeName);
      tree.attributeName = grown;
    }
    tree.attributeName[index] = number;
    tree.attributeFrom[index] = from;
    tree.attributeTo[index] = to;
    tree.attributeWords[index] = number <= lastVocabulary && from < to ? wordsId(tree.html, from, to) : -1;
    this.attributeCount = index + 1;
  }

  /** Reads attributes from `position`, just behind the tag name; answers the position behind `>`. */
  attributes(position: number): number {
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
      if (number >= 0 && this.attributeCount < treeLimits.attributes) this.addAttribute(number, from, to);
    }
    return length;
  }

  /** A quote that never closes: HTML would lose the rest of the page; the tag ends at its first `>` here. */
  cutTag(from: number): number {
    const close = this.tree.html.indexOf('>', from);
    return close < 0 ? this.tree.html.length : close + 1;
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
          Math.min(tree.attributeTo[index] as number, (tree.attributeFrom[index] as number) + 400),
        );
        if (hiddenStyle.test(style)) flags |= HIDDEN;
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

  push(node: number): void {
    const tag = this.tree.tag[node] as number;
    this.stack[this.height] = node;
    this.ended[this.height] = 0;
    this.height += 1;
    this.openCount[tag] = (this.openCount[tag] as number) + 1;
    this.countFormatting(tag, 1);
  }

  countFormatting(tag: number, step: number): void {
    if (tag === tags.a) this.openLinks += step;
    else if (tag === tags.b || tag === tags.strong) this.openBold += step;
    else if (tag === tags.i || tag === tags.em) this.openEmphasis += step;
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
      this.openCount[tag] = (this.openCount[tag] as number) - 1;
      this.countFormatting(tag, -1);
    }
  }

  /**
   * Height of the nearest open element with that tag, not looking past table cells and other walls; -1 when
   * there is none.
   */
  findOpen(tag: number, wall: (tag: number) => boolean): number {
    if (this.openCount[tag] === 0) return -1;
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
    if (closesParagraph(tag) && (this.openCount[tags.p] as number) > 0) this.close(tags.p, isScope);
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
    this.openCount[tag] = (this.openCount[tag] as number) - 1;
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

  /**
   * Reads one start tag, its name at `from`; answers the position behind it (behind its text, for raw text
   * elements).
   */
  startTag(tag: number, position: number): number {
    const { tree } = this;
    const firstAttribute = this.attributeCount;
    const behind = this.attributes(position);
    if (tag === tags.body) {
      this.close(tags.head, isScope);
      if (this.hasBody) return behind;
      this.hasBody = true;
    } else if (tag === tags.html && (this.openCount[tags.html] as number) > 0) return behind;
    else if ((this.openCount[tags.head] as number) > 0 && !isInHead(tag)) this.close(tags.head, isScope);
    this.closeImplied(tag);
    if (!isInline(tag)) this.line += 1;
    if (this.height >= treeLimits.depth) {
      if (!isVoid(tag) && !isRawText(tag)) this.overflow += 1;
      return isRawText(tag) ? this.rawText(tag, -1, behind) : behind;
    }
    const node = this.node(tag, firstAttribute, this.attributeCount);
    tree.flags[node] = (tree.flags[node] as number) | (inherited[tag] as number);
    if (this.attributeCount > firstAttribute) this.applyAttributes(node);
    if (tag === tags.meta) tree.metas.push(node);
    if (isVoid(tag)) return behind;
    if (isRawText(tag)) return this.rawText(tag, node, behind);
    const isSelfClosed =
      tag >= firstUnknownTag || tag === tags.svg ? tree.html.charCodeAt(behind - 2) === 47 : false;
    if (tag === tags.svg && !isSelfClosed) return this.skipDrawing(behind);
    if (!isSelfClosed) this.push(node);
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
      tree.title = decodeReferences(tree.html.slice(from, close)).replace(/\s+/g, ' ').trim();
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

const isListWall = (tag: number): boolean =>
  tag === tags.ul || tag === tags.ol || tag === tags.dl || tag === tags.menu || isScope(tag);
const isRowWall = (tag: number): boolean => tag === tags.tr || tag === tags.table;
const isTableWall = (tag: number): boolean => tag === tags.table;
const isBlockWall = (tag: number): boolean => !isInline(tag);
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

/** Where raw text ends: at its end tag in any letter case, else at the end of the page. */
function findRawEnd(html: string, from: number, name: string): number {
  let close = html.indexOf('</', from);
  while (close >= 0) {
    const behind = close + 2 + name.length;
    if (html.slice(close + 2, behind).toLowerCase() === name) {
      const code = html.charCodeAt(behind);
      if (code === 62 || code <= 32 || code === 47) return close;
    }
    close = html.indexOf('</', close + 2);
  }
  return html.length;
}

/** Position behind a comment, a doctype or another declaration that begins at `from`. */
function skipDeclaration(html: string, from: number): number {
  if (html.startsWith('<!--', from)) {
    if (html.startsWith('>', from + 4)) return from + 5;
    const close = html.indexOf('-->', from + 4);
    return close < 0 ? html.length : close + 3;
  }
  if (html.startsWith('<![CDATA[', from)) {
    const close = html.indexOf(']]>', from + 9);
    return close < 0 ? html.length : close + 3;
  }
  const close = html.indexOf('>', from + 2);
  return close < 0 ? html.length : close + 1;
}

const names = new Map<string, number>();
function tagOf(name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  const number = tagNumber(lower) || unknownTag(lower);
  if (names.size < 6_000) names.set(Buffer.from(name).toString(), number);
  return number;
}

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
    const tag = tagOf(html.slice(open + (isEnd ? 2 : 1), Math.min(to, open + 60)));
    if (isEnd) {
      const behind = next === 62 ? to : html.indexOf('>', to);
      reader.endTag(tag);
      position = textFrom = behind < 0 ? length : behind + 1;
    } else position = textFrom = reader.startTag(tag, to);
  }
  reader.text(textFrom, length);
  reader.popTo(0);
  return tree;
}
