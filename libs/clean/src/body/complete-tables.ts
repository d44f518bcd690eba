import type { PageLine } from './page-lines.ts';

/** Share of a table's cells that must be body for the rest to belong to it. */
const fewestCells = 0.6;

/**
 * Log-odds that every cell of a table of figures between two paragraphs must reach: cells are too short to
 * look like a story.
 */
const nearlyBody = -1.2;

function isInside(cells: readonly PageLine[], first: number, last: number): boolean {
  return cells.every((cell) => cell.index > first && cell.index < last);
}

/**
 * Cells that were left out of tables whose other cells are body, such as those of a head row, and tables of
 * figures between paragraphs.
 */
export function completeTables(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const tables = new Map<number, PageLine[]>();
  for (const line of lines) {
    if (line.table < 0) continue;
    const cells = tables.get(line.table);
    if (cells === undefined) tables.set(line.table, [line]);
    else cells.push(line);
  }
  const missing = new Set<PageLine>();
  const bodyLines = lines.filter((line) => line.isBody);
  const first = bodyLines[0]?.index ?? 0;
  const last = bodyLines.at(-1)?.index ?? 0;
  for (const cells of tables.values()) {
    const body = cells.filter((cell) => cell.isBody).length;
    if (cells.length < 4 || body === cells.length) continue;
    if (
      body >= fewestCells * cells.length ||
      (isInside(cells, first, last) && cells.every((cell) => cell.score > nearlyBody && cell.linkShare < 0.5))
    )
      for (const cell of cells) if (!cell.isBody) missing.add(cell);
  }
  return missing;
}
