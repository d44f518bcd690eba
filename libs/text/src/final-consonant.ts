const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
/** Syllables that differ in the consonant at their end alone (Unicode 3.12). */
const finals = 28;

/**
 * The consonant at the end of a Hangul syllable, by its place among those that may stand there; 0 for none.
 * Undefined for what is no syllable.
 */
export function finalConsonantOf(syllable: string): number | undefined {
  const code = syllable.charCodeAt(0);
  return code >= firstSyllable && code <= lastSyllable ? (code - firstSyllable) % finals : undefined;
}
