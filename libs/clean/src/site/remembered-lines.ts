import type { SiteArticle } from '@newsmill/contracts';
import { readMarks, type LineMark } from './line-mark.ts';

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
/** Share of the articles with a box on which it must have held repeated texts alone. */
const boxShare = 0.9;

function weightOf(marks: readonly LineMark[]): number {
  return marks.reduce((sum, mark) => sum + mark.weight, 0);
}

/** By the greater of the two: a short article is no copy of all long ones that end like it. */
function isCopy(marks: readonly LineMark[], own: ReadonlySet<number>, ownWeight: number): boolean {
  const shared = weightOf(marks.filter((mark) => own.has(mark.text)));
  return shared > 0 && shared >= copyShare * Math.max(ownWeight, weightOf(marks));
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
  const texts = new Set(own.map((mark) => mark.text));
  const weight = weightOf(own);
  const others = remembered
    .filter((article) => article.item !== item)
    .map((article) => ({ item: article.item, marks: readMarks(article.lines) }));
  const copies = others.filter(({ marks }) => isCopy(marks, texts, weight));
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
