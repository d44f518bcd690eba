import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { formatMoment, formatNumber, formatRelative } from '../pieces/format.ts';
import { languageOf } from './languages.ts';
import { readWords } from './read-words.ts';
import { say, wordsFor } from './say.ts';
import { Sentence } from './sentence.tsx';
import { currentLanguage, inLanguage } from './speaking.ts';

describe('languageOf', () => {
  it.each([
    [undefined, undefined, 'en'],
    ['de', 'ar', 'de'],
    ['xx', 'ar-EG,ar;q=0.9,en;q=0.1', 'ar'],
    [undefined, 'fr, de-AT;q=0.4, en;q=0.5', 'en'],
    [undefined, 'fr, en;q=0, de-AT;q=0.4', 'de'],
    [undefined, '*', 'en'],
    [undefined, ';;q=,,=', 'en'],
    ['__proto__', 'constructor', 'en'],
  ])('answers %j and %j with %s', (chosen, accepted, language) => {
    expect(languageOf(chosen, accepted)).toBe(language);
  });
});

describe('say', () => {
  it('takes English for its own words, and writes numbers as the reader does', () => {
    expect(say('Search')).toBe('Search');
    expect(say('{count:# article is|# articles are} in {source}', { count: 1, source: 'A' })).toBe(
      '1 article is in A',
    );
    expect(say('{count:# article is|# articles are} in {source}', { count: 1_234, source: '{count}' })).toBe(
      '1,234 articles are in {count}',
    );
    expect(say('about {count}', { count: 1_234.5 })).toBe('about 1,234.5');
  });
  it('keeps texts of others apart where lines run from right to left', () => {
    expect(inLanguage('ar', () => say('Logged in: {name}', { name: 'desk' }))).toContain('\u2068desk\u2069');
  });
  it.each([
    [0, '0 بايت'],
    [1, 'بايت واحد'],
    [2, 'بايتان'],
    [3, '3 بايتات'],
    [11, '11 بايتًا'],
    [100, '100 بايت'],
  ])('has the six forms of Arabic: %d', (bytes, words) => {
    expect(inLanguage('ar', () => say('{bytes:# byte|# bytes}', { bytes }))).toBe(words);
  });
  it('answers the English words where a table has no row', () => {
    expect(wordsFor('no such words', 'de')).toBe('no such words');
  });
  it('holds for what is awaited, and for no other call', async () => {
    const german = inLanguage('de', async () => {
      await sleep(5);
      return [say('Search'), formatNumber(1_234.5), formatMoment(Date.UTC(2026, 10, 24, 16, 20))];
    });
    const arabic = inLanguage('ar', async () => {
      await sleep(1);
      return [say('Search'), formatRelative(0, 3 * 3_600_000)];
    });
    expect(currentLanguage()).toBe('en');
    expect(await german).toEqual(['Suche', '1.234,5', '24. Nov. 2026, 16:20 UTC']);
    expect(await arabic).toEqual(['البحث', 'قبل 3 ساعات']);
  });
});

describe('Sentence', () => {
  it('puts elements around words and in the places of values, escaped', () => {
    const text = renderToString(
      <Sentence
        text="See <a>the {count:# newest|# newest ones} of <b>{name}</b></a>, or {command}."
        a={<a href="/" />}
        b={<b />}
        count={2}
        name="<i>"
        command={<code>run</code>}
      />,
    );
    expect(text).toBe('See <a href="/">the 2 newest ones of <b>&lt;i></b></a>, or <code>run</code>.');
  });
  it('keeps the words of an element that is not given', () => {
    expect(renderToString(<Sentence text="a <x>b</x> <y>c" />)).toBe('a b c');
  });
});

describe('readWords', () => {
  it('reads places, forms and elements, and leaves other signs alone', () => {
    expect(readWords('a < b {n:#|x} <a>y</a> }{')).toEqual([
      { kind: 'text', text: 'a < b ' },
      { kind: 'value', name: 'n', forms: ['#', 'x'] },
      { kind: 'text', text: ' ' },
      { kind: 'open', name: 'a' },
      { kind: 'text', text: 'y' },
      { kind: 'close', name: 'a' },
      { kind: 'text', text: ' }{' },
    ]);
  });
});
