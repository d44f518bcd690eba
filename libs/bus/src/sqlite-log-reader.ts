import type { BrowseOptions, StoredMessage } from './bus.ts';
import {
  bytesOf,
  numberOf,
  offsetSpan,
  textOf,
  type LogTopic,
  type Row,
  type SqliteLogFile,
} from './sqlite-log.ts';

type Value = string | number;

/** A row of the log as the port shows it. */
export function storedMessage(topic: LogTopic, row: Row): StoredMessage {
  const headers: Record<string, string> = JSON.parse(textOf(row, 'headers'));
  const offset = String(numberOf(row, 'id') - topic.id * offsetSpan);
  return {
    topic: topic.name,
    partition: 0,
    offset,
    time: numberOf(row, 'time'),
    key: textOf(row, 'key'),
    headers,
    value: bytesOf(row, 'value'),
  };
}

/** The messages of a topic from an offset on, of one key where it is given. */
export function* browseLog(
  file: SqliteLogFile,
  topic: LogTopic,
  options: Pick<BrowseOptions, 'from' | 'key'>,
): Generator<StoredMessage> {
  const only =
    options.key === undefined ? { sql: '', values: [] } : { sql: 'AND key = ?', values: [options.key] };
  yield* readRows(file, topic, Number(options.from ?? 0), only);
}

/**
 * The messages of a topic that the group has not acknowledged; a group that is not known has acknowledged
 * none.
 */
export function* readBacklog(file: SqliteLogFile, topic: LogTopic, group: string): Generator<StoredMessage> {
  const row = file
    .statement('SELECT position FROM bus_group WHERE topic = ? AND name = ?')
    .get(topic.id, group);
  const sql =
    'AND NOT EXISTS (SELECT 1 FROM bus_acknowledged a WHERE a.topic = ? AND a.name = ? AND a."offset" = bus_message.id - ?)';
  yield* readRows(file, topic, row === undefined ? 0 : numberOf(row, 'position'), {
    sql,
    values: [topic.id, group, topic.id * offsetSpan],
  });
}

/** Reads row by row, so that no statement stays open between two messages. */
function* readRows(
  file: SqliteLogFile,
  topic: LogTopic,
  from: number,
  only: { readonly sql: string; readonly values: readonly Value[] },
): Generator<StoredMessage> {
  const sql = `SELECT id, time, key, headers, value FROM bus_message WHERE id >= ? AND id < ? ${only.sql} ORDER BY id LIMIT 1`;
  const end = (topic.id + 1) * offsetSpan;
  for (let id = topic.id * offsetSpan + from; ; ) {
    const row = file.statement(sql).get(id, end, ...only.values);
    if (row === undefined) return;
    id = numberOf(row, 'id') + 1;
    yield storedMessage(topic, row);
  }
}
