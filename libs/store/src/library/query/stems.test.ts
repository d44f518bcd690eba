import { describe, expect, it } from '@jest/globals';
import { stemsOf } from './stems.ts';
import { chineseForms, japaneseForms, koreanForms } from './unspaced-forms.ts';

const finds = (language: string, sought: string, word: string): boolean => {
  const stems = new Set(stemsOf(sought, language, 'sought'));
  return stemsOf(word, language, 'indexed').some((stem) => stems.has(stem));
};

describe('compounds', () => {
  it.each([
    ['de', 'Regierung', 'Bundesregierung'],
    ['de', 'Schutz', 'Klimaschutzgesetze'],
    ['de', 'Stadt', 'Großstädten'],
    ['nl', 'school', 'sportscholen'],
    ['sv', 'lag', 'straffrättslagar'],
    ['da', 'mand', 'politimænd'],
    ['no', 'pris', 'boligprisene'],
    ['fi', 'ministeri', 'pääministerin'],
  ])('are found by a part: %s %s, %s', (language, part, compound) => {
    expect(finds(language, part, compound)).toBe(true);
    // Who asks for the whole wants no part.
    expect(finds(language, compound, part)).toBe(false);
  });

  it.each([
    ['de', 'Land', 'Landung'],
    ['de', 'Stand', 'Verstand'],
    ['de', 'Licht', 'freundlich'],
    ['de', 'Sport', 'Transport'],
    ['de', 'Ort', 'Reporter'],
    ['nl', 'weer', 'geweer'],
    ['sv', 'rätt', 'berätta'],
    ['da', 'bil', 'billede'],
  ])('are no words that only look like one: %s %s, %s', (language, part, word) => {
    expect(finds(language, part, word)).toBe(false);
  });
});

describe('two spellings of a word', () => {
  // biome-ignore format: a table, read by its rows
  it.each([
    ['en', 'harbour', 'harbors'], ['en', 'neighborhood', 'neighbourhoods'], ['en', 'organise', 'organizing'],
    ['en', 'analyzed', 'analyse'], ['en', 'theater', 'theatres'], ['en', 'catalog', 'catalogues'],
    ['en', 'defense', 'defence'], ['en', 'anaemia', 'anemia'], ['en', 'program', 'programmes'],
    ['de', 'Fotografie', 'Photographie'], ['de', 'Strasse', 'Straße'], ['de', 'Muenchen', 'München'],
    ['da', 'Aarhus', 'Århus'], ['no', 'Tromsoe', 'Tromsø'], ['sv', 'Malmoe', 'Malmö'],
    ['fr', 'coeur', 'cœur'], ['pt', 'direção', 'direcção'], ['pt', 'projeto', 'projectos'],
    ['hi', 'हिन्दी', 'हिंदी'], ['ru', 'ученые', 'учёные'],
  ])('find each other: %s %s, %s', (language, one, other) => {
    expect(finds(language, one, other)).toBe(true);
    expect(finds(language, other, one)).toBe(true);
  });

  it.each([
    ['en', 'hour', 'hor'],
    ['en', 'four', 'forth'],
    ['en', 'rise', 'rize'],
    ['da', 'mode', 'møde'],
    ['pt', 'pato', 'pacto'],
  ])('are no two words: %s %s, %s', (language, one, other) => {
    expect(finds(language, one, other)).toBe(false);
  });
});

describe('forms of verbs', () => {
  it.each([
    ['de', 'ankündigen', 'angekündigt'],
    ['de', 'aufnehmen', 'aufzunehmen'],
    ['de', 'steigen', 'gestiegen'],
    ['nl', 'schrijven', 'geschreven'],
    ['en', 'buy', 'bought'],
  ])('are of one verb: %s %s, %s', (language, sought, word) => {
    expect(finds(language, sought, word)).toBe(true);
  });

  it('are no nouns that look like them', () => {
    expect(finds('de', 'binden', 'Band')).toBe(false);
    expect(finds('de', 'bieten', 'Gebiet')).toBe(false);
    expect(finds('de', 'fahren', 'führen')).toBe(false);
  });
});

describe('other forms of words without spaces', () => {
  it('are simplified and traditional characters', () => {
    expect(chineseForms('经济')).toContain('經濟');
    expect(chineseForms('經濟')).toContain('经济');
    expect(chineseForms('头发')).toContain('頭髮');
    expect(chineseForms('发'.repeat(200)).length).toBeLessThan(20);
    expect(chineseForms('news')).toEqual([]);
  });

  it('are Japanese verbs and adjectives by what their forms share', () => {
    expect(japaneseForms('調べる')).toEqual(['調べ']);
    expect(japaneseForms('反対した')).toEqual(['反対']);
    expect(japaneseForms('新しく')).toEqual(['新し']);
    expect(japaneseForms('困る')).toContain('困っ');
    expect(japaneseForms('国会')).toEqual([]);
  });

  it('are Korean nouns without particles, and verbs', () => {
    expect(koreanForms('대통령은')).toEqual(['대통령']);
    expect(koreanForms('학생들')).toEqual(['학생']);
    expect(koreanForms('고양이')).toEqual([]);
    expect(koreanForms('돌아오다')).toContain('돌아왔');
  });
});
