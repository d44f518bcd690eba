import { primaryLanguage } from '@newsmill/text';
import type { DateTable } from './date-table.ts';
import { openLexicon, type DateLexicon } from './date-lexicon.ts';
import { de } from './tables/de.ts';
import { en } from './tables/en.ts';
import { es } from './tables/es.ts';
import { fr } from './tables/fr.ts';
import { it } from './tables/it.ts';
import { ja } from './tables/ja.ts';
import { ko } from './tables/ko.ts';
import { ar, cs, pl, sv, tr, uk } from './tables/more.ts';
import { nl } from './tables/nl.ts';
import { pt } from './tables/pt.ts';
import { ru } from './tables/ru.ts';
import { zh } from './tables/zh.ts';

const tables: Readonly<Record<string, DateTable>> = {
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  ru,
  ja,
  zh,
  ko,
  ar,
  pl,
  sv,
  tr,
  uk,
  cs,
};
/** For languages without a table: dates in digits only. */
const digitsOnly: DateTable = { order: 'dmy', months: '', weekdays: '', suffixes: {}, roles: {} };

const opened = new Map<string, DateLexicon>();

function lexiconNamed(name: string): DateLexicon {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const lexicon = openLexicon(name, tables[name] ?? digitsOnly);
  opened.set(name, lexicon);
  return lexicon;
}

/** Candidates by the letters of a text whose language nobody knows. */
function languagesByScript(text: string): string[] {
  if (/[ぁ-ヿ]/u.test(text)) return ['ja'];
  if (/[가-힣]/u.test(text)) return ['ko'];
  if (/[一-鿿]/u.test(text)) return ['zh'];
  if (/[Ѐ-ӿ]/u.test(text)) return ['ru', 'uk'];
  if (/[؀-ۿ]/u.test(text)) return ['ar'];
  return ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'tr', 'cs'];
}

/**
 * The lexicons to try: that of the language, or of every language that the script allows where it is not
 * known.
 */
export function lexiconsFor(language: string | undefined, text: string): DateLexicon[] {
  const primary = language === undefined ? undefined : primaryLanguage(language);
  if (primary === undefined) return languagesByScript(text).map(lexiconNamed);
  return [lexiconNamed(Object.hasOwn(tables, primary) ? primary : '')];
}
