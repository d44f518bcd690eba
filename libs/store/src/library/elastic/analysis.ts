import type { estypes } from '@elastic/elasticsearch';
import { primaryLanguage } from '@newsmill/text';

/*
 * What index-tokens.ts does for SQLite, in the words of Elasticsearch: the same words, phrases and single
 * characters are found in both. Everything here is in a stock server, without plugins.
 */

/**
 * Longer words are cut, in the index and in queries: a term of more than 32,766 bytes would have its document
 * refused, and a longer prefix its query.
 */
export const longestWord = 1_000;

/**
 * Scripts that are written without spaces, as a class of Java; the first comparison spares letters of other
 * scripts the rest.
 */
const unspaced =
  '\\u0e00-\\x{3ffff}&&[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}ー々〆〇]';

const combining = /[\u0300-\u036f]/gu;

/**
 * Ranges whose compatibility forms are unified: Latin letters, the am of Thai and Lao, signs, ligatures, full
 * and half width.
 */
const unifiedRanges: readonly (readonly [number, number])[] = [
  [0xa0, 0x24f],
  [0xe33, 0xe33],
  [0xeb3, 0xeb3],
  [0x1e00, 0x1eff],
  [0x2070, 0x209c],
  [0x2100, 0x214f],
  [0xfb00, 0xfb06],
  [0xff01, 0xffdc],
];
/**
 * Vowel signs of Arabic and Hebrew, tatweel, soft hyphen, zero-width signs; and diacritics that stand apart.
 */
// biome-ignore format: a table, read by its rows
const droppedRanges: readonly (readonly [number, number])[] = [
  [0x300, 0x36f], [0x591, 0x5bd], [0x5bf, 0x5bf], [0x5c1, 0x5c2], [0x5c4, 0x5c5], [0x5c7, 0x5c7],
  [0x610, 0x61a], [0x640, 0x640], [0x64b, 0x65f], [0x670, 0x670],
  [0xad, 0xad], [0x200b, 0x200d], [0x2060, 0x2060], [0xfeff, 0xfeff],
];
const oneForTheOther: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ة: 'ه',
  ى: 'ي',
  ς: 'σ',
};

const folds = makeFolds();

/** Characters and what stands for them in the index; an empty text drops the character. */
function makeFolds(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const character of charactersOf(unifiedRanges)) {
    const folded = foldCharacter(character);
    // What becomes a space or a sign parts words as it is.
    if (folded !== character && /^[^\s\\]+$/u.test(folded) && /[\p{L}\p{N}]/u.test(folded))
      map.set(character, folded);
  }
  // Half-width Kana with their sound marks are two characters that become one.
  for (const kana of charactersOf([[0xff66, 0xff9d]])) {
    for (const mark of ['\uff9e', '\uff9f']) {
      const joined = `${kana}${mark}`.normalize('NFKC');
      if (joined.length === 1) map.set(`${kana}${mark}`, joined);
    }
  }
  for (const character of charactersOf(droppedRanges)) map.set(character, '');
  for (const [character, form] of Object.entries(oneForTheOther)) map.set(character, form);
  return map;
}

function charactersOf(ranges: readonly (readonly [number, number])[]): string[] {
  return ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)),
  );
}

/** Diacritics fall where a Latin letter is left, as FTS5 has it: й stays й. */
function foldCharacter(character: string): string {
  const unified = character.normalize('NFKC');
  const bare = unified.normalize('NFD').replace(combining, '');
  return /^[a-z]+$/iu.test(bare) ? bare : unified;
}

/** A word of a query (as index-tokens.ts folds it) as the term that stands in the index. */
export function foldTerm(word: string): string {
  return Array.from(word, (character) => folds.get(character) ?? character)
    .join('')
    .toLowerCase()
    .slice(0, longestWord);
}

const foldRules = [...folds].map(([from, to]) => `${from}=>${to}`).join(',');
const wordFilters = ['lowercase', 'newsmill_cut'];

/** `analysis` of the index settings. */
export const analysis: estypes.IndicesIndexSettingsAnalysis = {
  char_filter: {
    // One text with commas, as every list of settings may be given: a server takes each entry of a list in hand
    // anew whenever it checks the settings of an index, a tenth of what a new index costs it.
    newsmill_fold: { type: 'mapping', mappings: foldRules as unknown as string[] }, // the client knows lists alone
    // 北京大学 becomes 北京 京大 大学 学: overlapping pairs, and the last character once more alone.
    newsmill_pairs: {
      type: 'pattern_replace',
      pattern: `([${unspaced}])(?:(?=([${unspaced}]))|)`,
      replacement: ' $1$2 ',
    },
    // The same without that last one: what is sought need not end there.
    newsmill_sought_pairs: {
      type: 'pattern_replace',
      pattern: `([${unspaced}])(?=([${unspaced}]))|(?<=[${unspaced}])[${unspaced}]|([${unspaced}])`,
      replacement: ' $1$2$3 ',
    },
  },
  tokenizer: {
    newsmill_words: { type: 'pattern', pattern: '[\\p{L}\\p{N}\\p{Mn}\\p{Mc}\\p{Co}]+', group: 0 },
  },
  filter: { newsmill_cut: { type: 'truncate', length: longestWord } },
  analyzer: {
    newsmill: {
      type: 'custom',
      char_filter: ['newsmill_fold', 'newsmill_pairs'],
      tokenizer: 'newsmill_words',
      filter: wordFilters,
    },
    newsmill_search: {
      type: 'custom',
      char_filter: ['newsmill_fold', 'newsmill_sought_pairs'],
      tokenizer: 'newsmill_words',
      filter: wordFilters,
    },
  },
  normalizer: { newsmill_folded: { type: 'custom', filter: ['lowercase'] } },
};

/**
 * Analyzers of a stock server by language (BCP 47). Chinese, Japanese and Korean need none beside the pairs.
 */
// biome-ignore format: a table, read by its rows
export const languageAnalyzers: Readonly<Record<string, string>> = {
  ar: 'arabic', bg: 'bulgarian', bn: 'bengali', ca: 'catalan', ckb: 'sorani', cs: 'czech', da: 'danish',
  de: 'german', el: 'greek', en: 'english', es: 'spanish', et: 'estonian',
  eu: 'basque', fa: 'persian', fi: 'finnish', fr: 'french', ga: 'irish', gl: 'galician', hi: 'hindi',
  hu: 'hungarian', hy: 'armenian', id: 'indonesian', it: 'italian', lt: 'lithuanian',
  lv: 'latvian', nl: 'dutch', no: 'norwegian', pt: 'portuguese', ro: 'romanian', ru: 'russian', sr: 'serbian',
  sv: 'swedish', th: 'thai', tr: 'turkish',
};

/**
 * The key of `languageAnalyzers` for a language (pt-BR is pt: readers of one read the other); undefined where
 * a stock server knows none.
 */
export function analyzedLanguage(language: string): string | undefined {
  const primary = primaryLanguage(language) ?? '';
  if (primary === 'nb' || primary === 'nn') return 'no';
  return Object.hasOwn(languageAnalyzers, primary) ? primary : undefined;
}
