/**
 * The attributes that the reader keeps, by number. Those up to `lastVocabulary` hold names that designers
 * chose (class, id, ...): their words say what a box is for.
 */
// biome-ignore format: a table, read by its rows
const kept = [
  'class', 'id', 'role', 'itemprop', 'rel', 'name', 'data-testid', 'data-component', 'data-type', 'data-qa',
  'data-module', 'data-link-name',
  'href', 'src', 'type', 'content', 'property', 'datetime', 'hidden', 'aria-hidden', 'style', 'alt', 'lang',
  'title', 'http-equiv', 'itemtype', 'itemscope', 'width', 'height', 'srcset', 'data-src', 'data-srcset',
  'typeof', 'xml:lang', 'charset', 'dir', 'value',
] as const;
export type KeptAttribute = (typeof kept)[number];
export const attributes = Object.fromEntries(kept.map((name, number) => [name, number])) as Record<
  KeptAttribute,
  number
>; // fromEntries forgets its keys
export const lastVocabulary = attributes['data-link-name'];

/** Kept names by length, the numbers of each length in the order of the names. */
const byLength: number[][] = [];
kept.forEach((name, number) => (byLength[name.length] ??= []).push(number));

/**
 * Number of the attribute whose name stands at `from` to `to` of a page, in any letter case; -1 when it is
 * not kept. No string is made.
 */
export function attributeNumber(html: string, from: number, to: number): number {
  const numbers = byLength[to - from];
  if (numbers === undefined) return -1;
  for (let index = 0; index < numbers.length; index += 1)
    if (isNamed(kept[numbers[index] as number] as string, html, from)) return numbers[index] as number;
  return -1;
}

/** Capitals of ASCII alone have small letters here: no kept name holds another. */
function isNamed(name: string, html: string, from: number): boolean {
  for (let index = 0; index < name.length; index += 1) {
    const code = html.charCodeAt(from + index);
    if ((code >= 65 && code <= 90 ? code + 32 : code) !== name.charCodeAt(index)) return false;
  }
  return true;
}

/** Lengths and first letters of kept names, so that most others are passed over without making a string. */
const firstLetters = new Uint8Array(128);
for (const name of kept) {
  firstLetters[name.charCodeAt(0)] = 1;
  firstLetters[name.toUpperCase().charCodeAt(0)] = 1;
}
const longestKept = Math.max(...kept.map((name) => name.length));
export function mayBeKept(firstCode: number, length: number): boolean {
  return length <= longestKept && firstCode < 128 && firstLetters[firstCode] === 1;
}
