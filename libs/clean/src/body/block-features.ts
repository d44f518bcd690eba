import type { Evidence } from '../metadata/evidence.ts';
import { characterClass, DIGIT, UNSPACED, UPPER, WORD } from '../tree/characters.ts';
import { isHeading, tags } from '../tree/tags.ts';
import {
  ARTICLE,
  ASIDE,
  BUTTON,
  COMMENTS,
  FIGURE,
  FOOTER,
  FORM,
  HEADER,
  HIDDEN,
  LINK,
  LIST,
  MAIN,
  NAV,
  QUOTE,
  TABLE,
  type Tree,
} from '../tree/tree.ts';
import { familyCount } from '../tree/vocabulary.ts';
import type { PageMeasures } from './page-measures.ts';
import { phraseFamilies } from './phrases.ts';
import type { Blocks } from './blocks.ts';

const boxes = [
  ARTICLE,
  MAIN,
  ASIDE,
  FOOTER,
  NAV,
  HEADER,
  FIGURE,
  LIST,
  TABLE,
  QUOTE,
  FORM,
  BUTTON,
  HIDDEN,
  LINK,
  COMMENTS,
];
// biome-ignore format: a table, read by its rows
const pageTypes = [
  'newsarticle', 'article', 'blogposting', 'product', 'discussionforumposting', 'qapage', 'itemlist',
  'collectionpage', 'og:article', 'og:website', 'og:product', 'breadcrumblist', 'faqpage', 'techarticle',
  'service',
];
const relatives = ['self', 'parent', 'grandparent'];

/** Names of the features, in the order in which `writeFeatures` writes them. */
export const featureNames: readonly string[] = [
  ...'weight characters linkShare links stopShare markShare stops ending upperShare digitShare beginning unspacedShare quotes tag parentTag depth position wordsBefore wordsBeforeLog headlineDistance boldShare emphasisShare'.split(
    ' ',
  ),
  ...boxes.map((flag) => `in${flag}`),
  ...Array.from({ length: familyCount }, (_, family) => `near${family}`),
  ...'bodyCover descriptionCover titleCover repeats'.split(' '),
  ...relatives.flatMap((name) => ['Words', 'LinkShare', 'Mean', 'Good', 'Share'].map((what) => name + what)),
  ...'siblings groupSize groupWords groupMean groupLinkShare groupShare groupGood best bestShare firstBest lastBest previousGood nextGood previousSame nextSame previousKin nextKin'.split(
    ' ',
  ),
  ...'previousWeight previousLinkShare nextWeight nextLinkShare previousEnds pageBlocks pageWords pageLongest bodyRatio'.split(
    ' ',
  ),
  ...['seed', 'topFirst', 'topLast'].flatMap((name) => [`${name}Up`, `${name}Down`]),
  ...'isTop topFirstDistance topLastDistance seedDistance lastTop topShare topGood'.split(' '),
  ...Array.from({ length: phraseFamilies }, (_, family) => `phrase${family}`),
  ...'commentDistance footerDistance comments headingDistance headingLevel headingPhrases greatShare greatLinkShare paragraphShare parentBlocks thread'.split(
    ' ',
  ),
  ...pageTypes.map((type) => `page:${type}`),
  'pageGood',
  'pageLinkShare',
  'pageComments',
  'hashed',
];
export const featureCount = featureNames.length;

const log = (value: number): number => Math.log(1 + value);
const clamp = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;
const signedLog = (distance: number): number => Math.sign(distance) * log(Math.abs(distance));

/** Heights of the ancestors of a block above it; -1 for nodes that are none. */
function ancestorHeights(tree: Tree, node: number): Int16Array {
  const heights = new Int16Array(tree.size + 1).fill(-1);
  let height = 0;
  for (let ancestor = node; ancestor >= 0; ancestor = tree.parent[ancestor] as number)
    heights[ancestor] = height++;
  return heights;
}

