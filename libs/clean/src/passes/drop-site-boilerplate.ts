import type { PageLine } from '../body/page-lines.ts';
import type { Standing } from '../site/view-site.ts';
import { fewestSightings } from '../site/remembered-lines.ts';
import type { Pass, Taking } from './pass.ts';

/**
 * Share of the remembered articles on which a line must stand. Agencies repeat sentences of background within
 * their text, most of all near its end: there and inside much more is asked for than in a box of its own.
 */
const fewestShare: Readonly<Record<Standing, number>> = { apart: 1 / 8, edge: 1 / 4, inside: 1 / 2 };
/** Articles on which the box of a new line must have held nothing but repeated lines. */
const fewestBoxes = 6;
/** Where more of the words than this would go, the memory is wrong about the page. */
const greatestShare = 0.5;

function weightOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, line) => sum + line.weight, 0);
}

/** Lines that stand on many other articles of the site, or in a box that never held anything else. */
export const dropSiteBoilerplate: Pass = ({ lines, title, site, isTaken }) => {
  if (site.articles < fewestSightings) return [];
  const body = lines.filter((line) => line.isBody && !isTaken(line));
  const why = (line: PageLine): string | undefined => {
    if (line.text === title || line.kind === 'table' || line.kind === 'code') return undefined;
    const count = site.countOf(line);
    if (count >= Math.max(fewestSightings, fewestShare[site.standingOf(line)] * site.articles))
      return `stands on ${count} of the last ${site.articles} articles of the site`;
    const boxes = site.boxCountOf(line);
    return boxes >= fewestBoxes
      ? `stands in a box that held only repeated text on ${boxes} of the last ${site.articles} articles of the site`
      : undefined;
  };
  const takings: Taking[] = [];
  // Backwards: a heading goes with what follows it, for articles share headings such as "Background".
  let isNextTaken = true;
  for (const line of body.toReversed()) {
    const reason: string | undefined = line.kind === 'heading' && !isNextTaken ? undefined : why(line);
    isNextTaken = reason !== undefined;
    if (reason !== undefined) takings.push({ line, why: reason });
  }
  return weightOf(takings.map((taking) => taking.line)) > greatestShare * weightOf(body)
    ? []
    : takings.reverse();
};
