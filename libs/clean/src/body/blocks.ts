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

/** Empty arrays for so many blocks. */
export function makeBlocks(capacity: number): Blocks {
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

/** The same blocks in arrays of twice the room. */
export function growBlocks(blocks: Blocks): Blocks {
  const grown = makeBlocks(blocks.node.length * 2);
  // biome-ignore format: a table, read by its rows
  for (const name of [
    'node', 'first', 'last', 'from', 'to', 'tokenFrom', 'tokenTo', 'words', 'unspaced', 'stops', 'commas',
    'uppers', 'digits', 'quotes', 'stopWords', 'links', 'hash',
  ] as const) grown[name].set(blocks[name]);
  for (const name of ['weight', 'linkShare', 'boldShare', 'emphasisShare'] as const)
    grown[name].set(blocks[name]);
  return { ...grown, size: blocks.size, characters: blocks.characters, tokens: blocks.tokens };
}

/** How many words a block has, as they are hashed: one per character where words are not spaced. */
export function wordsIn(blocks: Blocks, index: number): number {
  return (blocks.tokenTo[index] as number) - (blocks.tokenFrom[index] as number);
}
