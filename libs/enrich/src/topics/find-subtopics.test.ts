import { describe, expect, it } from '@jest/globals';
import { narrowerTopics } from '@newsmill/contracts';
import { findSubtopics } from './find-subtopics.ts';
import { findTopics } from './find-topics.ts';
import { subtopicWords } from './subtopic-words.ts';

const topicOf = (digits: string): string => `medtop:${digits}000000`;

/** What a text is told to be about, of one topic. */
function told(digits: string, text: string, { language = 'en', title = '', named = [] as string[] } = {}) {
  const topic = topicOf(digits);
  return findSubtopics({ title, text, language, named }, [topic])
    .get(topic)
    ?.map(({ label }) => label);
}

describe('findSubtopics', () => {
  it.each([
    [
      '01',
      'The film opens in cinemas on Friday; its director also wrote the screenplay.',
      'arts and entertainment',
    ],
    ['01', 'The museum keeps the oldest archive of a dialect that Unesco lists as heritage.', 'culture'],
    ['01', 'The broadcaster moved the series to a later channel after ratings fell.', 'mass media'],
    ['02', 'A gang stole jewels in a robbery and kidnapped the victim.', 'crime'],
    ['02', 'The jury heard a last witness before the judge adjourned the trial.', 'judiciary'],
    ['02', 'Police arrested a man after detectives searched his flat.', 'law enforcement'],
    [
      '03',
      'A lorry collided with a bus, which overturned on the motorway.',
      'accident and emergency incident',
    ],
    ['03', 'The earthquake had a magnitude of six, and a tsunami followed.', 'disaster'],
    ['04', 'Inflation rose again, and the central bank raised its interest rate.', 'economy'],
    [
      '04',
      'Quarterly profit rose, and the chief executive promised shareholders a dividend.',
      'business information',
    ],
    ['04', 'Shares fell on the stock exchange while investors fled into bonds.', 'market and exchange'],
    ['05', 'Pupils sat the exam that their teachers had called too hard.', 'teaching and learning'],
    ['06', 'Greenhouse gas emissions drive global warming.', 'climate change'],
    ['06', 'Sewage and plastic waste pollute the bay.', 'environmental pollution'],
    ['07', 'The virus infected hundreds in the outbreak.', 'diseases and conditions'],
    ['07', 'Chemotherapy is the usual treatment, before surgery.', 'health treatment'],
    ['08', 'The prince and the duchess announced their engagement.', 'people'],
    ['09', 'Train drivers walked out: pickets stood at the depots during the strike.', 'labour relations'],
    ['10', 'The recipe needs butter and a hot oven.', 'lifestyle'],
    ['11', 'Voters go to the ballot boxes; polls see both candidates level.', 'election'],
    [
      '11',
      'The ambassador was recalled, and the foreign minister spoke of sanctions.',
      'international relations',
    ],
    ['12', 'The pope received the archbishop in the Vatican.', 'religious leader'],
    [
      '13',
      'The software update closes a hole in the browser of millions of computers.',
      'technology and engineering',
    ],
    ['13', 'Astronomers saw the galaxy with a new telescope.', 'natural science'],
    ['14', 'Racism and sexism are forms of discrimination.', 'discrimination'],
    ['15', 'The striker scored two goals for the league leaders.', 'competition discipline'],
    ['15', 'The sprinter failed a doping test for a steroid.', 'drug use in sport'],
    ['16', 'Troops and tanks crossed the front line as artillery shelled the town.', 'armed conflict'],
    ['17', 'Snow, fog and gale force winds hit the coast.', 'weather phenomena'],
  ])('in English tells of %s: %s', (digits, text, label) => {
    expect(told(digits, text)).toEqual([label]);
  });

  it.each([
    [
      'de',
      '15',
      'Der Torhüter hielt den Elfmeter, die Mannschaft gewann das Spiel.',
      'competition discipline',
    ],
    ['de', '04', 'Die Notenbank erhöht den Leitzins, weil die Inflation steigt.', 'economy'],
    ['de', '03', 'Nach dem Erdbeben folgte ein Tsunami.', 'disaster'],
    ['de', '11', 'Die Landtagswahlergebnisse und die Wahlbeteiligung überraschten.', 'election'],
    ['fr', '02', 'Le tribunal a entendu les avocats avant le verdict des jurés.', 'judiciary'],
    ['fr', '09', 'La grève continue : les grévistes attendent les négociations.', 'labour relations'],
    ['fr', '15', "L'attaquant a marqué deux buts et le gardien a tout arrêté.", 'competition discipline'],
    ['es', '11', 'Los votantes acuden a las urnas y las encuestas dan un empate.', 'election'],
    ['es', '16', 'El ejército lanzó misiles y los soldados cruzaron la frontera.', 'armed conflict'],
    ['es', '07', 'El virus causó una epidemia de gripe.', 'diseases and conditions'],
  ])('in %s tells of %s: %s', (language, digits, text, label) => {
    expect(told(digits, text, { language })).toEqual([label]);
  });

  it('tells nothing of one word alone, of two parts alike, and of a text on something else', () => {
    expect(told('15', 'The goal of the talks is peace.')).toBeUndefined();
    expect(told('02', 'Police arrested him; the judge heard a witness.')).toBeUndefined();
    expect(told('06', 'The minister resigned.')).toBeUndefined();
  });

  it('finds two words that stand together, with one between them at most', () => {
    expect(told('15', 'Le Tour de France commence ; le peloton est prêt.', { language: 'fr' })).toEqual([
      'competition discipline',
    ]);
    expect(
      told('15', 'Un tour en bateau commence en France ; le peloton est prêt.', { language: 'fr' }),
    ).toBeUndefined();
  });

  it('hears the title and what the publisher says more than the text', () => {
    const text = 'The tennis player met a golfer.';
    expect(told('15', text, { title: 'Doping: steroid test', named: ['Doping'] })).toEqual([
      'drug use in sport',
    ]);
    expect(told('15', text)).toEqual(['competition discipline']);
  });

  it('parts no topic of others, and none in a language without words', () => {
    expect(
      findSubtopics({ title: '', text: 'The striker scored goals.', language: 'en', named: [] }, [
        'own:sport',
      ]).size,
    ).toBe(0);
    expect(told('15', 'Napastnik strzelił dwa gole w meczu ligi.', { language: 'pl' })).toBeUndefined();
  });

  it('has words for codes of the second level alone', () => {
    const codes = new Set(narrowerTopics.map(({ code }) => code));
    for (const rows of Object.values(subtopicWords))
      expect(Object.keys(rows).filter((code) => !codes.has(`medtop:${code}`))).toEqual([]);
  });

  it('stands with its topic in what an article is told to be about', () => {
    const text =
      'The striker scored two goals before half-time and the goalkeeper saved a penalty. The coach praised his team after the match; it leads the league.';
    const [topic] = findTopics({ title: 'Late goals win the match', text, language: 'en-GB', url: '' });
    expect(topic).toMatchObject({
      code: 'medtop:15000000',
      narrower: [{ code: 'medtop:20000822', label: 'competition discipline' }],
    });
  });
});
