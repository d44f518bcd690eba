import { describe, expect, it } from '@jest/globals';
import { normalForm } from './candidates.ts';
import { chooseAuthors } from './choose-authors.ts';

const ranked = (...names: readonly (readonly [string, number, string?])[]) =>
  names.map(([text, score, source = 'by']) => ({
    candidate: { text, key: normalForm(text), sources: new Map([[source, 0]]) },
    score,
  }));
const chosen = (...names: readonly (readonly [string, number, string?])[]): string[] =>
  chooseAuthors(ranked(...names), 'Northgate Ledger').authors.map((one) => one.candidate.text);

describe('chooseAuthors', () => {
  it.each<[string, readonly (readonly [string, number, string?])[], string[]]>([
    [
      'names all who are likely',
      [
        ['Ada Moss', 3],
        ['Ben Lark', 2],
      ],
      ['Ada Moss', 'Ben Lark'],
    ],
    [
      'asks more of further names than of the first',
      [
        ['Ada Moss', -1.2],
        ['Ben Lark', -1.2],
      ],
      ['Ada Moss'],
    ],
    ['asks more of names that nothing on the page calls authors', [['Heart Health', -0.5, 'nearTitle']], []],
    ['believes a name that is likely by its place alone', [['Ada Moss', 0.5, 'nearTitle']], ['Ada Moss']],
    [
      'leaves out a name far below the first',
      [
        ['Ada Moss', 4],
        ['Ben Lark', 0.5],
      ],
      ['Ada Moss'],
    ],
    [
      'takes the word before a date for nobody',
      [
        ['Wiebke Harmsen', 3],
        ['Aktualisiert', 2.5],
        ['Обновлено', 2.5],
        ['Güncelleme', 2.5],
      ],
      ['Wiebke Harmsen'],
    ],
    ['names nobody where nobody is likely', [['Privacy Policy', -2.5]], []],
    [
      'names each person once',
      [
        ['Ada Moss', 3],
        ['Ada', 2.5],
        ['adamoss', 2],
      ],
      ['Ada Moss'],
    ],
    [
      'takes the paper for no author where people are named',
      [
        ['Northgate Ledger', 3],
        ['Ada Moss', 2],
      ],
      ['Ada Moss'],
    ],
    [
      'takes an agency for no author where people are named',
      [
        ['Reuters', 3],
        ['Ada Moss', 2],
      ],
      ['Ada Moss'],
    ],
    ['takes an agency where nobody else is named', [['dpa', 3]], ['dpa']],
    ['takes the paper where nobody else is named', [['Northgate Ledger', 3]], ['Northgate Ledger']],
  ])('%s', (_, names, expected) => {
    expect(chosen(...names)).toEqual(expected);
  });
  it('names agencies apart', () => {
    expect(chooseAuthors(ranked(['Reuters', 3], ['Ada Moss', 2]), '').agencies).toEqual(['Reuters']);
    expect(chooseAuthors(ranked(['dpa', 3]), '').agencies).toEqual(['dpa']);
  });
});
