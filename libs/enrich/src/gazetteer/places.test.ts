import { describe, expect, it } from '@jest/globals';
import { organisationNamed } from './organisations.ts';
import { placesNamed } from './places.ts';

describe('placesNamed', () => {
  it('knows a town in other languages and scripts', () => {
    for (const name of ['Moscow', 'Moscou', 'Москва', '莫斯科', 'モスクワ', '모스크바', 'موسكو'])
      expect(placesNamed(name)).toContainEqual(expect.objectContaining({ geonames: 524901, country: 'RU' }));
  });
  it('knows countries with their codes', () => {
    for (const name of [
      'Germany',
      'Deutschland',
      'Allemagne',
      'Alemania',
      'Германия',
      'ドイツ',
      '德国',
      '독일',
      'ألمانيا',
    ])
      expect(placesNamed(name)).toContainEqual(
        expect.objectContaining({ kind: 'country', country: 'DE', wikidata: 'Q183', geonames: 2921044 }),
      );
  });
  it('gives every place of a name', () => {
    expect(placesNamed('birmingham').map((place) => `${place.country ?? ''}${place.state ?? ''}`)).toEqual(
      expect.arrayContaining(['GB', 'USAL']),
    );
    expect(placesNamed('Punjab').map(({ country }) => country)).toEqual(['IN', 'PK']);
    expect(placesNamed('nowhereville')).toEqual([]);
  });
  it('knows parts of countries by their own names, and by none of another part', () => {
    for (const [own, name, country] of [
      ['Bayern', 'Bavaria', 'DE'],
      ['Sicilia', 'Sicily', 'IT'],
      ['Śląskie', 'Silesia', 'PL'],
    ] as const)
      expect(placesNamed(own)).toMatchObject([{ kind: 'region', name, country }]);
    expect(placesNamed('Tehrān').filter(({ kind }) => kind === 'region')).toEqual([]);
  });
});

describe('organisationNamed', () => {
  it('knows the id and the other names', () => {
    expect(organisationNamed('NATO')).toMatchObject({ wikidata: 'Q7184' });
    expect(organisationNamed('otan')).toMatchObject({ name: 'NATO' });
    expect(organisationNamed('no such company')).toBeUndefined();
  });
});
