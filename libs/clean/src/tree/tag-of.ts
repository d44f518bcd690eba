import { hashOfUnits } from './hash-of-units.ts';
import { firstUnknownTag, tagNumber } from './tags.ts';

/** Numbers of tags are of 16 bits. */
const lastTag = 65_535;

/**
 * The number of a tag that HTML lacks, by its name alone: a page is read alike whatever was read before it. Names that
 * share a number are taken for one.
 */
const unknownTag = (name: string): number =>
  firstUnknownTag + (hashOfUnits(name) % (lastTag - firstUnknownTag + 1));

const names = new Map<string, number>();

/**
 * Names of up to so many characters of ASCII as one small integer: no string is made of the tags that most pages are
 * made of.
 */
const mostPacked = 4;
const packed = new Map<number, number>();
const pack = (html: string, from: number, to: number): number => {
  let number = 0;
  for (let index = from; index < to; index += 1) {
    const code = html.charCodeAt(index);
    if (code > 127) return -1;
    number = number * 128 + code;
  }
  return number;
};

/** The number of the tag whose name stands at `from` to `to` of a page. */
export function tagAt(html: string, from: number, to: number): number {
  const number = to - from > mostPacked ? -1 : pack(html, from, to);
  if (number < 0) return tagOf(html.slice(from, to));
  const known = packed.get(number);
  if (known !== undefined) return known;
  const tag = tagOf(html.slice(from, to));
  if (packed.size < 6_000) packed.set(number, tag);
  return tag;
}

/** The number of a tag by its name, in whatever letters; names that HTML lacks get numbers of their own. */
export function tagOf(name: string): number {
  const known = names.get(name);
  if (known !== undefined) return known;
  const lower = name.toLowerCase();
  const number = tagNumber(lower) || unknownTag(lower);
  if (names.size < 6_000) names.set(Buffer.from(name).toString(), number);
  return number;
}
