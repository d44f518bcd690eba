import { describe, expect, it } from '@jest/globals';
import { normalForm } from './candidates.ts';
import { chooseAuthors } from './choose-authors.ts';

const ranked = (...names: readonly (readonly [string, number, string?])[]) =>
  names.map(([text, score, source = 'by'], order) => ({
    candidate: { text, key: normalForm(text), sources: new Map([[source, 0]]) },
    score,
    order,
  }));
const paper = { publisher: 'Northgate Ledger', host: 'northgateledger', isNews: true };
const chosen = (...names: readonly (readonly [string, number, string?])[]): string[] =>
  chooseAuthors(ranked(...names), paper).authors.map((one) => one.candidate.text);

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
    [
      'names all whom the structured data of an article lists',
      [
        ['Ada Moss', 4, 'ldAuthor'],
        ['Ben Lark', -1.2, 'ldAuthor'],
        ['Northgate', -1.2, 'ldAuthor'],
        ['Carla Finch', -3.9, 'ldAuthor'],
        ['Dan Wren', -1.2],
      ],
      ['Ada Moss', 'Ben Lark'],
    ],
    [
      'leaves out the many whom a list of reviews names',
      [
        ['Ada Moss', 4, 'ldAuthor'],
        ['Ben Lark', -1.2, 'ldAuthor'],
        ['Carla Finch', -1.2, 'ldAuthor'],
        ['Dan Wren', -1.2, 'ldAuthor'],
        ['Eva Stork', -1.2, 'ldAuthor'],
        ['Finn Rook', -1.2, 'ldAuthor'],
      ],
      ['Ada Moss'],
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
    ['takes an agency that is hardly likely, its name being a credit', [['dpa', -2.8]], ['dpa']],
    [
      'writes a name out that the account gives without spaces',
      [
        ['adamoss', 2],
        ['Ada Moss', -1],
      ],
      ['Ada Moss'],
    ],
    [
      'takes the account of an editor for nobody where a person is named',
      [
        ['ben.lark', 2],
        ['Alison Moss', -1.8],
      ],
      ['Alison Moss'],
    ],
    [
      'takes the name in the box for bylines of a paper before an account',
      [
        ['capital', -1.5],
        ['Yoruk Dalmaz', -2.5, 'byline-0'],
      ],
      ['Yoruk Dalmaz'],
    ],
    ['takes an account where no person is named', [['harbourcat7', 1]], ['harbourcat7']],
    [
      'takes initials for those of the name beside them',
      [
        ['A.M', 2],
        ['Ada Moss', 1],
      ],
      ['Ada Moss'],
    ],
    [
      'takes the account that goes with a name for nobody else',
      [
        ['Ada Moss', 2],
        ['amoss', 1.5],
      ],
      ['Ada Moss'],
    ],
    ['takes the paper where nobody else is named', [['Northgate Ledger', 3]], ['Northgate Ledger']],
  ])('%s', (_, names, expected) => {
    expect(chosen(...names)).toEqual(expected);
  });
  it('asks a clear credit of a site that is no paper before it is its own author', () => {
    const site = { publisher: 'Northgate Pumps', host: 'northgatepumps', isNews: false };
    const authors = (score: number) =>
      chooseAuthors(ranked(['Northgate Pumps', score, 'metaAuthor']), site).authors.length;
    expect(authors(-1)).toBe(0);
    expect(authors(1)).toBe(1);
    expect(
      chooseAuthors(ranked(['Northgate Pumps', -1, 'metaAuthor']), { ...site, isNews: true }).authors,
    ).toHaveLength(1);
    expect(
      chooseAuthors(ranked(['Ada Moss', -1]), { ...site, host: 'adamoss' }).authors.map(
        (one) => one.candidate.text,
      ),
    ).toEqual(['Ada Moss']);
  });

  it('names people in the order of the page', () => {
    const [moss, lark] = ranked(['Ada Moss', 2], ['Ben Lark', 3]);
    expect(
      chooseAuthors(
        [lark, moss].filter((one) => one !== undefined),
        paper,
      ).authors.map((one) => one.candidate.text),
    ).toEqual(['Ada Moss', 'Ben Lark']);
  });

  it('names agencies apart', () => {
    expect(chooseAuthors(ranked(['Reuters', 3], ['Ada Moss', 2]), paper).agencies).toEqual(['Reuters']);
    expect(chooseAuthors(ranked(['dpa', 3]), paper).agencies).toEqual(['dpa']);
  });
});
