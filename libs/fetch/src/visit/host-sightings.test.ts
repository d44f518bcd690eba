import { describe, expect, it } from '@jest/globals';
import { isHostSound, withSighting } from './host-sightings.ts';

function sightings(text: string): string {
  return [...text].reduce((known, one) => withSighting(known, one === '1'), '');
}

describe('isHostSound', () => {
  it.each([
    ['1', true, 'one page of a host of which nothing else is known'],
    ['111', true, 'three pages'],
    ['1111', false, 'four of four'],
    ['00001111', true, 'half of the last eight'],
    [`${'0'.repeat(60)}11111`, false, 'a host that broke down just now, however long it was well'],
    [`${'0100'.repeat(16)}`, true, 'a publisher that takes every fourth page away'],
    [`${'1'.repeat(40)}${'0'.repeat(8)}`, false, 'a host that has come back, but not for long'],
    [`${'1'.repeat(30)}${'0'.repeat(34)}`, true, 'a host that has come back'],
  ])('%s: %s, for %s', (text, isSound) => {
    expect(isHostSound(sightings(text))).toBe(isSound);
  });
  it('keeps the last 64', () => {
    expect(sightings(`1${'0'.repeat(64)}`)).toBe('0'.repeat(64));
  });
});
