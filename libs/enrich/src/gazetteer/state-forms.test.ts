import { describe, expect, it } from '@jest/globals';
import { placesMeant } from './state-forms.ts';

const countries = (name: string, language?: string) =>
  placesMeant(name, language).flatMap(({ kind, country }) => (kind === 'country' ? [country] : []));

describe('placesMeant', () => {
  it.each([
    ['VK', 'nl', ['GB']],
    ['VK', 'fr', []],
    ['Indien', 'de', ['IN']],
    ['Indien', 'fr', []],
    ['Brasilia', 'fi', ['BR']],
    ['Brasilia', 'es', []],
    ['Irak', 'it', ['IQ']],
    ['India', 'fr', ['IN']],
    ['Kap Verde', 'de', ['CV']],
    ['Kirgistan', 'de', ['KG']],
    ['Osttimor', 'de', ['TL']],
    ['Индия', 'ru', ['IN']],
    ['EE.UU.', 'es', ['US']],
    ['Indien', undefined, ['IN']],
  ])('knows what %s is in %s', (name, language, codes) => {
    expect(countries(name, language)).toEqual(codes);
  });
  it('knows a continent in English by the name that English has for it', () => {
    const isContinent = (name: string, language: string): boolean =>
      placesMeant(name, language).some(({ kind }) => kind === 'continent');
    expect([isContinent('Europa', 'en'), isContinent('Europa', 'de')]).toEqual([false, true]);
    expect([isContinent('Europe', 'en'), isContinent('Africa', 'en')]).toEqual([true, true]);
  });
  it('leaves the towns of such a name', () => {
    expect(placesMeant('Brasilia', 'fr').map(({ kind }) => kind)).toEqual(['town']);
  });
});
