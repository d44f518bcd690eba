/**
 * Vowel letters of the scripts that readability is measured in, marks included; `y` counts where it is
 * sounded alone.
 */
const vowelLetters = 'aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāăąēĕėęěīĭįıōŏőūŭůűųơưаеёиоуыэюяіїєў';
const vowels = new Set(vowelLetters);
/** Languages in which each of two neighbouring vowels is a syllable of its own. */
const separate = new Set(['ru', 'uk', 'bg', 'tr', 'sr', 'mk', 'be']);
/** Strong vowels that do not melt into one syllable in the languages of Spain, Italy and Portugal. */
const strong = new Set('aeoáéíóúàèìòùâêôãõ');
const hiatus = new Set(['es', 'it', 'pt', 'ca', 'gl', 'ro']);

/** Endings of English whose vowel is silent. */
function silentInEnglish(word: string): number {
  if (word.length <= 3) return 0;
  if (/[^aeiouyl]e$|[^aeiouy]ves?$/.test(word)) return 1;
  if (/[^aeiouytd]ed$/.test(word)) return 1;
  return /[^aeiouysxzc]es$/.test(word) && !/(?:ch|sh|g)es$/.test(word) ? 1 : 0;
}

function silentInFrench(word: string): number {
  if (word.length <= 3) return 0;
  return /[^aeiouyéèêà](?:e|es|ent)$/.test(word) ? 1 : 0;
}

/** Syllables of a lower-case word, by its groups of vowels; at least one. */
export function countSyllables(word: string, language: string): number {
  let count = 0;
  let before = '';
  for (const letter of word) {
    const isVowel = vowels.has(letter);
    const startsSyllable =
      isVowel &&
      (!vowels.has(before) ||
        separate.has(language) ||
        (hiatus.has(language) && strong.has(before) && strong.has(letter)));
    if (startsSyllable) count += 1;
    before = letter;
  }
  if (language === 'en') count -= silentInEnglish(word);
  if (language === 'fr') count -= silentInFrench(word);
  return Math.max(1, count);
}
