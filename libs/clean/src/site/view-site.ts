import type { SiteArticle, SiteSighting } from '@newsmill/contracts';
import { registrableDomain } from '@newsmill/text';
import type { PageLine } from '../body/page-lines.ts';
import type { Tree } from '../tree/tree.ts';
import { marksOf, mostMarks, writeMarks, type LineMark } from './line-mark.ts';
import { fewestSightings, rememberLines } from './remembered-lines.ts';

/** The memory of the site that a page belongs to. `item` names the article at hand. */
export interface SiteMemory {
  readonly item: string;
  readonly articles: readonly SiteArticle[];
}

/** Where a line stands: among the text, at its beginning or end, or in a box of its own. */
export type Standing = 'inside' | 'edge' | 'apart';

/** What the memory of a site tells of the lines of a page. */
export interface SiteView {
  /** Remembered articles that can be compared. */
  readonly articles: number;
  readonly countOf: (line: PageLine) => number;
  readonly boxCountOf: (line: PageLine) => number;
  readonly standingOf: (line: PageLine) => Standing;
  /** What to remember of the page, whose own lines these are. */
  readonly sighting: (lines: readonly PageLine[]) => Omit<SiteSighting, 'site' | 'item'>;
}

/** Words below which a line says nothing of its own. */
const fewestWords = 3;
/** Lines of the article's own that may stand before the first, or behind the last line of an edge. */
const beforeEdge = 1;
const behindEdge = 2;

/** The domain whose pages share a memory; undefined for what has no host. */
export function siteOf(url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === '' ? undefined : registrableDomain(host);
}

/** The box that holds most words. */
export function mainBoxOf(marks: Iterable<LineMark>): number {
  const weights = new Map<number, number>();
  for (const { box, weight } of marks) weights.set(box, (weights.get(box) ?? 0) + weight);
  return [...weights].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, -1])[0];
}

/** Repeated lines from one end on, over at most `own` others. */
function edgeOf(
  lines: readonly PageLine[],
  isRepeated: (line: PageLine) => boolean,
  own: number,
): PageLine[] {
  const edge: PageLine[] = [];
  let passed = 0;
  for (const line of lines) {
    if (isRepeated(line)) edge.push(line);
    else passed += 1;
    if (passed > own) break;
  }
  return edge;
}

/**
 * The lines to remember: those that are known from other articles first, so that they stay known, then those
 * nearest to an end.
 */
function chosen(lines: readonly PageLine[], isKnown: (line: PageLine) => boolean): PageLine[] {
  const distance = (index: number) => Math.min(index, lines.length - 1 - index);
  const ranked = lines
    .map((line, index) => ({ line, index, rank: (isKnown(line) ? 0 : lines.length) + distance(index) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  return ranked
    .slice(0, mostMarks)
    .sort((a, b) => a.index - b.index)
    .map(({ line }) => line);
}

/** Compares the body lines of a page with what is remembered of its site. */
export function viewSite(memory: SiteMemory, tree: Tree, lines: readonly PageLine[]): SiteView {
  const body = lines.filter((line) => line.isBody && line.weight >= fewestWords);
  const own = marksOf(tree, body);
  const marks = new Map(body.map((line, index) => [line, own[index] as LineMark]));
  const remembered = rememberLines(memory.articles, memory.item, own);
  const countOf = (line: PageLine) => {
    const mark = marks.get(line);
    return mark === undefined ? 0 : remembered.countOf(mark);
  };
  const isRepeated = (line: PageLine) => countOf(line) >= fewestSightings;
  const mainBox = mainBoxOf(marks.values());
  const edges = new Set([
    ...edgeOf(body, isRepeated, beforeEdge),
    ...edgeOf(body.toReversed(), isRepeated, behindEdge),
  ]);
  return {
    articles: remembered.articles,
    countOf,
    boxCountOf: (line) => {
      const mark = marks.get(line);
      return mark === undefined || mark.box === mainBox ? 0 : remembered.boxCountOf(mark);
    },
    standingOf: (line) => (marks.get(line)?.box !== mainBox ? 'apart' : edges.has(line) ? 'edge' : 'inside'),
    sighting(kept) {
      const own = chosen(
        kept.filter((line) => marks.has(line)),
        (line) => countOf(line) > 0,
      );
      return { lines: writeMarks(own.flatMap((line) => marks.get(line) ?? [])), replaces: remembered.copies };
    },
  };
}
