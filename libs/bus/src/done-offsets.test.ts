import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nothingDone, readDone, writeDone } from './done-offsets.ts';

describe('what is done above a committed offset', () => {
  it.each([
    [[], ''],
    [[11], 'done:a:1e:1'],
    [[10, 12, 13, 14, 46], 'done:a:1e:0.2-4.10'],
  ])('%j is written as %j', (offsets, words) => {
    expect(writeDone({ offset: 10, done: { offsets: new Set(offsets), until: 50 } })).toBe(words);
  });

  it('is read as it was written', () => {
    const place = fc.record({
      offset: fc.nat(1e12),
      steps: fc.uniqueArray(fc.nat(5_000), { minLength: 1, maxLength: 300 }),
      until: fc.nat(4e12),
    });
    fc.assert(
      fc.property(place, ({ offset, steps, until }) => {
        const done = { offsets: new Set(steps.map((step) => offset + step)), until };
        expect(readDone(offset, writeDone({ offset, done }))).toEqual(done);
      }),
    );
  });

  it('fits into the metadata of a commit; the lowest count', () => {
    const offsets = new Set(Array.from({ length: 5_000 }, (_, index) => 2 * index + 1));
    const words = writeDone({ offset: 0, done: { offsets, until: 1e12 } });
    expect(words.length).toBeLessThanOrEqual(4_096);
    const read = [...readDone(0, words).offsets];
    expect(read.length).toBeGreaterThan(900);
    expect(read).toEqual([...offsets].slice(0, read.length));
  });

  it('is no more than is believed', () => {
    const done = { offsets: new Set(Array.from({ length: 100_010 }, (_, index) => 8 + index)), until: 50 };
    expect(readDone(7, writeDone({ offset: 7, done })).offsets.size).toBe(100_000);
  });

  it.each([
    null,
    '',
    'of another client',
    'done:7:1e:',
    'done:7:1e:5-2',
    'done:7:1e:1-2-3',
    'done:7:1e:1..3',
    'done:7:1e:-3',
    'done:7:1e:1-zzzzzz',
    'done:7:1e:zzzzzzzzzzz',
    'done:7::1',
    'done:7:1e:1:2',
    `done:7:1e:${'1.'.repeat(3_000)}1`,
    // It was committed beside another offset.
    'done:8:1e:1',
  ])('is nothing in %j', (metadata) => {
    expect(readDone(7, metadata)).toEqual(nothingDone);
  });
});
