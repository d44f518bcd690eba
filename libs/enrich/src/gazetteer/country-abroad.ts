import { foldName } from '@newsmill/text';
import type { Place } from './places.ts';
import { regionNames } from './region-names.ts';

/** Languages in Latin letters by which the gazetteer knows countries. */
// biome-ignore format: a list
const latin = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'hu', 'ro', 'hr', 'sl', 'tr', 'et', 'lv', 'lt', 'id', 'vi', 'ca', 'eu', 'gl', 'sq', 'is'];
const isLatin: ReadonlySet<string> = new Set(latin);
/** What so many languages call a country is rather a spelling of its name: Irak, Kenia. */
const fewLanguages = 3;

/** What a language calls a country, at length and for short, folded. */
const namesIn = (language: string, country: string): readonly string[] =>
  (['long', 'short'] as const).map((style) => foldName(regionNames(language, style)?.of(country) ?? ''));

const callsSo = (language: string, country: string, folded: string): boolean =>
  namesIn(language, country).includes(folded);

/** Names that share so much are two spellings of one: Kirgistan, Osttimor. */
const sharedLetters = 4;
const sharedWord = 5;

/** Whether a name is another spelling of what the language calls the country. */
const isSpelling = (folded: string, usual: string): boolean =>
  usual.startsWith(folded.slice(0, sharedLetters)) ||
  usual.split(/[ -]/).some((word) => word.length >= sharedWord && folded.includes(word));

function isAbroad(key: string): boolean {
  const [language = '', country = '', name = '', own = '', isTown] = key.split('\n');
  const folded = foldName(own);
  if (folded.includes(' ') || folded === foldName(name) || callsSo('en', country, folded)) return false;
  if (
    folded.length >= sharedLetters &&
    isTown === undefined &&
    namesIn(language, country).some((usual) => isSpelling(folded, usual))
  )
    return false;
  if (callsSo(language, country, folded)) return false;
  const others = latin.filter((other) => callsSo(other, country, folded)).length;
  return others > 0 && others <= fewLanguages;
}
const mostKept = 10_000;
const known = new Map<string, boolean>();

/** As `isAbroad`, each question once. */
function abroad(key: string): boolean {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKept) known.clear();
  const made = isAbroad(key);
  known.set(key, made);
  return made;
}

/**
 * Whether a few other languages alone call a country so, in one word that is no spelling of its own: `Indien` in
 * French,
 * `VK` anywhere but in Dutch. English names are known everywhere. What may be a town too, as `Brasilia` is, is no
 * spelling. By CLDR.
 */
export const isCountryAbroad = (
  { kind, country, name }: Place,
  own: string,
  language: string,
  isTown: boolean,
): boolean =>
  kind === 'country' &&
  country !== undefined &&
  /^[A-Z]{2}$/.test(country) &&
  isLatin.has(language) &&
  abroad([language, country, name, own, ...(isTown ? ['town'] : [])].join('\n'));
