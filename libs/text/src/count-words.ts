const segmented = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;

/**
 * Number of words as readers count them. Han and Kana count one word for two characters, scripts of
 * South-East Asia one for five; everything else is counted between spaces.
 */
export function countWords(text: string): number {
  const han = text.match(segmented)?.length ?? 0;
  const runs =
    text.match(unspaced)?.reduce((sum, run) => sum + Math.max(1, Math.round(run.length / 5)), 0) ?? 0;
  const rest = text.replace(segmented, ' ').replace(unspaced, ' ').match(word)?.length ?? 0;
  return Math.ceil(han / 2) + runs + rest;
}
