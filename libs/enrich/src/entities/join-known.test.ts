import { describe, expect, it } from '@jest/globals';
import { findEntities } from './find-entities.ts';

const told = (language: string, ...paragraphs: readonly string[]) =>
  findEntities({ title: '', paragraphs, language });

describe('joinKnown', () => {
  it('tells a body once that the text calls by two known names, by the usual one of the text', () => {
    const bodies = told(
      'en',
      'Volkswagen will close the plant in Dresden, the carmaker said on Monday. Unions at VW called a strike.',
      'VW shares fell. Analysts expect VW to lose a third of its sales.',
    ).filter(({ wikidata }) => wikidata === 'Q246');
    expect(bodies).toEqual([expect.objectContaining({ name: 'VW', aliases: ['Volkswagen'], mentions: 4 })]);
  });

  it('tells a place once that stands in two scripts', () => {
    const places = told(
      'ru',
      'Учёные работают в Стокгольме (Karolinska Institutet, Stockholm). В Стокгольме живёт миллион человек.',
    ).filter(({ geonames }) => geonames === 2_673_730);
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({ name: 'Стокгольм', mentions: 3 });
    expect(places[0]?.aliases).toContain('Stockholm');
  });

  it('leaves towns of one name apart', () => {
    const towns = told(
      'en',
      'Jane Miller moved from Paris, Texas, to Paris, France, in May. She had lived in Paris, Texas, for a year.',
    ).filter(({ name }) => name.startsWith('Paris'));
    expect(new Set(towns.map(({ geonames }) => geonames)).size).toBe(towns.length);
  });
});
