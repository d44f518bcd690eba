import { describe, expect, it } from '@jest/globals';
import { findMoney } from './find-money.ts';
import { findQuantities } from './find-quantities.ts';

const money = (text: string, language: string, country?: string) =>
  findMoney({ text, language, country }).map(
    ({ value, to, currency }) => `${value}${to === undefined ? '' : `..${to}`} ${currency}`,
  );
const quantities = (text: string, language: string) =>
  findQuantities({ text, language }).map(
    ({ value, to, unit }) => `${value}${to === undefined ? '' : `..${to}`} ${unit}`,
  );

describe('findMoney', () => {
  it.each([
    [
      'en',
      'between $20m and $30m, A$5, £1.2bn, Rs 1,200 crore, ₹12,00,000',
      ['20000000..30000000 USD', '5 AUD', '1200000000 GBP', '12000000000 INR', '1200000 INR'],
    ],
    [
      'en',
      'two hundred and fifty thousand dollars, 50 million Swiss francs, 7bn yuan',
      ['250000 USD', '50000000 CHF', '7000000000 CNY'],
    ],
    ['en', 'hundreds of thousands of dollars; shares rose from $3 to $5', ['3 USD', '5 USD']],
    ['en', 'He lost 20 pounds of weight and they won 3 games.', []],
    [
      'de',
      '20 bis 30 Mio. Euro, 1,2 Mrd. €, 2,3 Billionen Euro, fünfundzwanzigtausend Euro',
      ['20000000..30000000 EUR', '1200000000 EUR', '2300000000000 EUR', '25000 EUR'],
    ],
    [
      'fr',
      '2 300 milliards d’euros, 25 M€, quatre-vingt-dix-neuf euros, 40 milliards de francs CFA',
      ['2300000000000 EUR', '25000000 EUR', '99 EUR', '40000000000 XOF'],
    ],
    [
      'es',
      '2,3 billones de euros, 3 mil millones de dólares, 1.200 millones de euros',
      ['2300000000000 EUR', '3000000000 USD', '1200000000 EUR'],
    ],
    ['pt', 'R$ 4,5 milhões, 1,2 bilhão de dólares, por 3.190$00', ['4500000 BRL', '1200000000 USD']],
    ['ru', '20–30 млн долларов, пять тысяч рублей, в 1932 р.', ['20000000..30000000 USD', '5000 RUB']],
    [
      'ja',
      '4億5000万円、20億～30億円、12億ドル',
      ['450000000 JPY', '2000000000..3000000000 JPY', '1200000000 USD'],
    ],
    ['zh', '4.5亿元、两百万英镑、¥300、20世纪元老', ['450000000 CNY', '2000000 GBP', '300 CNY']],
    ['ko', '3000억원, 1조원, 70달러', ['300000000000 KRW', '1000000000000 KRW', '70 USD']],
  ])('reads %s: %s', (language, text, sums) => expect(money(text, language)).toEqual(sums));
  it('takes a bare sign as money of the country of the publisher', () => {
    expect([
      money('$5', 'en', 'AU'),
      money('$5', 'en', 'CA'),
      money('$500', 'es', 'MX'),
      money('500 pesos', 'es', 'AR'),
      money('500 pesos', 'es'),
    ]).toEqual([['5 AUD'], ['5 CAD'], ['500 MXN'], ['500 ARS'], []]);
  });
  it('says where a sum stands', () => {
    expect(findMoney({ text: 'It cost $4.5 million.', language: 'en' })).toEqual([
      { text: '$4.5 million', start: 8, end: 20, value: 4_500_000, currency: 'USD' },
    ]);
  });
});

describe('findQuantities', () => {
  it.each([
    [
      'en',
      '5 to 10 miles, minus 12 degrees Celsius, 150 mph, 33 Chinese people, 6.2 per cent',
      ['5..10 [mi_i]', '-12 Cel', '150 [mi_i]/h', '33 people', '6.2 %'],
    ],
    ['en', 'a barrel, one person, a crowd of children, 2 m&ms, in 4K on 5G, 7° place', []],
    [
      'de',
      '1,2 Kilometer, 2.500 Hektar, 150 km/h, 120 verletzt',
      ['1.2 km', '2500 har', '150 km/h', '120 people'],
    ],
    ['fr', 'deux millions d’habitants, 3 millions de tonnes', ['2000000 people', '3000000 t']],
    ['ja', '37人、1.2キロ、38度、3度目', ['37 people', '1.2 km', '38 Cel']],
  ])('reads %s: %s', (language, text, amounts) => expect(quantities(text, language)).toEqual(amounts));
  it.each(['3 ', '1,', '1.000.', '$', 'two ', 'mil ', '三百', '20 to 30 ', '5 m ', 'zwei und '])(
    'reads a megabyte of %j in little time',
    (piece) => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      for (const language of ['en', 'de', 'zh', 'fr']) {
        expect(findMoney({ text, language }).length).toBeLessThanOrEqual(200);
        expect(findQuantities({ text, language }).length).toBeLessThanOrEqual(300);
      }
    },
  );
});
