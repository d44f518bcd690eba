import { describe, expect, it } from '@jest/globals';
import { StringNumbers } from './string-numbers.ts';

describe('StringNumbers', () => {
  it('gives what stands in two places one number', () => {
    const numbers = new StringNumbers();
    const text = 'tram by tram';
    expect([
      numbers.numberOf(text, 0, 4),
      numbers.numberOf(text, 5, 7),
      numbers.numberOf(text, 8, 12),
    ]).toEqual([0, 1, 0]);
    expect(numbers.numberOf('tram')).toBe(0);
    expect(numbers.at(1)).toBe('by');
  });

  it('keeps the numbers of many strings', () => {
    const numbers = new StringNumbers();
    const words = Array.from({ length: 5_000 }, (_, at) => `word${at}`);
    const first = words.map((word) => numbers.numberOf(word));
    expect(words.map((word) => numbers.numberOf(word))).toEqual(first);
    expect(words.map((_, at) => numbers.at(at))).toEqual(words);
  });
});
