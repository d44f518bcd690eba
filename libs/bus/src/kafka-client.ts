import { setTimeout as sleep } from 'node:timers/promises';
import type { Kafka, KafkaConfig } from 'kafkajs';
import { BusClosed, UnknownTopic } from './bus.ts';
import { nothingDone, readDone, writeDone, type CommittedPlace } from './done-offsets.ts';
import type { Membership } from './group-words.ts';
import { isGroupAnswer, isKafkaError, translateKafkaError, type KafkaPlace } from './kafka-errors.ts';
import {
  kafkajs,
  makeCluster,
  readCommitted,
  type KafkaBroker,
  type KafkaCluster,
  type RawMessage,
} from './kafka-internals.ts';
import { KafkaNames } from './kafka-names.ts';
import { clientConfig, type KafkaBusOptions } from './kafka-options.ts';

const attempts = 4;
/** Brokers that take a connection and then say nothing are given up after so long. */
const patienceMs = 12_000;
/** How long a broker may look for more before it answers a read that finds nothing. */
const readWaitMs = 250;

/** The offsets of a partition: `from` is the oldest that is there, `to` the next to be written. */
export interface PartitionRange {
  readonly partition: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The connection over which topics are asked and read without a group. It connects with the first question
 * and again after a failure.
 */
export class KafkaClient {
  readonly kafka: Kafka;
  readonly names: KafkaNames;
  readonly #config: KafkaConfig;
  readonly #place: KafkaPlace;
  #cluster: KafkaCluster | undefined;
  /** By group, as long as the connection lasts. */
  readonly #coordinators = new Map<string, KafkaBroker>();
  #isClosed = false;

  constructor(options: KafkaBusOptions) {
    this.#config = clientConfig(options);
    this.kafka = new kafkajs.Kafka(this.#config);
    this.names = new KafkaNames(options.namespace ?? 'newsmill');
    this.#place = options;
  }

  /** Connections of one's own, made by `connect`. */
  openCluster(): KafkaCluster {
    return makeCluster(this.kafka, this.#config);
  }

  /** What an error of an operation means, in words that name the brokers and what helps. */
  problem(operation: string, error: unknown): Error {
    return translateKafkaError(operation, this.#place, error);
  }

  /** Partitions of a topic (Kafka's name). Throws UnknownTopic. */
  partitions(operation: string, topic: string): Promise<readonly number[]> {
    return this.#ask(operation, (cluster) => this.#partitionsOf(cluster, topic));
  }

  /** Those of the topics (Kafka's names) that are not there; asked anew. Who asks soon asks again. */
  missing(operation: string, topics: readonly string[]): Promise<readonly string[]> {
    return this.#ask(
      operation,
      async (cluster) => {
        const found = await Promise.all(
          topics.map((topic) =>
            this.#refuseUnknown(cluster, topic).then(
              () => [],
              (error: unknown) => {
                if (error instanceof UnknownTopic) return [topic];
                throw error;
              },
            ),
          ),
        );
        return found.flat();
      },
      2,
    );
  }

  /** The next question learns anew how many partitions topics have. */
  async forget(): Promise<void> {
    await this.#ask('refresh', (cluster) => cluster.refreshMetadata());
  }

  /** Whether the topic (Kafka's name) is there. */
  async hasTopic(operation: string, topic: string): Promise<boolean> {
    try {
      await this.partitions(operation, topic);
      return true;
    } catch (error) {
      if (error instanceof UnknownTopic) return false;
      throw error;
    }
  }

  /** One round trip to a broker. */
  ping(): Promise<void> {
    return this.#ask('ping', async (cluster) => {
      const broker = await cluster.brokerPool.findConnectedBroker();
      await broker.apiVersions();
    });
  }

  /** What is there of each partition now. */
  ranges(operation: string, topic: string): Promise<readonly PartitionRange[]> {
    return this.#ask(operation, async (cluster) => {
      const partitions = (await this.#partitionsOf(cluster, topic)).map((partition) => ({ partition }));
      const [oldest, newest] = await Promise.all(
        [true, false].map((fromBeginning) =>
          cluster.fetchTopicsOffset([{ topic, partitions, fromBeginning }]),
        ),
      );
      const to = new Map(newest?.[0]?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      return (oldest?.[0]?.partitions ?? []).map(({ partition, offset }) => ({
        partition,
        from: Number(offset),
        to: to.get(partition) ?? Number(offset),
      }));
    });
  }

