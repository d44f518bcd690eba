import { describe, expect, it } from '@jest/globals';
import { barredNames } from './byline-names.ts';

describe('barredNames', () => {
  it.each([
    ['By Ada Moss and Ben Lark | Northgate Ledger | Updated: 3 May 2026', ['Ada Moss', 'Ben Lark']],
    ['서다온 기자 | 나루타임스 | 수정: 2026.05.06 14:25', ['서다온']],
    ['作者：周雨澄 | 金河晚报 | 2026年4月21日', ['周雨澄']],
    ['بقلم: سلوى القاسم | جريدة الواحة | 17 مايو 2026', ['سلوى القاسم']],
    ['Von Henrike Vossberg • 5. März 2026', ['Henrike Vossberg']],
  ])('takes the names of %j', (text, authors) => {
    expect(barredNames(text)).toEqual(authors);
  });

  it.each(['By the harbour | it was quiet', 'News | Sport | Weather', 'By Ada Moss', '|'.repeat(1_000)])(
    'takes no name of %j',
    (text) => {
      expect(barredNames(text)).toEqual([]);
    },
  );
});
