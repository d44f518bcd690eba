import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDone, writeDone } from './done-offsets.ts';

describe('what is done above a committed offset', () => {
  it.each([
    [[], ''],
    [[11], 'done:1'],
    [[11, 12, 13, 15, 46], 'done:1-3.5.10'],
  ])('%j is written as %j', (done, words) => {
    expect(writeDone({ offset: 10, done: new Set(done) })).toBe(words);
  });

  it('is read as it was written', () => {
    const place = fc.record({
      offset: fc.nat(1e12),
      steps: fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { maxLength: 300 }),
    });
    fc.assert(
      fc.property(place, ({ offset, steps }) => {
        const done = new Set(steps.map((step) => offset + step));
        expect(readDone(offset, writeDone({ offset, done }))).toEqual(done);
      }),
    );
  });

  it('fits into the metadata of a commit; the lowest count', () => {
    const done = new Set(Array.from({ length: 5_000 }, (_, index) => 2 * index + 1));
    const words = writeDone({ offset: 0, done });
    expect(words.length).toBeLessThanOrEqual(4_096);
    const read = readDone(0, words);
    expect(read.size).toBeGreaterThan(900);
    expect([...read]).toEqual([...done].slice(0, read.size));
  });

  it.each([
    null,
    '',
    'of another client',
    'done:',
    'done:0',
    'done:-3',
    'done:5-2',
    'done:1..3',
    'done:1-zzzzzz',
    'done:zzzzzzzzz',
    `done:${'1.'.repeat(3_000)}1`,
  ])('is nothing in %j', (metadata) => {
    expect(readDone(7, metadata)).toEqual(new Set());
  });
});
