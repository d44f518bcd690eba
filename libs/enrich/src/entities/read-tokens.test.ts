import { describe, expect, it } from '@jest/globals';
import { readTokens, readWordTokens } from './read-tokens.ts';

describe('readTokens', () => {
  it.each([
    [
      "Mr. O'Brien's U.S. firm, AT&T Inc., paid 1,000.50 dollars.",
      ['Mr.', "O'Brien", "'s", 'U.S.', 'firm', ',', 'AT&T', 'Inc.', ',', 'paid', '1,000.50', 'dollars', '.'],
    ],
    ['London-based Bois-Reymond', ['London', '-', 'based', 'Bois-Reymond']],
    ['J.K. Rowling won’t go', ['J.K.', 'Rowling', 'won', '’t', 'go']],
  ])('splits %s', (text, words) => {
    expect(readWordTokens(text).words).toEqual(words);
  });
  it.each([
    ['Der CDU-Politiker aus Baden-Baden', ['Der', 'CDU', '-', 'Politiker', 'aus', 'Baden', '-', 'Baden']],
    ["de l'Iran et dell’Arno", ['de', "l'", 'Iran', 'et', 'dell’', 'Arno']],
    ["O'Brien, Aujourd’hui", ["O'Brien", ',', 'Aujourd’hui']],
    ["İzmir'de Blair'a", ['İzmir', "'", 'de', 'Blair', "'", 'a']],
    ["В'ячеслав у Слов'янську", ["В'ячеслав", 'у', "Слов'янську"]],
  ])('parts words at hyphens and behind cut articles where it is asked to: %s', (text, words) => {
    const { start, end } = readTokens(text, true);
    expect([...start].map((from, index) => text.slice(from, end[index]))).toEqual(words);
  });
  it('ends a sentence at a full stop and at a line break, not after a title', () => {
    const { words, first } = readWordTokens('Dr. Lee left. She ran\nHome');
    expect(words.filter((_, index) => first[index] === 1)).toEqual(['Dr.', 'She', 'Home']);
  });
  it('keeps offsets of the text', () => {
    const text = ' A  “B” c';
    const { words, start, end } = readWordTokens(text);
    expect(words.map((_, index) => text.slice(start[index], end[index]))).toEqual(words);
  });
});
