/**
 * The elements that the reader knows by number, and what HTML says of them.
 * Numbers are part of the trained weights: add new names at the end only.
 */
// biome-ignore format: a table, read by its rows
const known = [
  '', '#text', 'html', 'head', 'body', 'p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'td', 'th',
  'figcaption', 'blockquote', 'section', 'article', 'header', 'footer', 'aside', 'dd', 'dt',
  'pre', 'main', 'button', 'nav', 'figure', 'ul', 'ol', 'form', 'center', 'tr', 'table', 'tbody', 'thead',
  'tfoot', 'caption', 'dl', 'details', 'summary', 'address', 'fieldset', 'legend', 'label', 'menu',
  'a', 'span', 'b', 'strong', 'i', 'em', 'u', 's', 'strike', 'sub', 'sup', 'small', 'font', 'abbr', 'cite',
  'q', 'code', 'mark', 'time', 'ins', 'del', 'big', 'tt', 'kbd', 'var', 'samp', 'dfn', 'acronym',
  'bdi', 'bdo', 'wbr', 'data', 'img', 'meta', 'link', 'nobr', 'picture', 'source', 'br', 'hr', 'input',
  'area', 'base', 'col', 'embed', 'param', 'track', 'title', 'script', 'style', 'textarea', 'iframe',
  'xmp', 'noembed', 'noframes', 'noscript', 'template', 'svg', 'select', 'object', 'math', 'audio', 'video',
  'canvas', 'datalist', 'option', 'optgroup', 'dialog', 'hgroup', 'colgroup', 'ruby', 'rt', 'rp', 'amp-img',
  'o:p',
] as const;
export type KnownTag = (typeof known)[number];

/** First number of the elements that have none of their own (custom elements). */
export const firstUnknownTag = 128;

const numbers = new Map<string, number>(known.map((name, number) => [name, number]));
/** Number of a known element; 0 when it is not known. */
export function tagNumber(name: string): number {
  return numbers.get(name) ?? 0;
}
/** Name of a known element. */
export function tagName(number: number): string {
  return known[number] ?? 'custom';
}

const INLINE = 1;
const VOID = 2;
const RAW = 4;
const SKIPPED = 8;
const CLOSES_PARAGRAPH = 16;
const SCOPE = 32;
const HEADING = 64;
const FORMATTING = 128;
/** Bits of an element, by its number; unknown elements have none. */
const tagBits = new Uint8Array(65_536);
function give(bits: number, names: string): void {
  for (const name of names.split(' ')) tagBits[tagNumber(name)] = (tagBits[tagNumber(name)] ?? 0) | bits;
}
give(
  INLINE,
  '#text a span b strong i em u s strike sub sup small font abbr cite q code mark time label ins del big tt kbd var samp dfn acronym bdi bdo wbr data img meta link nobr picture source ruby rt rp amp-img o:p script style template noscript svg',
);
give(VOID, 'br hr img meta link input source wbr area base col embed param track');
give(RAW, 'title script style textarea iframe xmp noembed noframes');
give(
  SKIPPED,
  'script style noscript template svg select iframe textarea object math audio video canvas datalist noembed noframes rt rp',
);
give(
  CLOSES_PARAGRAPH,
  'p div h1 h2 h3 h4 h5 h6 blockquote section article header footer aside dl pre main nav figure figcaption ul ol form center table details summary address fieldset menu hr dialog hgroup li dd dt',
);
give(SCOPE, 'html table td th caption object template');
give(HEADING, 'h1 h2 h3 h4 h5 h6');
give(FORMATTING, 'a b strong i em u s strike small font code tt big nobr');

export const isInline = (tag: number): boolean => ((tagBits[tag] as number) & INLINE) !== 0;
export const isVoid = (tag: number): boolean => ((tagBits[tag] as number) & VOID) !== 0;
export const isRawText = (tag: number): boolean => ((tagBits[tag] as number) & RAW) !== 0;
export const isSkipped = (tag: number): boolean => ((tagBits[tag] as number) & SKIPPED) !== 0;
export const closesParagraph = (tag: number): boolean => ((tagBits[tag] as number) & CLOSES_PARAGRAPH) !== 0;
export const isScope = (tag: number): boolean => ((tagBits[tag] as number) & SCOPE) !== 0;
/** An image element, as HTML or AMP write it. */
export const isPicture = (tag: number): boolean => tag === tags.img || tag === tags['amp-img'];
export const isHeading = (tag: number): boolean => ((tagBits[tag] as number) & HEADING) !== 0;
/** Formatting elements, which HTML lets end across blocks. */
export const isFormatting = (tag: number): boolean => ((tagBits[tag] as number) & FORMATTING) !== 0;

/** Numbers of elements by name, for code that names them. */
export const tags = Object.fromEntries(known.map((name, number) => [name, number])) as Record<
  KnownTag,
  number
>; // fromEntries forgets its keys
