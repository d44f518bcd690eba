import { describe, expect, it } from '@jest/globals';
import { entityMethod, entitySpans, hasForeignTagger } from './entity-spans.ts';
import { namesInCapitals } from './names-in-capitals.ts';

const found = (text: string, language: string): string[] =>
  entitySpans(text, language).map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`);

type Row = readonly [language: string, text: string, names: readonly string[]];
/** What the rules find, and the tagger with them. */
const known: readonly Row[] = [
  [
    'es',
    'El presidente Pedro Sánchez viajó a Londres para reunirse con la Comisión Europea y el Banco Santander.',
    ['Pedro Sánchez/PER', 'Londres/LOC', 'Comisión Europea/ORG', 'Banco Santander/ORG'],
  ],
  [
    'fr',
    'Le président Emmanuel Roche a rencontré les Nations unies à Moscou. Le Royaume-Uni attend.',
    ['Emmanuel Roche/PER', 'Nations unies/ORG', 'Moscou/LOC', 'Royaume-Uni/LOC'],
  ],
];

describe('entitySpans', () => {
  it('finds names in English', () => {
    expect(
      found('The chairman of Siemens, Peter Larsen, flew from Munich to Nigeria on Monday.', 'en'),
    ).toEqual(['Siemens/ORG', 'Peter Larsen/PER', 'Munich/LOC', 'Nigeria/LOC']);
    expect(found('The office of the State Council Zhang Xiaoming agreed with the plan.', 'en')).toEqual([
      'State Council/ORG',
      'Zhang Xiaoming/PER',
    ]);
    expect(found('The police searched Orvane Moving & Storage LLC last week.', 'en')).toEqual([
      'Orvane Moving & Storage LLC/ORG',
    ]);
  });
  it('takes neither articles nor possessives nor days nor peoples for parts of names', () => {
    expect(found("On Tuesday the French said that Germany's Social Democrats would wait.", 'en')).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Tuesday|French|'s/)]),
    );
  });
  it('gives offsets in rising order that do not overlap', () => {
    const spans = entitySpans('😀 Anna Larsen of Oslo met Bob Stone of the World Bank in Lima, Peru.', 'en');
    spans.forEach((span, index) => expect(span.start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0));
    expect(spans.length).toBeGreaterThan(3);
  });
  it.each<Row>([
    ...known,
    [
      'de',
      'Die Siemens AG baut ein Werk in München, sagte Anna Schmidt der Weltbank.',
      ['Siemens AG/ORG', 'München/LOC', 'Anna Schmidt/PER', 'Weltbank/ORG'],
    ],
    [
      'ru',
      'Министр Сергей Павлов выступил в Казани. Газпром подписал договор с Китаем.',
      ['Сергей Павлов/PER', 'Казани/LOC', 'Газпром/ORG', 'Китаем/LOC'],
    ],
    [
      'ar',
      'قال الرئيس عبد الفتاح في القاهرة إن الأمم المتحدة سترسل وفدا إلى باريس وبغداد.',
      ['عبد الفتاح/PER', 'القاهرة/LOC', 'الأمم المتحدة/ORG', 'باريس/LOC', 'بغداد/LOC'],
    ],
    [
      'zh',
      '国家主席习近平在北京会见了法国代表。世界卫生组织表示欢迎。',
      ['习近平/PER', '北京/LOC', '法国/LOC', '世界卫生组织/ORG'],
    ],
    [
      'ja',
      '山田首相は東京で国連の代表と会談した。トヨタ自動車はドイツに工場を建てる。',
      ['山田/PER', '東京/LOC', '国連/ORG', 'トヨタ自動車/ORG', 'ドイツ/LOC'],
    ],
    [
      'ko',
      '김민수 의원은 서울에서 유엔 대표를 만났다. 삼성전자는 베트남에 공장을 짓는다.',
      ['김민수/PER', '서울/LOC', '유엔/ORG', '삼성전자/ORG', '베트남/LOC'],
    ],
    [
      'zh',
      '人民大会代表周立民告诉记者，刘文华教授认为可行。香港安達科技有限公司與北京交通大学合作，总统马克龙和巴尔加斯·略萨到访。',
      [
        '周立民/PER',
        '刘文华/PER',
        '香港安達科技有限公司/ORG',
        '北京交通大学/ORG',
        '马克龙/PER',
        '巴尔加斯·略萨/PER',
      ],
    ],
    [
      'ja',
      '長野県白山町で3日、佐藤健一さん（45）が話した。アナ・ロペス選手と田中議員が参加し、東西大学の山本一郎教授も来た。メディアも来た。',
      [
        '長野県/LOC',
        '白山町/LOC',
        '佐藤健一/PER',
        'アナ・ロペス/PER',
        '田中/PER',
        '東西大学/ORG',
        '山本一郎/PER',
      ],
    ],
    [
      'ko',
      '배우 이서준은 위해 미리 왔다. 박지훈 외교부 장관과 바이든 대통령이 만났다. 고양이가 경기 전 공주처럼 잤다.',
      ['이서준/PER', '박지훈/PER', '외교부/ORG', '바이든/PER'],
    ],
    [
      'hi',
      'मुख्यमंत्री अजय देवरा ने लखनऊ में कहा कि सुनील शर्मा और मोहम्मद आसिफ कांग्रेस में हैं।',
      ['अजय देवरा/PER', 'लखनऊ/LOC', 'सुनील शर्मा/PER', 'मोहम्मद आसिफ/PER', 'कांग्रेस/ORG'],
    ],
    [
      'ar',
      'التقى الرئيس الأمريكي دونالد هاريس مع محمد بن سالم في جامعة بغداد، وقالت وزارة الخارجية إنها ترحب.',
      ['دونالد هاريس/PER', 'محمد بن سالم/PER', 'جامعة بغداد/ORG', 'وزارة الخارجية/ORG'],
    ],
    [
      'th',
      'นายสมชาย ใจดีมาก กล่าวที่จังหวัดเชียงราย ว่ากระทรวงการคลังจะช่วย นายกรัฐมนตรีเห็นด้วย',
      ['สมชาย ใจดีมาก/PER', 'เชียงราย/LOC', 'กระทรวงการคลัง/ORG'],
    ],
    [
      'ru',
      'Президент США Артур Смит и Ольга Петрова говорили в Самарской области. Судно «Казань» вышло из порта, сообщил Роспотребнадзор.',
      ['США/LOC', 'Артур Смит/PER', 'Ольга Петрова/PER', 'Самарской области/LOC', 'Роспотребнадзор/ORG'],
    ],
  ])('finds names by gazetteers in %s, never surer than 0.6', (language, text, names) => {
    const spans = hasForeignTagger(language) ? namesInCapitals(text, language) : entitySpans(text, language);
    expect(spans.map(({ start, end, kind }) => `${text.slice(start, end)}/${kind}`)).toEqual(names);
    expect(Math.max(...spans.map(({ confidence }) => confidence))).toBeLessThanOrEqual(0.6);
  });
  it.each<Row>([
    ...known,
    [
      'de',
      'Die CDU-Abgeordnete Karin Vogt besuchte das Werk der Orvano AG in Köln.',
      ['CDU/ORG', 'Karin Vogt/PER', 'Orvano AG/ORG', 'Köln/LOC'],
    ],
    [
      'fr',
      'Le maire d’Aix-en-Provence, Jean‑Luc Fournier, reçoit la ministre à Saint-Germain-en-Laye.',
      ['Aix-en-Provence/LOC', 'Jean‑Luc Fournier/PER', 'Saint-Germain-en-Laye/LOC'],
    ],
    [
      'ru',
      'Министр Сергей Павлов выступил в Самарской области. Газпром подписал договор с Китаем.',
      ['Сергей Павлов/PER', 'Самарской области/LOC', 'Газпром/ORG', 'Китаем/LOC'],
    ],
  ])('reads names with the rules as witnesses in %s', (language, text, names) => {
    expect(found(text, language)).toEqual(names);
  });
  it('leaves the form of address before a name, and gives inflected names their base', () => {
    expect(found('Hier, Mme Lise Fournier a parlé à Rouen.', 'fr')).toContain('Lise Fournier/PER');
    const text = 'Об этом журналистам рассказали Сергею Павлову в Москве.';
    const person = entitySpans(text, 'ru').find(({ kind }) => kind === 'PER');
    expect(person).toMatchObject({ base: 'Сергей Павлов', isByRules: true });
  });
  it('says by which method a language is read', () => {
    expect([entityMethod('en-GB'), entityMethod('de')]).toEqual(['crf/4', 'crf-foreign/1']);
    expect([entityMethod('zh-Hant'), entityMethod('th')]).toEqual(['gazetteer/4', 'gazetteer/4']);
  });
});
