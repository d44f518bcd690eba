import type { SQLOutputValue } from 'node:sqlite';
import { numberOf, numberOrNullOf, textOf, type Row } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import type { StateRecord } from '../state.ts';
import { itemColumns, readItem } from './frontier-rows.ts';
import { readEvents, type SqliteFates } from './sqlite-fates.ts';
import { readBands, type SqliteFingerprints } from './sqlite-fingerprints.ts';
import type { SqliteFrontier } from './sqlite-frontier.ts';
import type { SqliteMemory } from './sqlite-memory.ts';
import type { SqliteSettled } from './sqlite-settled.ts';
import { readSiteArticles, siteArticlesColumn, type SqliteSites } from './sqlite-sites.ts';

/** What the state is made of. */
export interface RecordParts {
  readonly frontier: SqliteFrontier;
  readonly memory: SqliteMemory;
  readonly fingerprints: SqliteFingerprints;
  readonly sites: SqliteSites;
  readonly fates: SqliteFates;
  readonly settled: SqliteSettled;
}

const usualPageSize = 500;

/** A table in the order of `place`: columns that together are unique and never null, with an index. */
interface Table {
  readonly from: string;
  readonly columns: string;
  readonly place: readonly string[];
  readonly first: readonly SQLOutputValue[];
  readonly pageSize?: number;
  readonly read: (row: Row, parts: RecordParts) => readonly StateRecord[];
}

/** What is settled and old. */
export const settledTable: Table = {
  from: 'settled_bucket',
  columns: 'id, records',
  place: ['id'],
  first: [-1],
  // A row is a bucket of many items.
  pageSize: 20,
  read: (row, { settled }) => settled.itemsOf(row).map((item) => ({ kind: 'settled', settled: item })),
};

const tables: readonly Table[] = [
  {
    from: 'item JOIN host ON host.id = item.host',
    columns: itemColumns,
    place: ['item.id'],
    first: [0],
    read: (row) => [{ kind: 'item', item: readItem(row) }],
  },
  {
    from: 'host',
    columns: 'name, domain, host_free, domain_free, lease, holder',
    place: ['id'],
    first: [0],
    read: (row) => [readHost(row)],
  },
  {
    from: 'entry',
    columns: 'key, value, expires_at',
    place: ['rowid'],
    first: [0],
    read: (row) => [readEntry(row)],
  },
  {
    from: 'article_claim',
    columns: 'article',
    place: ['own', 'canonical'],
    first: ['', ''],
    read: readClaim,
  },
  {
    from: 'article_owner',
    columns: 'item',
    place: ['article'],
    first: [''],
    read: (row) => [{ kind: 'owner', articleId: textOf(row, 'place0'), item: textOf(row, 'item') }],
  },
  {
    from: 'fingerprint',
    columns: 'id, expires_at, payload, bands',
    place: ['place'],
    first: [0],
    read: (row, { fingerprints }) => [readFingerprint(row, fingerprints)],
  },
  {
    from: 'site',
    columns: `name, seen_at, ${siteArticlesColumn}`,
    place: ['id'],
    first: [0],
    read: (row) => [readSite(row)],
  },
  {
    from: 'fate',
    columns: 'events',
    place: ['item'],
    first: [''],
    read: (row) => readEvents(row).map((event) => ({ kind: 'event', event })),
  },
  settledTable,
];

/** All records of the tables, page by page: of all that there are, or of one. */
export function* exportTables(
  file: SqliteFile,
  parts: RecordParts,
  wanted: readonly Table[] = tables,
): Generator<readonly StateRecord[]> {
  for (const { from, columns, place, first, pageSize = usualPageSize, read } of wanted) {
    const names = place.map((column, i) => `${column} AS place${i}`).join(', ');
    const select = file.statement(
      `SELECT ${columns}, ${names} FROM ${from} WHERE (${place.join(', ')}) > (${place.map(() => '?').join(', ')}) ORDER BY ${place.join(', ')} LIMIT ${pageSize}`,
    );
    for (
      let rows = select.all(...first);
      rows.length > 0;
      rows = select.all(...placeOf(rows.at(-1) ?? {}, place.length))
    )
      yield rows.flatMap((row) => read(row, parts));
  }
}

function placeOf(row: Row, length: number): SQLOutputValue[] {
  return Array.from({ length }, (_, i) => row[`place${i}`] ?? null);
}

/** Puts records in; what is known stays, or is folded. */
export function importRecords(parts: RecordParts, records: readonly StateRecord[]): void {
  for (const record of records) {
    if (record.kind === 'item') parts.frontier.put(record.item);
    else if (record.kind === 'schedule') parts.frontier.putSchedule(record);
    else if (record.kind === 'host') parts.frontier.putHost(record);
    else if (record.kind === 'entry') parts.memory.putEntry(record.entry);
    else if (record.kind === 'claim') parts.memory.putClaim(record);
    else if (record.kind === 'owner') parts.memory.putOwner(record);
    else if (record.kind === 'fingerprint') parts.fingerprints.put(record.entry);
    else if (record.kind === 'site') parts.sites.put(record);
    else if (record.kind === 'settled' && parts.settled.put(record.settled))
      parts.fates.countSettled(record.settled);
  }
  parts.fates.record(records.flatMap((record) => (record.kind === 'event' ? [record.event] : [])));
}

function readHost(row: Row): StateRecord {
  const pause = numberOf(row, 'domain_free');
  const holder =
    row['holder'] === null ? {} : { holder: textOf(row, 'holder'), lease: numberOf(row, 'lease') };
  return {
    kind: 'host',
    host: textOf(row, 'name'),
    domain: textOf(row, 'domain'),
    freeAt: numberOf(row, 'host_free'),
    ...(pause === 0 ? {} : { domainFreeAt: pause }),
    ...holder,
  };
}

function readEntry(row: Row): StateRecord {
  const expiresAt = numberOrNullOf(row, 'expires_at');
  return {
    kind: 'entry',
    entry: {
      key: textOf(row, 'key'),
      value: textOf(row, 'value'),
      ...(expiresAt === null ? {} : { expiresAt }),
    },
  };
}

/** Rows without a canonical address say nothing: their answer can only be the own one. */
function readClaim(row: Row): readonly StateRecord[] {
  const canonicalId = textOf(row, 'place1');
  return canonicalId === ''
    ? []
    : [{ kind: 'claim', ownId: textOf(row, 'place0'), canonicalId, articleId: textOf(row, 'article') }];
}

function readSite(row: Row): StateRecord {
  return {
    kind: 'site',
    site: textOf(row, 'name'),
    seenAt: numberOf(row, 'seen_at'),
    articles: readSiteArticles(textOf(row, 'articles')),
  };
}

function readFingerprint(row: Row, fingerprints: SqliteFingerprints): StateRecord {
  return {
    kind: 'fingerprint',
    entry: {
      id: textOf(row, 'id'),
      bands: readBands(textOf(row, 'bands')),
      payload: textOf(row, 'payload'),
      expiresAt: fingerprints.expiryOf(row),
    },
  };
}
