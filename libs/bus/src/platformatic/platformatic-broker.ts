import { createRequire } from 'node:module';
import {
  apiVersionsV3,
  fetchV11,
  heartbeatV4,
  joinGroupV5,
  leaveGroupV3,
  listGroupsV4,
  metadataV12,
  offsetCommitV7,
  offsetFetchV5,
  syncGroupV3,
  type Connection,
  type RecordsBatch,
} from '@platformatic/kafka';
import type { FetchedPartition, KafkaBroker, RawMessage } from '../kafka-driver.ts';
import { answerOf, KafkaAnswer } from './kafka-answer.ts';

/** The version that the brokers are told. */
const { version }: { readonly version: string } = createRequire(import.meta.url)('../../package.json');

const [transactional, control] = [0b1_0000, 0b10_0000];

type Asked<M extends keyof KafkaBroker> = Parameters<KafkaBroker[M]>[0];

/** The requests that one broker answers. */
export class PlatformaticBroker implements KafkaBroker {
  readonly #asking: () => Promise<Connection>;
  readonly #reading: () => Promise<Connection>;

  constructor(asking: () => Promise<Connection>, reading: () => Promise<Connection>) {
    this.#asking = asking;
    this.#reading = reading;
  }

  async metadata(topics: readonly string[]): ReturnType<KafkaBroker['metadata']> {
    const found = await answerOf(metadataV12.api.async(await this.#asking(), [...topics], false));
    return {
      topicMetadata: found.topics.map(({ name, partitions }) => ({
        topic: name ?? '',
        partitionMetadata: partitions.map(({ partitionIndex }) => ({ partitionId: partitionIndex })),
      })),
    };
  }

  async fetch({
    maxWaitTime,
    minBytes,
    maxBytes,
    isolationLevel,
    topics,
  }: Asked<'fetch'>): ReturnType<KafkaBroker['fetch']> {
    const { responses } = await answerOf(
      fetchV11.api.async(
        await this.#reading(),
        maxWaitTime,
        minBytes,
        maxBytes,
        isolationLevel === 1 ? 1 : 0,
        0,
        -1,
        topics.map(({ topic, partitions }) => ({
          topicId: topic,
          partitions: partitions.map(({ partition, fetchOffset, maxBytes: partitionMaxBytes }) => ({
            partition,
            currentLeaderEpoch: -1,
            fetchOffset: BigInt(fetchOffset),
            lastFetchedEpoch: -1,
            partitionMaxBytes,
          })),
        })),
        [],
        '',
      ),
    );
    return {
      responses: responses.map(({ partitions }) => ({
        partitions: partitions.map(
          ({ partitionIndex, highWatermark, abortedTransactions, records }): FetchedPartition => ({
            partition: partitionIndex,
            highWatermark: String(highWatermark),
            abortedTransactions: (abortedTransactions ?? []).map(({ producerId, firstOffset }) => ({
              producerId: String(producerId),
              firstOffset: String(firstOffset),
            })),
            messages: (records ?? []).flatMap(messagesOf),
          }),
        ),
      })),
    };
  }

  async joinGroup({
    groupId,
    memberId,
    sessionTimeout,
    rebalanceTimeout,
    groupProtocols,
  }: Asked<'joinGroup'>): ReturnType<KafkaBroker['joinGroup']> {
    const join = async (member: string) =>
      answerOf(
        joinGroupV5.api.async(
          await this.#asking(),
          groupId,
          sessionTimeout,
          rebalanceTimeout,
          member,
          null,
          'consumer',
          groupProtocols.map((protocol) => ({ ...protocol })),
        ),
      );
    const joined = await join(memberId).catch((error: unknown) => {
      // A new member is given its name first.
      if (!(error instanceof KafkaAnswer) || error.type !== 'MEMBER_ID_REQUIRED') throw error;
      return join(error.memberId ?? '');
    });
    return {
      memberId: joined.memberId ?? '',
      generationId: joined.generationId,
      leaderId: joined.leader,
      members: joined.members.map((member) => ({
        memberId: member.memberId,
        memberMetadata: Buffer.from(member.metadata ?? []),
      })),
    };
  }

  async syncGroup({
    groupId,
    memberId,
    generationId,
    groupAssignment,
  }: Asked<'syncGroup'>): ReturnType<KafkaBroker['syncGroup']> {
    const { assignment } = await answerOf(
      syncGroupV3.api.async(
        await this.#asking(),
        groupId,
        generationId,
        memberId,
        null,
        null,
        null,
        groupAssignment.map((each) => ({ memberId: each.memberId, assignment: each.memberAssignment })),
      ),
    );
    return { memberAssignment: assignment };
  }

  async heartbeat({ groupId, memberId, groupGenerationId }: Asked<'heartbeat'>): Promise<unknown> {
    return answerOf(heartbeatV4.api.async(await this.#asking(), groupId, groupGenerationId, memberId, null));
  }

  async leaveGroup({ groupId, memberId }: Asked<'leaveGroup'>): Promise<unknown> {
    return answerOf(
      leaveGroupV3.api.async(await this.#asking(), groupId, [{ memberId, groupInstanceId: null }]),
    );
  }

  async offsetCommit({
    groupId,
    memberId,
    groupGenerationId,
    topics,
  }: Asked<'offsetCommit'>): Promise<unknown> {
    return answerOf(
      offsetCommitV7.api.async(
        await this.#asking(),
        groupId,
        groupGenerationId,
        memberId,
        null,
        topics.map(({ topic, partitions }) => ({
          name: topic,
          partitions: partitions.map(({ partition, offset, metadata }) => ({
            partitionIndex: partition,
            committedOffset: BigInt(offset),
            committedLeaderEpoch: -1,
            committedMetadata: metadata,
          })),
        })),
      ),
    );
  }

  async offsetFetch({ groupId, topics }: Asked<'offsetFetch'>): ReturnType<KafkaBroker['offsetFetch']> {
    const found = await answerOf(
      offsetFetchV5.api.async(
        await this.#asking(),
        [
          {
            groupId,
            topics: topics.map(({ topic, partitions }) => ({
              name: topic,
              partitionIndexes: partitions.map(({ partition }) => partition),
            })),
          },
        ],
        false,
      ),
    );
    return {
      responses: found.topics.map(({ name, partitions }) => ({
        topic: name,
        partitions: partitions.map(({ partitionIndex, committedOffset, metadata }) => ({
          partition: partitionIndex,
          offset: String(committedOffset),
          metadata: metadata ?? null,
        })),
      })),
    };
  }

  async apiVersions(): Promise<unknown> {
    return answerOf(apiVersionsV3.api.async(await this.#asking(), 'newsmill', version));
  }

  async listGroups(): ReturnType<KafkaBroker['listGroups']> {
    const { groups } = await answerOf(listGroupsV4.api.async(await this.#asking(), [], []));
    return { groups: groups.map(({ groupId }) => ({ groupId })) };
  }
}

/** The messages of a batch as the bus reads them. */
function messagesOf({
  firstOffset,
  firstTimestamp,
  attributes,
  producerId,
  records,
}: RecordsBatch): RawMessage[] {
  const batchContext = {
    producerId: String(producerId),
    inTransaction: (attributes & transactional) !== 0,
  };
  const isControlRecord = (attributes & control) !== 0;
  return records.map(({ offsetDelta, timestampDelta, key, value, headers }) => ({
    offset: String(firstOffset + BigInt(offsetDelta)),
    timestamp: String(firstTimestamp + timestampDelta),
    key,
    value,
    headers: Object.fromEntries(
      headers.map(([name, text]): [string, Buffer | undefined] => [
        name?.toString() ?? '',
        text ?? undefined,
      ]),
    ),
    isControlRecord,
    batchContext,
  }));
}
