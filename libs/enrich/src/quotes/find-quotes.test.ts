import { describe, expect, it } from '@jest/globals';
import { findQuotes } from './find-quotes.ts';

const speakers = (text: string, language: string, people?: readonly string[]) =>
  findQuotes({ text, language, people }).map(({ speaker, text: said }) => `${speaker ?? '-'}: ${said}`);

describe('findQuotes', () => {
  it.each([
    [
      'en',
      '“We will rebuild,” said Maria Okafor, the mayor. “It will take years,” she added.',
      ['Maria Okafor: We will rebuild,', 'Maria Okafor: It will take years,'],
    ],
    ['en', 'Tom Reyes, who runs the harbour, told Ann Lee: “Go home.”', ['Tom Reyes: Go home.']],
    [
      'en',
      '“If it breaks,” said engineer Sunil Perera, “we have minutes.”',
      ['Sunil Perera: If it breaks,', 'Sunil Perera: we have minutes.'],
    ],
    [
      'en',
      'Thierry Henry is out but Ashley Cole is fit. Henry is hurt, but Cole said: “No one is to blame.”',
      ['Ashley Cole: No one is to blame.'],
    ],
    [
      'en',
      '“We are happy with it,” said AOL chief executive Jonathan Miller.',
      ['Jonathan Miller: We are happy with it,'],
    ],
    ['en', 'The street is called “Little Cairo”, and the so-called “green wall” is long.', []],
    ['en', '“It was dark,” a witness said.', ['-: It was dark,']],
    ['en', '"He said ‘go’ and I went," Ann Lee said.', ['Ann Lee: He said ‘go’ and I went,']],
    [
      'en',
      'Ann Lee said: “This is the first part.\n\n“And this is the second part,” she said.',
      ['Ann Lee: This is the first part.', 'Ann Lee: And this is the second part,'],
    ],
    [
      'de',
      '„Wir gehen“, sagte Trainer Michael Roth. „Ich auch“, meinte sein Torwart Daniel Weber.',
      ['Michael Roth: Wir gehen', 'Daniel Weber: Ich auch'],
    ],
    [
      'fr',
      '« Nous partons », a déclaré Marie Laurent. « Demain matin », a-t-elle ajouté.',
      ['Marie Laurent: Nous partons', 'Marie Laurent: Demain matin'],
    ],
    [
      'es',
      '«Nos vamos», dijo María Ortega. «Mañana mismo», añadió.',
      ['María Ortega: Nos vamos', 'María Ortega: Mañana mismo'],
    ],
    ['ru', '«Мы уходим», — сказала мэр Мария Орлова.', ['Мария Орлова: Мы уходим']],
    ['zh', '财政部长王强周一在记者会上表示：“我们不会提高税收。”', ['王强: 我们不会提高税收。']],
    [
      'ja',
      '住民の鈴木花子さんは「誰も警告してくれなかった」と話した。',
      ['鈴木花子: 誰も警告してくれなかった'],
    ],
  ])('reads %s: %s', (language, text, quotes) => expect(speakers(text, language)).toEqual(quotes));
  it('resolves short names against the people that are given', () => {
    expect(speakers('“We will rebuild,” Okafor said.', 'en', ['Maria Okafor'])).toEqual([
      'Maria Okafor: We will rebuild,',
    ]);
  });
  it.each([
    [
      'fr',
      'Luc Garnier se tait. « Il ne partira pas demain », ajoute un proche de Luc Garnier.',
      ['-: Il ne partira pas demain'],
    ],
    [
      'en',
      'Ann Lee left. “We are not going to leave now,” said a close adviser to Ann Lee.',
      ['-: We are not going to leave now,'],
    ],
    [
      'de',
      'Ein alter Freund von Anna Lindt sagte: „Das wird noch lange dauern.“',
      ['-: Das wird noch lange dauern.'],
    ],
    [
      'en',
      'A spokesman for Delta Health Board said: “There has clearly been an error.”',
      ['Delta Health Board: There has clearly been an error.'],
    ],
  ])('gives nobody the words of those who are with somebody in %s: %s', (language, text, quotes) =>
    expect(speakers(text, language)).toEqual(quotes),
  );
  it('means by she and he whom the text calls so, and nobody by a name before a noun', () => {
    expect(speakers('Mrs Ann Lee met Sir Tom Reyes. “I agree with all of that,” she said.', 'en')).toEqual([
      'Ann Lee: I agree with all of that,',
    ]);
    expect(
      speakers(
        'Frau Anna Lindt traf Herrn Weber. Herr Karl Roth kam. „Das ist nun wirklich gut“, sagte er.',
        'de',
      ),
    ).toEqual(['Karl Roth: Das ist nun wirklich gut']);
    expect(speakers('Tom Reyes wrote to Mrs Reyes at home. “I will be late,” he said to all.', 'en')).toEqual(
      ['Tom Reyes: I will be late,'],
    );
    expect(
      speakers('Tom Reyes met with the Ann Lee family. “They know all of this now,” he said.', 'en'),
    ).toEqual(['Tom Reyes: They know all of this now,']);
    expect(
      speakers(
        'Tom Reyes had no work. With U.S. money he built roads. “There was no end to it,” he says.',
        'en',
      ),
    ).toEqual(['Tom Reyes: There was no end to it,']);
  });
  it('takes no term and no matter of a Japanese sentence for speech or speaker', () => {
    expect(speakers('同社は「事実上の不正な行為では」という指摘に対しては回答しない。', 'ja')).toEqual([]);
    expect(speakers('佐藤健副社長は「誰も警告してくれなかった」と話した。', 'ja')).toEqual([
      '佐藤健: 誰も警告してくれなかった',
    ]);
  });
  it('opens nothing at a mark without a partner', () => {
    expect(speakers('A 5" screen and an “open mark that never closes. Ann Lee said nothing.', 'en')).toEqual(
      [],
    );
  });
  it.each(['“', '" ', '“a” said B ', '«', '“ab. \n\n', 'A. B ', 'A said ', '「', '‘a '])(
    'reads a megabyte of %j in little time',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      for (const language of ['en', 'de', 'ja', 'zh'])
        expect(findQuotes({ text, language }).length).toBeLessThanOrEqual(300);
    },
  );
});
