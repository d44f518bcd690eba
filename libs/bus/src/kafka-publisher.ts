import type { Producer, RecordMetadata } from 'kafkajs';
import { BusClosed, MessageTooLarge, type OutgoingMessage } from './bus.ts';
import type { KafkaClient } from './kafka-client.ts';
import { isKafkaError } from './kafka-errors.ts';
import { kafkajs } from './kafka-internals.ts';
import { partitionOf } from './partition-of.ts';
import { packRound, type Entry, type Lane, type Packed, type SentRecord } from './pack-round.ts';

/** One call of `publish`: settled when its last message is durable, or with the first failure. */
interface Ticket {
  left: number;
  isFailed: boolean;
  resolve(): void;
  reject(error: Error): void;
}

/** A message without a value takes the older ones of its key out of a compacted topic. */
export type PublishedMessage = OutgoingMessage & { readonly isTombstone?: boolean };

/** Retries of one send, with the same sequence numbers: time enough for another broker to take over. */
const retry = { retries: 4, initialRetryTime: 500, maxRetryTime: 4_000, factor: 0.2, multiplier: 2 };

/**
 * The one way out of this process. One send is under way at a time; what comes meanwhile goes with the next
 * one, packed by bytes. That keeps the order of each key, and it keeps the numbering of the idempotent
 * producer sound: kafkajs gives the numbers of a failed send to the next one, which a broker that had taken
 * the first would acknowledge and throw away. So after a failure the producer is replaced.
 */
