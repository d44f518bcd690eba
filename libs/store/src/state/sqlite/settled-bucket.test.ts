import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SettledItem } from '../settled.ts';
import { putIntoBucket, readBucket, readFromBucket, takeFromBucket } from './settled-bucket.ts';

const outcome = { stage: 'index', fate: 'indexed', sourceId: 'paper', reason: '' } as const;
const outcomeOf = (id: number): typeof outcome => {
  expect(id).toBe(300);
  return outcome;
};

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const minutes = fc.integer({ min: 0, max: 60_000_000 });

const items: fc.Arbitrary<SettledItem> = fc
  .record({
    key: digits(12).map((rest) => `0a0b${rest}`),
    minute: minutes,
    known: fc.option(
      fc.record({
        // The clock of a machine may have been set back after the discovery.
        time: fc.integer({ min: 1, max: 3_600_000_000_000 }),
        isFetched: fc.boolean(),
        articleId: fc.oneof(fc.constant(''), digits(32), fc.string({ maxLength: 255 }), digits(16)),
        isOwnArticle: fc.boolean(),
      }),
      { nil: undefined },
    ),
    stamp: fc.option(fc.string({ maxLength: 100 }), { nil: undefined }),
    isOwner: fc.boolean(),
  })
  .map(({ key, minute, known, stamp, isOwner }) => ({
    key,
    firstSeen: minute * 60_000,
    sourceId: outcome.sourceId,
    ...(known === undefined
      ? {}
      : {
          fate: {
            stage: outcome.stage,
            fate: outcome.fate,
            version: known.isFetched ? known.time : 0,
            at: known.time,
            ...(known.articleId === '' ? {} : { articleId: known.articleId }),
            isOwnArticle: known.isOwnArticle,
          },
        }),
    ...(stamp === undefined ? {} : { stamp }),
    isOwner,
  }));

it('gives back what was put in, the newest of each name', () => {
  fc.assert(
    fc.property(fc.array(items, { maxLength: 40 }), (list) => {
      let bucket: Uint8Array = new Uint8Array();
      for (const item of list) bucket = putIntoBucket(bucket, item, 300);
      const newest = new Map(list.map((item) => [item.key, item]));
      const kept = readBucket(bucket, '0a0b', outcomeOf);
      expect(new Map(kept.map((item) => [item.key, item]))).toEqual(newest);
      expect(kept).toHaveLength(newest.size);
      for (const [key, item] of newest) {
        expect(readFromBucket(bucket, key, outcomeOf)).toEqual(item);
        bucket = takeFromBucket(bucket, key);
        expect(readFromBucket(bucket, key, outcomeOf)).toBeUndefined();
      }
      expect(bucket).toHaveLength(0);
    }),
  );
});

it('takes 28 bytes for an article that a feed told of', () => {
  const firstSeen = Date.parse('2026-03-01T10:20:00Z');
  const fate = {
    stage: 'index',
    fate: 'indexed',
    version: firstSeen + 95_000,
    at: firstSeen + 95_000,
  } as const;
  const item: SettledItem = {
    key: '0a0b0c0d0e0f0001',
    firstSeen,
    sourceId: 'paper',
    fate: { ...fate, isOwnArticle: true },
    stamp: 'ox3f.b7Zq1',
    isOwner: true,
  };
  expect(putIntoBucket(new Uint8Array(), item, 300)).toHaveLength(28);
});

it('says so where a bucket is cut short', () => {
  const item: SettledItem = {
    key: '0a0b0c0d0e0f0001',
    firstSeen: 0,
    sourceId: '',
    stamp: 'ox3f.b7Zq1',
    isOwner: false,
  };
  const bucket = putIntoBucket(new Uint8Array(), item, 300);
  expect(() => readBucket(bucket.subarray(0, -1), '0a0b', outcomeOf)).toThrow(RangeError);
});
