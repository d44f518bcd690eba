import type { ArticleShape } from './article-shape.ts';

/**
 * Signs that the layout of a source broke. Those of `contentSigns` leave no article to read; the others leave
 * one that lacks something.
 */
export type DriftSign =
  | 'title-short'
  | 'title-same'
  | 'words-few'
  | 'text-same'
  | 'no-date'
  | 'no-author'
  | 'no-image';

export const contentSigns: ReadonlySet<DriftSign> = new Set<DriftSign>([
  'title-short',
  'title-same',
  'words-few',
  'text-same',
]);

/** A title or text below this share of the usual length is a sign. */
const fewTitle = 1 / 3;
const fewWords = 1 / 3;

/** The middle one of numbers; 0 of none. */
export function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** What is usual for a source, from the shapes of its articles. */
export interface Baseline {
  readonly shapes: readonly ArticleShape[];
  readonly words: number;
  readonly title: number;
}

export function baselineOf(shapes: readonly ArticleShape[]): Baseline {
  return {
    shapes,
    words: medianOf(shapes.map(({ words }) => words)),
    title: medianOf(shapes.map(({ title }) => title)),
  };
}

/** An article under several addresses is no sign; so many copies of one are, fewer of one that is too short. */
const fewestCopies = 3;
const fewestShort = 2;

const isShort = ({ words }: ArticleShape, usual: Baseline) => words < fewWords * usual.words;

/** Whether others are alike in one thing and no copies, since they differ in another, or too many are copies. */
function isShared(
  { others, isTooShort }: { readonly others: readonly ArticleShape[]; readonly isTooShort: boolean },
  isAlike: (other: ArticleShape) => boolean,
  isNoCopy: (other: ArticleShape) => boolean,
): boolean {
  const alike = others.filter(isAlike);
  return alike.some(isNoCopy) || alike.length >= (isTooShort ? fewestShort : fewestCopies);
}

type SignTest = (shape: ArticleShape, usual: Baseline, others: readonly ArticleShape[]) => boolean;

/** Whether the title, or the text, stands on other articles: two tests for all sources alike. */
function isTitleShared(shape: ArticleShape, others: readonly ArticleShape[], isTooShort: boolean): boolean {
  return isShared(
    { others, isTooShort },
    (other) => other.titleHash === shape.titleHash && other.item !== shape.item,
    (other) => other.textHash !== shape.textHash,
  );
}
function isTextShared(shape: ArticleShape, others: readonly ArticleShape[], isTooShort: boolean): boolean {
  return isShared(
    { others, isTooShort },
    (other) => other.textHash === shape.textHash && other.item !== shape.item,
    (other) => other.titleHash !== shape.titleHash,
  );
}

const signTests: Readonly<Record<DriftSign, SignTest>> = {
  'title-short': ({ title }, usual) => title < fewTitle * usual.title,
  'title-same': (shape, usual, others) => isTitleShared(shape, others, isShort(shape, usual)),
  'words-few': isShort,
  'text-same': (shape, usual, others) => isTextShared(shape, others, isShort(shape, usual)),
  'no-date': ({ isDated }) => !isDated,
  'no-author': ({ isAuthored }) => !isAuthored,
  'no-image': ({ isIllustrated }) => !isIllustrated,
};
export const driftSigns: readonly DriftSign[] = Object.keys(signTests).filter((name): name is DriftSign =>
  Object.hasOwn(signTests, name),
);

/** The signs of an article; `others`: those among which its title and text are looked for. */
export function signsOf(
  shape: ArticleShape,
  usual: Baseline,
  others: readonly ArticleShape[],
): readonly DriftSign[] {
  return driftSigns.filter((sign) => signTests[sign](shape, usual, others));
}

/** How much surprises what `count` of `n` articles had before, in bits (rule of succession). */
function bitsOf(count: number, n: number): number {
  return Math.log2((n + 2) / (count + 1));
}

/**
 * Bits that one article may bring. Odd pages exist in every source and come in groups; that their titles or
 * texts are the same besides has no other cause than a broken layout.
 */
