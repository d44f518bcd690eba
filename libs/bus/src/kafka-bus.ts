import { setTimeout as sleep } from 'node:timers/promises';
import { pageFetched, type TopicWithGroups } from '@newsmill/contracts';
import {
  BusClosed,
  type BrowseOptions,
  type Bus,
  type Consumer,
  type ConsumerOptions,
  type OutgoingMessage,
  type StoredMessage,
  type TopicChange,
  type TopicLag,
} from './bus.ts';
import { readKafkaChanges } from './kafka-changes.ts';
import { KafkaClient } from './kafka-client.ts';
import { KafkaConsumer } from './kafka-consumer.ts';
import { KafkaLag } from './kafka-lag.ts';
import { readMerged } from './kafka-log-reader.ts';
import { defaultMaxMessageBytes, reportTo, type KafkaBusOptions } from './kafka-options.ts';
import { KafkaPublisher } from './kafka-publisher.ts';
import { KafkaRemovals } from './kafka-removals.ts';
import { createTopics } from './kafka-topics.ts';

/** Who follows a topic looks so often, milliseconds. */
const followMs = 500;

/** The distributed bus, when it is loaded; the door says what it does. */
export class KafkaBus implements Bus {
  readonly #options: KafkaBusOptions;
  readonly #client: KafkaClient;
  readonly #publisher: KafkaPublisher;
  readonly #removals: KafkaRemovals;
  readonly #lag: KafkaLag;
  /** Topics of each group, as far as this process was told. */
  readonly #groups = new Map<string, Set<string>>();
  /** Topics (Kafka's names) that were found as they should be, or told of. */
  readonly #compared = new Set<string>();
  readonly #consumers = new Set<KafkaConsumer>();
  #closing: Promise<void> | undefined;

