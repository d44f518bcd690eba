import { describe, expect, it } from '@jest/globals';
import { groupMentions } from './group-mentions.ts';
import type { Mention } from './mention.ts';

/** Mentions of a text in which names stand as [PER Anna Larsen]. */
function read(marked: string): { text: string; mentions: Mention[] } {
  let text = '';
  const mentions: Mention[] = [];
  let last = 0;
  for (const match of marked.matchAll(/\[(PER|ORG|LOC) ([^\]]+)\]/g)) {
    text += marked.slice(last, match.index);
    mentions.push({
      start: text.length,
      end: text.length + match[2]!.length,
      kind: match[1] as Mention['kind'],
      confidence: 0.9,
    });
    text += match[2]!;
    last = match.index + match[0].length;
  }
  return { text: text + marked.slice(last), mentions };
}

const groups = (marked: string): string[][] => {
  const { text, mentions } = read(marked);
  return groupMentions(text, mentions).map((group) => [...group.forms.keys()]);
};

describe('groupMentions', () => {
  it.each([
    [
      'last and first names',
      '[PER Anna Larsen] came. [PER Larsen] and [PER Anna] left.',
      [['Anna Larsen', 'Larsen', 'Anna']],
    ],
    [
      'a body and a part of it with a head of its own as two',
      'The [ORG Lorvik Archives] and the [ORG Lorvik Archives Personnel Records Center] are in [LOC Oslo].',
      [['Lorvik Archives'], ['Lorvik Archives Personnel Records Center'], ['Oslo']],
    ],
    [
      'a newspaper by the end of its name, behind the article',
      'It was in the [ORG New York Times]. The news, said the [ORG Times], was bad.',
      [['New York Times', 'Times']],
    ],
    [
      'but no newspaper that has an article of its own',
      'It was in the [ORG Financial Times] and in The [ORG Times], said [ORG Lorvik Times].',
      [['Financial Times'], ['Times'], ['Lorvik Times']],
    ],
    [
      'a team without its town, and by the last word of its name',
      'The [ORG Lorvik Blue Gulls] won, and the [ORG Oslo Blue Gulls] lost. The [ORG Gulls] of [LOC Oslo] left.',
      [['Lorvik Blue Gulls'], ['Oslo Blue Gulls', 'Gulls'], ['Oslo']],
    ],
    [
      'but no works of a town by a plural that every town has',
      'The [ORG Oslo Railway Works] and Oslo [ORG Works] opened.',
      [['Oslo Railway Works'], ['Works']],
    ],
    [
      'somebody with and without a hyphen in the given name',
      '[PER Bo Lar-sen] came. [PER Bo Lar Sen] sang to [PER Bo Lar Moor]. [PER Bo Lar Sen] left.',
      [['Bo Lar Sen', 'Bo Lar-sen'], ['Bo Lar Moor']],
    ],
    [
      'somebody whose family name has a suffix',
      '[PER Bo Larsen Jr.] came. [PER Larsen] sang.',
      [['Bo Larsen Jr.', 'Larsen']],
    ],
    [
      'a king by his name without the number, and a player by the family name',
      '[PER Bo II] came. [PER Bo] sang. [PER Larsen Jr.] met [PER Larsen].',
      [
        ['Bo II', 'Bo'],
        ['Larsen Jr.', 'Larsen'],
      ],
    ],
    [
      'parties of one last word as two',
      'The [ORG Social Democrats] met the [ORG Democrats].',
      [['Social Democrats'], ['Democrats']],
    ],
    [
      'father and son of one name',
      '[PER Bo Larsen Jr.] met [PER Bo Larsen]. [PER Larsen Jr.] and [PER Bo Larsen Jr.] sang. [PER Larsen] left.',
      [
        ['Bo Larsen Jr.', 'Larsen Jr.'],
        ['Bo Larsen', 'Larsen'],
      ],
    ],
    [
      'two people of one family name: the one who is named more',
      '[PER Anna Larsen] and [PER Bo Larsen] came. [PER Bo Larsen] sang. [PER Larsen] left.',
      [['Anna Larsen'], ['Bo Larsen', 'Larsen']],
    ],
    [
      'people of languages that part no words',
      '[PER 佐藤健一]が来た。[PER 佐藤]は話した。[PER アナ・ロペス]と[PER ロペス]。',
      [
        ['佐藤健一', '佐藤'],
        ['アナ・ロペス', 'ロペス'],
      ],
    ],
    [
      'cases of one Slavic name',
      '[PER Ольгу Петрову] ждали. [PER Ольга Петрова] пришла.',
      [['Ольга Петрова', 'Ольгу Петрову']],
    ],
    [
      'the family name of a man in another case',
      '[PER Игорь Ларионов] вышел. Гол [PER Ларионова] решил всё, [PER Ларионовым] довольны.',
      [['Игорь Ларионов', 'Ларионова', 'Ларионовым']],
    ],
    [
      'but not where a woman has it as it stands',
      '[PER Игорь Ларионов] и [PER Анна Ларионова] пришли. [PER Ларионова] сказала.',
      [['Игорь Ларионов'], ['Анна Ларионова', 'Ларионова']],
    ],
    [
      'and not in the case of the other sex',
      '[PER Игорь Ларионов] рад [PER Ларионовой]. [PER Мария Иванова] ждёт. [PER Иванов] ушёл.',
      [['Игорь Ларионов'], ['Ларионовой'], ['Мария Иванова'], ['Иванов']],
    ],
    ['and no given name', '[PER Санна Марин] ушла, [PER Марина] осталась.', [['Санна Марин'], ['Марина']]],
    [
      'full names of men in two cases',
      '[PER Наиля Якупова] ждут. [PER Наиль Якупов] и [PER Сергея Лаптева], [PER Сергей Лаптев].',
      [
        ['Наиль Якупов', 'Наиля Якупова'],
        ['Сергей Лаптев', 'Сергея Лаптева'],
      ],
    ],
    ['a town with and without the word for it', '[LOC 深圳市]。[LOC 深圳]。', [['深圳市', '深圳']]],
    ['an organisation and its short name', '[ORG 疾病管制局]。[ORG 疾管局]。', [['疾病管制局', '疾管局']]],
    [
      'an organisation by the end of its name, which says what it is',
      'The [ORG Ruritanian College of Physicians] and the [ORG College of Physicians] are one.',
      [['Ruritanian College of Physicians', 'College of Physicians']],
    ],
    [
      'but not by the end of two names',
      'The [ORG Ruritanian High Court], the [ORG Lorvik High Court] and the [ORG High Court].',
      [['Ruritanian High Court'], ['Lorvik High Court'], ['High Court']],
    ],
    [
      'a firm by the letters of its name without Corp.',
      '[ORG Orvane Gas Machines Corp.] rose. [ORG OGM] fell.',
      [['Orvane Gas Machines Corp.', 'OGM']],
    ],
    [
      'a state and its short form',
      'Rain in [LOC New Jersey]. Sun in Linden, [LOC N.J.]',
      [['New Jersey', 'N.J.']],
    ],
    ['both apostrophes', "[PER Sean O'Reilly] and [PER Sean O’Reilly] are one.", [["Sean O'Reilly"]]],
    [
      'an acronym in brackets',
      'The [ORG Central Bank of Ruritania] ([ORG BCR]) said so. [ORG BCR] shares fell.',
      [['Central Bank of Ruritania', 'BCR']],
    ],
    [
      'no body with the agency in brackets',
      '[ORG HARBOUR UNION] ([ORG AP]) — Rain. The [ORG AP] said so.',
      [['HARBOUR UNION'], ['AP']],
    ],
    ['first letters', '[ORG World Chess Union] met. The [ORG WCU] voted.', [['World Chess Union', 'WCU']]],
    [
      'a company without its form',
      '[ORG Larsen Motors AG] lost. [ORG Larsen Motors] wept.',
      [['Larsen Motors AG', 'Larsen Motors']],
    ],
    [
      'names of one country',
      'The [LOC United States] and the [LOC U.S.] and [LOC France].',
      [['United States', 'U.S.'], ['France']],
    ],
    [
      'no country with its airline',
      '[ORG Malaysia Airlines] flies to [LOC Malaysia].',
      [['Malaysia Airlines'], ['Malaysia']],
    ],
    ['no two towns', '[LOC York] and [LOC New York].', [['York'], ['New York']]],
  ])('puts together %s', (_, marked, expected) => {
    expect(groups(marked)).toEqual(expected);
  });
});
