import { foldFate, stageNames, supersedes, type LedgerEvent } from '@newsmill/contracts';
import { readCursor, writeCursor } from '../../library/cursor.ts';
import { numberOf, textOf, type Row } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import { isFate } from '../fate-names.ts';
import type { FateCount, FateFilter, ItemFate, StateReader } from '../state.ts';

const hour = 3_600_000;

/*
 * One row an item: the newest event of each stage, and of the current one what is asked for.
 * fate_count is kept in step, so that counting does not walk all items.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS fate (
    item TEXT PRIMARY KEY, source TEXT NOT NULL, first_seen INTEGER NOT NULL, stage TEXT NOT NULL, fate TEXT NOT NULL, reason TEXT NOT NULL, events TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS fate_first_seen ON fate (first_seen, item);
  CREATE INDEX IF NOT EXISTS fate_source ON fate (source, first_seen, item);
  CREATE INDEX IF NOT EXISTS fate_fate ON fate (fate, first_seen, item);
  CREATE TABLE IF NOT EXISTS fate_count (
    hour INTEGER NOT NULL, source TEXT NOT NULL, stage TEXT NOT NULL, fate TEXT NOT NULL, reason TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (hour, source, stage, fate, reason)) WITHOUT ROWID;
`;

type Tally = Map<string, { readonly key: readonly [number, string, string, string, string]; change: number }>;

/**
 * The part of the state that knows what became of each item. Synchronous: the state runs it within its
 * transactions.
 */
export class SqliteFates {
  readonly #file: SqliteFile;

  constructor(file: SqliteFile) {
    this.#file = file;
    file.execute(schema);
  }

  record(events: readonly LedgerEvent[]): void {
    const tally: Tally = new Map();
    for (const [item, ofItem] of Map.groupBy(events, (event) => event.item)) this.#fold(item, ofItem, tally);
    const change = this.#file.statement(
      'INSERT INTO fate_count (hour, source, stage, fate, reason, count) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count RETURNING count',
    );
    const forget = this.#file.statement(
      'DELETE FROM fate_count WHERE hour = ? AND source = ? AND stage = ? AND fate = ? AND reason = ?',
    );
    for (const { key, change: difference } of tally.values()) {
      if (difference === 0) continue;
      const row = change.get(...key, difference);
      if (row !== undefined && numberOf(row, 'count') === 0) forget.run(...key);
    }
  }

  #fold(item: string, events: readonly LedgerEvent[], tally: Tally): void {
    const row = this.#file.statement('SELECT events FROM fate WHERE item = ?').get(item);
    const known = row === undefined ? [] : readEvents(row);
    const before = foldFate(known);
    const newest = new Map(known.map((event) => [event.stage, event]));
    let isChanged = false;
    for (const event of events) {
      if (!supersedes(event, newest.get(event.stage))) continue;
      newest.set(event.stage, event);
      isChanged = true;
    }
    const current = foldFate(newest.values());
    if (!isChanged || current === undefined) return;
    this.#file
      .statement(
        'INSERT INTO fate (item, source, first_seen, stage, fate, reason, events) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (item) DO UPDATE SET source = excluded.source, first_seen = excluded.first_seen, stage = excluded.stage, fate = excluded.fate, reason = excluded.reason, events = excluded.events',
      )
      .run(
        item,
        current.sourceId,
        current.firstSeen,
        current.stage,
        current.fate,
        current.reason ?? '',
        JSON.stringify([...newest.values()]),
      );
    if (before !== undefined) count(tally, before, -1);
    count(tally, current, 1);
  }

  of(item: string): ItemFate | undefined {
    const row = this.#file.statement('SELECT events FROM fate WHERE item = ?').get(item);
    const events = row === undefined ? [] : readEvents(row);
    const current = foldFate(events);
    return current === undefined ? undefined : { current, events };
  }

  /** Newest firstSeen first. */
  list(filter: FateFilter): Awaited<ReturnType<StateReader['listFates']>> {
    const conditions: [sql: string, value: string | number | undefined][] = [
      ['fate = ?', filter.fate],
      ['stage = ?', filter.stage],
      ['source = ?', filter.sourceId],
      ['first_seen >= ?', filter.from],
      ['first_seen < ?', filter.to],
    ];
    const wanted = conditions.flatMap(([sql, value]) =>
      value === undefined ? [] : [{ sql, values: [value] }],
    );
    if (filter.cursor !== undefined)
      wanted.push({
        sql: '(first_seen, item) < (?, ?)',
        values: readCursor(filter.cursor, 'fates', ['number', 'string']),
      });
    const where = wanted.length === 0 ? '' : `WHERE ${wanted.map(({ sql }) => sql).join(' AND ')}`;
    const rows = this.#file
      .statement(
        `SELECT item, first_seen, events FROM fate ${where} ORDER BY first_seen DESC, item DESC LIMIT ?`,
      )
      .all(...wanted.flatMap(({ values }) => values), filter.limit + 1);
    const page = rows.slice(0, filter.limit);
    const items = page.flatMap((row) => foldFate(readEvents(row)) ?? []);
    const last = page.at(-1);
    if (rows.length <= filter.limit || last === undefined) return { items };
    return { items, next: writeCursor('fates', [numberOf(last, 'first_seen'), textOf(last, 'item')]) };
  }

  /** Whole hours: an hour counts when it overlaps [from, to). */
  count(filter: { readonly from?: number; readonly to?: number; readonly sourceId?: string }): FateCount[] {
    const rows = this.#file
      .statement(
        'SELECT hour, source, stage, fate, reason, count FROM fate_count WHERE hour > ?1 AND hour < ?2 AND (?3 IS NULL OR source = ?3) ORDER BY hour, source, stage, fate, reason',
      )
      .all((filter.from ?? 0) - hour, filter.to ?? Number.MAX_SAFE_INTEGER, filter.sourceId ?? null);
    return rows.map((row) => ({
      sourceId: textOf(row, 'source'),
      hour: numberOf(row, 'hour'),
      stage: stageOf(row),
      fate: fateOf(row),
      reason: textOf(row, 'reason'),
      count: numberOf(row, 'count'),
    }));
  }

  clear(): void {
    this.#file.statement('DELETE FROM fate').run();
    this.#file.statement('DELETE FROM fate_count').run();
  }
}

/** The newest event of each stage, from a row of `fate`. */
export function readEvents(row: Row): LedgerEvent[] {
  return JSON.parse(textOf(row, 'events'));
}

function stageOf(row: Row): FateCount['stage'] {
  const stage = textOf(row, 'stage');
  const found = stageNames.find((name) => name === stage);
  if (found === undefined) throw new TypeError(`column stage: ${stage} is no stage`);
  return found;
}

function fateOf(row: Row): FateCount['fate'] {
  const fate = textOf(row, 'fate');
  if (!isFate(fate)) throw new TypeError(`column fate: ${fate} is no fate`);
  return fate;
}

function count(tally: Tally, event: LedgerEvent, change: number): void {
  const key = [
    Math.floor(event.firstSeen / hour) * hour,
    event.sourceId,
    event.stage,
    event.fate,
    event.reason ?? '',
  ] as const;
  const id = JSON.stringify(key);
  const known = tally.get(id);
  if (known === undefined) tally.set(id, { key, change });
  else known.change += change;
}
