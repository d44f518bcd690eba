const segmented = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;

const begins = 2;
const goesOn = 1;
/** Whether a word may begin with a character below U+0250, or go on with it. */
const inWords = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[\p{L}\p{N}]/u.test(character) ? begins : /['.-]/.test(character) ? goesOn : 0;
});

/** The words of a text of nothing but Latin letters and the signs of General Punctuation; -1 for all others. */
function countLatin(text: string): number {
  let count = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x250 && (code < 0x2000 || code > 0x206f)) return -1;
    const role = code < 0x250 ? (inWords[code] ?? 0) : code === 0x2019 ? goesOn : 0;
    if (role === begins && !isInWord) count += 1;
    isInWord = role === begins || (role === goesOn && isInWord);
  }
  return count;
}

/**
 * Number of words as readers count them. Han and Kana count one word for two characters, scripts of
 * South-East Asia one for five; everything else is counted between spaces.
 */
export function countWords(text: string): number {
  const latin = countLatin(text);
  if (latin >= 0) return latin;
  const han = text.match(segmented)?.length ?? 0;
  const runs =
    text.match(unspaced)?.reduce((sum, run) => sum + Math.max(1, Math.round(run.length / 5)), 0) ?? 0;
  const rest = text.replace(segmented, ' ').replace(unspaced, ' ').match(word)?.length ?? 0;
  return Math.ceil(han / 2) + runs + rest;
}
