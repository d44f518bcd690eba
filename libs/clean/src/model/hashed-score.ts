import type { Blocks } from '../body/blocks.ts';
import type { Tree } from '../tree/tree.ts';
import { hashWord, vocabularyGeneration, wordsOf } from '../tree/vocabulary.ts';

const hashBits = 15;
const mask = (1 << hashBits) - 1;

/**
 * Slot of a hash in the weights. Spaces: 0 tags, 1 to 3 class words of the element, its parent, its further
 * ancestors, 10 and more words of the text.
 */
export function slotOf(hash: number, space: number): number {
  let mixed = Math.imul(hash ^ Math.imul(space + 1, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return mixed & mask;
}

/** A linear model over hashed class words, tags and first and last words; 32,768 weights of 8 bits. */
export interface HashedWeights {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly bias: number;
}

const tagSeed = hashWord('tag');

/** Calls `use` with every slot of a block's text and tags. */
function ownSlots(tree: Tree, blocks: Blocks, index: number, use: (slot: number) => void): void {
  const node = blocks.node[index] as number;
  const parent = tree.parent[node] as number;
  const grandparent = parent >= 0 ? (tree.parent[parent] as number) : -1;
  let path = (Math.imul(tagSeed, 31) + Math.min(128, tree.tag[node] as number)) | 0;
  path = (Math.imul(path, 131) + (parent >= 0 ? Math.min(128, tree.tag[parent] as number) : 0)) | 0;
  path = (Math.imul(path, 131) + (grandparent >= 0 ? Math.min(128, tree.tag[grandparent] as number) : 0)) | 0;
  use(slotOf(path, 0));
  const from = blocks.tokenFrom[index] as number;
  const to = blocks.tokenTo[index] as number;
  const { tokens } = blocks;
  const count = to - from;
  if (count === 0) return;
  const first = tokens[from] as number;
  const last = tokens[to - 1] as number;
  use(slotOf(first, 10));
  use(slotOf(last, 11));
  if (count > 1) {
    use(slotOf((Math.imul(first, 31) + (tokens[from + 1] as number)) | 0, 12));
    use(slotOf((Math.imul(tokens[to - 2] as number, 31) + last) | 0, 15));
  }
  if (count > 5) return;
  let whole = 0;
  for (let token = from; token < to; token += 1) {
    whole = (Math.imul(whole, 31) + (tokens[token] as number)) | 0;
    use(slotOf(tokens[token] as number, 14));
  }
  use(slotOf(whole, 13));
}

/** Scores of one class value in the three spaces, remembered while the vocabulary lives. */
class WordScores {
  weights: HashedWeights;
  scores = new Float32Array(3 * 4_096).fill(Number.NaN);
  generation = -1;

  constructor(weights: HashedWeights) {
    this.weights = weights;
  }

  /** Sum of the weights of one value's words in `space` 0 to 2. */
  of(words: number, space: number): number {
    const at = words * 3;
    if (at + 3 > this.scores.length) {
      const grown = new Float32Array(Math.max(this.scores.length * 2, at + 3)).fill(Number.NaN);
      grown.set(this.scores);
      this.scores = grown;
    }
    if (Number.isNaN(this.scores[at])) {
      const { hashes } = wordsOf(words);
      for (let level = 0; level < 3; level += 1) {
        let sum = 0;
        for (let word = 0; word < hashes.length; word += 1)
          sum += this.weights.weights[slotOf(hashes[word] as number, level + 1)] as number;
        this.scores[at + level] = sum;
      }
    }
    return this.scores[at + space] as number;
  }

  start(): void {
    if (this.generation === vocabularyGeneration()) return;
    this.generation = vocabularyGeneration();
    this.scores.fill(Number.NaN);
  }
}

/** Makes the scorer of a set of weights: for every block of a page, one number (a log-odds of being body). */
export function hashedScorer(weights: HashedWeights): (tree: Tree, blocks: Blocks) => Float32Array {
  const scores = new WordScores(weights);
  let far = new Float32Array(8_192);
  const elementScore = (tree: Tree, node: number, space: number): number => {
    let sum = 0;
    for (let index = tree.from[node] as number; index < (tree.to[node] as number); index += 1) {
      const words = tree.attributeWords[index] as number;
      if (words >= 0) sum += scores.of(words, space);
    }
    return sum;
  };
  return (tree, blocks) => {
    scores.start();
    if (far.length < tree.size) far = new Float32Array(tree.size * 2);
    for (let node = 0; node < tree.size; node += 1) {
      if (tree.tag[node] === 1) continue;
      const parent = tree.parent[node] as number;
      far[node] = (parent >= 0 ? (far[parent] as number) : 0) + elementScore(tree, node, 2);
    }
    const result = new Float32Array(blocks.size);
    let sum = 0;
    const add = (slot: number): void => {
      sum += weights.weights[slot] as number;
    };
    for (let index = 0; index < blocks.size; index += 1) {
      const node = blocks.node[index] as number;
      sum = 0;
      if (tree.tag[node] !== 1) {
        const parent = tree.parent[node] as number;
        const grandparent = parent >= 0 ? (tree.parent[parent] as number) : -1;
        sum +=
          elementScore(tree, node, 0) +
          (parent >= 0 ? elementScore(tree, parent, 1) : 0) +
          (grandparent >= 0 ? (far[grandparent] as number) : 0);
      }
      ownSlots(tree, blocks, index, add);
      result[index] = sum * weights.scale + weights.bias;
    }
    return result;
  };
}

/** All slots of a block, for training. */
export function allSlots(tree: Tree, blocks: Blocks, index: number): number[] {
  const slots: number[] = [];
  ownSlots(tree, blocks, index, (slot) => slots.push(slot));
  let level = 0;
  for (let node = blocks.node[index] as number; node >= 0; node = tree.parent[node] as number) {
    if (tree.tag[node] !== 1) {
      for (let at = tree.from[node] as number; at < (tree.to[node] as number); at += 1) {
        const words = tree.attributeWords[at] as number;
        if (words < 0) continue;
        for (const hash of wordsOf(words).hashes) slots.push(slotOf(hash, 1 + Math.min(level, 2)));
      }
    }
    level += 1;
  }
  return slots;
}
