import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { kafkajs, makeCluster } from './kafka-internals.ts';

const load = createRequire(import.meta.url);

describe('kafkajs below its door', () => {
  it('is the version that the cures were made for', () => {
    expect(load('kafkajs/package.json')).toMatchObject({ version: '2.2.4' });
  });

  it('has the methods that members of groups and reading without a group need', () => {
    const config = { brokers: ['127.0.0.1:1'], logLevel: 0 };
    const cluster = makeCluster(new kafkajs.Kafka(config), config);
    // biome-ignore format: a table, read by its rows
    for (const method of [
      'connect', 'disconnect', 'addMultipleTargetTopics', 'refreshMetadata', 'refreshMetadataIfNecessary',
      'getNodeIds', 'findBroker', 'findGroupCoordinator', 'findTopicPartitionMetadata', 'fetchTopicsOffset',
    ]) {
      expect([method, typeof Reflect.get(cluster, method)]).toEqual([method, 'function']);
    }
    expect(typeof cluster.brokerPool.findConnectedBroker).toBe('function');
    expect(cluster.targetTopics.has('t')).toBe(false);
    const { prototype } = load('kafkajs/src/broker');
    // biome-ignore format: a table, read by its rows
    for (const method of [
      'metadata', 'fetch', 'offsetFetch', 'listGroups', 'apiVersions',
      'joinGroup', 'syncGroup', 'heartbeat', 'leaveGroup', 'offsetCommit',
    ])
      expect([method, typeof prototype[method]]).toEqual([method, 'function']);
  });

  it('packs and unpacks zstd', async () => {
    const codec = kafkajs.CompressionCodecs[kafkajs.CompressionTypes.ZSTD]();
    const text = Buffer.from('Articles repeat themselves. '.repeat(1_000));
    const packed = await codec.compress({ buffer: text });
    expect(packed.length).toBeLessThan(1_000);
    expect((await codec.decompress(packed)).equals(text)).toBe(true);
  });
});