  constructor(options: KafkaBusOptions) {
    this.#options = options;
    this.#client = new KafkaClient(options);
    this.#publisher = new KafkaPublisher(this.#client, {
      maxMessageBytes: options.maxMessageBytes ?? defaultMaxMessageBytes,
      // Pages travel as the compressed bytes that they came in.
      plain: [this.#client.names.topic(pageFetched.name)],
    });
    this.#removals = new KafkaRemovals(this.#client, this.#publisher);
    this.#lag = new KafkaLag(this.#client, this.#removals);
  }

  async createTopics(topics: readonly TopicWithGroups[]): Promise<readonly string[]> {
    this.#refuseWhenClosed('createTopics');
    const made = await createTopics(this.#client, topics, this.#options, this.#compared);
    for (const topic of topics) for (const group of topic.groups) this.#remember(group, topic.name);
    return made.map((name) => this.#client.names.portTopic(name));
  }

  #remember(group: string, topic: string): void {
    this.#groups.set(group, (this.#groups.get(group) ?? new Set()).add(topic));
  }

  async ping(): Promise<void> {
    this.#refuseWhenClosed('ping');
    await this.#client.ping();
  }

  async publish(messages: readonly OutgoingMessage[]): Promise<void> {
    this.#refuseWhenClosed('publish');
    await this.#publisher.publish(messages);
  }

  async consume(options: ConsumerOptions): Promise<Consumer> {
    this.#refuseWhenClosed('consume');
    for (const topic of options.topics) {
      await this.#client.partitions('consume', this.#client.names.topic(topic));
      await this.#removals.load('consume', topic);
    }
    this.#refuseWhenClosed('consume');
    for (const topic of options.topics) this.#remember(options.group, topic);
    const consumer = new KafkaConsumer(
      {
        client: this.#client,
        removals: this.#removals,
        stallMs: this.#options.stallMs ?? 30_000,
        report: reportTo(this.#options),
        leave: (leaving) => this.#consumers.delete(leaving),
      },
      options,
    );
    this.#consumers.add(consumer);
    return consumer;
  }

  async *browse(topic: string, options: BrowseOptions = {}): AsyncGenerator<StoredMessage> {
    this.#refuseWhenClosed('browse');
    if (options.from !== undefined && !/^\d{1,15}$/.test(options.from))
      throw new RangeError(`browse: ${JSON.stringify(options.from)} is no offset`);
    const name = this.#client.names.topic(topic);
    await this.#removals.load('browse', topic);
    const ranges = await this.#client.ranges('browse', name);
    const first = Number(options.from ?? 0);
    let left = options.limit ?? Number.POSITIVE_INFINITY;
    if (left <= 0) return;
    for await (const message of readMerged(this.#client, {
      operation: 'browse',
      topic: name,
      ranges: ranges.map((range) => ({ ...range, from: Math.max(range.from, first) })),
    })) {
      this.#refuseWhenClosed('browse');
      if ((options.key !== undefined && message.key !== options.key) || this.#removals.has(topic, message))
        continue;
      yield { ...message, topic };
      left -= 1;
      if (left <= 0) return;
    }
  }

  async *changes(topic: string, since?: string): AsyncGenerator<TopicChange> {
    this.#refuseWhenClosed('changes');
    const ports = { client: this.#client, removals: this.#removals };
    for await (const change of readKafkaChanges(ports, topic, since)) {
      this.#refuseWhenClosed('changes');
      yield change;
    }
  }

  async *follow(topic: string, signal: AbortSignal): AsyncGenerator<StoredMessage> {
    this.#refuseWhenClosed('follow');
    const name = this.#client.names.topic(topic);
    const positions = new Map<number, number>();
    for (const { partition, to } of await this.#client.ranges('follow', name)) positions.set(partition, to);
    while (!signal.aborted) {
      await sleep(followMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      this.#refuseWhenClosed('follow');
      // A partition that came meanwhile is new from its beginning.
      const ranges = (await this.#client.ranges('follow', name)).map((range) => ({
        ...range,
        from: Math.max(range.from, positions.get(range.partition) ?? range.from),
      }));
      for (const { partition, to } of ranges) positions.set(partition, to);
      for await (const message of readMerged(this.#client, { operation: 'follow', topic: name, ranges })) {
        if (signal.aborted) return;
        yield { ...message, topic };
      }
    }
  }

  async *backlog(topic: string, group: string): AsyncGenerator<StoredMessage> {
    this.#refuseWhenClosed('backlog');
    yield* this.#lag.backlog(group, topic);
  }

  async lag(group: string): Promise<readonly TopicLag[]> {
    this.#refuseWhenClosed('lag');
    const topics = await this.#topicsOf(group);
    return Promise.all(topics.toSorted().map((topic) => this.#lag.of(group, topic)));
  }

  /** What this process was told of the group, and what the brokers know of it from others. */
  async #topicsOf(group: string): Promise<readonly string[]> {
    const { names } = this.#client;
    const known = new Map([...(this.#groups.get(group) ?? [])].map((topic) => [names.topic(topic), topic]));
    for (const id of await this.#client.groups('lag', names.groupPrefix(group))) {
      const topic = id.slice(names.groupPrefix(group).length);
      if (!known.has(topic) && (await this.#client.hasTopic('lag', topic)))
        known.set(topic, names.portTopic(topic));
    }
    return [...known.values()];
  }

  async remove(
    topic: string,
    messages: readonly Pick<StoredMessage, 'partition' | 'offset'>[],
  ): Promise<void> {
    this.#refuseWhenClosed('remove');
    await this.#removals.add(topic, messages);
    for (const consumer of this.#consumers)
      for (const { partition, offset } of messages) consumer.forget(topic, partition, Number(offset));
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#consumers].map((consumer) => consumer.close()));
    await this.#publisher.close();
    await this.#client.close();
  }

  #refuseWhenClosed(operation: string): void {
    if (this.#closing !== undefined) throw new BusClosed(operation);
  }
}
