import { describe, expect, it } from '@jest/globals';
import { countWords } from './count-words.ts';
import { decodeEntities } from './decode-entities.ts';
import { cjkBigrams, searchTokens, wordsOf } from './search-tokens.ts';
import { stripTags } from './strip-tags.ts';

describe('searchTokens', () => {
  it.each([
    ['The Café in 東京都 opens', 'the café in 東京 京都 opens'],
    ['서울시 다리', '서울 울시 다리'],
    ['Ａｌｌ ｈａｌｆ', 'all half'],
    ['橋', '橋'],
  ])('prepares %s', (text, expected) => {
    expect(searchTokens(text)).toBe(expected);
  });
  it('pairs characters, also those beyond the basic plane', () => {
    expect(cjkBigrams('𠮷野家')).toEqual(['𠮷野', '野家']);
    expect(wordsOf('It’s 5 o’clock, 東京!')).toEqual(['it’s', '5', 'o’clock', '東京']);
  });
});

describe('countWords', () => {
  it.each([
    ['Two words', 2],
    ['新しい橋が開通', 4],
    ['', 0],
    ['rock-and-roll isn’t dead', 3],
  ])('counts %s', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});

describe('stripTags', () => {
  it.each([
    ['<p>One</p><p>two &amp; <b>three</b></p>', 'One two & three'],
    ['a < b &lt; c', 'a < b < c'],
    ['<script>x()</script>y<style>z</style>', 'y'],
    ['a&nbsp;&#x2014;&#8212; b', 'a —— b'],
    ['plain  text\n', 'plain text'],
  ])('takes the text of %s', (html, text) => {
    expect(stripTags(html)).toBe(text);
  });
  it('survives deep nesting', () => {
    expect(stripTags(`x${'<i>'.repeat(100_000)}`)).toBe('x');
  });
});

describe('decodeEntities', () => {
  it.each([
    ['&eacute;&#233;&#xe9;', 'ééé'],
    ['AT&T &unknown; &amp;lt;', 'AT&T &unknown; &lt;'],
    ['&#150;', '–'],
  ])('decodes %s once', (text, expected) => {
    expect(decodeEntities(text)).toBe(expected);
  });
});
