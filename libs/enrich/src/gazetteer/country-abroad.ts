import type { Place } from './places.ts';

/** Languages in Latin letters by which the gazetteer knows countries. */
// biome-ignore format: a list
const latin = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'hu', 'ro', 'hr', 'sl', 'tr', 'et', 'lv', 'lt', 'id', 'vi', 'ca', 'eu', 'gl', 'sq', 'is'];
const isLatin: ReadonlySet<string> = new Set(latin);
/** What so many languages call a country is rather a spelling of its name: Irak, Kenia. */
const fewLanguages = 3;

const fold = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const namings = new Map<string, readonly Intl.DisplayNames[]>();

/** The names of countries in a language, long and short, by CLDR. */
function namesIn(language: string): readonly Intl.DisplayNames[] {
  const known = namings.get(language);
  if (known !== undefined) return known;
  const made = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames([language], { type: 'region', style }),
  );
  namings.set(language, made);
  return made;
}

const callsSo = (language: string, country: string, folded: string): boolean =>
  namesIn(language).some((names) => fold(names.of(country) ?? '') === folded);

/**
 * Whether a few other languages alone call a country so, which a text of this one cannot mean by it: `Indien` in
 * French, `VK` anywhere but in Dutch. English names are known everywhere. By CLDR.
 */
export function isCountryAbroad({ kind, country, name }: Place, own: string, language: string): boolean {
  if (kind !== 'country' || country === undefined || !/^[A-Z]{2}$/.test(country) || !isLatin.has(language))
    return false;
  const folded = fold(own);
  if (folded === fold(name) || callsSo(language, country, folded) || callsSo('en', country, folded))
    return false;
  const others = latin.filter((other) => callsSo(other, country, folded)).length;
  return others > 0 && others <= fewLanguages;
}
