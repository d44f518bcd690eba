import { assignPartitions, type Assignment } from './assign-partitions.ts';
import {
  groupProtocol,
  readAssignment,
  readClaim,
  writeAssignment,
  writeClaim,
  type Membership,
} from './group-words.ts';
import type { KafkaClient } from './kafka-client.ts';
import { isGroupAnswer, isKafkaError } from './kafka-errors.ts';
import {
  readCommitted,
  type FetchedPartition,
  type GroupMember,
  type KafkaBroker,
  type KafkaCluster,
  type RawMessage,
} from './kafka-internals.ts';

/** A member that says nothing for so long has gone, milliseconds. */
export const sessionTimeoutMs = 10_000;
/** Members have so long to come together, milliseconds. */
const rebalanceTimeoutMs = 15_000;
/** A read that finds nothing waits so long; what a member is to read besides waits for its end. */
export const pollMs = 1_000;
const maxBytesOfPartition = 1_048_576;
const maxBytesOfRead = 4_194_304;

/** A generation that a member has joined. */
export interface Joined {
  readonly membership: Membership;
  /** All members, where this one is the leader. */
  readonly led: readonly GroupMember[] | undefined;
}

/** What was read of a partition. */
export interface ReadPart {
  readonly partition: number;
  readonly messages: readonly RawMessage[];
  /** The last offset that was passed; undefined when there was nothing. */
  readonly last: number | undefined;
  /** The end of the partition then. */
  readonly end: number;
}

/**
 * What one member of a group says to the brokers, over connections of its own: a broker answers the requests
 * of a connection one after the other, and a join may take long. It connects with the first question and
 * again after a failure. Throws what kafkajs throws.
 */
export class GroupWire {
  readonly #client: KafkaClient;
  readonly #group: string;
  /** Kafka's name. */
  readonly #topic: string;
  #cluster: KafkaCluster | undefined;
  #coordinator: KafkaBroker | undefined;

  constructor(client: KafkaClient, group: string, topic: string) {
    this.#client = client;
    this.#group = group;
    this.#topic = topic;
  }

