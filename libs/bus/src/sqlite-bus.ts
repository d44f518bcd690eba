import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { TopicWithGroups } from '@newsmill/contracts';
import {
  BusClosed,
  BusFull,
  type BrowseOptions,
  type Bus,
  type Consumer,
  type ConsumerOptions,
  type OutgoingMessage,
  type StoredMessage,
  type TopicChange,
  type TopicLag,
} from './bus.ts';
import { GroupLog } from './group-log.ts';
import { SqliteConsumer } from './sqlite-consumer.ts';
import { browseLog, endOfLog, readBacklog, readChanges, storedMessage } from './sqlite-log-reader.ts';
import {
  addGroup,
  addTopic,
  findTopic,
  makeLogTables,
  noteRemovals,
  numberOf,
  offsetSpan,
  readLag,
  sumOf,
  sweepTopic,
  textOf,
  type LogTopic,
  type SqliteLogFile,
} from './sqlite-log.ts';

/** Who follows a topic looks so often, milliseconds. */
const followMs = 200;
/** How often a waiting consumer looks for what another process has published, milliseconds. */
const foreignLookMs = 400;
/** Who walks through many messages gives way to others so often, milliseconds. */
const mostWalkMs = 5;

/**
 * The embedded bus: one partition (0) for each topic, any number of members for each group, all in this
 * process. Other processes may publish, browse, remove and ask for the lag on the same file. A message is
 * deleted when every group of its topic has acknowledged it; a topic without groups keeps all. `retention`
 * has no meaning here.
 */
export async function openSqliteBus(options: { readonly db: SqliteLogFile }): Promise<Bus> {
  makeLogTables(options.db);
  return new SqliteBus(options.db);
}

