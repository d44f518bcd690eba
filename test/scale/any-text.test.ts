import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyText, everySign } from './any-text.ts';
import { foreignReaders } from './foreign-readers.ts';

describe('readers of foreign texts', () => {
  it.each(Object.entries(foreignReaders))('%s takes every sign in every place', (_name, read) => {
    const thrown = everySign.flatMap((text) => {
      try {
        read(text);
        return [];
      } catch (error) {
        return [{ text, error }];
      }
    });
    expect(thrown).toEqual([]);
    fc.assert(
      fc.property(anyText, (text) => void read(text)),
      { numRuns: 40 },
    );
  });
});
