import type { SiteArticle } from '@newsmill/contracts';
import { mostMarks, readMarks, type LineMark } from './line-mark.ts';

/** What the remembered articles of a site tell of a line. */
export interface RememberedLines {
  /** Remembered articles, without the one at hand and copies of it. */
  readonly articles: number;
  /** Items of the copies. */
  readonly copies: readonly string[];
  /** On how many of the articles the text of the mark stands. */
  countOf(mark: LineMark): number;
  /** On how many of them its box held nothing but repeated texts; 0 where it held anything else on more than a tenth of them. */
  boxCountOf(mark: LineMark): number;
}

/** Articles on which a text must stand to be called repeated. */
export const fewestSightings = 4;
/** Of two articles that share so much of their words one is a copy of the other: a text that is fetched or printed twice is no boilerplate. */
const copyShare = 0.5;
/**
 * Unless each of the two holds so much of its words that the other does not: they are two short articles under the same
 * notice. A text that is printed again, or goes on, adds to the first and takes little away.
 */
const ownShare = 1 / 3;
/** Share of the articles with a box on which it must have held repeated texts alone. */
const boxShare = 0.9;

function weightOf(marks: readonly LineMark[]): number {
  return marks.reduce((sum, mark) => sum + mark.weight, 0);
}

/** Lines of an article that stand in another one. */
function sharedOf(marks: readonly LineMark[], texts: ReadonlySet<number>): number {
  return weightOf(marks.filter((mark) => texts.has(mark.text)));
}

/** The lines of the article at hand, and the hashes of their texts. */
interface OwnLines {
  readonly marks: readonly LineMark[];
  readonly texts: ReadonlySet<number>;
}

/**
 * Whether one of two articles is a copy of the other. By the greater of the two: a short article is no copy
 * of all long ones that end like it.
 */
function isCopy(one: readonly LineMark[], other: OwnLines): boolean {
  if (!one.some((mark) => other.texts.has(mark.text))) return false;
  const weights = [weightOf(one), weightOf(other.marks)];
  const shared = [sharedOf(one, other.texts), sharedOf(other.marks, new Set(one.map((mark) => mark.text)))];
  const isLike = Math.max(...shared) > 0 && Math.max(...shared) >= copyShare * Math.max(...weights);
  const haveOwn = weights.every((weight, index) => weight - (shared[index] ?? 0) >= ownShare * weight);
  return isLike && !haveOwn;
}

function count(counts: Map<number, number>, keys: Iterable<number>): void {
  for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Counts what the remembered articles have in common with the one at hand, which `item` names and `own` are the lines of. */
export function rememberLines(
  remembered: readonly SiteArticle[],
  item: string,
  own: readonly LineMark[],
): RememberedLines {
  const others = remembered
    .filter((article) => article.item !== item)
    .map((article) => ({ item: article.item, marks: readMarks(article.lines) }));
  const ownLines = { marks: own, texts: new Set(own.map((mark) => mark.text)) };
  const copies = others.filter(({ marks }) => isCopy(marks, ownLines));
  const articles = others.filter((article) => !copies.includes(article));

  const counts = new Map<number, number>();
  for (const { marks } of articles)
    count(
      counts,
      marks.map((mark) => mark.text),
    );
  const isRepeated = (mark: LineMark) => (counts.get(mark.text) ?? 0) >= fewestSightings;
  const boxes = new Map<number, number>();
  const repeatedBoxes = new Map<number, number>();
  for (const { marks } of articles) {
    const mixed = new Set(marks.filter((mark) => !isRepeated(mark)).map((mark) => mark.box));
    count(
      boxes,
      marks.map((mark) => mark.box),
    );
    count(
      repeatedBoxes,
      marks.map((mark) => mark.box).filter((box) => !mixed.has(box)),
    );
  }
  return {
    articles: articles.length,
    copies: copies.map((article) => article.item),
    countOf: (mark) => counts.get(mark.text) ?? 0,
    boxCountOf: ({ box }) =>
      (repeatedBoxes.get(box) ?? 0) >= boxShare * (boxes.get(box) ?? 1) ? (repeatedBoxes.get(box) ?? 0) : 0,
  };
}

/** Articles with a text in common, from which on it may come to be called repeated while the memory still grows. */
const fewestAlike = 2;

/**
 * Whether the memory of a site may take lines of an article that was cleaned before there was one: whether
 * any that is remembered of the article (`own`, a sighting's lines) stands on others too, or in a box that
 * held repeated texts alone.
 */
export function hasRepeatedLines(own: string, item: string, remembered: readonly SiteArticle[]): boolean {
  const marks = readMarks(own);
  // What was not remembered for want of room may stand elsewhere.
  if (marks.length >= mostMarks) return true;
  const others = rememberLines(remembered, item, marks);
  return marks.some(
    (mark) => others.countOf(mark) >= fewestAlike || others.boxCountOf(mark) >= fewestSightings,
  );
}
