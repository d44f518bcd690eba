import { crc32 } from 'node:zlib';
import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { TopicWithGroups } from '@newsmill/contracts';
import { UnknownTopic } from './bus.ts';

/** What the bus needs of the SQLite file that it lives in; `openSqliteFile` of the store has it. */
export interface SqliteLogFile {
  statement(sql: string): StatementSync;
  execute(sql: string): void;
  /** Adds a column that a file of an earlier version lacks. */
  addColumn(table: string, column: string, type: string): void;
  /** Runs `work` in the next transaction; resolves when that is durable. */
  write<T>(work: () => T): Promise<T>;
  /** Changes whenever another connection has written. */
  foreignVersion(): number;
}

export type Row = Readonly<Record<string, SQLOutputValue>>;

export interface LogTopic {
  readonly id: number;
  readonly name: string;
  readonly isCompacted: boolean;
}

/**
 * Offsets per topic: the id of a message is `topic * offsetSpan + offset`, so a topic is one range of rows.
 */
export const offsetSpan = 2 ** 40;

/*
 * value stands last: the length of a blob is known without reading its overflow pages. bus_group.position is
 * the first offset that the group has not acknowledged; what it acknowledged above lies in bus_acknowledged.
 * bus_removed has what was taken away one by one, for those who keep up with a topic; only the last of it.
 * bus_newest has the newest message of each key of a compacted topic among those that all groups have passed.
 * bus_message.sum is `sumOf` key, headers and value; a message of an earlier version has none.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS bus_topic (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, compacted INTEGER NOT NULL, next_offset INTEGER NOT NULL DEFAULT 0, swept INTEGER NOT NULL DEFAULT 0);
  CREATE TABLE IF NOT EXISTS bus_group (topic INTEGER NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (topic, name)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS bus_acknowledged (topic INTEGER NOT NULL, name TEXT NOT NULL, "offset" INTEGER NOT NULL, PRIMARY KEY (topic, name, "offset")) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS bus_newest (topic INTEGER NOT NULL, key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (topic, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS bus_removed (seq INTEGER PRIMARY KEY AUTOINCREMENT, topic INTEGER NOT NULL, "offset" INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS bus_message (id INTEGER PRIMARY KEY, time INTEGER NOT NULL, key TEXT NOT NULL, headers TEXT NOT NULL, sum INTEGER, value BLOB NOT NULL);
`;

/** Makes the tables where they are missing. */
export function makeLogTables(file: SqliteLogFile): void {
  file.execute(schema);
  file.addColumn('bus_message', 'sum', 'INTEGER');
}

/** CRC-32 (ISO 3309) of a message as it is stored: SQLite finds damage of its own pages, not of what they hold. */
export const sumOf = (key: string, headers: string, value: Uint8Array): number =>
  crc32(value, crc32(headers, crc32(key)));

/** A text column. */
export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  if (typeof value !== 'string')
    throw new TypeError(`column ${column}: text expected, found ${typeof value}`);
  return value;
}

/** A number column. */
export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value !== 'number')
    throw new TypeError(`column ${column}: number expected, found ${typeof value}`);
  return value;
}

/**
 * Makes the topic and its groups where they are missing. Groups are only ever added: one that is forgotten
 * here may still be wanted.
 */
export function addTopic(file: SqliteLogFile, topic: TopicWithGroups): boolean {
  const isNew = file.statement('SELECT id FROM bus_topic WHERE name = ?').get(topic.name) === undefined;
  const isCompacted = topic.cleanup === 'compact' ? 1 : 0;
  file
    .statement(
      'INSERT INTO bus_topic (name, compacted) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET compacted = excluded.compacted',
    )
    .run(topic.name, isCompacted);
  const id = numberOf(file.statement('SELECT id FROM bus_topic WHERE name = ?').get(topic.name), 'id');
  for (const group of topic.groups) addGroup(file, id, group);
  return isNew;
}

/** Makes a group of a topic where it is missing; it starts at the earliest message. */
export function addGroup(file: SqliteLogFile, topic: number, group: string): void {
  file
    .statement(
      'INSERT OR IGNORE INTO bus_group (topic, name, position) SELECT id, ?, CASE compacted WHEN 1 THEN 0 ELSE swept END FROM bus_topic WHERE id = ?',
    )
    .run(group, topic);
}

