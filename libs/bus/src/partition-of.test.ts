import { expect, it } from '@jest/globals';
import { kafkajs } from './kafka-internals.ts';
import { partitionOf } from './partition-of.ts';

it('chooses the partition that other clients choose', () => {
  const choose = kafkajs.Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: 7 }, (_, partitionId) => ({
    partitionErrorCode: 0,
    partitionId,
    leader: 1,
    replicas: [1],
    isr: [1],
  }));
  const keys = [
    '',
    'a',
    'ab',
    'abc',
    'abcd',
    'schlüssel/金',
    ...Array.from({ length: 300 }, (_, i) => `key-${'x'.repeat(i % 11)}${i * 7919}`),
  ];
  expect(keys.map((key) => partitionOf(key, 7))).toEqual(
    keys.map((key) => choose({ topic: 't', partitionMetadata, message: { key, value: '' } })),
  );
});
