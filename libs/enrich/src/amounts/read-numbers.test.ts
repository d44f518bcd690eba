import { describe, expect, it } from '@jest/globals';
import { findNumbers } from './find-numbers.ts';
import { readHanNumber } from './read-han-number.ts';
import { readNumberWord } from './read-number-word.ts';

describe('findNumbers', () => {
  it.each([
    ['en', '1,250.50 and 1,200 and 12,00,000', [1250.5, 1200, 1_200_000]],
    ['de', '1.250,50 und 1.200 und 4,5', [1250.5, 1200, 4.5]],
    ['fr', '1 250,50 et 2 300 milliards', [1250.5, 2_300_000_000_000]],
    ['en', 'three hundred and forty-two thousand', [342_000]],
    ['fr', 'quatre-vingt-douze, soixante et onze, deux cent mille', [92, 71, 200_000]],
    ['es', 'treinta y cinco, doscientos mil', [35, 200_000]],
    ['pt', 'trinta e cinco mil', [35_000]],
    ['ja', '1万2千、三百万', [12_000, 3_000_000]],
  ])('reads %s: %s', (language, text, values) =>
    expect(findNumbers(text, language).map(({ value }) => value)).toEqual(values),
  );
});

describe('readNumberWord', () => {
  it.each([
    ['de', 'dreihundertfünfundzwanzig', 325],
    ['nl', 'vijfentwintigduizend', 25_000],
    ['it', 'trecentomila', 300_000],
    ['it', 'trentotto', 38],
    ['de', 'Hundert'.toLowerCase(), 100],
    ['de', 'hunderte', undefined],
  ])('reads %s %s', (language, word, value) => expect(readNumberWord(word, language)).toBe(value));
});

describe('readHanNumber', () => {
  it.each([
    ['二〇二六', 2026],
    ['三百二十', 320],
    ['十二', 12],
    ['三千万', 30_000_000],
    ['', undefined],
    ['一些', undefined],
  ])('reads %s', (text, value) => expect(readHanNumber(text)).toBe(value));
});
