import {
  characterClass,
  COMMA,
  DIGIT,
  INVISIBLE,
  lowerCase,
  SPACE,
  STOP,
  UNSPACED,
  UPPER,
  WORD,
} from '../tree/characters.ts';
import { decodeNamed, numericReference } from '../tree/entities.ts';
import { BOLD, EMPHASIS, HEAD, LINK, SKIPPED, type Tree } from '../tree/tree.ts';
import { stopWords } from './stop-words.ts';

/**
 * The lines of text of a page: one block per run of text between block boundaries and line breaks, as flat
 * arrays. They belong to the reader and hold until the next page is read.
 */
export interface Blocks {
  size: number;
  /** Whether the page goes on behind what was read of it. */
  isCut: boolean;
  /** Nearest element that is no inline element. */
  node: Int32Array;
  /** First and last text node of the tree. */
  first: Int32Array;
  last: Int32Array;
  /** Range of its normalised characters in `characters`. */
  from: Int32Array;
  to: Int32Array;
  characters: Uint16Array<ArrayBuffer>;
  /**
   * Range of its words in `tokens`: hash of each word in small letters, one per character where words are not
   * spaced.
   */
  tokenFrom: Int32Array;
  tokenTo: Int32Array;
  tokens: Int32Array;
  /** Words, two unspaced characters counting as one. */
  weight: Float32Array;
  words: Int32Array;
  unspaced: Int32Array;
  stops: Int32Array;
  commas: Int32Array;
  uppers: Int32Array;
  digits: Int32Array;
  quotes: Int32Array;
  stopWords: Int32Array;
  links: Int32Array;
  /** Share of characters inside links, in bold, in italics. */
  linkShare: Float32Array;
  boldShare: Float32Array;
  emphasisShare: Float32Array;
  hash: Int32Array;
  /** Texts that were asked for, see `blockText`. */
  texts: (string | undefined)[];
}

function makeBlocks(capacity: number): Blocks {
  const int = () => new Int32Array(capacity);
  const float = () => new Float32Array(capacity);
  return {
    size: 0,
    isCut: false,
    node: int(),
    first: int(),
    last: int(),
    from: int(),
    to: int(),
    characters: new Uint16Array(65_536),
    tokenFrom: int(),
    tokenTo: int(),
    tokens: new Int32Array(16_384),
    weight: float(),
    words: int(),
    unspaced: int(),
    stops: int(),
    commas: int(),
    uppers: int(),
    digits: int(),
    quotes: int(),
    stopWords: int(),
    links: int(),
    linkShare: float(),
    boldShare: float(),
    emphasisShare: float(),
    hash: int(),
    texts: [],
  };
}

let blocks = makeBlocks(2_048);

function growBlocks(): void {
  const grown = makeBlocks(blocks.node.length * 2);
  // biome-ignore format: a table, read by its rows
  for (const name of [
    'node', 'first', 'last', 'from', 'to', 'tokenFrom', 'tokenTo', 'words', 'unspaced', 'stops', 'commas',
    'uppers', 'digits', 'quotes', 'stopWords', 'links', 'hash',
  ] as const) grown[name].set(blocks[name]);
  for (const name of ['weight', 'linkShare', 'boldShare', 'emphasisShare'] as const)
    grown[name].set(blocks[name]);
  blocks = { ...grown, size: blocks.size, characters: blocks.characters, tokens: blocks.tokens };
}

/** Code units of one character reference at `from`, and its length; length 0 when it is none. */
function readReference(
  html: string,
  from: number,
  to: number,
): { readonly text: string; readonly length: number } {
  let end = from + 1;
  const limit = Math.min(to, from + 34);
  if (html.charCodeAt(end) === 35) {
    const match = /^&#(?:[xX]([0-9a-fA-F]{1,8})|(\d{1,8}));?/.exec(html.slice(from, limit));
    if (match === null) return { text: '', length: 0 };
    const code =
      match[1] === undefined ? Number.parseInt(match[2] ?? '0', 10) : Number.parseInt(match[1], 16);
    return { text: String.fromCodePoint(numericReference(code)), length: match[0].length };
  }
  let code = html.charCodeAt(end);
  while (
    end < limit &&
    ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57))
  )
    code = html.charCodeAt(++end);
  if (end === from + 1) return { text: '', length: 0 };
  if (end < limit && code === 59) end += 1;
  const reference = html.slice(from, end);
  const text = decodeNamed(reference);
  return text === reference ? { text: '', length: 0 } : { text, length: end - from };
}

/**
 * Reads the text of one block into the arrays and counts what it is made of, in one pass over its characters.
 */
class BlockReader {
  position = 0;
  tokenPosition = 0;
  hash = 0;
  isInWord = false;
  isSpaced = true;
  words = 0;
  unspaced = 0;
  stops = 0;
  commas = 0;
  uppers = 0;
  digits = 0;
  quotes = 0;
  stopWords = 0;

  start(): void {
    this.isSpaced = true;
    this.words =
      this.unspaced =
      this.stops =
      this.commas =
      this.uppers =
      this.digits =
      this.quotes =
      this.stopWords =
        0;
  }

