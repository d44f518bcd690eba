import { describe, expect, it } from '@jest/globals';
import { findDateline, textBehindDateline } from './find-dateline.ts';

const published = '2026-03-05T08:00:00Z';

/** Beginnings of reports: place, agency and day of the dateline. */
const datelines: readonly (readonly [string, string?, string?, string?])[] = [
  ['LONDON, March 4 (Reuters) - The river rose again.', 'London', 'Reuters', '2026-03-04'],
  ['PARIS (AFP) — Le fleuve monte.', 'Paris', 'AFP', undefined],
  ['Berlin (dpa) - Der Fluss steigt.', 'Berlin', 'dpa', undefined],
  ['Berlin/Hamburg (dpa/lno) – Der Fluss steigt.', 'Berlin/Hamburg', 'dpa/lno', undefined],
  ['Frankfurt am Main (dpa) - Der Fluss steigt.', 'Frankfurt am Main', 'dpa', undefined],
  ['BERLIN, 4. März (Reuters) - Der Fluss steigt.', 'Berlin', 'Reuters', '2026-03-04'],
  ['MADRID, 4 mar (EFE).- El río crece.', 'Madrid', 'EFE', '2026-03-04'],
  ['Madrid, 4 mar (EFE).- El río crece.', 'Madrid', 'EFE', '2026-03-04'],
  ['MADRID, 4 Mar. (EUROPA PRESS) - El río crece.', 'Madrid', 'EUROPA PRESS', '2026-03-04'],
  ['МОСКВА, 4 марта - РИА Новости. Река поднялась.', 'Москва', 'РИА Новости', '2026-03-04'],
  ['МОСКВА, 4 мар — РИА Новости. Река поднялась.', 'Москва', 'РИА Новости', '2026-03-04'],
  ['МОСКВА, 4 марта. /ТАСС/. Река поднялась.', 'Москва', 'ТАСС', '2026-03-04'],
  ['Москва. 4 марта. INTERFAX.RU - Река поднялась.', 'Москва', 'INTERFAX.RU', '2026-03-04'],
  ['【新华社北京3月4日电】河水上涨。', '北京', '新华社', '2026-03-04'],
  ['新华社北京3月4日电（记者李明）河水上涨。', '北京', '新华社', '2026-03-04'],
  ['中新网上海3月4日电 河水上涨。', '上海', '中新网', '2026-03-04'],
  ['（中央社台北4日電）河水上漲。', '台北', '中央社', '2026-03-04'],
  ['(서울=연합뉴스) 김철수 기자 = 강물이 불었다.', '서울', '연합뉴스', undefined],
  ['[서울=뉴시스] 강물이 불었다.', '서울', '뉴시스', undefined],
  ['東京 時事 川が増水した。', '東京', '時事', undefined],
  ['【ロンドン共同】川が増水した。', 'ロンドン', '共同', undefined],
  ['[東京 4日 ロイター] - 川が増水した。', '東京', 'ロイター', '2026-03-04'],
  ['【ワシントン＝田中太郎】川が増水した。', 'ワシントン', undefined, undefined],
  ['(ANSA) - ROMA, 4 MAR - Il fiume sale.', 'Roma', 'ANSA', '2026-03-04'],
  ['Roma, 4 mar. (askanews) - Il fiume sale.', 'Roma', 'askanews', '2026-03-04'],
  ['Lisboa, 04 mar 2026 (Lusa) - O rio sobe.', 'Lisboa', 'Lusa', '2026-03-04'],
  ['SÃO PAULO (Reuters) - O rio sobe.', 'São Paulo', 'Reuters', undefined],
  ['RIO DE JANEIRO, 4 de março (Reuters) - O rio sobe.', 'Rio de Janeiro', 'Reuters', '2026-03-04'],
  ['DEN HAAG (ANP) - De rivier stijgt.', 'Den Haag', 'ANP', undefined],
  ['WASHINGTON (AP) — The river rose again.', 'Washington', 'AP', undefined],
  ['WASHINGTON — The river rose again.', 'Washington', undefined, undefined],
  ['TOPEKA, Kan. (AP) — The river rose again.', 'Topeka', 'AP', undefined],
  ['TOPEKA, Kan. -- The river rose again.', 'Topeka', undefined, undefined],
  ['KANDAHAR, Afghanistan : The river rose again.', 'Kandahar', undefined, undefined],
  ['HYDERABAD: The river rose again.', 'Hyderabad', undefined, undefined],
  ['KUALA LUMPUR : The river rose again.', 'Kuala Lumpur', undefined, undefined],
  ['TURIN, March 4: The river rose again.', 'Turin', undefined, '2026-03-04'],
  ['NEW YORK, March 4, 2026 /PRNewswire/ -- Northwind today said.', 'New York', 'PRNewswire', '2026-03-04'],
  ['JERUSALEM/GAZA, Dec 30 (Reuters) - Talks resumed.', 'Jerusalem/Gaza', 'Reuters', '2025-12-30'],
  ['SPRINGFIELD, March 4 - The river rose again.', 'Springfield', undefined, '2026-03-04'],
  ['ANKARA (AA) - Nehir yükseldi.', 'Ankara', 'AA', undefined],
  ['By Lisa Berg   SAN FRANCISCO (Reuters) - The river rose.', 'San Francisco', 'Reuters', undefined],
  ['By Lisa Berg\n\nSAN FRANCISCO (Reuters) - The river rose.', 'San Francisco', 'Reuters', undefined],
  ['القاهرة', undefined, undefined, undefined],
];

