// What newsmill uses of the lower layers of kafkajs 2.2.4, for which it has no types.

declare module 'kafkajs/src/cluster/index.js' {
  interface RawMessage {
    readonly offset: string;
    readonly timestamp: string;
    readonly key: Buffer | null;
    readonly value: Buffer | null;
    readonly headers?: Readonly<Record<string, Buffer | string | (Buffer | string)[] | undefined>>;
    readonly isControlRecord?: boolean;
    readonly batchContext?: { readonly producerId: string; readonly inTransaction: boolean };
  }

  /** A partition in the answer to a read. */
  interface FetchedPartition {
    readonly partition: number;
    readonly highWatermark: string;
    readonly abortedTransactions?: readonly { readonly producerId: string; readonly firstOffset: string }[];
    readonly messages: readonly RawMessage[];
  }

  /** A member of a group, as its leader is told of it. */
  interface GroupMember {
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

  interface Broker {
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

  class Cluster {
    constructor(options: object);
    readonly targetTopics: ReadonlySet<string>;
    readonly brokerPool: { findConnectedBroker(): Promise<Broker> };
    connect(): Promise<void>;
    disconnect(): Promise<void>;
    addMultipleTargetTopics(topics: readonly string[]): Promise<void>;
    refreshMetadata(): Promise<void>;
    refreshMetadataIfNecessary(): Promise<void>;
    getNodeIds(): string[];
    findBroker(options: { readonly nodeId: string | number }): Promise<Broker>;
    findGroupCoordinator(options: { readonly groupId: string }): Promise<Broker>;
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

  export { Cluster as default, type Broker, type FetchedPartition, type GroupMember, type RawMessage };
}

declare module 'kafkajs/src/network/connectionPool.js' {
  interface Connection {
    isConnected(): boolean;
    connect(): Promise<unknown>;
  }
  interface ConnectionPool {
    readonly pool: readonly Connection[];
    getConnection(index?: number): Promise<Connection | undefined>;
  }
  const Class: { readonly prototype: ConnectionPool };
  export { Class as default, type Connection, type ConnectionPool };
}

declare module 'kafkajs/src/network/requestQueue/index.js' {
  interface RequestQueue {
    pending: readonly unknown[];
    throttledUntil: number;
    requestTimeout: number;
    enforceRequestTimeout: boolean;
    requestTimeoutIntervalId?: NodeJS.Timeout;
    inflight: ReadonlyMap<
      number,
      { readonly sentAt: number; readonly requestTimeout: number; timeoutRequest(): void }
    >;
    isConnected(): boolean;
    destroy(): void;
    scheduleCheckPendingRequests(): void;
    scheduleRequestTimeoutCheck(): void;
  }
  const Class: { readonly prototype: RequestQueue };
  export { Class as default, type RequestQueue };
}

declare module 'kafkajs/src/network/socketFactory.js' {
  const createSocketFactory: () => unknown;
  export { createSocketFactory as default };
}