const mostOfOne = 6;
const mostOfSame = 10;
const sameSigns: ReadonlySet<DriftSign> = new Set<DriftSign>(['title-same', 'text-same']);

/** Whether title or text stand on several articles. */
export function isSame(signs: readonly DriftSign[]): boolean {
  return signs.some((sign) => sameSigns.has(sign));
}

function mostOf(signs: readonly DriftSign[]): number {
  return isSame(signs) && signs.filter((sign) => contentSigns.has(sign)).length > 1 ? mostOfSame : mostOfOne;
}

/** What more than one in four articles has is no sign of anything, bits. */
const fewestBits = 2;

/** What is compared with the usual of a source. */
export interface Comparison {
  /** The signs of an article, those alone that are rare in the source. */
  readonly signsOf: (shape: ArticleShape) => readonly DriftSign[];
  /** How much they surprise, in bits. */
  readonly bitsOf: (signs: readonly DriftSign[], box: number) => number;
}

/**
 * Compares articles with the usual ones of a source; `others`: those among which titles and texts are looked
 * for. What came together before surprises by how often it came together; what never did by the sum of its
 * signs. Another box than the usual ones counts only beside signs: a new layout that is read well is none.
 */
export function compareWith(usual: Baseline, others: readonly ArticleShape[]): Comparison {
  const n = usual.shapes.length;
  const seen = usual.shapes.map((shape) => signsOf(shape, usual, usual.shapes));
  const boxes = Map.groupBy(usual.shapes, ({ box }) => box);
  // The share of what comes once tells how often something new comes (Good and Turing).
  const once = [...boxes.values()].filter(({ length }) => length === 1).length;
  const countOf = (signs: readonly DriftSign[]) =>
    seen.filter((had) => signs.every((sign) => had.includes(sign))).length;
  const single = new Map(driftSigns.map((sign) => [sign, bitsOf(countOf([sign]), n)]));
  return {
    signsOf: (shape) => signsOf(shape, usual, others).filter((sign) => (single.get(sign) ?? 0) >= fewestBits),
    bitsOf(signs, box) {
      if (signs.length === 0) return 0;
      const together = countOf(signs);
      if (together > 0) return bitsOf(together, n);
      const sum = signs.reduce((bits, sign) => bits + (single.get(sign) ?? 0), 0);
      return Math.min(mostOf(signs), sum + (boxes.has(box) ? 0 : bitsOf(once, n)));
    },
  };
}

/**
 * What is so of the articles of all sites: of 1,932 recorded ones of 1,308 sites (packs extraction and wild, counted by
 * bench/drift/measure-prior.ts) none has a title of one character, and of the 904 that have others of their site
 * beside them none shares its title with another text, or its text with another title. One in twenty has fewer words
 * than `fewOfAll`.
 */
const recorded = 900;
const tinyTitle = 1;
const fewOfAll = 90;
/** Bits of one title alone: a column or a daily digest has one too, and is not alone in its source. */
const mostOfTitle = 3.5;

function signsOfAll(shape: ArticleShape, others: readonly ArticleShape[]): readonly DriftSign[] {
  const isTooShort = shape.words < fewOfAll;
  return [
    ...(shape.title <= tinyTitle ? (['title-short'] as const) : []),
    ...(isTitleShared(shape, others, isTooShort) ? (['title-same'] as const) : []),
    ...(isTextShared(shape, others, isTooShort) ? (['text-same'] as const) : []),
  ];
}

/**
 * Compares articles with those of all sites, for a source of whose own too little is known.
 * `isTitleSameUsual`: whether a title that stands on several is no sign alone, since there are sources that give all
 * their articles one.
 */
export function compareWithAll(
  others: readonly ArticleShape[],
  { isTitleSameUsual }: { readonly isTitleSameUsual: boolean },
): Comparison {
  return {
    signsOf(shape) {
      const signs = signsOfAll(shape, others);
      return isTitleSameUsual && signs.every((sign) => sign === 'title-same') ? [] : signs;
    },
    bitsOf(signs) {
      const most = signs.every((sign) => sign === 'title-same') ? mostOfTitle : mostOf(signs);
      return Math.min(most, signs.length * bitsOf(0, recorded));
    },
  };
}