function endingOf(blocks: Blocks, index: number, endsSentence: number): number {
  if (endsSentence === 1) return 2;
  const code = blocks.characters[(blocks.to[index] as number) - 1] as number;
  if (code === 58 || code === 0xff1a) return 1;
  return code === 34 || code === 0x201d || code === 0x201c || code === 0xbb || code === 0x2019 ? 3 : 0;
}

function beginningOf(blocks: Blocks, index: number): number {
  const code = blocks.characters[blocks.from[index] as number] as number;
  const kind = characterClass[code] as number;
  if (kind & UPPER) return 1;
  if (kind & DIGIT) return 3;
  if (kind & UNSPACED) return 5;
  if (kind & WORD) return 2;
  return code === 34 || code === 0xab || (code >= 0x2018 && code <= 0x201f) || code === 0x300c ? 4 : 6;
}

/** Neighbouring good blocks of every block: the nearest before and behind it, -1 where there is none. */
function goodNeighbours(measures: PageMeasures, count: number): { before: Int32Array; behind: Int32Array } {
  const before = new Int32Array(count);
  const behind = new Int32Array(count);
  let good = -1;
  for (let index = 0; index < count; index += 1) {
    before[index] = good;
    if (measures.isGood[index] === 1) good = index;
  }
  good = -1;
  for (let index = count - 1; index >= 0; index -= 1) {
    behind[index] = good;
    if (measures.isGood[index] === 1) good = index;
  }
  return { before, behind };
}

/** Numbers that are kept from page to page; a larger matrix goes with its page. */
const mostKept = 1_000_000;
let matrix = new Float32Array(featureCount * 1_024);

/**
 * Features of all blocks of a page, row after row; the matrix holds until the next page. The last column, the
 * hashed score, is taken from `hashed`. One long function: every line writes one number, and the order is
 * that of `featureNames`.
 */
