import type { Block } from '@newsmill/contracts';
import type { Inset } from './inset.ts';
import type { PageLine } from './page-lines.ts';

/** Words of the longest line that is taken for a heading because it is set bold. */
const longestBoldHeading = 12;

/**
 * A short bold line with no stop, before a longer line of plain text, is a heading whose designer had no
 * heading element.
 */
function isBoldHeading(line: PageLine, next: PageLine | undefined): boolean {
  if (
    line.kind !== 'paragraph' ||
    !line.isBold ||
    line.weight > longestBoldHeading ||
    line.weight < 1 ||
    /[.!?:,;…。！？：，"”»]$/.test(line.text)
  )
    return false;
  return (
    next !== undefined &&
    next.kind === 'paragraph' &&
    !next.isBold &&
    next.node !== line.node &&
    next.weight > 15
  );
}

/**
 * How a line goes on from the one before within one block: by a line break, as the next cell of a row, as the
 * next row of a table.
 */
function joint(line: PageLine, previous: PageLine): string | undefined {
  if (line.kind !== previous.kind || line.kind === 'heading') return undefined;
  if (line.kind === 'table' && line.table >= 0 && line.table === previous.table)
    return line.row === previous.row && line.node !== previous.node
      ? '\t'
      : line.node === previous.node
        ? ' '
        : '\n';
  return previous.node === line.node && previous.index + 1 === line.index ? '\n' : undefined;
}

/**
 * Body lines as blocks, with the posts, videos and pictures between them: lines parted by a line break alone are one
 * block, so is a table, its cells parted by tabs and its rows by line breaks.
 */
export function toBlocks(lines: readonly PageLine[], insets: readonly Inset[] = []): Block[] {
  const result: Block[] = [];
  let previous: PageLine | undefined;
  let placed = 0;
  lines.forEach((line, position) => {
    let join = previous === undefined ? undefined : joint(line, previous);
    // A picture in a cell stands before or behind the table, so that its rows stay whole.
    if (join === undefined || line.kind !== 'table')
      for (; placed < insets.length && (insets[placed]?.line ?? 0) <= line.index; placed += 1) {
        result.push((insets[placed] as Inset).block); // within its length
        join = undefined;
      }
    const last = result.at(-1);
    if (last !== undefined && join !== undefined) last.text += `${join}${line.text}`;
    else if (isBoldHeading(line, lines[position + 1]))
      result.push({ kind: 'heading', text: line.text, level: 3 });
    else
      result.push({
        kind: line.kind,
        text: line.text,
        ...(line.level === undefined ? {} : { level: line.level }),
      });
    previous = line;
  });
  for (const inset of insets.slice(placed)) result.push(inset.block);
  return result;
}
