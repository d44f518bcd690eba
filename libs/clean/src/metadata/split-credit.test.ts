import { describe, expect, it } from '@jest/globals';
import { splitCredit } from './split-credit.ts';

describe('splitCredit', () => {
  it.each([
    ['The pier at low tide. PHOTO: HELEN MARSH/LEDGER', 'The pier at low tide.', 'HELEN MARSH/LEDGER'],
    ['The pier at low tide (Photo: Helen Marsh)', 'The pier at low tide', 'Helen Marsh'],
    ['Die Mole stand unter Wasser. Foto: Jan Harms', 'Die Mole stand unter Wasser.', 'Jan Harms'],
    ['工人在桥面铺设沥青。 图片来源：金河晚报', '工人在桥面铺设沥青。', '金河晚报'],
    ['도서관으로 바뀔 옛 제분소. [사진=나루타임스]', '도서관으로 바뀔 옛 제분소.', '나루타임스'],
    ['خزانات المحطة الجديدة. الصورة: هادي منصور', 'خزانات المحطة الجديدة.', 'هادي منصور'],
    ['© Helen Marsh', '', 'Helen Marsh'],
    ['HELEN MARSH/NORTHGATE LEDGER', '', 'HELEN MARSH/NORTHGATE LEDGER'],
    ['NATO/EU summit in the harbour', 'NATO/EU summit in the harbour', ''],
    ['The photo shows the pier in 1987.', 'The photo shows the pier in 1987.', ''],
  ])('parts %j', (text, caption, credit) => {
    expect(splitCredit(text)).toEqual({ caption, credit });
  });

  it('cuts a credit that is known from its element', () => {
    expect(splitCredit('The pier. Helen Marsh', 'Helen Marsh')).toEqual({
      caption: 'The pier.',
      credit: 'Helen Marsh',
    });
  });
});
