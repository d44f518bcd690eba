import type { Readability } from '@newsmill/contracts';
import { splitSentences } from '@newsmill/text';
import { countSyllables } from './count-syllables.ts';

/** Rule and version, for the facts that it makes. */
export const readabilityRule = 'flesch/1';

/** Ease = constant - words * (words per sentence) - syllables * (syllables per word). */
interface Formula {
  readonly name: string;
  readonly constant: number;
  readonly words: number;
  readonly syllables: number;
}

/** Flesch's measure as it was fitted to each language; all on the scale of 0 (hard) to 100 (easy). */
const formulas: Readonly<Record<string, Formula>> = {
  en: { name: 'flesch-1948', constant: 206.835, words: 1.015, syllables: 84.6 },
  de: { name: 'amstad-1978', constant: 180, words: 1, syllables: 58.5 },
  fr: { name: 'kandel-moles-1958', constant: 207, words: 1.015, syllables: 73.6 },
  es: { name: 'szigriszt-pazos-1993', constant: 206.835, words: 1, syllables: 62.3 },
  it: { name: 'franchina-vacca-1986', constant: 217, words: 1.3, syllables: 60 },
  nl: { name: 'douma-1960', constant: 206.84, words: 0.93, syllables: 77 },
  pt: { name: 'martins-1996', constant: 248.835, words: 1.015, syllables: 84.6 },
  ru: { name: 'oborneva-2006', constant: 206.835, words: 1.3, syllables: 60.1 },
  tr: { name: 'atesman-1997', constant: 198.825, words: 2.61, syllables: 40.175 },
};

/** A longer text is judged by its beginning, a shorter one not at all. */
const longestText = 5_000;
const fewestWords = 30;

const word = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)?/gu;
const round = (value: number): number => Math.round(value * 10) / 10;

/**
 * How easy a text is to read, by Flesch's formula in the form of its language; undefined for a language that
 * has none, and for a text of fewer than 30 words. Judged by the first 5,000 characters.
 */
export function measureReadability(text: string, language: string): Readability | undefined {
  const formula = Object.hasOwn(formulas, language) ? formulas[language] : undefined;
  if (formula === undefined) return undefined;
  const beginning = text.slice(0, longestText);
  const words = beginning.toLowerCase().match(word) ?? [];
  if (words.length < fewestWords) return undefined;
  const sentences = splitSentences(beginning, language).length;
  const syllables = words.reduce((sum, each) => sum + countSyllables(each.slice(0, 60), language), 0);
  const wordsPerSentence = words.length / Math.max(1, sentences);
  const ease =
    formula.constant - formula.words * wordsPerSentence - formula.syllables * (syllables / words.length);
  return {
    ease: round(Math.max(0, Math.min(100, ease))),
    formula: formula.name,
    sentences,
    wordsPerSentence: round(wordsPerSentence),
  };
}
