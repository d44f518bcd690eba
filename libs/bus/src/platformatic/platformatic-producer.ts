import { setTimeout as sleep } from 'node:timers/promises';
import { NumericMap, produceV9, type Connection } from '@platformatic/kafka';
import type { KafkaProducer, SentBatch } from '../kafka-driver.ts';
import { answerOf, KafkaAnswer } from './kafka-answer.ts';
import type { PlatformaticCluster } from './platformatic-cluster.ts';

/** Pauses before one send is tried again: time enough for another broker to take over. */
const pausesMs = [500, 1_000, 2_000, 4_000];
/** What trying again would not help. */
const forGood = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'TOPIC_AUTHORIZATION_FAILED']);

/** Sends by the numbering of an idempotent producer: a batch that is sent twice is taken once. */
export class PlatformaticProducer implements KafkaProducer {
  readonly #cluster: PlatformaticCluster;
  readonly #id: { readonly producerId: bigint; readonly producerEpoch: number };
  /** The number of the next message, by `<topic>:<partition>`. */
  readonly #sequences = new NumericMap();

  constructor(
    cluster: PlatformaticCluster,
    id: { readonly producerId: bigint; readonly producerEpoch: number },
  ) {
    this.#cluster = cluster;
    this.#id = id;
  }

  async send(batches: readonly SentBatch[], isCompressed: boolean): Promise<void> {
    await this.#cluster.addMultipleTargetTopics([...new Set(batches.map(({ topic }) => topic))]);
    await this.#cluster.refreshMetadataIfNecessary();
    let left = batches;
    for (const pauseMs of [...pausesMs, undefined]) {
      const failed = await this.#sendOnce(left, isCompressed);
      const [first] = failed;
      if (first === undefined) return;
      const { error } = first;
      if (pauseMs === undefined || (error instanceof KafkaAnswer && forGood.has(error.type))) throw error;
      left = failed.flatMap((each) => each.batches);
      await sleep(pauseMs);
      await this.#cluster.refreshMetadata().catch(() => undefined); // the next send says what is wrong
    }
  }

  /** Sends to all leaders at the same time; answers what was not taken. */
  async #sendOnce(batches: readonly SentBatch[], isCompressed: boolean): Promise<readonly Failed[]> {
    let leaders: ReadonlyMap<Connection, readonly SentBatch[]>;
    try {
      leaders = await this.#cluster.byLeader(batches);
    } catch (error) {
      return [{ batches, error }];
    }
    const outcomes = await Promise.all(
      [...leaders].map(async ([connection, own]) => {
        try {
          await this.#sendTo(connection, own, isCompressed);
          return [];
        } catch (error) {
          return [{ batches: own, error }];
        }
      }),
    );
    return outcomes.flat();
  }

  async #sendTo(connection: Connection, batches: readonly SentBatch[], isCompressed: boolean): Promise<void> {
    await answerOf(
      produceV9.api.async(
        connection,
        -1,
        10_000,
        batches.flatMap(({ topic, partition, records }) =>
          records.map(({ key, value, headers, timestamp }) => ({
            topic,
            partition,
            key: Buffer.from(key),
            // No value at all is what takes older messages of the key away, and is written so.
            value: value as Buffer,
            headers: new Map(
              Object.entries(headers).map(([name, text]) => [Buffer.from(name), Buffer.from(text)]),
            ),
            timestamp: BigInt(timestamp),
          })),
        ),
        { ...this.#id, compression: isCompressed ? 'zstd' : 'none', sequences: this.#sequences },
      ),
    );
    for (const { topic, partition, records } of batches)
      this.#sequences.postIncrement(`${topic}:${partition}`, records.length, 0);
  }

  async close(): Promise<void> {
    await this.#cluster.disconnect();
  }
}

interface Failed {
  readonly batches: readonly SentBatch[];
  readonly error: unknown;
}
