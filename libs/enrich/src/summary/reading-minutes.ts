import { characterKind, codeAt, kindsOf } from '@newsmill/text';

/**
 * Words that an adult reads in a minute, silently: English by the meta-analysis of Brysbaert (2019, Journal
 * of Memory and Language), other languages by the texts of IReST (Trauzettel-Klosinski and Dietz, IOVS 2012).
 */
const wordsPerMinute: Readonly<Record<string, number>> = {
  en: 238,
  ar: 138,
  de: 179,
  es: 218,
  fi: 161,
  fr: 195,
  he: 187,
  it: 188,
  nl: 202,
  pl: 166,
  pt: 181,
  ru: 184,
  sl: 180,
  sv: 199,
  tr: 166,
};
const usual = 190;
/** Characters in a minute where words are not spaced (IReST for Chinese and Japanese). */
const charactersPerMinute: Readonly<Record<string, number>> = { zh: 255, ja: 357 };
/** The scripts of South-East Asia, about five characters a word. */
const unspacedPerMinute = 950;

const { letter, mark, number, ideograph, unspaced } = characterKind;
const apostrophe = 0x27;
const curlyApostrophe = 0x2019;
const hyphen = 0x2d;

/** Minutes that reading a text takes, at least one for a text with words; 0 for an empty one. */
export function readingMinutes(text: string, language: string): number {
  let characters = 0;
  let letters = 0;
  let words = 0;
  let inWord = false;
  for (let at = 0; at < text.length; ) {
    const code = codeAt(text, at);
    at += code > 0xffff ? 2 : 1;
    const kinds = kindsOf(code);
    const isSpaced = (kinds & (ideograph | unspaced)) === 0;
    if ((kinds & ideograph) !== 0) characters += 1;
    if ((kinds & unspaced) !== 0) letters += 1;
    const isOfWord =
      isSpaced &&
      ((kinds & (letter | number | mark)) !== 0 ||
        code === apostrophe ||
        code === curlyApostrophe ||
        code === hyphen);
    if (isOfWord && !inWord) words += 1;
    inWord = isOfWord;
  }
  const minutes =
    characters / (charactersPerMinute[language] ?? 255) +
    letters / unspacedPerMinute +
    words / (wordsPerMinute[language] ?? usual);
  return minutes === 0 ? 0 : Math.max(1, Math.round(minutes));
}
