/**
 * Tokens per character: Latin letters and signs, other alphabets, and scripts with a sign for each syllable
 * or word.
 */
function weightOf(code: number): number {
  if (code < 0x80) return 0.25;
  return code < 0x2e80 ? 0.5 : 1;
}

/**
 * About how many tokens a language model makes of a text: four ASCII characters a token, two of other
 * alphabets, one of Chinese, Japanese, Korean and signs beyond. No tokenizer of any one model; rather too
 * high than too low.
 */
export function estimateTokens(text: string): number {
  let sum = 0;
  for (const character of text) sum += weightOf(character.codePointAt(0) ?? 0);
  return Math.ceil(sum);
}

/**
 * The longest beginning of a text of at most so many tokens, ended at a line or sentence or word where one is
 * near.
 */
export function cutToTokens(text: string, most: number): string {
  let sum = 0;
  let end = 0;
  for (const character of text) {
    sum += weightOf(character.codePointAt(0) ?? 0);
    if (sum > most) break;
    end += character.length;
  }
  if (end >= text.length) return text;
  const whole = text.slice(0, end);
  const stop = Math.max(
    whole.lastIndexOf('\n'),
    ...Array.from(
      whole.matchAll(/[.!?。！？؟।]\s|[。！？]/gu),
      ({ index, 0: found }) => index + found.length,
    ),
  );
  if (stop > end * 0.6) return whole.slice(0, stop);
  const space = whole.lastIndexOf(' ');
  return space > end * 0.6 ? whole.slice(0, space) : whole;
}
