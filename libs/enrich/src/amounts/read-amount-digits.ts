/** Languages that write 1,250.50; the others write 1.250,50. */
const pointLanguages: ReadonlySet<string> = new Set([
  'en',
  'zh',
  'ja',
  'ko',
  'th',
  'he',
  'hi',
  'bn',
  'ta',
  'ms',
  'ar',
  'fa',
  'ur',
  'sw',
  'tl',
]);
/** Languages that part groups of digits by plain spaces. */
const spaceLanguages: ReadonlySet<string> = new Set([
  'fr',
  'ru',
  'uk',
  'pl',
  'cs',
  'sk',
  'sv',
  'nb',
  'no',
  'fi',
  'bg',
  'hu',
  'es',
  'pt',
]);

const number = /\d+(?:[.,'’\u00a0\u202f]\d+)*/y;
const spaced = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d{1,2})?(?![\d])/y;

/** Value of digits with signs between them; undefined where they are no number (1.2.3, 10,11,12). */
function valueOf(digits: string, pointLanguage: boolean): number | undefined {
  const signs = [...digits.matchAll(/[.,]/gu)].map((match) => match[0]);
  const plain = digits.replace(/['’\u00a0\u202f ]/gu, '');
  if (signs.length === 0) return Number(plain);
  const last = signs.at(-1) ?? '.';
  const lastPart = plain.slice(plain.lastIndexOf(last) + 1);
  const mixed = signs.some((sign) => sign !== last);
  if (mixed)
    return signs.filter((sign) => sign === last).length === 1
      ? Number(plain.replaceAll(last === '.' ? ',' : '.', '').replace(',', '.'))
      : undefined;
  const grouping = last === (pointLanguage ? ',' : '.');
  const parts = plain.split(last);
  // Indian groups have two digits but the last one: 12,00,000.
  const grouped =
    (parts[0]?.length ?? 0) <= 3 &&
    lastPart.length === 3 &&
    parts.slice(1, -1).every((part) => part.length === 3 || part.length === 2) &&
    parts[0] !== '0';
  if (signs.length > 1) return grouped ? Number(parts.join('')) : undefined;
  return grouping && grouped ? Number(parts.join('')) : Number(`${parts[0]}.${lastPart}`);
}

/** The number in digits that begins at that place, by the habits of the language; its end, too. */
export function readAmountDigits(
  text: string,
  at: number,
  language: string,
): { value: number | undefined; end: number } {
  if (spaceLanguages.has(language)) {
    spaced.lastIndex = at;
    const found = spaced.exec(text)?.[0];
    if (found !== undefined)
      return {
        value: Number(found.replace(/[ \u00a0\u202f]/gu, '').replace(',', '.')),
        end: at + found.length,
      };
  }
  number.lastIndex = at;
  const digits = number.exec(text)?.[0] ?? '';
  return {
    value: digits.length > 40 ? undefined : valueOf(digits, pointLanguages.has(language)),
    end: at + digits.length,
  };
}