export function writeFeatures(
  tree: Tree,
  blocks: Blocks,
  measures: PageMeasures,
  evidence: Evidence,
  hashed: Float32Array,
): Float32Array {
  const count = blocks.size;
  const wanted = count * featureCount;
  if (matrix.length < wanted || (matrix.length > mostKept && matrix.length > wanted * 4))
    matrix = new Float32Array(featureCount * Math.max(1_024, Math.ceil(count * 1.25)));
  const row = matrix;
  const { before, behind } = goodNeighbours(measures, count);
  const total = measures.total || 1;
  const { headline, best, seed, topFirst, topLast, topGroup } = measures;
  const marks = [seed, topFirst, topLast].map((index) =>
    ancestorHeights(tree, index >= 0 ? (blocks.node[index] as number) : -1),
  );
  const bestDepth = best >= 0 ? (tree.depth[best] as number) : 0;
  const types = pageTypes.map((type) => (evidence.types.has(type) ? 1 : 0));
  let allGood = 0;
  let linkWords = 0;
  let commentWords = 0;
  for (let index = 0; index < count; index += 1) {
    allGood += measures.isGood[index] as number;
    linkWords += (blocks.weight[index] as number) * (blocks.linkShare[index] as number);
    if ((tree.flags[blocks.node[index] as number] as number) & COMMENTS)
      commentWords += blocks.weight[index] as number;
  }
  let wordsBefore = 0;
  let lastTop = -1;
  let heading = -1;
  for (let index = 0; index < count; index += 1) {
    let at = index * featureCount;
    const node = blocks.node[index] as number;
    const flags = tree.flags[node] as number;
    const parent = tree.parent[node] as number;
    const grandparent = parent >= 0 ? (tree.parent[parent] as number) : -1;
    const depth = tree.depth[node] as number;
    const weight = blocks.weight[index] as number;
    const atLeastOne = Math.max(1, weight);
    const length = (blocks.to[index] as number) - (blocks.from[index] as number);
    const words = blocks.words[index] as number;
    const group = measures.group[index] as number;
    row[at++] = log(weight);
    row[at++] = log(length);
    row[at++] = blocks.linkShare[index] as number;
    row[at++] = blocks.links[index] as number;
    row[at++] = words > 0 ? (blocks.stopWords[index] as number) / words : -1;
    row[at++] = ((blocks.stops[index] as number) + (blocks.commas[index] as number)) / atLeastOne;
    row[at++] = blocks.stops[index] as number;
    row[at++] = endingOf(blocks, index, measures.endsSentence[index] as number);
    row[at++] = (blocks.uppers[index] as number) / atLeastOne;
    row[at++] = (blocks.digits[index] as number) / length;
    row[at++] = beginningOf(blocks, index);
    row[at++] = (blocks.unspaced[index] as number) / length;
    row[at++] = blocks.quotes[index] as number;
    row[at++] = Math.min(128, tree.tag[node] as number);
    row[at++] = parent >= 0 ? Math.min(128, tree.tag[parent] as number) : 0;
    row[at++] = depth;
    row[at++] = index / count;
    row[at++] = wordsBefore / total;
    row[at++] = log(wordsBefore);
    wordsBefore += weight;
    row[at++] = headline < 0 ? 99 : signedLog(index - headline);
    row[at++] = blocks.boldShare[index] as number;
    row[at++] = blocks.emphasisShare[index] as number;
    for (const box of boxes) row[at++] = flags & box ? 1 : 0;
    const near = (tree.near[node] as number) * familyCount;
    for (let family = 0; family < familyCount; family += 1) {
      const level = tree.nearRows[near + family] as number;
      row[at++] = level >= 0 ? Math.min(20, depth - level) : 99;
    }
    row[at++] = measures.evidence.bodyCover(blocks, index);
    row[at++] = measures.evidence.descriptionCover(blocks, index);
    row[at++] = measures.evidence.titleCover(blocks, index);
    row[at++] = measures.repeats[index] as number;
    for (let relative = 0; relative < 3; relative += 1) {
      const who = relative === 0 ? node : relative === 1 ? parent : grandparent;
      const sum = who >= 0 ? (measures.nodeWords[who] as number) : 0;
      const lines = who >= 0 ? (measures.nodeBlocks[who] as number) : 0;
      row[at++] = log(sum);
      row[at++] = sum > 0 ? (measures.nodeLinkWords[who] as number) / sum : 0;
      row[at++] = lines > 0 ? sum / lines : 0;
      row[at++] = who >= 0 ? (measures.nodeGood[who] as number) : 0;
      row[at++] = sum / total;
    }
    row[at++] = parent >= 0 ? (measures.children[parent] as number) : 0;
    const groupSize = measures.groupSize[group] as number;
    const groupWords = measures.groupWords[group] as number;
    row[at++] = groupSize;
    row[at++] = log(groupWords);
    row[at++] = groupWords / groupSize;
    row[at++] = groupWords > 0 ? (measures.groupLinkWords[group] as number) / groupWords : 0;
    row[at++] = groupWords / total;
    row[at++] = (measures.groupGood[group] as number) / groupSize;
    const place = measures.isInBest[node];
    row[at++] = place === 1 ? depth - bestDepth : place === 2 ? 50 : 99;
    row[at++] = best >= 0 ? (measures.nodeWords[best] as number) / total : 0;
    row[at++] = measures.firstGoodInBest < 0 ? 99 : signedLog(index - measures.firstGoodInBest);
    row[at++] = measures.lastGoodInBest < 0 ? 99 : signedLog(index - measures.lastGoodInBest);
    const previous = before[index] as number;
    const next = behind[index] as number;
    row[at++] = previous < 0 ? 99 : Math.min(50, index - previous);
    row[at++] = next < 0 ? 99 : Math.min(50, next - index);
    row[at++] = previous >= 0 && measures.group[previous] === group ? 1 : 0;
    row[at++] = next >= 0 && measures.group[next] === group ? 1 : 0;
    row[at++] = previous < 0 ? 0 : kinship(tree, blocks, previous, parent, grandparent);
    row[at++] = next < 0 ? 0 : kinship(tree, blocks, next, parent, grandparent);
    row[at++] = index > 0 ? log(blocks.weight[index - 1] as number) : -1;
    row[at++] = index > 0 ? (blocks.linkShare[index - 1] as number) : -1;
    row[at++] = index + 1 < count ? log(blocks.weight[index + 1] as number) : -1;
    row[at++] = index + 1 < count ? (blocks.linkShare[index + 1] as number) : -1;
    row[at++] = index > 0 ? (measures.endsSentence[index - 1] as number) : 0;
    row[at++] = log(count);
    row[at++] = log(total);
    row[at++] = log(measures.longest);
    row[at++] = measures.evidence.bodySize < 0 ? -1 : measures.evidence.bodySize / total;
    for (let mark = 0; mark < 3; mark += 1) {
      const heights = marks[mark] as Int16Array;
      let ancestor = node;
      let up = 0;
      while (ancestor >= 0 && (heights[ancestor] as number) < 0) {
        ancestor = tree.parent[ancestor] as number;
        up += 1;
      }
      row[at++] = ancestor >= 0 ? up : 99;
      row[at++] = ancestor >= 0 ? (heights[ancestor] as number) : 99;
    }
    if (group === topGroup) lastTop = index;
    row[at++] = group === topGroup ? 1 : 0;
    row[at++] = topFirst < 0 ? 99 : clamp(index - topFirst, -40, 40);
    row[at++] = topLast < 0 ? 99 : clamp(topLast - index, -40, 40);
    row[at++] = seed < 0 ? 99 : clamp(index - seed, -40, 60);
    row[at++] = lastTop < 0 ? 99 : Math.min(50, index - lastTop);
    row[at++] = topGroup < 0 ? 0 : (measures.groupWords[topGroup] as number) / total;
    row[at++] = topGroup < 0 ? 0 : (measures.groupGood[topGroup] as number);
    const phrases = measures.phrases[index] as number;
    for (let family = 0; family < phraseFamilies; family += 1) row[at++] = (phrases >> family) & 1;
    row[at++] = measures.firstComment < 0 ? -99 : clamp(index - measures.firstComment, -60, 60);
    row[at++] = measures.firstFooter < 0 ? -99 : clamp(index - measures.firstFooter, -60, 60);
    row[at++] = flags & COMMENTS && !measures.isThread ? 1 : 0;
    const headingDistance = heading >= 0 && index - heading < 12 ? index - heading : 99;
    row[at++] = headingDistance;
    row[at++] =
      headingDistance === 99 ? 0 : (tree.tag[blocks.node[heading] as number] as number) - tags.h1 + 1;
    row[at++] = headingDistance === 99 ? -1 : (measures.phrases[heading] as number) & 0xff ? 1 : 0;
    if (isHeading(tree.tag[node] as number)) heading = index;
    const great = grandparent >= 0 ? (tree.parent[grandparent] as number) : -1;
    const greatWords = great >= 0 ? (measures.nodeWords[great] as number) : 0;
    row[at++] = greatWords / total;
    row[at++] = greatWords > 0 ? (measures.nodeLinkWords[great] as number) / greatWords : 0;
    const parentBlocks = parent >= 0 ? (measures.nodeBlocks[parent] as number) : 0;
    row[at++] = parentBlocks > 0 ? (measures.nodeParagraphs[parent] as number) / parentBlocks : 0;
    row[at++] = parentBlocks;
    row[at++] = measures.isThread ? 1 : 0;
    for (let type = 0; type < types.length; type += 1) row[at++] = types[type] as number;
    row[at++] = allGood;
    row[at++] = linkWords / total;
    row[at++] = commentWords / total;
    row[at] = hashed[index] as number;
  }
  return row;
}

/** Whether another block has the same parent (2), or the grandparent as its parent (1). */
function kinship(tree: Tree, blocks: Blocks, other: number, parent: number, grandparent: number): number {
  const otherParent = tree.parent[blocks.node[other] as number] as number;
  if (otherParent === parent) return 2;
  return otherParent === grandparent ? 1 : 0;
}
