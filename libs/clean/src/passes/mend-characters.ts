const lost = '\ufffd';
/** Words of a text that lost signs, and all others. */
const anyWord = /[\p{L}\p{M}'’\ufffd-]+/gu;
/** A longer word neither needs proof nor is one. */
const longest = 80;
/**
 * A page with more broken words, or more words that may prove them, is mended so far: each broken word is
 * held against all proofs.
 */
const mostBroken = 400;
const mostProofs = 50_000;
/** One lost sign stands for so many that were there. */
const mostLost = 3;

/** Words of all texts that may prove what a broken word was. */
export function wordsIn(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/[\p{L}\p{M}'’-]+/gu)) {
      if (word.length > 1 && word.length <= longest) words.add(word);
      if (words.size === mostProofs) return words;
    }
  }
  return words;
}

/** Whether a word is the pieces in their order, with one to three signs in each gap between them. */
function isMadeOf(pieces: readonly (readonly string[])[], word: string): boolean {
  const signs = Array.from(word);
  const holds = (piece: readonly string[], start: number): boolean =>
    piece.every((sign, at) => signs[start + at] === sign);
  const first = pieces[0] ?? [];
  let ends = new Set(holds(first, 0) ? [first.length] : []);
  for (const piece of pieces.slice(1)) {
    const starts = new Set(
      [...ends].flatMap((end) => Array.from({ length: mostLost }, (_, gap) => end + gap + 1)),
    );
    ends = new Set([...starts].filter((start) => holds(piece, start)).map((start) => start + piece.length));
  }
  return ends.has(signs.length);
}

function prove(broken: string, proofs: ReadonlySet<string>): string | undefined {
  if (broken.length > longest || broken.replaceAll(lost, '').length < 2) return undefined;
  const texts = broken.split(/\ufffd+/);
  const pieces = texts.map((piece) => Array.from(piece));
  const start = texts[0] ?? '';
  const end = texts.at(-1) ?? '';
  let found: string | undefined;
  for (const proof of proofs) {
    if (!proof.startsWith(start) || !proof.endsWith(end) || !isMadeOf(pieces, proof)) continue;
    if (found !== undefined) return undefined;
    found = proof;
  }
  return found;
}

/**
 * What puts back characters that were lost (U+FFFD) where exactly one word elsewhere in the page proves what
 * stood there; for all texts of one page.
 */
export function createMender(proofs: ReadonlySet<string>): (text: string) => string {
  const known = new Map<string, string>();
  const mend = (word: string): string => {
    const mended = known.get(word) ?? (known.size < mostBroken ? (prove(word, proofs) ?? word) : word);
    if (known.size < mostBroken) known.set(word, mended);
    return mended;
  };
  return (text) =>
    text.includes(lost) ? text.replace(anyWord, (word) => (word.includes(lost) ? mend(word) : word)) : text;
}
