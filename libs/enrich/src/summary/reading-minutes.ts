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

const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const unspaced = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;
const spaced =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}'’-])+/gu;

/** Minutes that reading a text takes, at least one for a text with words; 0 for an empty one. */
export function readingMinutes(text: string, language: string): number {
  const characters = (text.match(ideographic)?.length ?? 0) / (charactersPerMinute[language] ?? 255);
  const letters = (text.match(unspaced)?.length ?? 0) / unspacedPerMinute;
  const words = (text.match(spaced)?.length ?? 0) / (wordsPerMinute[language] ?? usual);
  const minutes = characters + letters + words;
  return minutes === 0 ? 0 : Math.max(1, Math.round(minutes));
}
