import type { Consumer as KafkaJsConsumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { RawMessage } from './kafka-internals.ts';

const joinWaitMs = 10_000;
const leaveWaitMs = 10_000;
/** One long poll of an idle consumer; leaving and heartbeats wait for its end. */
const pollMs = 1_000;

/** What a session tells its member. */
export interface SessionHost {
  /**
   * A new generation. `isSameMember`: what this member kept has been nobody else's meanwhile. Answers where
   * to go on reading in partitions that were kept.
   */
  joined(partitions: readonly number[], isSameMember: boolean): ReadonlyMap<number, number>;
  /** Whether a batch that was read from this offset on is what the partition needs next. */
  isNext(partition: number, from: number): Promise<boolean>;
  /** What was read of a partition, up to `last`; `end`: the end of the partition then. */
  received(partition: number, messages: readonly RawMessage[], last: number, end: number): void;
  /** Resolves when there is room for more, at the latest after `ms`. */
  room(ms: number): Promise<boolean>;
  /** The session has ended by itself. */
  ended(error: unknown): void;
}

/**
 * One membership in a group that reads one topic: a kafkajs consumer from its start to its end. It is never
 * restarted, the member makes another.
 */
export class KafkaSession {
  readonly #consumer: KafkaJsConsumer;
  readonly #topic: string;
  readonly #host: SessionHost;
  #memberId = '';
  #joins = 0;
  #lastSign = performance.now();
  #commits = 0;
  #isEnding = false;
  #isOver = false;
  #started: Promise<void> | undefined;

  constructor(kafka: Kafka, groupId: string, topic: string, host: SessionHost) {
    this.#topic = topic;
    this.#host = host;
    this.#consumer = kafka.consumer({
      groupId,
      sessionTimeout: 10_000,
      heartbeatInterval: 3_000,
      rebalanceTimeout: 20_000,
      maxWaitTimeInMs: pollMs,
      maxBytesPerPartition: 1_048_576,
      maxBytes: 4_194_304,
      metadataMaxAge: 60_000,
      allowAutoTopicCreation: false,
      retry: { retries: 4, initialRetryTime: 200, maxRetryTime: 2_000, restartOnFailure: async () => false },
    });
    this.#listen();
  }

  #listen(): void {
    const { GROUP_JOIN, CRASH, COMMIT_OFFSETS, HEARTBEAT } = this.#consumer.events;
    // A sign of life comes from the coordinator: reading and handling send heartbeats, whether there is
    // something to read or not.
    const sign = (): void => {
      this.#lastSign = performance.now();
    };
    this.#consumer.on(HEARTBEAT, sign);
    this.#consumer.on(COMMIT_OFFSETS, () => {
      this.#commits += 1;
    });
    this.#consumer.on(GROUP_JOIN, ({ payload }) => {
      sign();
      this.#joins += 1;
      // A join that was under way when the session ended: there may be another session by now.
      if (this.#isOver) return;
      const kept = this.#host.joined(
        payload.memberAssignment[this.#topic] ?? [],
        payload.memberId === this.#memberId,
      );
      this.#memberId = payload.memberId;
      // The group reads again from the last commit; what is in flight here need not be fetched twice.
      for (const [partition, offset] of kept)
        this.#consumer.seek({ topic: this.#topic, partition, offset: String(offset) });
    });
    this.#consumer.on(CRASH, ({ payload }) => this.end(payload.error));
  }

  /** Milliseconds since the last sign of life. */
  get silentMs(): number {
    return performance.now() - this.#lastSign;
  }

  start(): void {
    this.#started = this.#start().catch((error: unknown) => this.end(error));
  }

  async #start(): Promise<void> {
    await this.#consumer.connect();
    await this.#consumer.subscribe({ topics: [this.#topic], fromBeginning: true });
    await this.#consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 1,
      eachBatch: (payload) => this.#take(payload),
    });
  }

  /**
   * Takes a batch over and then waits for room, with heartbeats, so that a slow handler slows the reading and
   * nothing else.
   */
  async #take(payload: EachBatchPayload): Promise<void> {
    const { batch, resolveOffset, heartbeat } = payload;
    if (!(await this.#isWanted(payload))) return;
    const last = batch.lastOffset();
    this.#host.received(batch.partition, batch.messages, Number(last), Number(batch.highWatermark));
    resolveOffset(last);
    while (!this.#isEnding && !(await this.#host.room(pollMs))) await heartbeat();
  }

  /**
   * kafkajs may hand over what it read before a rebalance. A batch that is refused is read again from where
   * the group stands.
   */
  async #isWanted({ batch, isStale }: EachBatchPayload): Promise<boolean> {
    if (this.#isEnding || isStale()) return false;
    const joins = this.#joins;
    if (joins === 1) return true;
    const isNext = await this.#host.isNext(batch.partition, Number(Reflect.get(batch, 'fetchedOffset')));
    return isNext && joins === this.#joins && !this.#isEnding;
  }

  /** Resolves when the coordinator has the positions; throws when that is not certain. */
  async commit(positions: ReadonlyMap<number, number>): Promise<void> {
    const before = this.#commits;
    await this.#consumer.commitOffsets(
      [...positions].map(([partition, position]) => ({
        topic: this.#topic,
        partition,
        offset: String(position),
      })),
    );
    // kafkajs answers without an error when it drops a commit because the consumer is stopping.
    if (this.#commits === before) throw new Error('the consumer was stopped before it could commit');
  }

  /** Something broke: the host is told once, the rest is cleared away. */
  end(error: unknown): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#isEnding = true;
    void this.#clearAway();
    this.#host.ended(error);
  }

  /** Stops taking more. Commits still work. */
  drain(): void {
    this.#isEnding = true;
  }

  /** Leaves the group. Bounded: brokers that do not answer notice by the session timeout. */
  async leave(): Promise<void> {
    this.#isEnding = true;
    if (this.#isOver) return;
    this.#isOver = true;
    // A join cannot be called off: a member that vanishes in the middle of it would hold its partitions until
    // the session timeout.
    await within(joinWaitMs, this.#started);
    await within(leaveWaitMs, this.#clearAway());
  }

  /**
   * kafkajs does not call a join off: a consumer that joins after it was told to go would keep its partitions
   * for ever.
   */
  async #clearAway(): Promise<void> {
    await Promise.allSettled([this.#consumer.disconnect()]);
    await Promise.allSettled([this.#started]);
    await Promise.allSettled([this.#consumer.disconnect()]);
  }
}

/** Waits for the end of the work, whatever it is, but not longer. */
async function within(ms: number, work: Promise<void> | undefined): Promise<void> {
  const limit = Promise.withResolvers<void>();
  const timer = setTimeout(limit.resolve, ms);
  await Promise.race([Promise.allSettled([work]), limit.promise]);
  clearTimeout(timer);
}
