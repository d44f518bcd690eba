import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs, { type Kafka, type KafkaConfig } from 'kafkajs';
import ClusterClass from 'kafkajs/src/cluster/index.js';
import ConnectionPoolClass, {
  type Connection,
  type ConnectionPool,
} from 'kafkajs/src/network/connectionPool.js';
import RequestQueueClass, { type RequestQueue } from 'kafkajs/src/network/requestQueue/index.js';
import createSocketFactory from 'kafkajs/src/network/socketFactory.js';

/*
 * The lower layers of kafkajs, which it does not export: reading a topic without joining a group needs them,
 * so do members of groups that hand over what they read, and so do three cures. The version is pinned exactly;
 * kafka-internals.test.ts fails when one of them is no longer there.
 */
export { default as kafkajs } from 'kafkajs';
export type {
  Broker as KafkaBroker,
  default as KafkaCluster,
  FetchedPartition,
  GroupMember,
  RawMessage,
} from 'kafkajs/src/cluster/index.js';

/** Transactions are not used here; control records of others are left out all the same. */
export const readCommitted = 1;

/**
 * A connection of one's own to the cluster, below producer, consumer and admin. It does nothing before
 * `connect`.
 */
export function makeCluster(kafka: Kafka, config: KafkaConfig): ClusterClass {
  return new ClusterClass({
    ...config,
    logger: kafka.logger(),
    socketFactory: createSocketFactory(),
    enforceRequestTimeout: true,
    metadataMaxAge: 60_000,
    allowAutoTopicCreation: false,
    maxInFlightRequests: null,
    isolationLevel: readCommitted,
  });
}

/**
 * An idle connection of kafkajs 2.2.4 sets a timer of 0 ms for ever: a check is needed only while something
 * waits.
 */
function cureIdleLoop(queue: RequestQueue): void {
  const schedule = queue.scheduleCheckPendingRequests;
  queue.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}

/**
 * It also looks for late answers ten times a second on each connection; timeouts of many seconds need it once
 * a second.
 */
function slowTimeoutCheck(queue: RequestQueue): void {
  queue.scheduleRequestTimeoutCheck = function (this: RequestQueue): void {
    if (!this.enforceRequestTimeout) return;
    this.destroy();
    this.requestTimeoutIntervalId = setInterval(() => {
      for (const request of [...this.inflight.values()])
        if (Date.now() - request.sentAt > request.requestTimeout) request.timeoutRequest();
      if (!this.isConnected()) this.destroy();
    }, 1_000);
  };
}

/**
 * Reads that come while a connection is being made each make another one, of which all but the last stay open
 * for ever.
 */
function connectOnce(pool: ConnectionPool): void {
  const connecting = new WeakMap<Connection, Promise<unknown>>();
  pool.getConnection = async function (this: ConnectionPool, index = 0): Promise<Connection | undefined> {
    const connection = this.pool[index];
    if (connection === undefined || connection.isConnected()) return connection;
    const known =
      connecting.get(connection) ?? connection.connect().finally(() => connecting.delete(connection));
    connecting.set(connection, known);
    await known;
    return connection;
  };
}

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
/** More than any batch may hold: a broken or hostile batch ends with an error instead of the memory. */
const maxBatchBytes = 256 * 1024 * 1024;

cureIdleLoop(RequestQueueClass.prototype);
slowTimeoutCheck(RequestQueueClass.prototype);
connectOnce(ConnectionPoolClass.prototype);
kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD] = () => ({
  // Level 1: twice as small at three times the speed of level 3, which gains 2 % on articles.
  compress: (encoder: { readonly buffer: Buffer }) =>
    compress(encoder.buffer, { params: { [constants.ZSTD_c_compressionLevel]: 1 } }),
  decompress: (buffer: Buffer) => decompress(buffer, { maxOutputLength: maxBatchBytes }),
});
