import { eachPieceAt, type PieceIndex } from './piece-index.ts';

/** Words longer than this are rare: they are cut each time, not remembered. */
const longestRemembered = 32;
/** Words whose pieces are remembered; news repeats its words. */
const mostRemembered = 20_000;
/** What a character costs that no piece covers: far more than any piece. */
const unknownScore = -40;
/** Runs of letters, marks and digits; everything else parts words. */
const wordRun = /[\p{L}\p{M}\p{N}]+/gu;

/** The pieces that texts are cut into. */
export interface Pieces {
  readonly index: PieceIndex;
  /** How likely each piece is: the logarithm of its share. */
  readonly scores: Float32Array;
  /** What it costs to begin a word with an inner piece: where no spaces are written, most do. */
  readonly bare: number;
}

/** Cuts texts of any language into pieces. */
export interface PieceCutter {
  /** Calls `take` with the number of each piece of the text, in order; what no piece covers is passed over. */
  readonly each: (text: string, take: (piece: number) => void) => void;
}

/**
 * The pieces of a word: of all ways to cut it the likeliest (unigram model: Kudo 2018, as in SentencePiece).
 */
function cut(word: string, { index, scores, bare }: Pieces): readonly number[] {
  const best = new Float64Array(word.length + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(word.length + 1);
  const by = new Int32Array(word.length + 1).fill(-1);
  best[0] = 0;
  let at = 0;
  let price = 0;
  const weigh = (number: number, end: number) => {
    const score = (best[at] ?? 0) + (scores[number] ?? 0) + price;
    if (score <= (best[end] ?? 0)) return;
    best[end] = score;
    from[end] = at;
    by[end] = number;
  };
  for (; at < word.length; at += 1) {
    price = 0;
    if (at === 0) eachPieceAt(index, word, at, true, weigh);
    price = at === 0 ? bare : 0;
    eachPieceAt(index, word, at, false, weigh);
    const unknown = (best[at] ?? 0) + unknownScore;
    if (unknown <= (best[at + 1] ?? 0)) continue;
    best[at + 1] = unknown;
    from[at + 1] = at;
    by[at + 1] = -1;
  }
  const found: number[] = [];
  for (let end = word.length; end > 0; end = from[end] ?? 0) {
    const number = by[end] ?? -1;
    if (number >= 0) found.push(number);
  }
  return found.reverse();
}

/** UTF-16 units that are read of a text when its letters stand apart. */
const most = (text: string): number => 2 * text.length + 32;

/** The same word in memory of its own: a part of a text keeps the whole of it alive. */
const ownCopy = (word: string): string => Buffer.from(word, 'utf16le').toString('utf16le');

/** Linear; small letters and compatible characters are the same (NFKC). */
export function createPieceCutter(pieces: Pieces): PieceCutter {
  const remembered = new Map<string, readonly number[]>();
  function piecesOf(word: string): readonly number[] {
    if (word.length > longestRemembered) return cut(word, pieces);
    let found = remembered.get(word);
    if (found === undefined) {
      found = cut(word, pieces);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(ownCopy(word), found);
    }
    return found;
  }
  return {
    each(text, take) {
      // Some signs stand for eighteen letters.
      const folded = text.normalize('NFKC').toLowerCase().slice(0, most(text));
      for (const [word] of folded.matchAll(wordRun)) for (const piece of piecesOf(word)) take(piece);
    },
  };
}
