import { describe, expect, it } from '@jest/globals';
import { splitSentences } from './split-sentences.ts';

const cases: readonly (readonly [
  belief: string,
  language: string,
  sentences: readonly string[],
  glue?: string,
])[] = [
  ['titles and initials', 'en', ['Mr. Smith met Dr. J. K. Rowling in St. Louis.', 'She said no.']],
  ['a short form that ends a sentence', 'en', ['He works for Acme Inc.', 'The firm is old.']],
  [
    'a short form inside a sentence',
    'en',
    ['Acme Inc. Chief Executive Jane Roe resigned at 5 p.m. Monday.', 'It was late.'],
  ],
  [
    'countries with dots',
    'en',
    ['He moved to the U.S. in May.', 'The U.S. Senate agreed.', 'They left the U.S.', 'The war went on.'],
  ],
  ['quotes that close after the mark', 'en', ['“We won.”', '“Really?” he asked.', '"Yes!"', 'They left.']],
  [
    'numbers, addresses and dots in words',
    'en',
    ['Shares rose 3.5 percent to $1.20 at example.com yesterday.', 'Node.js fell.'],
  ],
  ['numbered lines', 'en', ['1. Wash the rice.', '2. Boil it.']],
  ['a number that ends a sentence', 'en', ['They won in 2019.', 'Nobody saw No. 7 leave.']],
  ['an ellipsis', 'en', ['He waited… and waited.', 'Nothing...', 'Then she came.']],
  [
    'ordinals in German',
    'de',
    ['Am 3. März kam z.B. Herr Dr. Müller.', 'Das war am 4. Oktober.', 'Er kostet 5 Mio. Euro.'],
  ],
  ['French titles', 'fr', ['M. Dupont a rencontré Mme. Martin.', '« Non ! »', 'Il est parti.']],
  [
    'Spanish marks that open',
    'es',
    ['El Sr. García llegó a EE.UU. en enero.', '¿Por qué?', '¡Nadie lo sabe!'],
  ],
  [
    'Russian short forms',
    'ru',
    ['Он родился в г. Москве в 1950 г. и уехал.', 'Зарплата 5 тыс. руб.', 'Это мало.'],
  ],
  ['Greek questions', 'el', ['Πού είναι;', 'Δεν ξέρω.']],
  ['Arabic', 'ar', ['أين الرئيس؟', 'وصل إلى القاهرة.', 'ثم غادر.']],
  ['Hindi', 'hi', ['वह दिल्ली गया।', 'डॉ. शर्मा मिले।']],
  ['Urdu', 'ur', ['وہ آیا۔', 'پھر گیا۔']],
  ['Chinese without spaces', 'zh', ['他来了。', '“你好！”', '她走了？', '是的。'], ''],
  ['a Japanese quote inside a sentence', 'ja', ['「行きます。」と彼は言った。', '次の日、帰った。'], ''],
  ['Armenian', 'hy', ['Նա եկավ։', 'Նա գնաց։']],
  ['paragraphs without marks', 'en', ['A heading', 'A line that\ngoes on.', 'The end'], '\n\n'],
];

describe('splitSentences', () => {
  it.each(cases)('knows %s', (_belief, language, sentences, glue = ' ') => {
    const text = sentences.join(glue);
    const found = splitSentences(text, language);
    expect(found.map((sentence) => sentence.text)).toEqual(sentences);
    for (const { text: sentence, start, end } of found) expect(text.slice(start, end)).toBe(sentence);
  });

  it('gives nothing for a text without characters', () => {
    expect(splitSentences(' \n\n ', 'en')).toEqual([]);
  });

  it('cuts a language without marks at spaces', () => {
    const clause = 'ก'.repeat(90);
    expect(splitSentences(`${clause} ${clause} ${clause}`, 'th')).toHaveLength(3);
  });

  it.each([
    ['full stops', '.'.repeat(1_000_000)],
    ['short words', 'a. '.repeat(333_000)],
    ['capitals', 'A.B.'.repeat(250_000)],
    ['quotes', '."'.repeat(500_000)],
    ['lines', '\n '.repeat(500_000)],
    ['spaces', ' '.repeat(1_000_000)],
  ])('stays linear on a million characters of %s', (_name, text) => {
    const before = process.cpuUsage();
    expect(splitSentences(text, 'en').length).toBeLessThanOrEqual(10_000);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(5_000);
  });
});
