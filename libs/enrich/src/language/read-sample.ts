/** Characters that are read; more change the answer no further. */
const sampleLength = 660;
/**
 * A longer text is read in pieces, evenly spread, so that a foreign first line does not decide: in this
 * order, of the places counted from the beginning.
 */
const order = [2, 1, 3, 0, 4, 5];

/** What lies beyond is not looked at: long texts end in comments and lists. */
const farthest = 20_000;
/** Shorter words are no reason to move a piece: scripts without spaces have none. */
const longestWord = 30;

/** Addresses, handles, code: a run of ASCII with one of these marks is no word of any language. */
const code = /:\/\/|www\.|[@_{}=<>\\|]|\w\.\w+\/|[a-z]\.(?:com|net|org|html?|php|aspx?|jpe?g|png)\b/i;

/** Without addresses and code; most pieces have none. */
const withoutCode = (piece: string): string =>
  code.test(piece)
    ? piece.replace(/[\x21-\x7e]+/g, (run) => (run.length > 2 && code.test(run) ? ' ' : run))
    : piece;

/** A piece from about `from` on, from the beginning of a word. */
function pieceAt(text: string, from: number, length: number): string {
  if (from === 0) return text.slice(0, length);
  const piece = text.slice(from, from + length);
  const space = piece.search(/\s/);
  return space >= 0 && space <= longestWord ? piece.slice(space + 1) : piece;
}

/**
 * The parts of a text that its language is read from, the most telling first: composed letters, without
 * addresses and code.
 */
export function readSample(text: string): string[] {
  const known = text.length > farthest ? text.slice(0, farthest) : text;
  const length = sampleLength / order.length;
  const stride = (known.length - length) / (order.length - 1);
  const parts =
    known.length <= sampleLength
      ? [known]
      : order.map((place) => pieceAt(known, Math.floor(place * stride), length));
  return parts.map((part) => withoutCode(part.normalize('NFC')));
}
