/** Marks a piece that begins a word, as in the vocabularies of SentencePiece. */
const startMark = '▁';
/** UTF-16 units of a piece at most. */
export const longestPiece = 16;

const firstPrime = 0x01000193;
const secondPrime = 0x9e3779b1;
/** What the hashes of a piece start from: pieces that begin a word are others than those within one. */
const seeds = { start: [0x811c9dc5, 0x1b873593], inner: [0x2c1b3c6d, 0x68bc21eb] } as const;

/** Pieces as they lie in a model: found by 48 bits of hash, without their texts. */
export interface PieceIndex {
  /** Where the pieces begin whose hash begins with these 16 bits; one more at the end. */
  readonly buckets: Uint32Array;
  /** The further 32 bits of each, in the order of the hashes: the place of a piece is its number. */
  readonly tails: Uint32Array;
}

/** Spreads the bits of a hash (MurmurHash3, Appleby). */
function spread(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/**
 * Calls `take` with the number of each piece that stands in a word at a place, and where it ends. `isStart`: of the
 * pieces that begin a word.
 */
export function eachPieceAt(
  { buckets, tails }: PieceIndex,
  word: string,
  at: number,
  isStart: boolean,
  take: (number: number, end: number) => void,
): void {
  let [first, second]: readonly [number, number] = isStart ? seeds.start : seeds.inner;
  const last = Math.min(word.length, at + longestPiece);
  for (let end = at + 1; end <= last; end += 1) {
    const unit = word.charCodeAt(end - 1);
    first = Math.imul(first ^ unit, firstPrime);
    second = Math.imul(second ^ unit, secondPrime);
    const head = spread(first);
    const tail = (((head & 0xffff) << 16) | (spread(second) >>> 16)) >>> 0;
    const bucket = head >>> 16;
    const stop = buckets[bucket + 1] ?? 0;
    for (let number = buckets[bucket] ?? 0; number < stop; number += 1)
      if (tails[number] === tail) {
        take(number, end);
        break;
      }
  }
}

/** The index of pieces, each once, and their texts in its order. Those that are too long are left out. */
export function indexPieces(pieces: Iterable<string>): PieceIndex & { readonly order: readonly string[] } {
  const keyed = [...new Set(pieces)].flatMap((piece) => {
    const isStart = piece.startsWith(startMark);
    const text = isStart ? piece.slice(startMark.length) : piece;
    if (text === '' || text.length > longestPiece) return [];
    let [first, second]: readonly [number, number] = isStart ? seeds.start : seeds.inner;
    for (let at = 0; at < text.length; at += 1) {
      first = Math.imul(first ^ text.charCodeAt(at), firstPrime);
      second = Math.imul(second ^ text.charCodeAt(at), secondPrime);
    }
    return [{ piece, head: spread(first), rest: spread(second) >>> 16 }];
  });
  keyed.sort((a, b) => a.head - b.head || a.rest - b.rest);
  const buckets = new Uint32Array((1 << 16) + 1);
  for (const { head } of keyed) buckets[(head >>> 16) + 1] = (buckets[(head >>> 16) + 1] ?? 0) + 1;
  for (let at = 1; at < buckets.length; at += 1) buckets[at] = (buckets[at] ?? 0) + (buckets[at - 1] ?? 0);
  return {
    buckets,
    tails: Uint32Array.from(keyed, ({ head, rest }) => (((head & 0xffff) << 16) | rest) >>> 0),
    order: keyed.map(({ piece }) => piece),
  };
}
