/**
 * The attributes that the reader keeps, by number. Those up to `lastVocabulary` hold names that designers chose (class, id, ...):
 * their words say what a box is for.
 */
const kept = [
  'class', 'id', 'role', 'itemprop', 'rel', 'name', 'data-testid', 'data-component', 'data-type', 'data-qa', 'data-module', 'data-link-name',
  'href', 'src', 'type', 'content', 'property', 'datetime', 'hidden', 'aria-hidden', 'style', 'alt', 'lang', 'title', 'http-equiv', 'itemtype', 'itemscope', 'width', 'height', 'srcset', 'data-src', 'data-srcset', 'typeof', 'xml:lang', 'charset', 'dir',
] as const;
export type KeptAttribute = (typeof kept)[number];
export const attributes = Object.fromEntries(kept.map((name, number) => [name, number])) as Record<KeptAttribute, number>; // fromEntries forgets its keys
export const lastVocabulary = attributes['data-link-name'];

const numbers = new Map<string, number>(kept.map((name, number) => [name, number]));
/** Number of an attribute; -1 when it is not kept. */
export function attributeNumber(name: string): number {
  return numbers.get(name) ?? -1;
}

/** Lengths and first letters of kept names, so that most others are passed over without making a string. */
const firstLetters = new Uint8Array(128);
for (const name of kept) {
  firstLetters[name.charCodeAt(0)] = 1;
  firstLetters[name.toUpperCase().charCodeAt(0)] = 1;
}
export const longestKept = Math.max(...kept.map((name) => name.length));
export function mayBeKept(firstCode: number, length: number): boolean {
  return length <= longestKept && firstCode < 128 && firstLetters[firstCode] === 1;
}
