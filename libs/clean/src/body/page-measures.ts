import { evidenceTokens, type EvidenceTokens } from './evidence-tokens.ts';
import { blockText } from './block-text.ts';
import type { Blocks } from './blocks.ts';
import { commentPhrase, phrasesIn } from './phrases.ts';
import type { Evidence } from '../metadata/evidence.ts';
import { characterClass, STOP } from '../tree/characters.ts';
import { tags } from '../tree/tags.ts';
import { COMMENTS, FOOTER, type Tree } from '../tree/tree.ts';
import { commentFamily, familyCount, wordsOf } from '../tree/vocabulary.ts';

/**
 * Everything that the features of single blocks are measured against. Arrays per node have one slot more for
 * "no node".
 */
export interface PageMeasures {
  readonly evidence: EvidenceTokens;
  total: number;
  longest: number;
  nodeWords: Float32Array;
  nodeLinkWords: Float32Array;
  nodeBlocks: Int32Array;
  nodeParagraphs: Int32Array;
  nodeGood: Int32Array;
  children: Int32Array;
  shape: Int32Array;
  isGood: Uint8Array;
  phrases: Int32Array;
  endsSentence: Uint8Array;
  repeats: Int32Array;
  group: Int32Array;
  groupSize: Float32Array;
  groupWords: Float32Array;
  groupLinkWords: Float32Array;
  groupGood: Float32Array;
  topGroup: number;
  topFirst: number;
  topLast: number;
  headline: number;
  best: number;
  isInBest: Uint8Array;
  firstGoodInBest: number;
  lastGoodInBest: number;
  seed: number;
  firstComment: number;
  firstFooter: number;
  /**
   * Whether comments are the text of the page: its headline or nearly all its words lie among them, or it
   * says that it is a discussion.
   */
  isThread: boolean;
}

/** Signs that may stand behind the stop of a sentence, at most three of them. */
const closing: ReadonlySet<number> = new Set(Array.from(`"'”’»“)]`, (sign) => sign.charCodeAt(0)));
const mostClosing = 3;

/**
 * Measures a page: sums per node, groups of blocks alike, the container that looks most like an article,
 * landmarks.
 */
export function measurePage(tree: Tree, blocks: Blocks, evidence: Evidence): PageMeasures {
  const nodes = tree.size + 1;
  const count = blocks.size;
  const int = (size: number) => new Int32Array(size);
  const float = (size: number) => new Float32Array(size);
  const measures: PageMeasures = {
    evidence: evidenceTokens(evidence),
    total: 0,
    longest: 0,
    nodeWords: float(nodes),
    nodeLinkWords: float(nodes),
    nodeBlocks: int(nodes),
    nodeParagraphs: int(nodes),
    nodeGood: int(nodes),
    children: int(nodes),
    shape: int(nodes),
    isGood: new Uint8Array(count),
    phrases: int(count),
    endsSentence: new Uint8Array(count),
    repeats: int(count),
    group: int(count),
    groupSize: float(0),
    groupWords: float(0),
    groupLinkWords: float(0),
    groupGood: float(0),
    topGroup: -1,
    topFirst: -1,
    topLast: -1,
    headline: -1,
    best: -1,
    isInBest: new Uint8Array(nodes),
    firstGoodInBest: -1,
    lastGoodInBest: -1,
    seed: -1,
    firstComment: -1,
    firstFooter: -1,
    isThread: false,
  };
  shapeNodes(tree, measures);
  const score = sumBlocks(tree, blocks, measures);
  for (let node = tree.size - 1; node > 0; node -= 1) {
    const parent = tree.parent[node] as number;
    if (parent < 0 || tree.tag[node] === 1) continue;
    measures.children[parent] = (measures.children[parent] as number) + 1;
    if (measures.nodeBlocks[node] === 0) continue;
    measures.nodeWords[parent] =
      (measures.nodeWords[parent] as number) + (measures.nodeWords[node] as number);
    measures.nodeLinkWords[parent] =
      (measures.nodeLinkWords[parent] as number) + (measures.nodeLinkWords[node] as number);
    measures.nodeBlocks[parent] =
      (measures.nodeBlocks[parent] as number) + (measures.nodeBlocks[node] as number);
    measures.nodeParagraphs[parent] =
      (measures.nodeParagraphs[parent] as number) + (measures.nodeParagraphs[node] as number);
    measures.nodeGood[parent] = (measures.nodeGood[parent] as number) + (measures.nodeGood[node] as number);
  }
  chooseBest(tree, measures, score);
  groupBlocks(tree, blocks, measures);
  findLandmarks(tree, blocks, measures, evidence.types);
  return measures;
}