  /** Places that a group has committed, by partition. */
  committed(
    operation: string,
    groupId: string,
    topic: string,
    partitions: readonly number[],
  ): Promise<ReadonlyMap<number, CommittedPlace>> {
    return this.#ask(operation, async (cluster) => {
      await this.#partitionsOf(cluster, topic);
      const coordinator = await this.#coordinatorOf(cluster, groupId);
      const { responses } = await coordinator.offsetFetch({
        groupId,
        topics: [{ topic, partitions: partitions.map((partition) => ({ partition })) }],
      });
      const found = (responses[0]?.partitions ?? []).map(
        ({ partition, offset, metadata }): [number, CommittedPlace] => [
          partition,
          { offset: Number(offset), done: readDone(Number(offset), metadata) },
        ],
      );
      return new Map(found.filter(([, { offset }]) => offset >= 0));
    });
  }

  /** Commits places of a member by partition. What the group answers against it is thrown as it is. */
  async commit(
    { groupId, topic }: { readonly groupId: string; readonly topic: string },
    { member, generation }: Membership,
    places: ReadonlyMap<number, CommittedPlace>,
  ): Promise<void> {
    const commit = (broker: KafkaBroker, hasDone: boolean): Promise<unknown> =>
      broker.offsetCommit({
        groupId,
        memberId: member,
        groupGenerationId: generation,
        topics: [
          {
            topic,
            partitions: [...places].map(([partition, { offset, done }]) => ({
              partition,
              offset: String(offset),
              metadata: writeDone({ offset, done: hasDone ? done : nothingDone }),
            })),
          },
        ],
      });
    await this.#ask('acknowledge', async (cluster) => {
      const coordinator = await this.#coordinatorOf(cluster, groupId);
      try {
        await commit(coordinator, true);
      } catch (error) {
        // Brokers that keep less metadata than Kafka does by default: what is done ahead is done again.
        if (!isKafkaError(error, 'OFFSET_METADATA_TOO_LARGE')) throw error;
        await commit(coordinator, false);
      }
    });
  }

  /** Takes a member out of its group, also where it waits for the others to come together. */
  async leave(groupId: string, member: string): Promise<void> {
    await this.#ask(
      'leave',
      async (cluster) =>
        (await this.#coordinatorOf(cluster, groupId)).leaveGroup({ groupId, memberId: member }),
      1,
    );
  }

  /** Groups that the brokers know and whose name begins so. */
  groups(operation: string, prefix: string): Promise<readonly string[]> {
    return this.#ask(operation, async (cluster) => {
      if (cluster.getNodeIds().length === 0) await cluster.refreshMetadata();
      const answers = await Promise.all(
        cluster.getNodeIds().map(async (nodeId) => (await cluster.findBroker({ nodeId })).listGroups()),
      );
      return answers
        .flatMap(({ groups }) => groups.map(({ groupId }) => groupId))
        .filter((id) => id.startsWith(prefix));
    });
  }

  /**
   * Messages of a partition from an offset on, as many as `maxBytes` hold but at least one batch; none at the
   * end, undefined when the offset has expired.
   */
  read(
    operation: string,
    topic: string,
    partition: number,
    offset: number,
    maxBytes: number,
  ): Promise<readonly RawMessage[] | undefined> {
    return this.#ask(operation, async (cluster) => {
      await this.#partitionsOf(cluster, topic);
      const leader = cluster
        .findTopicPartitionMetadata(topic)
        .find(({ partitionId }) => partitionId === partition)?.leader;
      if (leader === undefined) throw new UnknownTopic(this.names.portTopic(topic));
      const broker = await cluster.findBroker({ nodeId: leader });
      try {
        const { responses } = await broker.fetch({
          maxWaitTime: readWaitMs,
          minBytes: 1,
          maxBytes,
          isolationLevel: readCommitted,
          topics: [{ topic, partitions: [{ partition, fetchOffset: String(offset), maxBytes }] }],
        });
        return (responses[0]?.partitions[0]?.messages ?? []).filter(
          (message) => Number(message.offset) >= offset,
        );
      } catch (error) {
        if (isKafkaError(error, 'KafkaJSOffsetOutOfRange', 'OFFSET_OUT_OF_RANGE')) return undefined;
        throw error;
      }
    });
  }

  async #coordinatorOf(cluster: KafkaCluster, groupId: string): Promise<KafkaBroker> {
    const known = this.#coordinators.get(groupId);
    if (known !== undefined) return known;
    const found = await cluster.findGroupCoordinator({ groupId });
    if (this.#cluster === cluster) this.#coordinators.set(groupId, found);
    return found;
  }

  async #partitionsOf(cluster: KafkaCluster, topic: string): Promise<readonly number[]> {
    if (!cluster.targetTopics.has(topic)) await this.#refuseUnknown(cluster, topic);
    await cluster.addMultipleTargetTopics([topic]);
    await cluster.refreshMetadataIfNecessary();
    return cluster.findTopicPartitionMetadata(topic).map(({ partitionId }) => partitionId);
  }

  /**
   * Asked alone: a refresh of all known topics fails as a whole and does not say which of them is not there.
   */
  async #refuseUnknown(cluster: KafkaCluster, topic: string): Promise<void> {
    const broker = await cluster.brokerPool.findConnectedBroker();
    try {
      await broker.metadata([topic]);
    } catch (error) {
      if (isKafkaError(error, 'UNKNOWN_TOPIC_OR_PARTITION', 'INVALID_TOPIC_EXCEPTION'))
        throw new UnknownTopic(this.names.portTopic(topic));
      throw error;
    }
  }

  /** Tries a few times, the connection being made again after each failure. */
  async #ask<T>(
    operation: string,
    question: (cluster: KafkaCluster) => Promise<T>,
    tries = attempts,
  ): Promise<T> {
    const until = performance.now() + patienceMs;
    for (let attempt = 1; ; attempt += 1) {
      if (this.#isClosed) throw new BusClosed(operation);
      const cluster = (this.#cluster ??= this.openCluster());
      try {
        return await before(
          until,
          cluster.connect().then(() => question(cluster)),
        );
      } catch (error) {
        if (error instanceof UnknownTopic || isGroupAnswer(error)) throw error;
        this.#drop(cluster);
        if (this.#isClosed) throw new BusClosed(operation);
        if (attempt === tries || performance.now() > until) throw this.problem(operation, error);
      }
      await sleep(200 * 2 ** attempt);
    }
  }

  #drop(cluster: KafkaCluster): void {
    if (this.#cluster === cluster) {
      this.#cluster = undefined;
      this.#coordinators.clear();
    }
    void Promise.allSettled([cluster.disconnect()]);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled([this.#cluster?.disconnect()]);
    this.#cluster = undefined;
  }
}

/** The answer, or an error when it does not come in time. */
async function before<T>(until: number, work: Promise<T>): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => limit.reject(new Error('no answer')),
    Math.max(0, until - performance.now()),
  );
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
