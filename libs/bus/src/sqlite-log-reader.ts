import { z } from 'zod';
import { damagedHeader } from '@newsmill/contracts';
import type { BrowseOptions, MessageOutline, StoredMessage, TopicChange } from './bus.ts';
import { numberOf, offsetSpan, sumOf, type LogTopic, type Row, type SqliteLogFile } from './sqlite-log.ts';
import { Stretch, unreadOf, withoutNewest } from './unread-stretches.ts';

type Value = string | number;

/** Messages of one batch of changes. */
const batchSize = 100;

/** What is wrong with a message that is not as it was written. */
const damage =
  'its bytes in the queue are not those that were written, so a disk or memory has changed them; an article can be edited, and the next visit of its page brings it again';

const Headers = z.record(z.string(), z.string());

/** Headers as they were written; of those that cannot be read, what is wrong alone. */
function headersOf(text: string): Readonly<Record<string, string>> {
  try {
    return Headers.parse(JSON.parse(text));
  } catch {
    return { [damagedHeader]: damage };
  }
}

/** Bytes of a row; of one whose type is another by damage, what SQLite makes of it. */
function valueOf(row: Row): Uint8Array {
  const { value } = row;
  return typeof value === 'object' && value !== null ? value : Buffer.from(String(value));
}

/** A row of the log as the port shows it, marked where it is not as it was written. */
export function storedMessage(topic: LogTopic, row: Row): StoredMessage {
  const value = valueOf(row);
  const facts = factsOf(topic, row);
  const { sum } = row;
  const isWhole = sum === null || sum === sumOf(facts.key, String(row['headers']), value);
  return { ...facts, value, ...(isWhole ? {} : { headers: { ...facts.headers, [damagedHeader]: damage } }) };
}

function factsOf(topic: LogTopic, row: Row): Omit<StoredMessage, 'value'> {
  const headers = headersOf(String(row['headers']));
  const offset = String(numberOf(row, 'id') - topic.id * offsetSpan);
  return {
    topic: topic.name,
    partition: 0,
    offset,
    // No sum has it: what is no number any more is of no time that matters.
    time: typeof row['time'] === 'number' ? row['time'] : 0,
    key: String(row['key']),
    headers,
  };
}

/** How far a reader of changes has come. */
const LogMark = z.object({
  topic: z.int(),
  next: z.int().nonnegative(),
  /** Of the message before `next`, where it is still there: by it another file is told from this one. */
  time: z.number().optional(),
  removal: z.int().nonnegative(),
  unread: z.array(Stretch).readonly(),
});
type LogMark = z.output<typeof LogMark>;

function readMark(since: string | undefined): LogMark | undefined {
  if (since === undefined) return undefined;
  try {
    return LogMark.safeParse(JSON.parse(since)).data;
  } catch {
    return undefined;
  }
}

/** When the message at an offset was written; undefined where none is. */
function timeAt(file: SqliteLogFile, topic: LogTopic, offset: number): number | undefined {
  const row = file.statement('SELECT time FROM bus_message WHERE id = ?').get(topic.id * offsetSpan + offset);
  return row === undefined ? undefined : numberOf(row, 'time');
}

/** The mark, where it is one of this topic and nothing of what followed it is forgotten. */
function knownMark(file: SqliteLogFile, topic: LogTopic, since: string | undefined): LogMark | undefined {
  const mark = readMark(since);
  if (mark?.topic !== topic.id) return undefined;
  const row = file
    .statement(
      'SELECT next_offset, (SELECT coalesce(min(seq), 1) FROM bus_removed) AS oldest, (SELECT coalesce(max(seq), 0) FROM bus_removed) AS newest FROM bus_topic WHERE id = ?',
    )
    .get(topic.id);
  const time = mark.time === undefined ? undefined : timeAt(file, topic, mark.next - 1);
  const isKnown =
    mark.next <= numberOf(row, 'next_offset') &&
    mark.removal >= numberOf(row, 'oldest') - 1 &&
    mark.removal <= numberOf(row, 'newest') &&
    (time === undefined || time === mark.time);
  return isKnown ? mark : undefined;
}

function earliestOf(file: SqliteLogFile, topic: LogTopic): number {
  if (topic.isCompacted) return 0;
  return numberOf(file.statement('SELECT swept FROM bus_topic WHERE id = ?').get(topic.id), 'swept');
}

/** What has come to a topic and was removed from it since a mark, batch by batch, the newest first. */
export function* readChanges(
  file: SqliteLogFile,
  topic: LogTopic,
  since: string | undefined,
): Generator<TopicChange> {
  const known = knownMark(file, topic, since);
  const base = topic.id * offsetSpan;
  const removal = numberOf(
    file.statement('SELECT coalesce(max(seq), 0) AS seq FROM bus_removed').get(),
    'seq',
  );
  const removed = file
    .statement('SELECT "offset" FROM bus_removed WHERE seq > ? AND seq <= ? AND topic = ?')
    .all(known?.removal ?? removal, removal, topic.id)
    .map((row) => ({ partition: 0, offset: String(numberOf(row, 'offset')) }));
  // The length of a blob is known without reading it.
  const read = file.statement(
    'SELECT id, time, key, headers, coalesce(length(value), 0) AS bytes FROM bus_message WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT ?',
  );
  const next = endOfLog(file, topic);
  const time = timeAt(file, topic, next - 1);
  const first = earliestOf(file, topic);
  let unread = unreadOf(known, { first, to: next });
  for (let isFirst = true; isFirst || unread.length > 0; isFirst = false) {
    const { from, to } = unread.at(-1) ?? { from: next, to: next };
    const rows = read.all(base + from, base + to, batchSize);
    const lowest = rows.at(-1);
    unread = withoutNewest(
      unread,
      lowest === undefined || rows.length < batchSize ? from : numberOf(lowest, 'id') - base,
    );
    const mark: LogMark = {
      topic: topic.id,
      next,
      ...(time === undefined ? {} : { time }),
      removal,
      unread,
    };
    yield {
      isWhole: isFirst && known === undefined,
      added: rows
        .toReversed()
        .map((row): MessageOutline => ({ ...factsOf(topic, row), bytes: numberOf(row, 'bytes') })),
      removed: isFirst ? removed : [],
      first: [{ partition: 0, offset: String(first) }],
      unread: unread.map((stretch) => ({
        partition: 0,
        from: String(stretch.from),
        to: String(stretch.to),
      })),
      mark: JSON.stringify(mark),
    };
  }
}

/** The offset that the next message of a topic will have. */
export function endOfLog(file: SqliteLogFile, topic: LogTopic): number {
  const row = file.statement('SELECT next_offset FROM bus_topic WHERE id = ?').get(topic.id);
  return numberOf(row, 'next_offset');
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
  const sql = `SELECT id, time, key, headers, sum, value FROM bus_message WHERE id >= ? AND id < ? ${only.sql} ORDER BY id LIMIT 1`;
  const end = (topic.id + 1) * offsetSpan;
  for (let id = topic.id * offsetSpan + from; ; ) {
    const row = file.statement(sql).get(id, end, ...only.values);
    if (row === undefined) return;
    id = numberOf(row, 'id') + 1;
    yield storedMessage(topic, row);
  }
}