/**
 * A number per element for its tag and class words, digits alike, so that blocks made by one template are one
 * group.
 */
function shapeNodes(tree: Tree, measures: PageMeasures): void {
  for (let node = 0; node < tree.size; node += 1) {
    if (tree.tag[node] === 1) continue;
    let shape = tree.tag[node] as number;
    for (let index = tree.from[node] as number; index < (tree.to[node] as number); index += 1) {
      const words = tree.attributeWords[index] as number;
      if (words < 0) continue;
      const { hashes } = wordsOf(words);
      for (let word = 0; word < hashes.length; word += 1)
        shape = (Math.imul(shape, 33) + (hashes[word] as number)) | 0;
    }
    measures.shape[node] = shape;
  }
}

function sumBlocks(tree: Tree, blocks: Blocks, measures: PageMeasures): Float32Array {
  const score = new Float32Array(tree.size + 1);
  const seen = new Map<number, number>();
  let bestCover = 0;
  for (let index = 0; index < blocks.size; index += 1) {
    const weight = blocks.weight[index] as number;
    const linkShare = blocks.linkShare[index] as number;
    const node = blocks.node[index] as number;
    measures.total += weight;
    if (weight > measures.longest) measures.longest = weight;
    measures.nodeWords[node] = (measures.nodeWords[node] as number) + weight;
    measures.nodeLinkWords[node] = (measures.nodeLinkWords[node] as number) + weight * linkShare;
    measures.nodeBlocks[node] = (measures.nodeBlocks[node] as number) + 1;
    if (tree.tag[node] === tags.p)
      measures.nodeParagraphs[node] = (measures.nodeParagraphs[node] as number) + 1;
    const hash = blocks.hash[index] as number;
    seen.set(hash, (seen.get(hash) ?? 0) + 1);
    const marks = (blocks.stops[index] as number) + (blocks.commas[index] as number);
    if (weight > 12 && linkShare < 0.35 && marks > 0) {
      measures.isGood[index] = 1;
      measures.nodeGood[node] = (measures.nodeGood[node] as number) + 1;
      scoreAncestors(
        tree,
        node,
        1 + (blocks.commas[index] as number) * 0.5 + Math.min(3, weight / 20),
        score,
      );
    }
    if (tree.tag[node] === tags.h1) {
      const cover =
        measures.evidence.titleCover(blocks, index) *
        Math.min(8, (blocks.tokenTo[index] as number) - (blocks.tokenFrom[index] as number));
      if (cover >= bestCover) {
        bestCover = cover;
        measures.headline = index;
      }
    }
  }
  for (let index = 0; index < blocks.size; index += 1)
    measures.repeats[index] = seen.get(blocks.hash[index] as number) ?? 1;
  return score;
}

/** A paragraph speaks for its parent, and half for its grandparent. */
function scoreAncestors(tree: Tree, node: number, amount: number, score: Float32Array): void {
  const tag = tree.tag[node];
  const isLeaf = tag === tags.p || tag === tags.li || tag === tags.blockquote;
  const first = isLeaf ? (tree.parent[node] as number) : node;
  const second = first >= 0 ? (tree.parent[first] as number) : -1;
  if (first >= 0) score[first] = (score[first] as number) + amount;
  if (second >= 0) score[second] = (score[second] as number) + amount / 2;
}

function chooseBest(tree: Tree, measures: PageMeasures, score: Float32Array): void {
  let bestScore = 0;
  for (let node = 0; node < tree.size; node += 1) {
    if (score[node] === 0) continue;
    const words = measures.nodeWords[node] as number;
    const value =
      (score[node] as number) * (1 - (words > 0 ? (measures.nodeLinkWords[node] as number) / words : 0));
    if (value <= bestScore) continue;
    bestScore = value;
    measures.best = node;
  }
  if (measures.best < 0) return;
  const parent = tree.parent[measures.best] as number;
  if (parent >= 0) measures.isInBest.fill(2, parent, tree.end[parent]);
  measures.isInBest.fill(1, measures.best, tree.end[measures.best]);
}