/** Throws when the topic is not there. */
export function findTopic(file: SqliteLogFile, name: string): LogTopic {
  const row = file.statement('SELECT id, compacted FROM bus_topic WHERE name = ?').get(name);
  if (row === undefined) throw new UnknownTopic(name);
  return { id: numberOf(row, 'id'), name, isCompacted: numberOf(row, 'compacted') === 1 };
}

/**
 * Deletes what every group of the topic has acknowledged; of a compacted topic, all but the newest message of
 * each key among those.
 */
export function sweepTopic(file: SqliteLogFile, topic: LogTopic): void {
  const row = file
    .statement(
      'SELECT t.swept, coalesce((SELECT min(position) FROM bus_group WHERE topic = t.id), CASE t.compacted WHEN 1 THEN t.next_offset ELSE t.swept END) AS passed FROM bus_topic t WHERE t.id = ?',
    )
    .get(topic.id);
  const swept = numberOf(row, 'swept');
  const passed = numberOf(row, 'passed');
  if (passed <= swept) return;
  const base = topic.id * offsetSpan;
  if (topic.isCompacted) compact(file, topic.id, base + swept, base + passed);
  else file.statement('DELETE FROM bus_message WHERE id >= ? AND id < ?').run(base + swept, base + passed);
  file.statement('UPDATE bus_topic SET swept = ? WHERE id = ?').run(passed, topic.id);
}

/** Removals that are remembered; who is further behind reads the topic anew. */
const mostRemovals = 200_000;

/** Keeps in mind that messages of a topic were taken away one by one. */
export function noteRemovals(file: SqliteLogFile, topic: number, offsets: readonly number[]): void {
  const insert = file.statement('INSERT INTO bus_removed (topic, "offset") VALUES (?, ?)');
  for (const offset of offsets) insert.run(topic, offset);
  file
    .statement('DELETE FROM bus_removed WHERE seq <= (SELECT max(seq) FROM bus_removed) - ?')
    .run(mostRemovals);
}

function compact(file: SqliteLogFile, topic: number, from: number, to: number): void {
  for (const row of file
    .statement('SELECT id, CAST(key AS TEXT) AS key FROM bus_message WHERE id >= ? AND id < ? ORDER BY id')
    .all(from, to)) {
    const key = textOf(row, 'key');
    const older = file.statement('SELECT id FROM bus_newest WHERE topic = ? AND key = ?').get(topic, key);
    if (older !== undefined)
      file.statement('DELETE FROM bus_message WHERE id = ?').run(numberOf(older, 'id'));
    file
      .statement(
        'INSERT INTO bus_newest (topic, key, id) VALUES (?, ?, ?) ON CONFLICT (topic, key) DO UPDATE SET id = excluded.id',
      )
      .run(topic, key, numberOf(row, 'id'));
  }
}

/** What a group has before it in each of its topics: name, messages, time of the oldest (null: none). */
export function readLag(file: SqliteLogFile, group: string): Row[] {
  // Offsets have no holes above `swept` but what `remove` took, and that is acknowledged for all.
  const sql = `
    SELECT t.name AS name,
      t.next_offset - max(g.position, t.swept)
        + (SELECT count(*) FROM bus_message m WHERE m.id >= t.id * ${offsetSpan} + g.position AND m.id < t.id * ${offsetSpan} + t.swept)
        - (SELECT count(*) FROM bus_acknowledged a WHERE a.topic = t.id AND a.name = g.name AND a."offset" >= max(g.position, t.swept)) AS messages,
      (SELECT m.time FROM bus_message m WHERE m.id >= t.id * ${offsetSpan} + g.position AND m.id < (t.id + 1) * ${offsetSpan}
        AND NOT EXISTS (SELECT 1 FROM bus_acknowledged a WHERE a.topic = t.id AND a.name = g.name AND a."offset" = m.id - t.id * ${offsetSpan})
        ORDER BY m.id LIMIT 1) AS oldest
    FROM bus_group g JOIN bus_topic t ON t.id = g.topic WHERE g.name = ? ORDER BY t.name`;
  return file.statement(sql).all(group);
}
