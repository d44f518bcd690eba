import { describe, expect, it } from '@jest/globals';
import { countWords } from './count-words.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['Ada’s 2nd day-trip, by U.S. rail – and back…', 8],
    ['’tis Ærø 3.5', 3],
    ['Привет, мир', 2],
    ['e\u0301te\u0301 tiède', 2],
    ['日本語の文 and more', 5],
    ['สวัสดีชาวโลก hello', 3],
  ])('counts the words of %j', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
