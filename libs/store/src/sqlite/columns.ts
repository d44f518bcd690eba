import type { SQLOutputValue } from 'node:sqlite';

/** A row as node:sqlite hands it out. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A text column. Throws TypeError when the file holds something else. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string')
    throw new TypeError(`column ${column}: text expected, found ${typeof value}`);
  return value;
}

/** A column of bytes. Throws TypeError when the file holds something else. */
export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column];
  if (!(value instanceof Uint8Array))
    throw new TypeError(`column ${column}: bytes expected, found ${typeof value}`);
  return value;
}

/** A number column. Throws TypeError when the file holds something else. */
export function numberOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number')
    throw new TypeError(`column ${column}: number expected, found ${typeof value}`);
  return value;
}

/** A number column that may be null. */
export function numberOrNullOf(row: Row, column: string): number | null {
  return row[column] === null ? null : numberOf(row, column);
}

/** A text column that may be null. */
export function textOrNullOf(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column);
}
