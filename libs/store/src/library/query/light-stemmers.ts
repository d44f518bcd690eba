/*
 * Light stemmers of Jacques Savoy (University of Neuchâtel) for German, French, Spanish, Italian and
 * Portuguese, and the one of Larkey, Ballesteros and Connell (SIGIR 2002) for Arabic, as Elasticsearch has
 * them: plurals, cases and genders fall, meaning stays. Words come in lower case.
 */

/** Letters and what stands for each of them. */
function letterMap(rules: readonly (readonly [to: string, from: string])[]): ReadonlyMap<string, string> {
  return new Map(rules.flatMap(([to, from]) => Array.from(from, (letter) => [letter, to] as const)));
}

function mapLetters(word: string, letters: ReadonlyMap<string, string>): string {
  let mapped = '';
  for (const letter of word) mapped += letters.get(letter) ?? letter;
  return mapped;
}

/** The word without its last letters, with others in their place. */
function replaced(word: string, cut: number, ending = ''): string {
  return `${word.slice(0, word.length - cut)}${ending}`;
}

const germanLetters = letterMap([
  ['a', 'äàáâ'],
  ['o', 'òóôö'],
  ['i', 'ïìíî'],
  ['u', 'ùúûü'],
]);
const beforeEnding = new Set('bdfghklmnt');

/**
 * ß is ss, umlauts lose their dots, and the e of ae and oe falls; that of ue too where no vowel and no q
 * stands before.
 */
function unifyGerman(word: string): string {
  let unified = '';
  let state: 'plain' | 'vowel' | 'umlaut' = 'plain';
  for (const letter of word) {
    if (letter === 'e' && state === 'umlaut') {
      state = 'vowel';
      continue;
    }
    unified +=
      letter === 'ä' ? 'a' : letter === 'ö' ? 'o' : letter === 'ü' ? 'u' : letter === 'ß' ? 'ss' : letter;
    if (letter === 'a' || letter === 'o') state = 'umlaut';
    else if (letter === 'u') state = state === 'plain' ? 'umlaut' : 'vowel';
    else state = 'eiqyäöü'.includes(letter) ? 'vowel' : 'plain';
  }
  return unified;
}

/** A word without umlauts and other accents. */
export function bareGerman(word: string): string {
  return mapLetters(unifyGerman(word), germanLetters);
}

/** The stem of a noun: its cases and plurals fall, and no degrees. */
export function stemGermanNoun(word: string): string {
  return germanCase(bareGerman(word));
}

export function stemGerman(word: string): string {
  return germanDegree(germanCase(bareGerman(word)));
}

function germanCase(word: string): string {
  const { length } = word;
  if (length > 5 && word.endsWith('ern')) return replaced(word, 3);
  if (length > 4 && /e[mnrs]$/u.test(word)) return replaced(word, 2);
  if (length > 3 && word.endsWith('e')) return replaced(word, 1);
  return length > 3 && word.endsWith('s') && beforeEnding.has(word.charAt(length - 2))
    ? replaced(word, 1)
    : word;
}

function germanDegree(word: string): string {
  const { length } = word;
  if (length > 5 && word.endsWith('est')) return replaced(word, 3);
  if (length > 4 && /e[rn]$/u.test(word)) return replaced(word, 2);
  return length > 4 && word.endsWith('st') && beforeEnding.has(word.charAt(length - 3))
    ? replaced(word, 2)
    : word;
}

const bareLatin = letterMap([
  ['a', 'àáâä'],
  ['o', 'òóôö'],
  ['e', 'èéêë'],
  ['u', 'ùúûü'],
  ['i', 'ìíîï'],
]);

export function stemSpanish(word: string): string {
  if (word.length < 5) return word;
  const bare = mapLetters(word, bareLatin);
  if (/[oae]$/u.test(bare)) return replaced(bare, 1);
  if (bare.endsWith('eses')) return replaced(bare, 2);
  if (bare.endsWith('ces')) return replaced(bare, 3, 'z');
  return /[oae]s$/u.test(bare) ? replaced(bare, 2) : bare;
}

export function stemItalian(word: string): string {
  if (word.length < 6) return word;
  const bare = mapLetters(word, bareLatin);
  if (/(?:[ih][ei]|i[ao])$/u.test(bare)) return replaced(bare, 2);
  return /[eiao]$/u.test(bare) ? replaced(bare, 1) : bare;
}

const barePortuguese = letterMap([
  ['a', 'àáâäã'],
  ['o', 'òóôöõ'],
  ['e', 'èéêë'],
  ['u', 'ùúûü'],
  ['i', 'ìíîï'],
  ['c', 'ç'],
]);

export function stemPortuguese(word: string): string {
  if (word.length < 4) return word;
  const single = portugueseSingular(word);
  const masculine = single.length > 3 && single.endsWith('a') ? portugueseMasculine(single) : single;
  return mapLetters(
    masculine.length > 4 && /[eao]$/u.test(masculine) ? replaced(masculine, 1) : masculine,
    barePortuguese,
  );
}

function portugueseSingular(word: string): string {
  const { length } = word;
  if (length > 4 && /[rslz]es$/u.test(word)) return replaced(word, 2);
  if (word.endsWith('ns')) return replaced(word, 2, 'm');
  if (length > 4 && /[eé]is$/u.test(word)) return replaced(word, 3, 'el');
  if (length > 4 && word.endsWith('ais')) return replaced(word, 2, 'l');
  if (length > 4 && word.endsWith('óis')) return replaced(word, 3, 'ol');
  if (length > 4 && word.endsWith('is')) return replaced(word, 1, 'l');
  if (/[õã]es$/u.test(word)) return replaced(word, 3, 'ão');
  if (length > 6 && word.endsWith('mente')) return replaced(word, 5);
  return word.endsWith('s') ? replaced(word, 1) : word;
}

