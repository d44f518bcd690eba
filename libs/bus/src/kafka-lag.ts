import type { StoredMessage, TopicLag } from './bus.ts';
import { nothingDone, type DoneAhead } from './done-offsets.ts';
import type { KafkaClient, PartitionRange } from './kafka-client.ts';
import { readMerged } from './kafka-log-reader.ts';
import type { KafkaRemovals } from './kafka-removals.ts';

/** The part of a partition that a group has before it, and what of that it has done ahead. */
interface OpenRange extends PartitionRange {
  readonly done: DoneAhead;
}

/** What is done ahead, as a reader believes it: nothing where the log ends before. */
const doneBelow = (end: number, done: DoneAhead = nothingDone): DoneAhead =>
  [...done.offsets].some((offset) => offset >= end) ? nothingDone : done;

/** Where groups stand in topics, asked without joining them. Topics have the port's names. */
export class KafkaLag {
  readonly #client: KafkaClient;
  readonly #removals: KafkaRemovals;
  /** The time of the oldest message at a position: a position that has not moved is not read again. */
  readonly #times = new Map<string, { readonly from: string; readonly time: number | undefined }>();

  constructor(client: KafkaClient, removals: KafkaRemovals) {
    this.#client = client;
    this.#removals = removals;
  }

  /** What the group has before it in a topic. */
  async of(group: string, topic: string): Promise<TopicLag> {
    const ranges = await this.#open('lag', group, topic);
    let messages = 0;
    for (const { partition, from, to } of ranges)
      messages += to - from - this.#removals.count(topic, partition, from);
    if (messages <= 0) return { topic, messages: 0, ageMs: 0 };
    const time = await this.#oldestTime(group, topic, ranges);
    return { topic, messages, ageMs: time === undefined ? 0 : Math.max(0, Date.now() - time) };
  }

  /** The messages that the group has before it, without those that it has done ahead. */
  async *backlog(group: string, topic: string): AsyncGenerator<StoredMessage> {
    const ranges = await this.#open('backlog', group, topic);
    const doneIn = new Map(ranges.map(({ partition, done }) => [partition, done]));
    for await (const message of this.#read('backlog', topic, ranges)) {
      const { offsets, until } = doneIn.get(message.partition) ?? nothingDone;
      if (!offsets.has(Number(message.offset)) || message.time > until) yield message;
    }
  }

  async *#read(
    operation: string,
    topic: string,
    ranges: readonly PartitionRange[],
  ): AsyncGenerator<StoredMessage> {
    for await (const message of readMerged(this.#client, {
      operation,
      topic: this.#client.names.topic(topic),
      ranges,
    })) {
      if (!this.#removals.has(topic, message)) yield { ...message, topic };
    }
  }

  /** The part of each partition that the group has not acknowledged. */
  async #open(operation: string, group: string, topic: string): Promise<readonly OpenRange[]> {
    const name = this.#client.names.topic(topic);
    await this.#removals.load(operation, topic);
    const committed = await this.#client.committed(
      operation,
      this.#client.names.group(group, topic),
      name,
      await this.#client.partitions(operation, name),
    );
    // Asked last: the log goes beyond all that was committed.
    const ranges = await this.#client.ranges(operation, name);
    return ranges
      .map(({ partition, from, to }) => ({
        partition,
        from: Math.min(to, Math.max(from, committed.get(partition)?.offset ?? from)),
        to,
        done: doneBelow(to, committed.get(partition)?.done),
      }))
      .filter(({ from, to }) => from < to);
  }

  async #oldestTime(
    group: string,
    topic: string,
    ranges: readonly PartitionRange[],
  ): Promise<number | undefined> {
    const id = JSON.stringify([group, topic]);
    const from = JSON.stringify(ranges.map((range) => [range.partition, range.from]));
    const known = this.#times.get(id);
    if (known?.from === from) return known.time;
    const [oldest] = await take(this.#read('lag', topic, ranges), 1);
    this.#times.set(id, { from, time: oldest?.time });
    return oldest?.time;
  }
}

async function take<T>(items: AsyncGenerator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length >= count) break;
  }
  return taken;
}
