import { describe, expect, it } from '@jest/globals';
import { applyTopicModel } from './apply-topic-model.ts';
import { findTopics, shippedTopicModel, type TopicInput } from './find-topics.ts';
import type { TopicModel } from './topic-model.ts';
import { mediaTopics } from '@newsmill/contracts';
import { codeOfSection } from './section-names.ts';

const match =
  'The striker scored two goals in the final minutes as the team won the league match. The coach praised his players after the victory, and the club now leads the championship. The goalkeeper saved a penalty before half-time.';
const article = (change: Partial<TopicInput>): TopicInput => ({
  title: '',
  text: '',
  language: 'en',
  url: 'https://paper.example/a',
  ...change,
});

describe('codeOfSection', () => {
  it.each([
    ['Sport', '15'],
    ['Fußball', '15'],
    ['Économie', '04'],
    ['economía', '04'],
    ['Política', '11'],
    ['Wirtschaft & Finanzen', '04'],
    ['Наука', '13'],
    ['スポーツ', '15'],
    ['经济', '04'],
    ['정치', '11'],
    ['رياضة', '15'],
    ['business-news', '04'],
    ['Ciência e Tecnologia', '13'],
    ['salute', '07'],
    ['Klimaat', '06'],
    ['Αθλητικά', '15'],
    ['Životní prostředí', '06'],
    ["Здоров'я", '07'],
  ])('knows %s', (name, code) => {
    expect(codeOfSection(name)).toBe(`medtop:${code}000000`);
  });

  it.each(['News', 'Home', 'World', 'Blog', '2024', 'Meinung', 'constructor', ''])(
    'says nothing of %s',
    (name) => {
      expect(codeOfSection(name)).toBeUndefined();
    },
  );
});

