/*
 * The library process loads this file and must start within milliseconds after it was ended: nothing is
 * imported here, not even the bigrams of libs/text, whose door brings charset tables and parsers along.
 */

/** Scripts that are written without spaces between words (Hangul has them, but its words carry endings). */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}ー々〆〇';
const unspacedRun = new RegExp(`[${unspaced}]+`, 'gv');
/** What unicode61 takes for a word here: letters, numbers, marks, private use. */
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;
/** The same of ASCII, which takes less time. */
const asciiWord = /[0-9A-Za-z]+/g;

/** Pieces of a text as they are searched: runs of unspaced scripts, and words. */
export const pieces = new RegExp(`[[\\p{L}\\p{N}\\p{M}\\p{Co}]--[${unspaced}]]+|[${unspaced}]+`, 'gv');

const unspacedStart = new RegExp(`^[${unspaced}]`, 'v');

/** Whether a piece is a run of unspaced scripts. */
export function isUnspaced(piece: string): boolean {
  // Thai is the first of them.
  return piece.charCodeAt(0) >= 0x0e00 && unspacedStart.test(piece);
}

/**
 * Vowel signs of Arabic and Hebrew, tatweel, soft hyphen and zero-width signs: readers type words without
 * them.
 */
const unwritten =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u0610-\u061a]|\u0640|[\u064b-\u065f]|\u0670|\u00ad|[\u200b\u200c]|\u200d|\u2060|\ufeff/gu;
/** Letters of Arabic that are written one for the other, as Lucene's ArabicNormalizer folds them. */
const arabicForms: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ة: 'ه', ى: 'ي' };

const ascii = /^[\x00-\x7f]*$/;

/**
 * Letters of which the case alone is folded: ASCII, Cyrillic but for й, Arabic but for those that are written one for
 * the other.
 */
const plain =
  /^[\x00-\x7f\u0410-\u0418\u041a-\u0438\u043a-\u044f\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]*$/;

/** V8 copies parts of texts up to so many characters, and points into the text for longer ones. */
const shortPiece = 12;

/** A part of a text that is kept for longer than the text: as it is, it would keep all of that in memory. */
export function ownPiece(piece: string): string {
  return piece.length <= shortPiece ? piece : Buffer.from(piece).toString();
}

function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(unwritten, '')
    .replace(/[أإآٱةى]/gu, (letter) => arabicForms[letter] ?? letter);
}

/**
 * A text as the full-text index takes it: folded, unspaced runs as overlapping pairs. The last character of a
 * run stands once more alone, so that a query for one character finds it there too.
 */
export function indexText(text: string): string {
  if (ascii.test(text)) return text;
  return fold(text).replace(unspacedRun, (run) => ` ${spread(run)} `);
}

/** The words of a text as the full-text index takes them, in order; its own folding is still to come. */
export function indexWords(text: string): readonly string[] {
  return (ascii.test(text) ? text.match(asciiWord) : indexText(text).match(word)) ?? [];
}

/** Overlapping pairs of characters; one character stands alone. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length < 2) return characters;
  return characters.slice(0, -1).map((character, i) => `${character}${characters[i + 1] ?? ''}`);
}

function spread(run: string): string {
  const pairs = pairsOf(run);
  const last = Array.from(run).at(-1) ?? '';
  return pairs.length === 1 && pairs[0] === last ? last : `${pairs.join(' ')} ${last}`;
}

/**
 * A phrase of a query as tokens of the index, in order. `isOpen`: the last one is a lone character that must
 * be sought as a prefix.
 */
export function queryTokens(text: string): { readonly tokens: readonly string[]; readonly isOpen: boolean } {
  const parts = fold(text).match(pieces) ?? [];
  const last = parts.at(-1);
  if (last === undefined) return { tokens: [], isOpen: false };
  const before = parts.slice(0, -1).flatMap(indexWords);
  if (!isUnspaced(last)) return { tokens: [...before, last], isOpen: false };
  const pairs = pairsOf(last);
  return { tokens: [...before, ...pairs], isOpen: Array.from(last).length === 1 };
}

/** A word folded as the index folds it, to compare words of the original text with those of a query. */
export function foldWord(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return fold(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '');
}

/** A word as it stands in the index: accents of Latin letters alone fall. */
export function indexedWord(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return fold(text)
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})[\u0300-\u036f]+/gu, '')
    .normalize('NFC');
}
