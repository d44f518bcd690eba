import { describe, expect, it } from '@jest/globals';
import { patternSet } from './pattern-set.ts';

const byEach = (patterns: readonly RegExp[], text: string): number =>
  patterns.reduce((bits, pattern, bit) => (pattern.test(text) ? bits | (1 << bit) : bits), 0);

/** Numbers below `most`, the same in every run. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >> 8) % most;
  };
}

/** A pattern of a few forms over three letters. */
function somePattern(below: (most: number) => number, depth = 0): string {
  const piece = (): string => {
    const form = below(depth > 2 ? 5 : 8);
    const sign = 'abç'.charAt(below(3));
    if (form < 4) return sign;
    if (form === 4) return ['[ab]', '\\w', '.', '\\b'][below(4)] ?? '';
    return `(?:${somePattern(below, depth + 1)})`;
  };
  const sequence = (): string =>
    Array.from({ length: 1 + below(4) }, () => {
      const one = piece();
      return one === '\\b' ? one : one + (['', '', '', '?', '+', '{0,2}', '{2}'][below(7)] ?? '');
    }).join('');
  return Array.from({ length: 1 + below(3) }, sequence).join('|');
}

describe('patternSet', () => {
  it('says which patterns match', () => {
    const find = patternSet([/\bphoto\b/i, /subscri|登録/i, /\d{4}/, /©/]);
    expect(find('')).toBe(0);
    expect(find('Photographs')).toBe(0);
    expect(find('PHOTO: Ada Moss 2026 ©')).toBe(0b1101);
    expect(find('無料登録')).toBe(0b10);
  });

  it('takes letters for one as the patterns do', () => {
    const patterns = [/τέλος/i, /straße/iu, /kelvin/iu, /estamos/iu, /µµm/i, /ДОМОЙ/i];
    for (const text of ['ΤΈΛΟΣ', 'τέλος', 'STRAẞE', '\u212aelvin', 'e\u017ftamos', 'μμm', 'домой', 'Домой'])
      expect(patternSet(patterns)(text)).toBe(byEach(patterns, text));
  });

  it('says the same as one pattern after the other', () => {
    const below = numbers(11);
    for (let round = 0; round < 100; round += 1) {
      const patterns = Array.from(
        { length: 8 },
        () => new RegExp(somePattern(below), below(2) === 0 ? 'i' : 'iu'),
      );
      const find = patternSet(patterns);
      for (let count = 0; count < 20; count += 1) {
        const text = Array.from({ length: below(14) }, () => 'abçABÇ x'.charAt(below(8))).join('');
        expect([patterns.map(String), text, find(text)]).toEqual([
          patterns.map(String),
          text,
          byEach(patterns, text),
        ]);
      }
    }
  });
});