describe('findTopics', () => {
  it('tells the first of two neighbours that share a text, and none of two strangers', () => {
    const model = (first: string, second: string): TopicModel => {
      const shipped = shippedTopicModel();
      const at = (code: string): number => shipped.labels.indexOf(`medtop:${code}000000`);
      const shareOf = (label: number): number =>
        label === at(first) ? 0.45 : label === at(second) ? 0.3 : 0.016;
      return {
        ...shipped,
        scales: shipped.scales.map(() => 0),
        slopes: shipped.slopes.map(() => 1),
        offsets: shipped.offsets.map(() => 0),
        biases: shipped.biases.map((_, label) => Math.log(shareOf(label))),
      };
    };
    const input = article({ title: 'The river has no water', text: match });
    const [alone] = applyTopicModel(model('06', '17'), match);
    expect(alone?.score).toBeLessThan(0.5);
    expect(findTopics(input, model('06', '17')).map(({ code }) => code)).toEqual(['medtop:06000000']);
    expect(findTopics(input, model('06', '15'))).toEqual([]);
    // The publisher has told one: then the text is asked no further.
    expect(findTopics({ ...input, section: 'Sport' }, model('06', '17')).map(({ code }) => code)).toEqual([
      'medtop:15000000',
    ]);
  });

  it('leaves out the desk of an article of which the text says nothing, where it says something else', () => {
    const sport = article({ title: 'Late goals win the match', text: match.repeat(3) });
    expect(findTopics({ ...sport, section: 'Politics' })[0]?.code).toBe('medtop:15000000');
    expect(findTopics({ ...sport, section: 'Sport' })[0]?.evidence).toEqual(['text', 'section']);
  });

  it('asks the words of an English text of which the model is in doubt', () => {
    const title = 'Nine missing as bridge gives way near Harbour';
    const text =
      'Rescuers searched the rubble through the night after the old bridge collapsed. The injured were evacuated, said a man who sells bread nearby, and divers will go down again at dawn.';
    const label = 'medtop:03000000';
    const learned = applyTopicModel(shippedTopicModel(), `${title}\n${text}`);
    expect(learned.every(({ score }) => score < 0.5)).toBe(true);
    expect(findTopics(article({ title, text })).map(({ code }) => code)).toEqual([label]);
    // One word alone, however often, makes no topic.
    const once = 'The talks collapsed again, as they had before, and nobody was surprised. '.repeat(4);
    expect(findTopics(article({ title: 'No word', text: once })).map(({ code }) => code)).not.toContain(
      label,
    );
  });

  it('reads the text alone', () => {
    expect(findTopics(article({ title: 'Late goals win the match', text: match }))[0]).toMatchObject({
      code: 'medtop:15000000',
      label: 'sport',
      evidence: ['text'],
    });
  });

  it.each([
    ['zh', '警方昨日拘捕三名疑犯，涉嫌詐騙市民。法官判處被告入獄兩年，律師表示將上訴。', '02'],
    ['ja', '医師によると、ワクチンの接種を受けた患者の症状は軽く、病院での治療は要らなかった。', '07'],
    [
      'ko',
      '대표팀 감독은 결승 경기에서 두 선수가 득점했다며 우승의 기쁨을 전했다. 시즌 마지막 리그 경기였다.',
      '15',
    ],
    ['ru', 'Врачи больницы рассказали пациентам о новой вакцине от гриппа и о лечении болезней.', '07'],
    ['hi', 'पुलिस ने चोरी के आरोपी को गिरफ्तार किया और अदालत ने उसे जेल भेजा। वकील ने जमानत मांगी।', '02'],
    ['ar', 'فاز المنتخب في المباراة النهائية بهدفين، وقال المدرب إن اللاعبين استحقوا الكأس والبطولة.', '15'],
    ['th', 'ตำรวจจับกุมผู้ต้องหาคดียาเสพติด ศาลสั่งจำคุกสิบปี อัยการเตรียมสอบสวนต่อ', '02'],
    [
      'de',
      'Die Ermittler nahmen den Verdächtigen nach dem Überfall fest. Das Landgericht verurteilte ihn zu einer Haftstrafe, sein Verteidiger will Berufung einlegen.',
      '02',
    ],
    [
      'de',
      'Der Landesregierung droht eine Niederlage: Der Ministerpräsident verlor im Landtag die Abstimmung, die Koalition sucht neue Mehrheiten.',
      '11',
    ],
    [
      'fr',
      "Les pompiers ont maîtrisé l'incendie dans la nuit. Les secours ont évacué vingt habitants, trois blessés graves ont été transportés.",
      '03',
    ],
    [
      'fr',
      "L'ENTRAÎNEUR des Bleus a salué la victoire de son équipe en demi-finale. Les joueurs disputeront le championnat la saison prochaine.",
      '15',
    ],
    [
      'es',
      'El banco central subió los tipos y la inflación cede, pero los inversores temen que la economía frene y que caigan las ventas de las empresas.',
      '04',
    ],
    [
      'it',
      'I medici hanno spiegato ai pazienti che il vaccino protegge dal virus; in ospedale i ricoverati per influenza sono in calo.',
      '07',
    ],
    [
      'pt',
      'O ministro disse que o governo não tem votos na câmara; os deputados da oposição querem mudar a lei antes das eleições.',
      '11',
    ],
    [
      'pl',
      'Lekarze ostrzegają, że szczepionki brakuje w szpitalach, a liczba zakażeń grypą rośnie. Pacjenci z objawami czekają na leczenie.',
      '07',
    ],
    [
      'nl',
      'De vakbonden kondigen stakingen aan: werknemers eisen hogere lonen en een nieuwe cao, maar de werkgevers weigeren te onderhandelen.',
      '09',
    ],
    [
      'sv',
      'Åklagaren yrkar på fängelse för den misstänkte mannen. Polisen grep honom efter rånet och tingsrätten har häktat honom.',
      '02',
    ],
    [
      'cs',
      'Premiér oznámil, že vláda předloží zákon poslancům. Opozice ve sněmovně chce jednat s ministry ještě před volbami.',
      '11',
    ],
    [
      'tr',
      'İTFAİYE ekipleri yangını söndürdü; depremde yaralanan üç kişi enkazdan kurtarıldı, AFAD ekipleri arama kurtarma çalışmalarını sürdürüyor.',
      '03',
    ],
    [
      'uk',
      'Уночі російські війська обстріляли місто ракетами та дронами. ЗСУ відбили атаку на фронті, двоє військових загинули.',
      '16',
    ],
    [
      'el',
      'Η ΚΥΒΕΡΝΗΣΗ και ο πρωθυπουργός θα φέρουν το νομοσχέδιο στη Βουλή· οι βουλευτές της αντιπολίτευσης ζητούν εκλογές.',
      '11',
    ],
  ])('reads %s by its words', (language, text, code) => {
    const [first] = findTopics(article({ title: '', text: text.repeat(4), language }));
    expect(first).toMatchObject({ code: `medtop:${code}000000`, evidence: ['text'] });
  });

  it('says nothing where words speak for no topic, or for two alike', () => {
    for (const text of [
      '昨日早上很多人走過這條街，看了看，又走了。'.repeat(8),
      '球員在比賽中得分，醫院的醫生做治療。'.repeat(8),
    ])
      expect(findTopics(article({ text, language: 'zh' }))).toEqual([]);
    for (const [language, text] of [
      // One word alone, however often.
      [
        'de',
        'Bei hohen Temperaturen gelingt der Braten; die Temperaturen des Ofens steigen langsam, dann sinken die Temperaturen.',
      ],
      [
        'fr',
        "L'opération a commencé ce matin et le maître d'œuvre a ouvert le chantier devant les riverains venus nombreux ce jour-là.",
      ],
      // Both alike.
      [
        'pl',
        'Piłkarze i trener drużyny po meczu chwalili kibiców. Lekarz w szpitalu mówił pacjentom o chorobie i o leczeniu w domu.',
      ],
      [
        'nl',
        'Gisteren liep er iemand door de straat, keek om zich heen en ging weer verder, zoals hij dat elke dag om deze tijd doet.',
      ],
    ])
      expect(findTopics(article({ text: (text ?? '').repeat(4), language: language ?? '' }))).toEqual([]);
  });

  it('merges what section, address and text say', () => {
    const [first] = findTopics(
      article({
        title: 'Late goals',
        text: match,
        url: 'https://paper.example/sport/football/x.html',
        section: 'Sport',
        breadcrumb: ['Start', 'Sport'],
        feedCategories: ['Football'],
        keywords: ['League match', 'Sport'],
      }),
    );
    expect(first?.code).toBe('medtop:15000000');
    expect(first?.evidence).toEqual(['text', 'section', 'feed-category', 'breadcrumb', 'url', 'keywords']);
    expect(first?.score).toBeGreaterThan(0.95);
  });

  it('believes a section where the text is short, and gives several topics', () => {
    expect(
      findTopics(
        article({ language: 'de', section: 'Politik', url: 'https://paper.example/wirtschaft/x' }),
      ).map(({ code }) => code),
    ).toEqual(['medtop:11000000', 'medtop:04000000']);
  });

  it('counts one name once, wherever the publisher writes it', () => {
    const scoreOf = (change: Partial<TopicInput>) => findTopics(article(change))[0]?.score;
    const everywhere = {
      section: 'Sport',
      breadcrumb: ['Start', 'SPORT'],
      url: 'https://paper.example/sport/x',
    };
    expect(scoreOf(everywhere)).toBe(scoreOf({ section: 'Sport' }));
    expect(scoreOf({ ...everywhere, feedCategories: ['Football'] })).toBeGreaterThan(0.95);
  });

  it('goes by the text where a section is written thrice and names a side matter', () => {
    const text =
      'Les grévistes de la RATP et les syndicats appellent à la grève : la CGT et la CFDT veulent défendre les retraites, les salaires et les salariés. ';
    const [first, second] = findTopics(
      article({
        text: text.repeat(3),
        language: 'fr',
        url: 'https://journal.example/sortir/loisirs/x',
        section: 'Loisirs',
        breadcrumb: ['Accueil', 'Loisirs'],
      }),
    );
    expect([first?.code, second?.code]).toEqual(['medtop:09000000', 'medtop:10000000']);
  });

  it('looks names up in the language of the page and in English', () => {
    const codes = (language: string, folder: string) =>
      findTopics(article({ language, url: `https://paper.example/${folder}/x` })).map(({ code }) => code);
    expect(codes('fr', 'social')).toEqual(['medtop:09000000']);
    expect(codes('el', 'social')).toEqual([]);
    expect(codes('el', 'oikonomia')).toEqual(['medtop:04000000']);
    expect(codes('pt', 'tempo')).toEqual(['medtop:17000000']);
    expect(codes('it', 'tempo')).toEqual([]);
    expect(codes('de', 'sports')).toEqual(['medtop:15000000']);
    expect(codes('pt-BR', 'esportes')).toEqual(['medtop:15000000']);
  });

  it('believes keywords that half stand in the article, and not those of the site', () => {
    const evidence = (keywords: readonly string[]) =>
      findTopics(article({ title: 'Late goals win the match', text: match, keywords }))[0]?.evidence;
    expect(evidence(['Goalkeepers', 'Penalty', 'Sport'])).toEqual(['text', 'keywords']);
    expect(evidence(['News', 'Politics', 'Business', 'Sport', 'Weather', 'Championship'])).toEqual(['text']);
    const jazz =
      'Ο Αμερικανός σαξοφωνίστας της τζαζ, συνθέτης δίσκων και συναυλιών με ορχήστρα, πέθανε σε ηλικία 88 ετών. ';
    expect(
      findTopics(
        article({
          text: jazz.repeat(2),
          language: 'el',
          keywords: ['Κύπρος', 'Πολιτική', 'football', 'economy'],
        }),
      ).map(({ label }) => label),
    ).toEqual(['arts, culture and entertainment']);
  });

  it('says nothing of a text that proves nothing', () => {
    expect(
      findTopics(
        article({
          text: 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua erat.',
        }),
      ),
    ).toEqual([]);
    expect(findTopics(article({ url: 'no address', keywords: ['sport'] }))).toEqual([]);
  });

  it('knows all 17 top codes in five languages', () => {
    expect(mediaTopics).toHaveLength(17);
    for (const topic of mediaTopics)
      expect([topic.en, topic.fr, topic.de, topic.es, topic.ar].every((label) => label.length > 2)).toBe(
        true,
      );
  });

  it.each([
    ['letters', 'a'.repeat(1_000_000)],
    ['words', 'goal '.repeat(200_000)],
    ['ideographs', '球'.repeat(1_000_000)],
  ])('reads only the beginning of a million %s', (_name, text) => {
    findTopics(article({ text: match }));
    const before = process.cpuUsage();
    findTopics(
      article({ title: text, text, section: text, url: `https://paper.example/${text}/x`, keywords: [text] }),
    );
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
