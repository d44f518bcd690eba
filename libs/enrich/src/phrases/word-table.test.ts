import { describe, expect, it } from '@jest/globals';
import { WordTable } from './word-table.ts';

describe('WordTable', () => {
  it('knows the bits of as many words as it has room for, and of no other', () => {
    const words = Array.from({ length: 1_000 }, (_, at) => `word${at}`);
    const table = new WordTable(words.length);
    words.forEach((word, at) => table.add(word, at + 1));
    expect(words.map((word) => table.get(word))).toEqual(words.map((_, at) => at + 1));
    expect(table.get('another')).toBe(0);
  });

  it('adds bits to those that a word has', () => {
    const table = new WordTable(1);
    table.add('tram', 1);
    table.add('tram', 4);
    expect(table.get('tram')).toBe(5);
  });
});
