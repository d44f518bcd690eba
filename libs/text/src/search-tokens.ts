/** A run of the scripts that are written without spaces between words. */
const cjkRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆〇]+/gu;

/** Overlapping pairs of the characters of a run; one character stands alone. `新闻社` gives `新闻`, `闻社`. */
export function cjkBigrams(run: string): string[] {
  const chars = Array.from(run);
  if (chars.length < 2) return chars;
  return chars.slice(0, -1).map((char, index) => char + (chars[index + 1] ?? ''));
}

/**
 * Text as a full-text index of words can hold it: lower case, compatibility forms unified, runs of Han, Kana
 * and Hangul as bigrams between spaces. Diacritics stay; the index folds them (FTS5 unicode61).
 */
export function searchTokens(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(cjkRun, (run) => ` ${cjkBigrams(run).join(' ')} `)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a text in order, lower-cased, CJK as bigrams: for counting and comparing, not for showing. */
export function wordsOf(text: string): string[] {
  return searchTokens(text).match(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? [];
}
