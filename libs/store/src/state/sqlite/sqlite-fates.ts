import { foldFate, heldArticleOf, supersedes, type LedgerEvent } from '@newsmill/contracts';
import { readCursor, writeCursor } from '../../library/cursor.ts';
import { numberOf, textOf, type Row } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import { fateNamed, stageNamed } from '../fate-names.ts';
import { dayMs, settledFates, type SettledItem } from '../settled.ts';
import type { FateCount, FateFilter, ItemFate, StateReader } from '../state.ts';
import { settledEvent, type SqliteSettled } from './sqlite-settled.ts';

const hour = 3_600_000;
/** Counts that are read at once: the event loop is not held by those of many sources and days. */
const mostCounts = 4_000;
/** The key of the last count of a piece. */
export type CountPlace = readonly [hour: number, source: string, stage: string, fate: string, reason: string];

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
  CREATE INDEX IF NOT EXISTS fate_count_source ON fate_count (source);
  CREATE TABLE IF NOT EXISTS fate_meta (folded INTEGER NOT NULL, retired_at INTEGER, retired_item TEXT);
`;

type Tally = Map<string, { readonly key: readonly [number, string, string, string, string]; change: number }>;

/**
 * The part of the state that knows what became of each item. Synchronous: the state runs it within its
 * transactions.
 */
export class SqliteFates {
  readonly #file: SqliteFile;
  readonly #settled: SqliteSettled;
  /** Hours before that are counted by the day. */
  #folded: number;

  constructor(file: SqliteFile, settled: SqliteSettled) {
    this.#file = file;
    this.#settled = settled;
    file.execute(schema);
    const row = file.statement('SELECT folded FROM fate_meta').get();
    this.#folded = row === undefined ? 0 : numberOf(row, 'folded');
  }

  record(events: readonly LedgerEvent[]): void {
    const tally: Tally = new Map();
    for (const [item, ofItem] of Map.groupBy(events, (event) => event.item)) this.#fold(item, ofItem, tally);
    this.#change(tally);
  }

  #change(tally: Tally): void {
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
    const settled = row === undefined ? this.#settled.find(item) : undefined;
    const known = row === undefined ? knownOf(item, settled, events) : readEvents(row);
    if (known === undefined) return;
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
    if (settled?.fate !== undefined) this.#settled.save(item, { ...settled, fate: undefined });
    if (before !== undefined) this.#count(tally, before, -1);
    this.#count(tally, current, 1);
  }

  /** Takes the fate of a settled item back in; its counts stay as they are. */
  wake(event: LedgerEvent): void {
    this.#file
      .statement(
        'INSERT OR IGNORE INTO fate (item, source, first_seen, stage, fate, reason, events) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        event.item,
        event.sourceId,
        event.firstSeen,
        event.stage,
        event.fate,
        event.reason ?? '',
        JSON.stringify([event]),
      );
  }

  /** Counts an item that comes in settled. */
  countSettled(item: SettledItem): void {
    const event = settledEvent('', item);
    const tally: Tally = new Map();
    if (event !== undefined) this.#count(tally, event, 1);
    this.#change(tally);
  }

  #count(tally: Tally, event: LedgerEvent, change: number): void {
    const key = [
      this.#startOf(event.firstSeen),
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

  #startOf(time: number): number {
    const unit = time < this.#folded ? dayMs : hour;
    return Math.floor(time / unit) * unit;
  }

  /** Items that came first and may be settled, from the place where the last look ended. */
  oldest(before: number, limit: number): { readonly items: readonly OldItem[]; readonly isEnd: boolean } {
    const place = this.#file.statement('SELECT retired_at, retired_item FROM fate_meta').get();
    const rows = this.#file
      .statement(
        'SELECT item, first_seen, events FROM fate WHERE (first_seen, item) > (?, ?) AND first_seen < ? ORDER BY first_seen, item LIMIT ?',
      )
      .all(place?.['retired_at'] ?? -1, place?.['retired_item'] ?? '', before, limit);
    const last = rows.at(-1);
    const isEnd = rows.length < limit || last === undefined;
    this.#place(isEnd ? [null, null] : [numberOf(last, 'first_seen'), textOf(last, 'item')]);
    return {
      items: rows.map((row) => ({ item: textOf(row, 'item'), events: readEvents(row) })),
      isEnd,
    };
  }

  #place(place: readonly [number, string] | readonly [null, null]): void {
    this.#file
      .statement('INSERT INTO fate_meta (folded) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM fate_meta)')
      .run();
    this.#file.statement('UPDATE fate_meta SET retired_at = ?, retired_item = ?').run(...place);
  }

  forget(item: string): void {
    this.#file.statement('DELETE FROM fate WHERE item = ?').run(item);
  }

  /** Counts hours before `time` by the day, whole days only. */
  foldHours(time: number): void {
    const until = Math.floor(time / dayMs) * dayMs;
    if (until <= this.#folded) return;
    this.#file
      .statement(
        `INSERT INTO fate_count (hour, source, stage, fate, reason, count) SELECT hour / ${dayMs} * ${dayMs}, source, stage, fate, reason, sum(count) FROM fate_count WHERE hour < ? AND hour % ${dayMs} <> 0 GROUP BY 1, 2, 3, 4, 5 ON CONFLICT DO UPDATE SET count = count + excluded.count`,
      )
      .run(until);
    this.#file.statement(`DELETE FROM fate_count WHERE hour < ? AND hour % ${dayMs} <> 0`).run(until);
    this.#place([null, null]);
    this.#file.statement('UPDATE fate_meta SET folded = ?').run(until);
    this.#folded = until;
  }

  of(item: string): ItemFate | undefined {
    const row = this.#file.statement('SELECT events FROM fate WHERE item = ?').get(item);
    if (row !== undefined) {
      const events = readEvents(row);
      const current = foldFate(events);
      return current === undefined ? undefined : { current, events };
    }
    const settled = this.#settled.find(item);
    const event = settled === undefined ? undefined : settledEvent(item, settled);
    return event === undefined ? undefined : { current: event, events: [event] };
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

  /**
   * Whole hours: an hour counts when it overlaps [from, to). A piece of the counts, those of `from` of one before on;
   * `next` where more follow.
   */
  count(
    filter: { readonly from?: number; readonly to?: number; readonly sourceId?: string },
    next: CountPlace = [(filter.from ?? 0) - hour + 1, '', '', '', ''],
  ): { readonly counts: readonly FateCount[]; readonly next?: CountPlace } {
    const ofSource = filter.sourceId === undefined ? [] : [filter.sourceId];
    const rows = this.#file
      .statement(
        `SELECT hour, source, stage, fate, reason, count FROM fate_count ${ofSource.length === 0 ? '' : 'INDEXED BY fate_count_source'} WHERE (hour, source, stage, fate, reason) > (?, ?, ?, ?, ?) AND hour < ? ${ofSource.length === 0 ? '' : 'AND source = ?'} ORDER BY hour, source, stage, fate, reason LIMIT ?`,
      )
      .all(...next, filter.to ?? Number.MAX_SAFE_INTEGER, ...ofSource, mostCounts);
    const counts = rows.map((row) => ({
      sourceId: textOf(row, 'source'),
      hour: numberOf(row, 'hour'),
      stage: stageNamed(textOf(row, 'stage')),
      fate: fateNamed(textOf(row, 'fate')),
      reason: textOf(row, 'reason'),
      count: numberOf(row, 'count'),
    }));
    const last = counts.at(-1);
    return {
      counts,
      ...(counts.length < mostCounts || last === undefined
        ? {}
        : { next: [last.hour, last.sourceId, last.stage, last.fate, last.reason] }),
    };
  }

  /** Changes when hours become days: pieces of counts from before do not fit those from then on. */
  get folded(): number {
    return this.#folded;
  }

  clear(): void {
    this.#file.statement('DELETE FROM fate').run();
    this.#file.statement('DELETE FROM fate_count').run();
    this.#file.statement('DELETE FROM fate_meta').run();
    this.#folded = 0;
  }
}

/** An item with the newest event of each stage. */
export interface OldItem {
  readonly item: string;
  readonly events: readonly LedgerEvent[];
}

/**
 * What is known of an item without a row: nothing, or the event that it is settled with; undefined where none of the
 * events is news to that.
 */
function knownOf(
  item: string,
  settled: SettledItem | undefined,
  events: readonly LedgerEvent[],
): LedgerEvent[] | undefined {
  const known = settled === undefined ? undefined : settledEvent(item, settled);
  if (known === undefined) return [];
  const news = events.find(
    (event) =>
      supersedes(event, known) &&
      !(
        event.version === known.version &&
        event.stage === known.stage &&
        event.fate === known.fate &&
        event.reason === known.reason
      ),
  );
  return news === undefined ? undefined : [{ ...known, url: news.url }];
}

/** Whether nothing more is to come of an item by itself, and nothing happened since `before`. */
export function isSettled({ events }: OldItem, before: number): LedgerEvent | undefined {
  const current = foldFate(events);
  if (current === undefined || !settledFates.has(current.fate)) return undefined;
  // An article that is in the library while the newest visit says otherwise is looked at again.
  if (current.stage !== 'index' && heldArticleOf(events) !== undefined) return undefined;
  return events.every(({ at }) => at < before) ? current : undefined;
}

/** The newest event of each stage, from a row of `fate`. */
export function readEvents(row: Row): LedgerEvent[] {
  return JSON.parse(textOf(row, 'events'));
}