export class KafkaPublisher {
  readonly #client: KafkaClient;
  readonly #maxMessageBytes: number;
  /** Topics (Kafka's names) whose values are compressed already. */
  readonly #plain: ReadonlySet<string>;
  readonly #lanes = new Map<string, Lane<Ticket>>();
  #producer: Promise<Producer> | undefined;
  #pump: Promise<void> | undefined;
  #lastEntered: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(
    client: KafkaClient,
    options: { readonly maxMessageBytes: number; readonly plain: readonly string[] },
  ) {
    this.#client = client;
    this.#maxMessageBytes = options.maxMessageBytes;
    this.#plain = new Set(options.plain);
  }

  /**
   * Resolves when all in-sync replicas have all messages. Calls keep their order, also when they do not wait
   * for each other.
   */
  async publish(messages: readonly PublishedMessage[]): Promise<void> {
    const lookUp = this.#countPartitions(messages);
    const entered = this.#enterAfter(this.#lastEntered, lookUp, messages);
    this.#lastEntered = Promise.allSettled([entered, lookUp]);
    await (await entered).sent;
  }

  async #countPartitions(messages: readonly PublishedMessage[]): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (const topic of new Set(messages.map((message) => message.topic))) {
      counts.set(topic, (await this.#client.partitions('publish', this.#client.names.topic(topic))).length);
    }
    return counts;
  }

  async #enterAfter(
    before: Promise<unknown>,
    lookUp: Promise<ReadonlyMap<string, number>>,
    messages: readonly PublishedMessage[],
  ): Promise<{ readonly sent: Promise<void> }> {
    await before;
    const partitions = await lookUp;
    if (this.#isClosed) throw new BusClosed('publish');
    const sized = messages.map((message) => {
      const bytes = recordBytes(message);
      if (bytes > this.#maxMessageBytes)
        throw new MessageTooLarge(message.topic, message.key, bytes, this.#maxMessageBytes);
      return { message, bytes };
    });
    if (sized.length === 0) return { sent: Promise.resolve() };
    const sent = new Promise<void>((resolve, reject) => {
      const ticket: Ticket = { left: sized.length, isFailed: false, resolve, reject };
      const timestamp = String(Date.now());
      for (const { message, bytes } of sized) {
        const partition = partitionOf(message.key, partitions.get(message.topic) ?? 1);
        this.#lane(this.#client.names.topic(message.topic), partition).waiting.push({
          ticket,
          bytes,
          record: recordOf(message, partition, timestamp),
        });
      }
    });
    this.#pump ??= this.#run();
    return { sent };
  }

  #lane(topic: string, partition: number): Lane<Ticket> {
    const id = `${topic}/${partition}`;
    const lane = this.#lanes.get(id) ?? { topic, partition, waiting: [] };
    this.#lanes.set(id, lane);
    return lane;
  }

  async #run(): Promise<void> {
    // What is published in the same turn of the event loop goes together.
    await Promise.resolve();
    for (let round = packRound(this.#lanes); round.length > 0; round = packRound(this.#lanes))
      await this.#sendRound(round);
    this.#pump = undefined;
  }

  async #sendRound(round: readonly Packed<Ticket>[]): Promise<void> {
    const tickets = new Set(round.flatMap(({ entries }) => entries.map(({ ticket }) => ticket)));
    try {
      const producer = await this.#connected();
      const plain = round.filter(({ topic }) => this.#plain.has(topic));
      const compressed = round.filter(({ topic }) => !this.#plain.has(topic));
      const { None, ZSTD } = kafkajs.CompressionTypes;
      await sendAll(producer, plain, None);
      await sendAll(producer, compressed, ZSTD);
    } catch (error) {
      await this.#replaceProducer();
      const tooLarge = isKafkaError(error, 'MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE')
        ? largestOf(round)
        : undefined;
      for (const ticket of tickets)
        this.#fail(
          ticket,
          ticket === tooLarge?.entry.ticket
            ? this.#tooLarge(tooLarge)
            : this.#client.problem('publish', error),
        );
      return;
    }
    for (const { entries } of round) {
      for (const { ticket } of entries) {
        ticket.left -= 1;
        if (ticket.left === 0) ticket.resolve();
      }
    }
  }

  /** A call fails as a whole: what of it still waits is not sent. */
  #fail(ticket: Ticket, error: Error): void {
    ticket.isFailed = true;
    for (const lane of this.#lanes.values())
      lane.waiting = lane.waiting.filter((entry) => !entry.ticket.isFailed);
    ticket.reject(error);
  }

  /**
   * The topic takes less than this bus was told. The brokers do not say which message it was; the calls of
   * the others may be tried again.
   */
  #tooLarge({ topic, entry }: Located): MessageTooLarge {
    return new MessageTooLarge(
      this.#client.names.portTopic(topic),
      entry.record.key,
      entry.bytes,
      entry.bytes - 1,
    );
  }

  #connected(): Promise<Producer> {
    return (this.#producer ??= this.#connect());
  }

  async #connect(): Promise<Producer> {
    const producer = this.#client.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      metadataMaxAge: 60_000,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      retry,
    });
    try {
      await producer.connect();
      return producer;
    } catch (error) {
      void Promise.allSettled([producer.disconnect()]);
      throw error;
    }
  }

  async #replaceProducer(): Promise<void> {
    const [old] = await Promise.allSettled([this.#producer]);
    this.#producer = undefined;
    if (old.status === 'fulfilled') void Promise.allSettled([old.value?.disconnect()]);
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await this.#lastEntered;
    this.#isClosed = true;
    await this.#pump;
    const [producer] = await Promise.allSettled([this.#producer]);
    if (producer.status === 'fulfilled') await Promise.allSettled([producer.value?.disconnect()]);
  }
}

/** The size of a message in its batch, not a byte too small. */
function recordBytes({ key, value, headers }: OutgoingMessage): number {
  let bytes = 40 + Buffer.byteLength(key) + value.byteLength;
  for (const [name, text] of Object.entries(headers))
    bytes += 10 + Buffer.byteLength(name) + Buffer.byteLength(text);
  return bytes;
}

function recordOf(message: PublishedMessage, partition: number, timestamp: string): SentRecord {
  const { buffer, byteOffset, byteLength } = message.value;
  return {
    key: message.key,
    value: message.isTombstone === true ? null : Buffer.from(buffer, byteOffset, byteLength),
    headers: { ...message.headers },
    partition,
    timestamp,
  };
}

async function sendAll(
  producer: Producer,
  round: readonly Packed<Ticket>[],
  compression: number,
): Promise<void> {
  if (round.length === 0) return;
  const topics = new Map<string, SentRecord[]>();
  for (const { topic, entries } of round)
    topics.set(topic, [...(topics.get(topic) ?? []), ...entries.map(({ record }) => record)]);
  const topicMessages = [...topics].map(([topic, messages]) => ({ topic, messages }));
  refuseGaps(round, await producer.sendBatch({ acks: -1, timeout: 10_000, compression, topicMessages }));
}

/**
 * kafkajs answers without an error when a partition moved to another broker between two tries and was not
 * sent again.
 */
function refuseGaps(round: readonly Packed<Ticket>[], answers: readonly (RecordMetadata | null)[]): void {
  const answered = new Set(answers.map((answer) => `${answer?.topicName}/${answer?.partition}`));
  const missing = round.find(({ topic, partition }) => !answered.has(`${topic}/${partition}`));
  if (missing !== undefined)
    throw new Error(`no broker has answered for partition ${missing.partition} of ${missing.topic}`);
}

interface Located {
  readonly topic: string;
  readonly entry: Entry<Ticket>;
}

function largestOf(round: readonly Packed<Ticket>[]): Located | undefined {
  const all = round.flatMap(({ topic, entries }) => entries.map((entry) => ({ topic, entry })));
  return all.reduce<Located | undefined>(
    (largest, each) => (largest !== undefined && largest.entry.bytes >= each.entry.bytes ? largest : each),
    undefined,
  );
}
