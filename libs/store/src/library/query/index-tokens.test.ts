import { describe, expect, it } from '@jest/globals';
import { foldWord } from './index-tokens.ts';

describe('words that are folded', () => {
  it('are the same alone and beside a letter of another kind', () => {
    for (const [first, last] of [
      [0x20, 0x7e],
      [0x400, 0x481],
      [0x620, 0x6d3],
    ] as const)
      for (let code = first; code <= last; code += 1) {
        const letter = String.fromCharCode(code);
        expect([letter, foldWord(`${letter}é`)]).toEqual([letter, `${foldWord(letter)}e`]);
      }
  });
});
