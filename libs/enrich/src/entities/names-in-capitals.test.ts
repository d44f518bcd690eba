import { describe, expect, it } from '@jest/globals';
import { dictionaryForm } from './names-in-capitals.ts';

describe('dictionaryForm', () => {
  it.each([
    ['de', 'Frankreichs', 'Frankreich'],
    ['de', 'Paris', undefined],
    ['sv', 'Sveriges', 'Sverige'],
    ['pl', 'Warszawie', 'Warszawa'],
    ['pl', 'Iranem', 'Iran'],
    ['pl', 'Polsce', 'Polska'],
    ['cs', 'Praze', 'Praha'],
    ['cs', 'Londýně', 'Londýn'],
    ['ru', 'Германии', 'Германия'],
    ['fr', 'Sveriges', undefined],
    ['pl', 'Zarinkowie', undefined],
  ])('finds the nominative of a place in %s: %s', (language, name, base) => {
    expect(dictionaryForm(`${name} .`, { start: 0, end: name.length, kind: 'LOC' }, language)).toBe(base);
  });
});
