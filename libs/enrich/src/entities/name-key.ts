const articles = /^(?:the|a|an)\s+/i;
const possessive = /(?:['’]s|['’])$/;

/**
 * A name as it is compared: lower case, single spaces, one form of the apostrophe, without article, possessive and the
 * full stops of initials.
 */
export function nameKey(name: string): string {
  return name
    .replace(possessive, '')
    .replace(articles, '')
    .replace(/(?<=\p{L})\.(?=\p{L}|$|\s)/gu, '')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const smallWords = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'de',
  'la',
  'le',
  'du',
  'des',
  'del',
  'y',
  'et',
  'und',
  'für',
  '&',
  'e',
  'do',
  'da',
  'to',
]);

/**
 * Whether `short` (letters, with or without full stops) is made of the first letters of the words of `long`;
 * small words may be left out.
 */
export function isAcronymOf(short: string, long: string): boolean {
  if (!/^[\p{Lu}.]{2,}$/u.test(short)) return false;
  const letters = short.replace(/\./g, '').toLowerCase();
  const words = long.split(/[\s-]+/).filter((word) => word !== '');
  if (letters.length < 2 || letters.length > 8 || words.length < 2) return false;
  const all = words.map((word) => word.charAt(0).toLowerCase()).join('');
  const main = words
    .filter((word) => !smallWords.has(word.toLowerCase()))
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
  return letters === all || letters === main;
}
