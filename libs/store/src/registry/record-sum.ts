import { crc32 } from 'node:zlib';
import { numberOf, numberOrNullOf, textOf, textOrNullOf, type Row } from '../sqlite/columns.ts';

/** Finds the column of sums in a file: those of an earlier release have none. */
export const columnOfSums = "SELECT 1 FROM pragma_table_info('record') WHERE name = 'sum'";

/** What of a record its sum covers. */
export interface SummedRecord {
  readonly kind: string;
  readonly id: string;
  /** JSON. */
  readonly value: string;
  readonly revision: number;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
}

/**
 * What is kept beside a record to tell whether it is as it was written: SQLite has no sums of its pages, and a flipped
 * bit can leave good JSON. It begins with the revision that it was made for, since an earlier release writes records
 * and leaves sums alone. CRC-32 (RFC 1952) finds what a disk does; it is no protection from people.
 */
export function sumOf({ kind, id, value, revision, expiresAt }: SummedRecord): string {
  return `${revision}:${crc32([kind, id, value, revision, expiresAt].join('\0')).toString(16)}`;
}

/**
 * Whether the record in a row, with this text as its value, is as its sum says; one without a sum of its revision is.
 * Throws TypeError where the row holds something else than a record.
 */
export function isAsWritten(row: Row, value: string): boolean {
  const [sum, revision] = [textOrNullOf(row, 'sum'), numberOf(row, 'revision')];
  const [kind, id, expiresAt] = [textOf(row, 'kind'), textOf(row, 'id'), numberOrNullOf(row, 'expires_at')];
  return (
    sum === null || !sum.startsWith(`${revision}:`) || sum === sumOf({ kind, id, value, revision, expiresAt })
  );
}