function groupBlocks(tree: Tree, blocks: Blocks, measures: PageMeasures): void {
  const numbers = new Map<number, number>();
  const count = blocks.size;
  const sizes = {
    size: new Float32Array(count),
    words: new Float32Array(count),
    links: new Float32Array(count),
    good: new Float32Array(count),
  };
  for (let index = 0; index < count; index += 1) {
    const node = blocks.node[index] as number;
    const parent = tree.parent[node] as number;
    const key =
      (Math.imul(measures.shape[node] as number, 0x01000193) ^
        (parent >= 0 ? (measures.shape[parent] as number) : 0)) |
      0;
    let group = numbers.get(key);
    if (group === undefined) {
      group = numbers.size;
      numbers.set(key, group);
    }
    const weight = blocks.weight[index] as number;
    measures.group[index] = group;
    sizes.size[group] = (sizes.size[group] as number) + 1;
    sizes.words[group] = (sizes.words[group] as number) + weight;
    sizes.links[group] = (sizes.links[group] as number) + weight * (blocks.linkShare[index] as number);
    sizes.good[group] = (sizes.good[group] as number) + (measures.isGood[index] as number);
  }
  let top = 0;
  for (let group = 0; group < numbers.size; group += 1) {
    const value = (sizes.words[group] as number) - 2 * (sizes.links[group] as number);
    if (sizes.good[group] === 0 || value <= top) continue;
    top = value;
    measures.topGroup = group;
  }
  Object.assign(measures, {
    groupSize: sizes.size,
    groupWords: sizes.words,
    groupLinkWords: sizes.links,
    groupGood: sizes.good,
  });
  for (let index = 0; index < count; index += 1) {
    if (measures.topGroup < 0 || measures.group[index] !== measures.topGroup) continue;
    if (measures.topFirst < 0) measures.topFirst = index;
    measures.topLast = index;
  }
}

/**
 * Share of a page's words, and of those in running text, in boxes of comments from which on the page is a
 * thread.
 */
const threadShare = 0.8;

function findLandmarks(tree: Tree, blocks: Blocks, measures: PageMeasures, types: ReadonlySet<string>): void {
  const { headline } = measures;
  let commentWords = 0;
  let allCommentWords = 0;
  let goodWords = 0;
  for (let index = 0; index < blocks.size; index += 1) {
    const node = blocks.node[index] as number;
    const flags = tree.flags[node] as number;
    const weight = blocks.weight[index] as number;
    const isShort = weight <= 60 && (blocks.to[index] as number) - (blocks.from[index] as number) <= 2_000;
    measures.phrases[index] = isShort ? phrasesIn(blockText(blocks, index), weight) : 0;
    measures.endsSentence[index] = endsSentence(blocks, index) ? 1 : 0;
    if (flags & COMMENTS) allCommentWords += weight;
    if (measures.isGood[index] === 1) {
      goodWords += weight;
      if (flags & COMMENTS) commentWords += weight;
      if (measures.isInBest[node] === 1) {
        if (measures.firstGoodInBest < 0) measures.firstGoodInBest = index;
        measures.lastGoodInBest = index;
      }
    }
    if (measures.firstComment < 0 && index > headline && index > 5) {
      const near = tree.nearRows[(tree.near[node] as number) * familyCount + commentFamily] as number;
      if (
        (near >= 0 && (tree.depth[node] as number) - near < 9) ||
        ((measures.phrases[index] as number) & commentPhrase && weight < 8)
      )
        measures.firstComment = index;
    }
    if (measures.firstFooter < 0 && flags & FOOTER && index > blocks.size / 2) measures.firstFooter = index;
  }
  const isHeadlineInside =
    headline >= 0
      ? ((tree.flags[blocks.node[headline] as number] as number) & COMMENTS) !== 0
      : commentWords > 0.9 * goodWords;
  measures.isThread =
    isHeadlineInside ||
    (allCommentWords > threadShare * measures.total && commentWords > threadShare * goodWords) ||
    types.has('discussionforumposting') ||
    types.has('qapage');
  const unlikely = measures.isThread ? 0x1c5c : 0x5c5c;
  for (let index = Math.max(0, headline); index < blocks.size && index - headline <= 40; index += 1) {
    const node = blocks.node[index] as number;
    if (measures.isGood[index] === 0 || (tree.flags[node] as number) & unlikely) continue;
    measures.seed = index;
    if (measures.isInBest[node] === 1 || measures.best < 0) break;
  }
}

function endsSentence({ characters, from, to }: Blocks, index: number): boolean {
  const last = (to[index] as number) - 1;
  const least = Math.max(from[index] as number, last - mostClosing);
  let at = last;
  while (at >= least && closing.has(characters[at] as number)) at -= 1;
  return at >= least && characterClass[characters[at] as number] === STOP;
}
