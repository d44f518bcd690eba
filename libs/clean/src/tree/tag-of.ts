import { firstUnknownTag, tagNumber } from './tags.ts';

const unknownTags = new Map<string, number>();
const mostUnknownTags = 4_000;
function unknownTag(name: string): number {
  const known = unknownTags.get(name);
  if (known !== undefined) return known;
  if (unknownTags.size >= mostUnknownTags) return firstUnknownTag;
  const number = firstUnknownTag + 1 + unknownTags.size;
  unknownTags.set(Buffer.from(name).toString(), number);
  return number;
}

const names = new Map<string, number>();
/** The number of a tag by its name, in whatever letters; names that HTML lacks get numbers of their own. */
export function tagOf(name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  const number = tagNumber(lower) || unknownTag(lower);
  if (names.size < 6_000) names.set(Buffer.from(name).toString(), number);
  return number;
}
