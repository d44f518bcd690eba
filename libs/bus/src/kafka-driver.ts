/*
 * What the bus asks of a Kafka client: connections that carry requests, a sender, and the making of topics.
 * Two clients can give it, kafkajs and @platformatic/kafka. Names of topics and groups are Kafka's.
 */

export interface RawMessage {
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;
  readonly isControlRecord?: boolean;
  readonly batchContext?: { readonly producerId: string; readonly inTransaction: boolean };
}

/** A partition in the answer to a read. */
export interface FetchedPartition {
  readonly partition: number;
  readonly highWatermark: string;
  readonly abortedTransactions?: readonly { readonly producerId: string; readonly firstOffset: string }[];
  readonly messages: readonly RawMessage[];
}

/** A member of a group, as its leader is told of it. */
export interface GroupMember {
  readonly memberId: string;
  readonly memberMetadata: Buffer;
}

interface GroupPlace {
  readonly groupId: string;
  readonly memberId: string;
}

interface PartitionOffset {
  readonly partition: number;
  readonly offset: string;
}

/** A committed offset, and what the group wrote beside it. */
interface PartitionCommit extends PartitionOffset {
  readonly metadata: string | null;
}

export interface KafkaBroker {
  metadata(topics: readonly string[]): Promise<{
    readonly topicMetadata: readonly {
      readonly topic: string;
      readonly partitionMetadata: readonly { readonly partitionId: number }[];
    }[];
  }>;
  fetch(request: {
    readonly maxWaitTime: number;
    readonly minBytes: number;
    readonly maxBytes: number;
    readonly isolationLevel: number;
    readonly topics: readonly {
      readonly topic: string;
      readonly partitions: readonly {
        readonly partition: number;
        readonly fetchOffset: string;
        readonly maxBytes: number;
      }[];
    }[];
  }): Promise<{
    readonly responses: readonly { readonly partitions: readonly FetchedPartition[] }[];
  }>;
  joinGroup(
    request: GroupPlace & {
      readonly sessionTimeout: number;
      readonly rebalanceTimeout: number;
      readonly groupProtocols: readonly { readonly name: string; readonly metadata: Buffer }[];
    },
  ): Promise<{
    readonly memberId: string;
    readonly generationId: number;
    readonly leaderId: string;
    readonly members: readonly GroupMember[];
  }>;
  syncGroup(
    request: GroupPlace & {
      readonly generationId: number;
      readonly groupAssignment: readonly { readonly memberId: string; readonly memberAssignment: Buffer }[];
    },
  ): Promise<{ readonly memberAssignment: Buffer }>;
  heartbeat(request: GroupPlace & { readonly groupGenerationId: number }): Promise<unknown>;
  leaveGroup(request: GroupPlace): Promise<unknown>;
  offsetCommit(
    request: GroupPlace & {
      readonly groupGenerationId: number;
      readonly topics: readonly {
        readonly topic: string;
        readonly partitions: readonly PartitionCommit[];
      }[];
    },
  ): Promise<unknown>;
  offsetFetch(request: {
    readonly groupId: string;
    readonly topics: readonly {
      readonly topic: string;
      readonly partitions: readonly { readonly partition: number }[];
    }[];
  }): Promise<{
    readonly responses: readonly {
      readonly topic: string;
      readonly partitions: readonly PartitionCommit[];
    }[];
  }>;
  apiVersions(): Promise<unknown>;
  listGroups(): Promise<{ readonly groups: readonly { readonly groupId: string }[] }>;
}

export interface KafkaCluster {
  readonly targetTopics: ReadonlySet<string>;
  readonly brokerPool: { findConnectedBroker(): Promise<KafkaBroker> };
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addMultipleTargetTopics(topics: readonly string[]): Promise<void>;
  refreshMetadata(): Promise<void>;
  refreshMetadataIfNecessary(): Promise<void>;
  getNodeIds(): string[];
  findBroker(options: { readonly nodeId: string | number }): Promise<KafkaBroker>;
  findGroupCoordinator(options: { readonly groupId: string }): Promise<KafkaBroker>;
  findTopicPartitionMetadata(
    topic: string,
  ): readonly { readonly partitionId: number; readonly leader: number }[];
  fetchTopicsOffset(
    topics: readonly {
      readonly topic: string;
      readonly partitions: readonly { readonly partition: number }[];
      readonly fromBeginning: boolean;
    }[],
  ): Promise<readonly { readonly topic: string; readonly partitions: readonly PartitionOffset[] }[]>;
}

/** Transactions are not used here; control records of others are left out all the same. */
export const readCommitted = 1;

/** A message as a client sends it; without a value it takes the older ones of its key away. */
export interface SentRecord {
  readonly key: string;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly timestamp: number;
}

/** What one send has for one partition. */
export interface SentBatch {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly SentRecord[];
}

/**
 * Sends batches so that none is there twice, however often a send is tried again. One send at a time; after a
 * failure it is of no more use.
 */
export interface KafkaProducer {
  /** Resolves when all in-sync replicas have all of it. */
  send(batches: readonly SentBatch[], isCompressed: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A topic to be made; -1: as many replicas as the brokers make by default. */
export interface NewTopic {
  readonly name: string;
  readonly partitions: number;
  readonly replicas: number;
  readonly config: ReadonlyMap<string, string>;
}

/** Makes topics and tells how they are set up. */
export interface KafkaAdmin {
  /** Topics that are there already are left as they are. Throws what the brokers refuse, by topic. */
  createTopics(topics: readonly NewTopic[]): Promise<void>;
  createPartitions(topic: string, count: number): Promise<void>;
  /** The entries that are asked for, by topic. */
  configs(
    asked: ReadonlyMap<string, readonly string[]>,
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>>;
  close(): Promise<void>;
}

/** A Kafka client, opened with the options of a bus. It does nothing on the network by itself. */
export interface KafkaDriver {
  /** Connections of one's own, made by `connect`. */
  openCluster(): KafkaCluster;
  openProducer(): Promise<KafkaProducer>;
  openAdmin(): Promise<KafkaAdmin>;
}
