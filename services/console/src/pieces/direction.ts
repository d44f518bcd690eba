import { languageTag, primaryLanguage } from '@newsmill/text';

const rightToLeft: ReadonlySet<string> = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'khw',
  'ks',
  'ku',
  'nqo',
  'pnb',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/**
 * The direction in which a language is written; `auto` (by the first letter) where the language is unknown.
 */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | 'auto' {
  const main = primaryLanguage(language ?? '');
  if (main === undefined) return 'auto';
  // Kurdish is written in Latin letters too; its script subtag says so.
  return rightToLeft.has(main) && !(languageTag(language ?? '') ?? '').includes('-Latn') ? 'rtl' : 'ltr';
}
