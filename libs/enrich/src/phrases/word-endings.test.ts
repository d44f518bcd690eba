import { describe, expect, it } from '@jest/globals';
import { endingClassesOf } from './word-endings.ts';

const classesOf = (language: string, words: string): string =>
  words
    .split(' ')
    .map((word) => endingClassesOf(language)?.(word) ?? '?')
    .join('');

describe('endingClassesOf', () => {
  it.each([
    ['fr', 'réformaient décideront', 'vv'],
    ['fr', 'réforme glissement président', 'nnn'],
    ['it', 'parlerebbero decideranno', 'vv'],
    ['pt', 'deslizamento prefeitura', 'nn'],
    ['ru', 'договорились принимать', 'vv'],
    ['ru', 'правительство инцидент', 'nn'],
    ['ru', 'солнечный', 'j'],
    ['pl', 'powiedziały przyjechaliśmy', 'vv'],
    ['pl', 'ratownikami gazociąg', 'nn'],
    ['el', 'αποφάσισαν', 'v'],
    ['nb', 'regjeringen', 'n'],
  ])('knows verbs, adjectives and nouns of %s by their endings: %s', (language, words, classes) => {
    expect(classesOf(language, words)).toBe(classes);
  });

  it('knows nothing of a language without a table', () => {
    expect(endingClassesOf('en')).toBeUndefined();
    expect(endingClassesOf('ja')).toBeUndefined();
  });
});
