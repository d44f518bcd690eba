import { basicWords } from './basic-words.ts';

/** Longer words are the unknown piece, as in the reference. */
const longestWord = 100;
/** Words whose pieces are remembered; news repeats its words. */
const mostRemembered = 20_000;

/** Cuts words into the pieces of a vocabulary. */
export interface WordPieces {
  /** Calls `take` with the number of each piece of the text, in order. */
  readonly each: (text: string, take: (piece: number) => void) => void;
}

/**
 * Greedy longest match from the left (WordPiece: Wu et al. 2016, as in BERT); a word with a part that no
 * piece covers is the unknown piece.
 */
function cut(
  word: string,
  {
    starts,
    inners,
    longestPiece,
    unknown,
  }: {
    readonly starts: ReadonlyMap<string, number>;
    readonly inners: ReadonlyMap<string, number>;
    readonly longestPiece: number;
    readonly unknown: number;
  },
): readonly number[] {
  if (word.length > longestWord && [...word].length > longestWord) return [unknown];
  const pieces: number[] = [];
  let at = 0;
  while (at < word.length) {
    const known = at === 0 ? starts : inners;
    let end = Math.min(word.length, at + longestPiece);
    let piece = known.get(word.slice(at, end));
    while (piece === undefined && end > at + 1) {
      end -= 1;
      piece = known.get(word.slice(at, end));
    }
    if (piece === undefined) return [unknown];
    pieces.push(piece);
    at = end;
  }
  return pieces;
}

/**
 * Pieces of a vocabulary, one for each line; inner pieces begin with ##. `unknown`: the line of the unknown
 * piece.
 */
export function createWordPieces(lines: readonly string[], unknown: number): WordPieces {
  const starts = new Map<string, number>();
  const inners = new Map<string, number>();
  let longestPiece = 1;
  for (const [number, line] of lines.entries()) {
    const isInner = line.length > 2 && line.startsWith('##');
    const piece = isInner ? line.slice(2) : line;
    (isInner ? inners : starts).set(piece, number);
    longestPiece = Math.max(longestPiece, piece.length);
  }
  const vocabulary = { starts, inners, longestPiece, unknown };
  const remembered = new Map<string, readonly number[]>();
  return {
    each(text, take) {
      basicWords(text, (word) => {
        let pieces = remembered.get(word);
        if (pieces === undefined) {
          pieces = cut(word, vocabulary);
          if (remembered.size >= mostRemembered) remembered.clear();
          remembered.set(word, pieces);
        }
        for (const piece of pieces) take(piece);
      });
    },
  };
}
