import { numberOf, textOf, textOrNullOf, type Row } from '../../../sqlite/columns.ts';
import { readChangesPlace, writeChangesPlace } from '../../changes-place.ts';
import { mostChanges, type ChangesRequest } from '../../library.ts';
import { readDate } from '../../query/search-request.ts';
import type { LibraryDatabase } from '../library-database.ts';
import { matchingRows } from './search-library.ts';

/** Changes as JSON, in the embedded library. */
export interface ChangesJson {
  readonly items: readonly string[];
  readonly cursor: string;
  readonly more: boolean;
}

const articles =
  "SELECT indexed, name, 'document' AS kind, id AS row, 0 AS version, NULL AS reason FROM article WHERE (indexed, name) > (?, ?) AND indexed < ? ORDER BY indexed, name LIMIT ?";
const tombstones = (comparison: string): string =>
  `SELECT indexed, name, 'tombstone' AS kind, 0 AS row, version, reason FROM tombstone WHERE (indexed, name) ${comparison} (?, ?) AND indexed < ? ORDER BY indexed, name LIMIT ?`;

/**
 * The next changes: by index, so a page costs the same wherever it lies. Throws BadCursor, RangeError for a
 * bound that is no date.
 */
export function listChanges(database: LibraryDatabase, request: ChangesRequest, now: number): ChangesJson {
  const place = readChangesPlace(request.after);
  const until = readDate(request.until, 'until') ?? Number.MAX_SAFE_INTEGER;
  const limit = Math.max(1, Math.min(mostChanges, Math.trunc(request.limit)));
  // Of equal ones the document comes first.
  const comparison = place.kind === 'document' ? '>=' : '>';
  const bounds = [place.indexed, place.id, until, limit + 1];
  const found = database
    .statement(
      `SELECT * FROM (SELECT * FROM (${articles}) UNION ALL SELECT * FROM (${tombstones(comparison)})) ORDER BY indexed, name, kind LIMIT ?`,
    )
    .all(...bounds, ...bounds, limit + 1);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const wanted =
    request.where === undefined
      ? undefined
      : matchingRows(
          database,
          request.where,
          rows.flatMap((row) => (textOf(row, 'kind') === 'document' ? [numberOf(row, 'row')] : [])),
          now,
        );
  const items = rows.flatMap((row) =>
    textOf(row, 'kind') === 'tombstone' || wanted === undefined || wanted.has(numberOf(row, 'row'))
      ? (changeOf(database, row) ?? [])
      : [],
  );
  return {
    items,
    cursor: last === undefined ? writeChangesPlace(place) : cursorOf(last),
    more: found.length > limit,
  };
}

function cursorOf(row: Row): string {
  return writeChangesPlace({
    indexed: numberOf(row, 'indexed'),
    id: textOf(row, 'name'),
    kind: textOf(row, 'kind') === 'document' ? 'document' : 'tombstone',
  });
}

function changeOf(database: LibraryDatabase, row: Row): string | undefined {
  const head = { indexed: new Date(numberOf(row, 'indexed')).toISOString(), cursor: cursorOf(row) };
  if (textOf(row, 'kind') === 'tombstone')
    return JSON.stringify({
      kind: 'tombstone',
      ...head,
      id: textOf(row, 'name'),
      version: numberOf(row, 'version'),
      reason: textOrNullOf(row, 'reason') ?? undefined,
    });
  const document = database.at(numberOf(row, 'row'));
  return document === undefined
    ? undefined
    : `{"kind":"document","indexed":"${head.indexed}","cursor":"${head.cursor}","document":${document}}`;
}
