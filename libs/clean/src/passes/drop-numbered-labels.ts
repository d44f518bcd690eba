import type { PageLine } from '../body/page-lines.ts';
import type { Pass, Taking } from './pass.ts';

/** A longer line tells something. */
const longestLabel = 8;
const fewestLabels = 3;
const numbered = /^(?=\D*\p{L})(\D*\s)(\d{1,3})$/u;
const counter = /^\d{1,3}$/;

/** The words and the number of a label such as `Partner offer 3`. */
function labelOf({
  text,
  weight,
  kind,
}: PageLine): { readonly words: string; readonly number: number } | undefined {
  const match =
    weight > longestLabel || kind === 'table' || kind === 'code' ? null : numbered.exec(text.trim());
  return match === null ? undefined : { words: match[1] ?? '', number: Number(match[2]) };
}

/**
 * Labels of slides and boxes that differ by their numbers alone, counted up from one, with no text of the story
 * between them; and the number that counts them. `Day 1` with a text of its own under it is a heading.
 */
export const dropNumberedLabels: Pass = ({ lines, isTaken }) => {
  const takings: Taking[] = [];
  const body = lines.filter((line) => line.isBody && !isTaken(line));
  const why = 'is one of several labels that differ by their number';
  for (let from = 0; from < body.length; from += 1) {
    const first = labelOf(body[from] as PageLine); // within its length
    if (first?.number !== 1) continue;
    let to = from + 1;
    for (; to < body.length; to += 1) {
      const next = labelOf(body[to] as PageLine); // within its length
      if (next?.words !== first.words || next.number !== to - from + 1) break;
    }
    if (to - from < fewestLabels) continue;
    const behind = body[to];
    const end = behind !== undefined && counter.test(behind.text.trim()) ? to + 1 : to;
    for (const line of body.slice(from, end)) takings.push({ line, why });
    from = end - 1;
  }
  return takings;
};
