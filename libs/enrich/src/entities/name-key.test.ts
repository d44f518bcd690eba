import { describe, expect, it } from '@jest/globals';
import { isAcronymOf, nameKey } from './name-key.ts';

describe('nameKey', () => {
  it.each([
    ['the United  Nations', 'united nations'],
    ['U.S.', 'us'],
    ['Khan’s', 'khan'],
    ['A. B. Miller', 'a b miller'],
  ])('reads %s', (name, key) => expect(nameKey(name)).toBe(key));
});

describe('isAcronymOf', () => {
  it.each([
    ['UN', 'United Nations'],
    ['FBI', 'Federal Bureau of Investigation'],
    ['U.N.', 'United Nations'],
    ['IAEA', 'International Atomic Energy Agency'],
  ])('%s of %s', (short, long) => expect(isAcronymOf(short, long)).toBe(true));
  it.each([
    ['US', 'United Nations'],
    ['Un', 'United Nations'],
    ['N', 'Nations'],
  ])('not %s of %s', (short, long) => expect(isAcronymOf(short, long)).toBe(false));
});