  /** The broker that leads each partition; asked anew once in a while. */
  leaders(): Promise<ReadonlyMap<number, number>> {
    return this.#ask(async (cluster) => {
      await cluster.refreshMetadataIfNecessary();
      return leadersOf(cluster, this.#topic);
    });
  }

  /**
   * Joins the group, or comes together with its other members again. Without the name of a member it becomes
   * a new one.
   */
  async join(member: string, owned: readonly number[]): Promise<Joined> {
    const known = (await this.leaders()).size;
    return this.#ask(async (cluster) => {
      const { memberId, generationId, leaderId, members } = await (
        await this.#coordinatorIn(cluster)
      ).joinGroup({
        groupId: this.#group,
        memberId: member,
        sessionTimeout: sessionTimeoutMs,
        rebalanceTimeout: rebalanceTimeoutMs,
        groupProtocols: [{ name: groupProtocol, metadata: writeClaim(this.#topic, owned, known) }],
      });
      return {
        membership: { member: memberId, generation: generationId },
        led: memberId === leaderId ? members : undefined,
      };
    });
  }

  /** Learns what the member is to read in the generation that it has joined; its leader decides that for all. */
  sync({ membership: { member, generation }, led }: Joined): Promise<Assignment> {
    return this.#ask(async (cluster) => {
      const { memberAssignment } = await (await this.#coordinatorIn(cluster)).syncGroup({
        groupId: this.#group,
        memberId: member,
        generationId: generation,
        groupAssignment: led === undefined ? [] : await this.#share(cluster, led),
      });
      return readAssignment(this.#topic, memberAssignment);
    });
  }

  /** What the leader of a group decides, by the partitions that there are now. */
  async #share(
    cluster: KafkaCluster,
    members: readonly GroupMember[],
  ): Promise<{ readonly memberId: string; readonly memberAssignment: Buffer }[]> {
    await cluster.refreshMetadata();
    const shares = assignPartitions(
      leadersOf(cluster, this.#topic).size,
      members.map(({ memberId, memberMetadata }) => ({ member: memberId, owned: readClaim(memberMetadata) })),
    );
    return [...shares].map(([memberId, assignment]) => ({
      memberId,
      memberAssignment: writeAssignment(this.#topic, assignment),
    }));
  }

  /** A sign of life. */
  async heartbeat({ member, generation }: Membership): Promise<void> {
    await this.#ask(async (cluster) =>
      (await this.#coordinatorIn(cluster)).heartbeat({
        groupId: this.#group,
        memberId: member,
        groupGenerationId: generation,
      }),
    );
  }

  /** Reads partitions of one broker from these offsets on; waits a little when there is nothing. */
  read(broker: number, positions: ReadonlyMap<number, number>): Promise<readonly ReadPart[]> {
    return this.#ask(async (cluster) => {
      const { responses } = await (await cluster.findBroker({ nodeId: broker })).fetch({
        maxWaitTime: pollMs,
        minBytes: 1,
        maxBytes: maxBytesOfRead,
        isolationLevel: readCommitted,
        topics: [
          {
            topic: this.#topic,
            partitions: [...positions].map(([partition, offset]) => ({
              partition,
              fetchOffset: String(offset),
              maxBytes: maxBytesOfPartition,
            })),
          },
        ],
      });
      return responses.flatMap(({ partitions }) =>
        partitions.flatMap((part) => {
          const from = positions.get(part.partition);
          return from === undefined ? [] : [partFrom(from, part)];
        }),
      );
    });
  }

  async #coordinatorIn(cluster: KafkaCluster): Promise<KafkaBroker> {
    return (this.#coordinator ??= await cluster.findGroupCoordinator({ groupId: this.#group }));
  }

  async #ask<T>(question: (cluster: KafkaCluster) => Promise<T>): Promise<T> {
    const cluster = (this.#cluster ??= this.#client.openCluster());
    try {
      await cluster.connect();
      await cluster.addMultipleTargetTopics([this.#topic]);
      return await question(cluster);
    } catch (error) {
      if (this.#cluster === cluster && !isGroupAnswer(error) && !isKafkaError(error, 'OFFSET_OUT_OF_RANGE'))
        this.close();
      throw error;
    }
  }

  /** Gives the connections up; another question makes new ones. */
  close(): void {
    void Promise.allSettled([this.#cluster?.disconnect()]);
    this.#cluster = undefined;
    this.#coordinator = undefined;
  }
}

function leadersOf(cluster: KafkaCluster, topic: string): ReadonlyMap<number, number> {
  return new Map(
    cluster.findTopicPartitionMetadata(topic).map(({ partitionId, leader }) => [partitionId, leader]),
  );
}

/**
 * What is new from an offset on: a broker answers whole batches. Where compaction took all that was left of
 * one, the reading goes on behind it.
 */
function partFrom(from: number, part: FetchedPartition): ReadPart {
  const found = part.messages.filter(({ offset }) => Number(offset) >= from);
  const last = found.at(-1);
  return {
    partition: part.partition,
    messages: withoutAborted(found, part).filter(({ isControlRecord }) => isControlRecord !== true),
    last: last === undefined ? (part.messages.length > 0 ? from : undefined) : Number(last.offset),
    end: Number(part.highWatermark),
  };
}

/** Transactions are not used here; messages that strangers sent in one and took back are left out. */
function withoutAborted(
  messages: readonly RawMessage[],
  { abortedTransactions }: FetchedPartition,
): readonly RawMessage[] {
  if (abortedTransactions === undefined || abortedTransactions.length === 0) return messages;
  const begun = [...abortedTransactions];
  const aborted = new Set<string>();
  return messages.filter(({ offset, isControlRecord, batchContext }) => {
    while (begun[0] !== undefined && Number(offset) >= Number(begun[0].firstOffset))
      aborted.add(begun.shift()?.producerId ?? '');
    const producer = batchContext?.producerId ?? '';
    if (isControlRecord !== true) return batchContext?.inTransaction !== true || !aborted.has(producer);
    aborted.delete(producer);
    return true;
  });
}
