import type { PageLine } from './page-lines.ts';

/** Share of a table's cells that must be body for the rest to belong to it. */
const fewestCells = 0.6;

/** Cells that were left out of tables whose other cells are body, such as those of a head row. */
export function completeTables(lines: readonly PageLine[]): ReadonlySet<PageLine> {
  const tables = new Map<number, PageLine[]>();
  for (const line of lines) {
    if (line.table < 0) continue;
    const cells = tables.get(line.table);
    if (cells === undefined) tables.set(line.table, [line]);
    else cells.push(line);
  }
  const missing = new Set<PageLine>();
  for (const cells of tables.values()) {
    const body = cells.filter((cell) => cell.isBody).length;
    if (cells.length >= 4 && body < cells.length && body >= fewestCells * cells.length) for (const cell of cells) if (!cell.isBody) missing.add(cell);
  }
  return missing;
}