describe('findDateline', () => {
  it.each(datelines)('reads %s', (text, place, agency, date) => {
    const found = findDateline({ text, published });
    expect([found?.place, found?.agency, found?.date]).toEqual([place, agency, date]);
  });
  it.each([
    'London is bracing for rain on March 4, forecasters (Met Office) said - again.',
    'The river rose again on Wednesday.',
    'BREAKING - The river rose again.',
    'NATO — the alliance that was founded in 1949 — met again.',
    'Paris - the city of light - is dark tonight.',
    'Anna Berg (AP) was there when the river rose.',
    'TESLA — shares fell.',
    'LISA BERG: The river rose again.',
    'READING: The river rose again.',
    'USA: The river rose again.',
    'UPDATE, LIVE: The river rose again.',
    'Hyderabad: The river rose again.',
    'I - and nobody else - did it.',
    'Berlin, 4 March. The talks go on.',
    'COVID-19 cases rose again.',
    '北京3月4日下雨。',
    '東京で4日、会議が開かれた。',
    '(사진=연합뉴스) 강물이 불었다.',
    '',
  ])('finds none in %j', (text) => {
    expect(findDateline({ text, published })).toBeUndefined();
  });
  it('names no day without a year or a publication', () => {
    expect(findDateline({ text: 'LONDON, March 4 (Reuters) - Rain.' })).toEqual({
      place: 'London',
      agency: 'Reuters',
    });
  });
  it('reads a hostile beginning at once', () => {
    expect(findDateline({ text: `${'A B '.repeat(200_000)}(` })).toBeUndefined();
  });
});

describe('textBehindDateline', () => {
  it.each(datelines.filter(([, place]) => place !== undefined))('leaves the report behind %s', (text) => {
    expect(textBehindDateline(`${text} It falls.\n\nMore.`)).toMatch(
      /^(?:The river|Le fleuve|Der Fluss|El río|Река|河水|강물이|川が|Il fiume|O rio|De rivier|Northwind today|Talks|Nehir)/u,
    );
  });
  it.each([
    ['МОСКВА, 4 мар - РИА Новости, Анна Берг. Река поднялась.', 'Река поднялась.'],
    ['WYNNE, Ark. (AP) - Residents raced home.', 'Residents raced home.'],
    ['By Lisa Berg\n\nSAN  FRANCISCO   (Reuters) - The river rose.', 'The river rose.'],
    ['The river rose again on Wednesday.', 'The river rose again on Wednesday.'],
    ['LONDON, March 4 (Reuters) - Peace Talks Resume. More.', 'Peace Talks Resume. More.'],
    ['LONDON, March 4 (Reuters) - ', ''],
    ['', ''],
  ])('of %s', (text, behind) => {
    expect(textBehindDateline(text)).toBe(behind);
  });
});
