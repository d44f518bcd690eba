import { describe, expect, it } from '@jest/globals';
import { isDescribing, tellingOf } from './judged-words.ts';
import { listedInEnglish } from './lexicon.ts';

const listed = (key: string) => ({ key, listing: listedInEnglish(key) });

describe('tellingOf', () => {
  it.each([
    ['earthquake', 'much'],
    ['earthquakes', 'much'],
    ['astronauts', 'much'],
    ['lawsuit', 'some'],
    ['fishermen', 'some'],
    ['bombs', 'much'],
    ['factories', 'much'],
    ['participants', 'nothing'],
    ['companies', 'nothing'],
    // No tea, rat, spy, boar or sea.
    ['teams', 'nothing'],
    ['rates', 'nothing'],
    ['spots', 'nothing'],
    ['boards', 'nothing'],
    ['seats', 'nothing'],
    ['thieves', 'some'],
    ['boxes', 'nothing'],
    ['buses', 'some'],
    ['attendees', 'nothing'],
    ['flibbertigib', undefined],
  ])('of %s: %s', (word, wanted) => {
    expect(tellingOf(listed(word))).toBe(wanted);
  });
});

describe('isDescribing', () => {
  it.each(['copious', 'dangerous', 'announced'])('%s judges or describes', (word) => {
    expect(isDescribing(listed(word))).toBe(true);
  });
  it.each(['nuclear', 'medical', 'frozen', 'solar'])('%s makes terms', (word) => {
    expect(isDescribing(listed(word))).toBe(false);
  });
});
