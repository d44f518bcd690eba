import { mix } from '../duplicates/read-shingles.ts';

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

/** The 32 bits behind the first 16 of a key, from its head and the sum of its second hash. */
const tailOf = (head: number, second: number): number =>
  (((head & 0xffff) << 16) | (mix(second) >>> 16)) >>> 0;

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
    const head = mix(first);
    const tail = tailOf(head, second);
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
    const head = mix(first);
    return [{ piece, head, tail: tailOf(head, second) }];
  });
  keyed.sort((a, b) => a.head - b.head || a.tail - b.tail);
  const buckets = new Uint32Array((1 << 16) + 1);
  for (const { head } of keyed) buckets[(head >>> 16) + 1] = (buckets[(head >>> 16) + 1] ?? 0) + 1;
  for (let at = 1; at < buckets.length; at += 1) buckets[at] = (buckets[at] ?? 0) + (buckets[at - 1] ?? 0);
  return {
    buckets,
    tails: Uint32Array.from(keyed, ({ tail }) => tail),
    order: keyed.map(({ piece }) => piece),
  };
}