class SqliteBus implements Bus {
  readonly #file: SqliteLogFile;
  readonly #topics = new Map<string, LogTopic>();
  readonly #logs = new Map<string, GroupLog>();
  readonly #consumers = new Set<SqliteConsumer>();
  readonly #writes = new Set<Promise<unknown>>();
  #foreignVersion: number;
  #foreignLook: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(file: SqliteLogFile) {
    this.#file = file;
    this.#foreignVersion = file.foreignVersion();
  }

  createTopics(topics: readonly TopicWithGroups[]): Promise<readonly string[]> {
    return this.#write('createTopics', () => {
      this.#topics.clear();
      return topics.filter((topic) => addTopic(this.#file, topic)).map(({ name }) => name);
    });
  }

  async ping(): Promise<void> {
    this.#refuseWhenClosed('ping');
    this.#file.foreignVersion();
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    const time = Date.now();
    const topics = await this.#write('publish', () => this.#append(messages, time));
    this.#wake(topics);
  }

  #append(messages: readonly OutgoingMessage[], time: number): Set<LogTopic> {
    const counts = new Map<LogTopic, number>();
    for (const { topic } of messages)
      counts.set(this.#topic(topic), (counts.get(this.#topic(topic)) ?? 0) + 1);
    const next = new Map<LogTopic, number>();
    for (const [topic, count] of counts) {
      const row = this.#file
        .statement('UPDATE bus_topic SET next_offset = next_offset + ? WHERE id = ? RETURNING next_offset')
        .get(count, topic.id);
      next.set(topic, topic.id * offsetSpan + numberOf(row, 'next_offset') - count);
    }
    const insert = this.#file.statement(
      'INSERT INTO bus_message (id, time, key, headers, sum, value) VALUES (?, ?, ?, ?, ?, ?)',
    );
    for (const message of messages) {
      const topic = this.#topic(message.topic);
      const id = next.get(topic) ?? 0;
      next.set(topic, id + 1);
      const { key, value } = message;
      const headers = JSON.stringify(message.headers);
      insert.run(id, time, key, headers, sumOf(key, headers, value), value);
    }
    const topics = new Set(counts.keys());
    for (const topic of topics) if (topic.isCompacted) sweepTopic(this.#file, topic);
    return topics;
  }

  #topic(name: string): LogTopic {
    const known = this.#topics.get(name);
    if (known !== undefined) return known;
    const topic = findTopic(this.#file, name);
    this.#topics.set(name, topic);
    return topic;
  }

  async consume(options: ConsumerOptions): Promise<Consumer> {
    await this.#write('consume', () => {
      for (const name of options.topics) addGroup(this.#file, this.#topic(name).id, options.group);
    });
    const consumer = new SqliteConsumer(
      {
        load: (log, offset) => this.#load(log.topic, offset),
        wake: () => this.#wake(consumer.logs.map((log) => log.topic)),
        translate: translateFull,
        leave: (leaving) => this.#consumers.delete(leaving),
      },
      [...new Set(options.topics)].map((name) => this.#log(name, options.group)),
      options.maxBytesInFlight,
    );
    this.#consumers.add(consumer);
    this.#foreignLook ??= setInterval(() => this.#lookForForeign(), foreignLookMs).unref();
    return consumer;
  }

  #log(name: string, group: string): GroupLog {
    const topic = this.#topic(name);
    const id = JSON.stringify([topic.id, group]);
    const known = this.#logs.get(id);
    if (known !== undefined) return known;
    const log = new GroupLog(this.#file, topic, group);
    this.#logs.set(id, log);
    return log;
  }

  #load(topic: LogTopic, offset: number): StoredMessage | undefined {
    const row = this.#file
      .statement('SELECT id, time, key, headers, sum, value FROM bus_message WHERE id = ?')
      .get(topic.id * offsetSpan + offset);
    return row === undefined ? undefined : storedMessage(topic, row);
  }

  async *browse(topic: string, options: BrowseOptions = {}): AsyncGenerator<StoredMessage> {
    this.#refuseWhenClosed('browse');
    if (options.from !== undefined && !/^\d{1,12}$/.test(options.from))
      throw new RangeError(`browse: ${JSON.stringify(options.from)} is no offset`);
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    if (left <= 0) return;
    for await (const message of this.#walk('browse', (log) => browseLog(log, this.#topic(topic), options))) {
      yield message;
      left -= 1;
      if (left <= 0) return;
    }
  }

  async *changes(topic: string, since?: string): AsyncGenerator<TopicChange> {
    for await (const change of this.#walk('changes', (log) => readChanges(log, this.#topic(topic), since))) {
      yield change;
      // A topic of many messages leaves the event loop to others between two batches.
      await nextTurn();
    }
  }

  async *follow(topic: string, signal: AbortSignal): AsyncGenerator<StoredMessage> {
    this.#refuseWhenClosed('follow');
    let from = String(endOfLog(this.#file, this.#topic(topic)));
    while (!signal.aborted) {
      await sleep(followMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      for await (const message of this.browse(topic, { from })) {
        if (signal.aborted) return;
        from = String(Number(message.offset) + 1);
        yield message;
      }
    }
  }

  async *backlog(topic: string, group: string): AsyncGenerator<StoredMessage> {
    yield* this.#walk('backlog', (log) => readBacklog(log, this.#topic(topic), group));
  }

  async *#walk<T>(operation: string, read: (file: SqliteLogFile) => Iterable<T>): AsyncGenerator<T> {
    this.#refuseWhenClosed(operation);
    let turnEnds = performance.now() + mostWalkMs;
    for (const each of read(this.#file)) {
      yield each;
      if (performance.now() > turnEnds) {
        await nextTurn();
        turnEnds = performance.now() + mostWalkMs;
      }
      this.#refuseWhenClosed(operation);
    }
  }

  async lag(group: string): Promise<readonly TopicLag[]> {
    this.#refuseWhenClosed('lag');
    const rows = readLag(this.#file, group);
    const now = Date.now();
    return rows.map((row) => ({
      topic: textOf(row, 'name'),
      messages: row['oldest'] === null ? 0 : numberOf(row, 'messages'),
      ageMs: row['oldest'] === null ? 0 : Math.max(0, now - numberOf(row, 'oldest')),
    }));
  }

  async remove(
    topic: string,
    messages: readonly Pick<StoredMessage, 'partition' | 'offset'>[],
  ): Promise<void> {
    const offsets = messages
      .filter((message) => message.partition === 0)
      .map((message) => Number(message.offset));
    await this.#write('remove', () => {
      const { id } = this.#topic(topic);
      const taken: number[] = [];
      for (const offset of offsets) {
        const gone = this.#file
          .statement('DELETE FROM bus_message WHERE id = ?')
          .run(id * offsetSpan + offset);
        if (gone.changes === 0) continue;
        taken.push(offset);
        this.#file
          .statement('DELETE FROM bus_newest WHERE topic = ? AND id = ?')
          .run(id, id * offsetSpan + offset);
        // For the groups that have not come to it, it counts as acknowledged.
        this.#file
          .statement(
            'INSERT OR IGNORE INTO bus_acknowledged (topic, name, "offset") SELECT topic, name, ? FROM bus_group WHERE topic = ? AND position <= ?',
          )
          .run(offset, id, offset);
      }
      noteRemovals(this.#file, id, taken);
    });
    for (const log of this.#logs.values())
      if (log.topic.name === topic) for (const offset of offsets) log.forget(offset);
    this.#wake([this.#topic(topic)]);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#foreignLook);
    await Promise.all([...this.#consumers].map((consumer) => consumer.close()));
    await Promise.allSettled(this.#writes);
  }

  #wake(topics: Iterable<LogTopic>): void {
    const names = new Set([...topics].map((topic) => topic.name));
    for (const consumer of this.#consumers)
      if (consumer.logs.some((log) => names.has(log.topic.name))) consumer.wake();
  }

  #lookForForeign(): void {
    if (this.#consumers.size === 0) return;
    const version = this.#file.foreignVersion();
    if (version === this.#foreignVersion) return;
    this.#foreignVersion = version;
    for (const consumer of this.#consumers) consumer.wake();
  }

  async #write<T>(operation: string, work: () => T): Promise<T> {
    this.#refuseWhenClosed(operation);
    const write = translateFull(this.#file.write(work));
    this.#writes.add(write);
    try {
      return await write;
    } catch (error) {
      // What was read of topics within the transaction may have been undone with it.
      this.#topics.clear();
      throw error;
    } finally {
      this.#writes.delete(write);
    }
  }

  #refuseWhenClosed(operation: string): void {
    if (this.#isClosed) throw new BusClosed(operation);
  }
}

async function translateFull<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    // SQLITE_FULL. No instanceof: the error may come from another realm.
    if (typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === 13)
      throw new BusFull({ cause: error });
    throw error;
  }
}
