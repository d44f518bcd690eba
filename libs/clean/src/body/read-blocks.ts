import { BOLD, EMPHASIS, HEAD, LINK, SKIPPED, type Tree } from '../tree/tree.ts';
import { BlockReader } from './block-reader.ts';
import { growBlocks, makeBlocks, type Blocks } from './blocks.ts';

let blocks = makeBlocks(2_048);

/** Characters for which room is kept from page to page; larger arrays go with their page. */
const mostKept = 524_288;

/**
 * Lines that are read of a page: the largest of 1,400 real pages has 6,571. What lies behind is not looked
 * at.
 */
const mostBlocks = 16_000;
/**
 * Characters that are read of these lines together: a long book of news. All that follows, up to the index,
 * is bounded by it.
 */
export const mostCharacters = 1_000_000;

/** Reads the lines of text of a page, at most `mostBlocks` of them and `mostCharacters`. */
export function readBlocks(tree: Tree): Blocks {
  if (blocks.characters.length > mostKept || blocks.node.length > mostKept / 16) blocks = makeBlocks(2_048);
  blocks.size = 0;
  blocks.isCut = false;
  blocks.texts = [];
  const reader = new BlockReader(blocks);
  let first = 0;
  while (first < tree.size && blocks.size < mostBlocks && reader.position < mostCharacters) {
    if (tree.tag[first] !== 1 || (tree.flags[first] as number) & (SKIPPED | HEAD)) {
      first += 1;
      continue;
    }
    first = readBlock(tree, first, reader);
  }
  if (first < tree.size || reader.position >= mostCharacters) blocks.isCut = true;
  return blocks;
}

/** Reads the block that begins at text node `first`; answers the node behind it. */
function readBlock(tree: Tree, first: number, reader: BlockReader): number {
  const line = tree.line[first];
  const index = blocks.size;
  if (index === blocks.node.length) blocks = reader.blocks = growBlocks(blocks);
  const from = reader.position;
  const tokenFrom = reader.tokenPosition;
  reader.start();
  let linked = 0;
  let bold = 0;
  let emphasised = 0;
  let links = 0;
  let lastLink = -1;
  let last = first;
  let node = first;
  for (; node < tree.size && tree.line[node] === line; node += 1) {
    if (tree.tag[node] !== 1 || (tree.flags[node] as number) & SKIPPED) continue;
    const begin = reader.position;
    const start = tree.from[node] as number;
    const end = Math.min(tree.to[node] as number, start + Math.max(0, mostCharacters - begin));
    if (end < (tree.to[node] as number)) blocks.isCut = true;
    reader.room(end - start + 8);
    reader.run(tree.html, start, end);
    const length = reader.position - begin;
    const flags = tree.flags[node] as number;
    if (flags & BOLD) bold += length;
    if (flags & EMPHASIS) emphasised += length;
    if (flags & LINK) {
      linked += length;
      if (lastLink !== tree.parent[node]) links += 1;
      lastLink = tree.parent[node] as number;
    }
    last = node;
  }
  reader.endWord();
  if (reader.position > from && blocks.characters[reader.position - 1] === 32) reader.position -= 1;
  const length = reader.position - from;
  if (length === 0) {
    reader.tokenPosition = tokenFrom;
    return node;
  }
  let hash = length;
  for (let token = tokenFrom; token < reader.tokenPosition; token += 1)
    hash = (Math.imul(hash, 31) + (blocks.tokens[token] as number)) | 0;
  blocks.node[index] = tree.block[first] as number;
  blocks.first[index] = first;
  blocks.last[index] = last;
  blocks.from[index] = from;
  blocks.to[index] = reader.position;
  blocks.tokenFrom[index] = tokenFrom;
  blocks.tokenTo[index] = reader.tokenPosition;
  blocks.weight[index] = reader.words + reader.unspaced * 0.5;
  blocks.words[index] = reader.words;
  blocks.unspaced[index] = reader.unspaced;
  blocks.stops[index] = reader.stops;
  blocks.commas[index] = reader.commas;
  blocks.uppers[index] = reader.uppers;
  blocks.digits[index] = reader.digits;
  blocks.quotes[index] = reader.quotes;
  blocks.stopWords[index] = reader.stopWords;
  blocks.links[index] = links;
  blocks.linkShare[index] = Math.min(1, linked / length);
  blocks.boldShare[index] = Math.min(1, bold / length);
  blocks.emphasisShare[index] = Math.min(1, emphasised / length);
  blocks.hash[index] = hash;
  blocks.size = index + 1;
  return node;
}
