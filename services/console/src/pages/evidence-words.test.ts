import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fieldInWords, makerInWords, placesInWords } from './evidence-words.ts';

/** Names in a list of the cleaner: from `begin` to the end of the list. */
function namesIn(file: string, begin: string): readonly string[] {
  const text = readFileSync(new URL(`../../../../libs/clean/src/metadata/${file}`, import.meta.url), 'utf8');
  const from = text.indexOf(begin);
  const list = from < 0 ? '' : text.slice(from, text.indexOf(']', from));
  return [...list.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
}

describe('placesInWords', () => {
  it.each([
    ['title-candidates.ts', 'export const titleSources = [', 33],
    ['dates.ts', 'const sources = [', 29],
    ['author-candidates.ts', 'export const authorSources = [', 25],
  ])('knows every place that the cleaner may name: %s', (file, begin, count) => {
    const names = namesIn(file, begin);
    expect(names.length).toBe(count);
    expect(names.filter((name) => placesInWords(name)[0] === name)).toEqual([]);
  });
  it('says each place once, whatever side or number it has, and the one that gave the day', () => {
    expect(placesInWords('og ogPrefix2 h1-0 h1-1')).toEqual([
      'the Open Graph data of the page',
      'the main heading',
    ]);
    expect(placesInWords('ldPublished, day by url')).toEqual([
      'the structured data of the article (date of publication)',
      'the address',
    ]);
    expect(placesInWords('structured data or meta')).toEqual(['the structured data or metadata of the page']);
  });
  it('leaves alone what no table knows', () => {
    expect(placesInWords('announced by a source, with running text')).toEqual([
      'announced by a source, with running text',
    ]);
    expect([fieldInWords('mood'), fieldInWords('constructor')]).toEqual(['mood', 'constructor']);
  });
});

describe('makerInWords', () => {
  it.each([
    ['claim', 'what the page declares'],
    ['entities/1', 'rules, gazetteers and models of names'],
    ['llm:tiny/1', 'the language model tiny'],
    ['tone/2', 'tone, version 2'],
    ['toString', 'toString'],
  ])('tells who found it: %s', (by, words) => {
    expect(makerInWords(by)).toBe(words);
  });
});
