import { describe, expect, it } from '@jest/globals';
import { polishInNominative } from './slavic-forms.ts';

describe('polishInNominative', () => {
  it.each([
    ['Ewy Gajewskiej', 'Ewa Gajewska'],
    ['Katarzynę Stolarską', 'Katarzyna Stolarska'],
    ['Marią Dąbrowską', 'Maria Dąbrowska'],
    ['Kasi Wilk', 'Kasia Wilk'],
    ['Andrzeja Wesołego', 'Andrzej Wesoły'],
    ['Piotra Zielińskiego', 'Piotr Zieliński'],
    ['Pawła Zielińskiego', 'Paweł Zieliński'],
    ['Markiem Zielińskim', 'Marek Zieliński'],
    ['Roberta Zielińskiego', 'Robert Zieliński'],
    ['Donaldem Pruskiem', 'Donald Prusk'],
    ['Adama Małysza', 'Adam Małysz'],
  ])('makes %s %s', (name, base) => {
    expect(polishInNominative(name)).toBe(base);
  });
  it.each([
    'Ewa Gajewska',
    'Roberta Flack',
    'Marka Kaczmarka',
    'Jana Pawła',
    'Kraków',
    'Andrzeja Dudy',
    'Danuty Wałęsy',
    'Marka Zuckerberga',
    'Adama Wróbla',
    'Zbigniewem Ziobrą',
    'Ewy Marii Gajewskiej',
  ])('leaves %s, which may be more than one name', (name) => {
    expect(polishInNominative(name)).toBeUndefined();
  });
});
