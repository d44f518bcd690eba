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
    [
      'en',
      'Ann Lee likes the Harbour Trust. Director of the Trust, Jonathan Miller, said: “One in three boats is old.”',
      ['Jonathan Miller: One in three boats is old.'],
    ],
    [
      'en',
      'Ann Lee, Tom Reyes and others came. Ann Lee, a friend of Tom Reyes, said: “We will go on with this.”',
      ['Ann Lee: We will go on with this.'],
    ],
    ['en', 'The street is called “Little Cairo”, and the so-called “green wall” is long.', []],
    ['en', '“It was dark,” a witness said.', ['-: It was dark,']],
    [
      'en',
      'Lars Holm smiled when a reporter asked whether he feared “an answer to the ban on goods”.',
      ['-: an answer to the ban on goods'],
    ],
    [
      'en',
      'Lars Holm, a lawyer, said: “We will go on with this case.”',
      ['Lars Holm: We will go on with this case.'],
    ],
    [
      'en',
      'Mia Storm is here. A source added that Mia Storm is well. They said: “She is happy with it now.”',
      ['-: She is happy with it now.'],
    ],
    [
      'de',
      'Anna Lind bat um Hilfe. Anna Lind um Hilfe bat: „Wir warten hier seit drei Tagen.“',
      ['Anna Lind: Wir warten hier seit drei Tagen.'],
    ],
    [
      'en',
      'Ann Lee sings. “How else do you begin a song these days?” she asks, laughing.',
      ['Ann Lee: How else do you begin a song these days?'],
    ],
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
  it('takes a body that is named for itself, not for a longer one that begins so', () => {
    const text =
      'It opens at the NASA Johnson Space Center. “This will pave the way for all of us,” NASA says. Jo Lee agrees.';
    const named = { people: ['Jo Lee'], organisations: ['NASA', 'NASA Johnson Space Center'], places: [] };
    expect(findQuotes({ text, language: 'en', people: named.people, named })).toMatchObject([
      { speaker: 'NASA' },
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
  const named = {
    people: ['Ann Lee', 'Tom Reyes'],
    organisations: ['Harbour Watch'],
    places: ['North Cove'],
  };
  const namedSpeakers = (text: string, language = 'en') =>
    findQuotes({ text, language, people: named.people, named }).map(({ speaker }) => speaker ?? '-');
  it('lets those speak whom the text names: no place, no product, no words with a capital', () => {
    expect(
      namedSpeakers('Ann Lee moved to North Cove. “I like it here a lot,” she said of the harbour.'),
    ).toEqual(['Ann Lee']);
    expect(
      namedSpeakers('Engineer Tom Reyes, 60, from Westwick, North Cove, said: “I began in the shipyards.”'),
    ).toEqual(['Tom Reyes']);
    expect(namedSpeakers('“We will look into all of it,” said Courier Editor Ann Lee.')).toEqual(['Ann Lee']);
    expect(
      namedSpeakers(
        '„Das wird noch lange dauern“, hieß es. In der Anhörung sagte Reyes: „Ja, so ist es.“',
        'de',
      ),
    ).toEqual(['Tom Reyes']);
    expect(namedSpeakers('“We will look into all of it,” a spokesman for Harbour Watch said.')).toEqual([
      'Harbour Watch',
    ]);
  });
  it.each([
    ['en', 'I could not resist the “What will you do this year?” challenge on the net.'],
    ['en', 'They made a list of the “Best Songs You Have Never Heard.” It is long.'],
    ['en', 'Ann Lee spoke on the “State of the Harbour,” and the show went on.'],
    ['de', '„Die Rakete“, wie Karl Roth genannt wird, ging nach dem Spiel noch weiter und sagte nichts.'],
    ['de', 'Es sei Zeit für einen „Wandel“, erklärte der Politiker Karl Roth.'],
    ['zh', '王强在「数字时代的金融基础设施」圆桌会上表示，税收不变。'],
    ['zh', '「更容易看到新的产品系列」（43%）是消费者选择线上渠道的原因。'],
  ])('takes no title, nickname or scare quote for speech in %s: %s', (language, text) =>
    expect(speakers(text, language)).toEqual([]),
  );
  it.each([
    [
      'es',
      '«No has ido demasiado lento», espetó el ingeniero a Marta Ruiz.',
      ['-: No has ido demasiado lento'],
    ],
    [
      'de',
      '„Das wird noch lange dauern“, sagte Experte Karl Roth der Zeitung.',
      ['Karl Roth: Das wird noch lange dauern'],
    ],
    [
      'en',
      'Ann Lee said: “It is hard to do.”\n\nTom Reyes said they were “right” to ask.\n\n“We have a lot to do now.”',
      ['Ann Lee: It is hard to do.', 'Tom Reyes: We have a lot to do now.'],
    ],
  ])('gives words to whoever said them in %s: %s', (language, text, quotes) =>
    expect(speakers(text, language)).toEqual(quotes),
  );
  it.each([
    ['"They told us "no" twice," Ann Lee said.', ['Ann Lee: They told us "no" twice,']],
    ['"They told us "no,"" Ann Lee said.', ['Ann Lee: They told us "no,"']],
    [
      'Ann Lee said: "Read "The Sea" and "The Hill" first."',
      ['Ann Lee: Read "The Sea" and "The Hill" first.'],
    ],
    // Where the outer one never closes, what is inside is a quote of its own.
    [
      '"We never close, it said. "It is late and we go home," Ann Lee said.',
      ['Ann Lee: It is late and we go home,'],
    ],
    ['"It is a 6" pipe," Ann Lee said.', []],
    ['"We go home ", Ann Lee said. "It is late."', ['Ann Lee: We go home', 'Ann Lee: It is late.']],
  ])('parts straight marks within straight ones: %s', (text, expected) => {
    expect(speakers(text, 'en')).toEqual(expected);
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
