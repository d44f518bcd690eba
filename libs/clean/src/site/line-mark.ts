import { longestSighting } from '@newsmill/contracts';
import type { PageLine } from '../body/page-lines.ts';
import { hashOfUnits } from '../tree/hash-of-units.ts';
import { tags } from '../tree/tags.ts';
import { attributeOf, type Tree } from '../tree/tree.ts';

/**
 * What is remembered of a line: hashes of its text and of the box that it stands in, and its words (at most
 * 255).
 */
export interface LineMark {
  readonly text: number;
  readonly box: number;
  readonly weight: number;
}

/** Bytes of a mark: text 4, box 3, weight 1. */
const markBytes = 8;
/** Marks that the memory of one article has room for: base64 makes four characters of three bytes. */
export const mostMarks = Math.floor(((longestSighting / 4) * 3) / markBytes);

const innerTags: ReadonlySet<number> = new Set([
  tags.p,
  tags.li,
  tags.ul,
  tags.ol,
  tags.dl,
  tags.dd,
  tags.dt,
  tags.blockquote,
  tags.h1,
  tags.h2,
  tags.h3,
  tags.h4,
  tags.h5,
  tags.h6,
  tags.tr,
  tags.td,
  tags.th,
  tags.tbody,
  tags.figcaption,
]);
/** Elements of a box's path that count: more would tell apart what differs by a wrapper. */
const pathLength = 3;

/**
 * Tag and class of the nearest box around a line and of its parents; numbers in class names often belong to
 * the article.
 */
function hashOfBox(tree: Tree, box: number): number {
  let node = box;
  let hash = 0x811c9dc5;
  for (let step = 0; step < pathLength && node > 0; step += 1) {
    hash = hashOfUnits(
      `${tree.tag[node]}.${(attributeOf(tree, node, 'class') ?? '').slice(0, 200).replace(/\d+/g, '')}>`,
      hash,
    );
    node = tree.parent[node] as number;
  }
  return hash & 0xffffff;
}

/** What is to be remembered of the lines of a page, in their order. */
export function marksOf(tree: Tree, lines: readonly PageLine[]): LineMark[] {
  const boxes = new Map<number, number>();
  const boxOf = (line: PageLine): number => {
    let node = line.node;
    while (node > 0 && innerTags.has(tree.tag[node] as number)) node = tree.parent[node] as number;
    const hash = boxes.get(node) ?? hashOfBox(tree, node);
    boxes.set(node, hash);
    return hash;
  };
  return lines.map((line) => ({
    text: hashOfUnits(line.text),
    box: boxOf(line),
    weight: Math.min(255, Math.round(line.weight)),
  }));
}

export function writeMarks(marks: readonly LineMark[]): string {
  const bytes = Buffer.alloc(marks.length * markBytes);
  for (const [index, { text, box, weight }] of marks.entries()) {
    bytes.writeUInt32LE(text, index * markBytes);
    bytes.writeUIntLE(box, index * markBytes + 4, 3);
    bytes.writeUInt8(weight, index * markBytes + 7);
  }
  return bytes.toString('base64');
}

/** The marks of a remembered article; what cannot be read gives none. */
export function readMarks(lines: string): LineMark[] {
  const bytes = Buffer.from(lines, 'base64');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const marks: LineMark[] = [];
  for (let at = 0; at + markBytes <= bytes.length && marks.length < mostMarks; at += markBytes) {
    const boxAndWeight = view.getUint32(at + 4, true);
    marks.push({ text: view.getUint32(at, true), box: boxAndWeight & 0xffffff, weight: boxAndWeight >>> 24 });
  }
  return marks;
}
