import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { findDates } from './find-dates.ts';

const wednesday = '2026-03-04T12:00:00Z';
const found = (text: string, language = 'en', published: string | undefined = wednesday) =>
  findDates({ text, language, published }).map(({ from, to }) =>
    to === undefined ? from : `${from}..${to}`,
  );

describe('findDates', () => {
  it.each([
    ['The vote on Wednesday was close.', ['2026-03-04']],
    ['The vote was on Thursday.', ['2026-02-26']],
    ['The vote will be on Thursday.', ['2026-03-05']],
    ['They said on Friday that they will vote next week.', ['2026-02-27', '2026-W11']],
    ['On Friday, March 6, at 2:30 p.m. the session opens.', ['2026-03-06T14:30']],
    ['It closed on 12 March 1987, then on 9/11/2001.', ['1987-03-12', '2001-09-11']],
    ['from 28 December to 3 January 2027', ['2026-12-28..2027-01-03']],
    [
      'between 2019 and 2023, in the late 1990s, in the 20th century',
      ['2019..2023', '1990..1999', '1901..2000'],
    ],
    ['in the third quarter of last year', ['2025-07..2025-09']],
    ['by the end of next year', ['2027']],
    ['The strike ended in December.', ['2025-12']],
    ['The ship will sail in November.', ['2026-11']],
    ['Dec. 25 is near.', ['2025-12-25']],
    ['Sunday, March 1', ['2026-03-01']],
    ['over the past three years', []],
    ['The plan may fail, and April Jones may march.', []],
    ['Rovers won 3-5 in version 2.10.3, see pages 12-15.', []],
    ['In 2000 homes the light went out.', []],
  ])('reads %j', (text, dates) => expect(found(text)).toEqual(dates));

  it.each([
    ['de', 'Am 3. März und am kommenden Freitag', ['2026-03-03', '2026-03-06']],
    ['de', 'Die Firma wurde 2011 gegründet.', ['2011']],
    ['fr', 'du 3 au 5 juillet, le lundi exclu', ['2026-07-03..2026-07-05']],
    ['es', 'en los años 90 y en el siglo XIX', ['1990..1999', '1801..1900']],
    ['pt', 'de segunda a quinta-feira da semana que vem', ['2026-03-09..2026-03-12']],
    ['ru', 'два года назад, в 2019–2020 годах', ['2024', '2019..2020']],
    ['ja', '令和8年3月4日、昭和元年、来年', ['2026-03-04', '1926', '2027']],
    [
      'zh',
      '上周五下午3点，下周一至周四，本世纪20年代',
      ['2026-02-27T15:00', '2026-03-09..2026-03-12', '2020..2029'],
    ],
    ['ko', '지난주 금요일, 2026년 3월 4일 오후 3시', ['2026-02-27', '2026-03-04T15:00']],
    ['ar', 'في ١٢ أبريل ٢٠٢٦', ['2026-04-12']],
    ['tr', '3 Mart 2026, geçen hafta', ['2026-03-03', '2026-W09']],
    ['pl', 'w zeszłym roku, 5 maja 2024 r.', ['2025', '2024-05-05']],
    ['sv', 'i fjol och den 5 maj 2024', ['2025', '2024-05-05']],
    ['uk', 'минулого року, 5 травня 2024 року', ['2025', '2024-05-05']],
    ['cs', 'vloni a 5. května 2024', ['2025', '2024-05-05']],
    ['fi', '5.3.2026', ['2026-03-05']],
  ])('reads %s: %s', (language, text, dates) => expect(found(text, language)).toEqual(dates));

  it('tries the languages of the script where none is named', () => {
    expect(findDates({ text: 'hier, le 3 mars 2026', published: wednesday }).map(({ from }) => from)).toEqual(
      ['2026-03-03', '2026-03-03'],
    );
    expect(
      findDates({ text: 'вчера', language: 'und', published: wednesday }).map(({ from }) => from),
    ).toEqual(['2026-03-03']);
  });
  it('finds only dates with a year where the publication is not known', () => {
    expect(
      findDates({ text: 'On Friday, on March 3, in 2019 and on 4 May 2020.', language: 'en' }).map(
        ({ from }) => from,
      ),
    ).toEqual(['2019', '2020-05-04']);
  });
  it('says where a date stands and which part of it is meant', () => {
    expect(findDates({ text: 'It opens in early June.', language: 'en', published: wednesday })).toEqual([
      { text: 'early June', start: 12, end: 22, from: '2026-06', precision: 'month', part: 'early' },
    ]);
  });
  it('stands by the labelled sentences', () => {
    const rows = readFileSync(
      new URL('../../../../bench/enrichment/sets/dates-200.jsonl', import.meta.url),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const right = rows.filter(({ text, lang, reference, dates }) => {
      const mentions = findDates({ text, language: lang, published: reference });
      return (
        mentions.length === dates.length &&
        dates.every(
          (gold: { from: string[]; to?: string }, index: number) =>
            gold.from.includes(mentions[index]!.from) && gold.to === mentions[index]!.to,
        )
      );
    });
    expect(right.length / rows.length).toBeGreaterThanOrEqual(0.97);
  });
  it.each([
    '3 ',
    '3-',
    '2026-03-',
    'on Monday ',
    'last week to ',
    'from 3 to ',
    '1.1.',
    '年',
    '3月',
    'the the ',
    '(2020-',
    "d'",
    'März 3. ',
  ])('reads a megabyte of %j in little time', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    for (const language of ['en', 'de', 'zh'])
      expect(findDates({ text, language, published: wednesday }).length).toBeLessThanOrEqual(200);
  });
});