function portugueseMasculine(word: string): string {
  const { length } = word;
  if (length > 7 && /(?:inha|iaca|eira)$/u.test(word)) return replaced(word, 1, 'o');
  if (length <= 6) return word;
  if (/(?:osa|ica|ida|ada|iva|ama)$/u.test(word)) return replaced(word, 1, 'o');
  if (word.endsWith('ona')) return replaced(word, 3, 'ão');
  if (word.endsWith('ora')) return replaced(word, 1);
  if (word.endsWith('esa')) return replaced(word, 3, 'ês');
  return word.endsWith('na') ? replaced(word, 1, 'o') : word;
}

interface Ending {
  readonly ending: string;
  /** Only words that are longer. */
  readonly over: number;
  readonly cut: number;
  readonly put?: string;
  /** Further rules apply to what is left. */
  readonly goesOn?: boolean;
}

/** In this order; the first that fits ends it, unless it goes on. */
const frenchEndings: readonly Ending[] = [
  { ending: 'issement', over: 9, cut: 7, put: 'r' },
  { ending: 'issant', over: 8, cut: 5, put: 'r' },
  { ending: 'ivement', over: 7, cut: 6, put: 'f' },
  { ending: 'ement', over: 6, cut: 4 },
  { ending: 'ficatrice', over: 11, cut: 7, put: 'er' },
  { ending: 'ficateur', over: 10, cut: 6, put: 'er' },
  { ending: 'catrice', over: 9, cut: 7, put: 'quer' },
  { ending: 'cateur', over: 8, cut: 6, put: 'quer' },
  { ending: 'atrice', over: 8, cut: 6, put: 'er' },
  { ending: 'ateur', over: 7, cut: 5, put: 'er' },
  { ending: 'trice', over: 6, cut: 4, put: 'eur', goesOn: true },
  { ending: 'ième', over: 5, cut: 4 },
  { ending: 'teuse', over: 7, cut: 3, put: 'r' },
  { ending: 'teur', over: 6, cut: 2, put: 'r' },
  { ending: 'euse', over: 5, cut: 2 },
  { ending: 'ère', over: 8, cut: 3, put: 'er' },
  { ending: 'ive', over: 7, cut: 2, put: 'f' },
  { ending: 'folle', over: 4, cut: 3, put: 'u' },
  { ending: 'molle', over: 4, cut: 3, put: 'u' },
  { ending: 'nnelle', over: 9, cut: 5 },
  { ending: 'nnel', over: 9, cut: 3 },
  { ending: 'ète', over: 4, cut: 3, put: 'et', goesOn: true },
  { ending: 'ique', over: 8, cut: 4, goesOn: true },
  { ending: 'esse', over: 8, cut: 3 },
  { ending: 'inage', over: 7, cut: 3 },
  { ending: 'ualisation', over: 12, cut: 9, put: 'el' },
  { ending: 'isation', over: 9, cut: 7 },
  { ending: 'isateur', over: 9, cut: 7 },
  { ending: 'ation', over: 8, cut: 5 },
  { ending: 'ition', over: 8, cut: 5 },
];
const bareFrench = letterMap([
  ['a', 'àáâ'],
  ['o', 'ô'],
  ['e', 'èéê'],
  ['u', 'ùû'],
  ['i', 'î'],
  ['c', 'ç'],
]);

export function stemFrench(word: string): string {
  let stem = frenchSingular(word);
  for (const { ending, over, cut, put, goesOn } of frenchEndings) {
    if (stem.length <= over || !stem.endsWith(ending)) continue;
    stem = replaced(stem, cut, put);
    if (goesOn !== true) break;
  }
  return bareFrenchStem(stem);
}

function frenchSingular(word: string): string {
  let single = word;
  if (single.length > 5 && single.endsWith('x'))
    single = /[^e]aux$/u.test(single) ? replaced(single, 2, 'l') : replaced(single, 1);
  if (single.length > 3 && single.endsWith('x')) single = replaced(single, 1);
  return single.length > 3 && single.endsWith('s') ? replaced(single, 1) : single;
}

/** Accents, doubled letters and silent endings fall. */
function bareFrenchStem(word: string): string {
  let stem = word.length > 4 ? mapLetters(word, bareFrench).replace(/(\p{L})\1+/gu, '$1') : word;
  if (stem.length > 4 && stem.endsWith('ie')) stem = replaced(stem, 2);
  if (stem.length <= 4) return stem;
  return stem
    .replace(/r$/u, '')
    .replace(/e$/u, '')
    .replace(/e$/u, '')
    .replace(/(\p{L})\1$/u, '$1');
}

const arabicLetters = letterMap([
  ['ا', 'أإآ'],
  ['ي', 'ى'],
  ['ه', 'ة'],
  ['', '\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652'],
]);
const arabicPrefixes = ['ال', 'وال', 'بال', 'كال', 'فال', 'لل', 'و'];
const arabicSuffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ية', 'ه', 'ة', 'ي'];

/** A word in the letters that are written one for the other, without vowel signs. */
export function bareArabic(word: string): string {
  return mapLetters(word, arabicLetters);
}

/** One prefix falls, and every suffix in this order; at least two letters stay. */
export function stemArabic(word: string): string {
  let stem = bareArabic(word);
  const prefix = arabicPrefixes.find(
    (start) => stem.startsWith(start) && stem.length >= (start.length === 1 ? 4 : start.length + 2),
  );
  if (prefix !== undefined) stem = stem.slice(prefix.length);
  for (const suffix of arabicSuffixes)
    if (stem.endsWith(suffix) && stem.length >= suffix.length + 2) stem = replaced(stem, suffix.length);
  return stem;
}
