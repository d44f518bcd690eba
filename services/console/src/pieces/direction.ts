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

/** The direction in which a language is written; `auto` (by the first letter) where the language is unknown. */
export function directionOf(language: string | undefined): 'ltr' | 'rtl' | 'auto' {
  const main = language?.split('-', 1)[0]?.toLowerCase() ?? 'und';
  if (main === 'und' || main === '') return 'auto';
  // Kurdish is written in Latin letters too; its script subtag says so.
  return rightToLeft.has(main) && !/-latn\b/i.test(language ?? '') ? 'rtl' : 'ltr';
}
