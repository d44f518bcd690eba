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
  it('leaves the towns of such a name', () => {
    expect(placesMeant('Brasilia', 'fr').map(({ kind }) => kind)).toEqual(['town']);
  });
});