  room(wanted: number): void {
    if (blocks.characters.length < this.position + wanted) {
      const grown = new Uint16Array(Math.max(blocks.characters.length * 2, this.position + wanted));
      grown.set(blocks.characters);
      blocks.characters = grown;
    }
    if (blocks.tokens.length < this.tokenPosition + wanted) {
      const grown = new Int32Array(Math.max(blocks.tokens.length * 2, this.tokenPosition + wanted));
      grown.set(blocks.tokens);
      blocks.tokens = grown;
    }
  }

  endWord(): void {
    if (!this.isInWord) return;
    this.words += 1;
    if (stopWords.has(this.hash)) this.stopWords += 1;
    blocks.tokens[this.tokenPosition++] = this.hash;
    this.isInWord = false;
    this.hash = 0;
  }

  /** A code unit that is no part of a spaced word. */
  unit(code: number, kind: number): void {
    if (kind === SPACE) {
      this.endWord();
      if (this.isSpaced) return;
      this.isSpaced = true;
      blocks.characters[this.position++] = 32;
      return;
    }
    if (kind === INVISIBLE) {
      // Joiners shape Persian and Indian words: they stay in the text and part no word.
      if (code === 0x200c || code === 0x200d) blocks.characters[this.position++] = code;
      return;
    }
    this.isSpaced = false;
    blocks.characters[this.position++] = code;
    this.endWord();
    if (kind & UNSPACED) {
      this.unspaced += 1;
      blocks.tokens[this.tokenPosition++] = code;
    } else if (kind & STOP) this.stops += 1;
    else if (kind & COMMA) this.commas += 1;
    else if (
      code === 34 ||
      (code >= 0x2018 && code <= 0x201f) ||
      code === 0xab ||
      code === 0xbb ||
      (code >= 0x300c && code <= 0x300f)
    )
      this.quotes += 1;
  }

  /**
   * Reads characters `from` to `to`, for which there is room; letters and digits of spaced words, nearly all
   * of a page, stay within the inner loop.
   */
  run(text: string, from: number, to: number): void {
    const { characters } = blocks;
    let index = from;
    while (index < to) {
      let code = text.charCodeAt(index);
      let kind = characterClass[code] as number;
      if ((kind & (WORD | UNSPACED)) === WORD) {
        let { position, hash } = this;
        do {
          characters[position++] = code;
          hash = (Math.imul(hash, 31) + (lowerCase[code] as number)) | 0;
          if (kind & (UPPER | DIGIT)) {
            if (kind & UPPER) this.uppers += 1;
            if (kind & DIGIT) this.digits += 1;
          }
          index += 1;
          code = index < to ? text.charCodeAt(index) : 0;
          kind = characterClass[code] as number;
        } while ((kind & (WORD | UNSPACED)) === WORD);
        this.position = position;
        this.hash = hash;
        this.isInWord = true;
        this.isSpaced = false;
        continue;
      }
      index += 1;
      if (code === 38) {
        const { text: decoded, length } = readReference(text, index - 1, to);
        if (length > 0) {
          // Never longer than the reference.
          this.run(decoded, 0, decoded.length);
          index += length - 1;
          continue;
        }
      }
      this.unit(code, kind);
    }
  }
}

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
  const reader = new BlockReader();
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
  if (index === blocks.node.length) growBlocks();
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

const narrow = Buffer.alloc(4_096);

/**
 * Text of a block: white space collapsed, invisible characters gone. It is made once a page; of one byte a
 * character where that is possible, which patterns search faster.
 */
export function blockText(of: Blocks, index: number): string {
  const known = of.texts[index];
  if (known !== undefined) return known;
  const from = of.from[index] as number;
  const to = of.to[index] as number;
  let bits = to - from > narrow.length ? 0xffff : 0;
  for (let at = from; at < to && bits < 256; at += 1) {
    const code = of.characters[at] as number;
    bits |= code;
    narrow[at - from] = code;
  }
  const text =
    bits < 256
      ? narrow.toString('latin1', 0, to - from)
      : Buffer.from(of.characters.buffer, from * 2, (to - from) * 2).toString('utf16le');
  of.texts[index] = text;
  return text;
}

/** Hashes of the words of any text, as those of blocks are made. */
export function tokensOf(text: string): Int32Array {
  const tokens = new Int32Array(text.length);
  let size = 0;
  let hash = 0;
  let isInWord = false;
  for (let index = 0; index <= text.length; index += 1) {
    const code = index < text.length ? text.charCodeAt(index) : 32;
    const kind = characterClass[code] as number;
    if (kind === INVISIBLE) continue;
    if ((kind & WORD) !== 0 && (kind & UNSPACED) === 0) {
      hash = (Math.imul(hash, 31) + (lowerCase[code] as number)) | 0;
      isInWord = true;
      continue;
    }
    if (isInWord) tokens[size++] = hash;
    isInWord = false;
    hash = 0;
    if (kind & UNSPACED) tokens[size++] = code;
  }
  return tokens.subarray(0, size);
}
