import { describe, expect, it } from '@jest/globals';
import { findDate, otherReading } from './find-date.ts';

describe('findDate', () => {
  it.each([
    ['2026-03-12T18:40:00+01:00', '2026-03-12', 18 * 3600 + 40 * 60, 60],
    ['Thu, 12 Mar 2026 18:40:05 GMT', '2026-03-12', 18 * 3600 + 40 * 60 + 5, 0],
    ['Published March 12, 2026 at 6:40 pm EST', '2026-03-12', 18 * 3600 + 40 * 60, -300],
    ['12. März 2026, 18:40 Uhr', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['Stand: 12.03.2026 | 18:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['Publié le 12 mars 2026 à 18h40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['12 de marzo de 2026', '2026-03-12', undefined, undefined],
    ['giovedì 12 marzo 2026', '2026-03-12', undefined, undefined],
    ['12 de março de 2026 às 18h40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['2026年3月12日 18:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['입력 2026.03.12 18:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['2026년 3월 12일 오후 6:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['2026年3月12日 18時40分', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['2026年03月12日18时40分', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['2026年3月12日 午後6時40分', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['2026年3月12日 午後6時半', '2026-03-12', 18 * 3600 + 30 * 60, undefined],
    ['2026年3月12日 午前0時5分', '2026-03-12', 5 * 60, undefined],
    ['2026年3月12日 凌晨12點10分', '2026-03-12', 10 * 60, undefined],
    ['2026年3月12日 中午12点20分', '2026-03-12', 12 * 3600 + 20 * 60, undefined],
    ['2026年3月12日 深夜11時', '2026-03-12', 23 * 3600, undefined],
    ['2026-03-12 晚上8:05', '2026-03-12', 20 * 3600 + 5 * 60, undefined],
    ['2026년 3월 12일 오후 6시 40분', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['2026년 3월 12일 밤 11시', '2026-03-12', 23 * 3600, undefined],
    ['12 марта 2026, 18:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['نشر في ١٢ مارس ٢٠٢٦', '2026-03-12', undefined, undefined],
    ['12. mars 2026 kl. 18:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['Published on 03/25/26', '2026-03-25', undefined, undefined],
    ['12.16.2025', '2025-12-16', undefined, undefined],
    ['4 de mar. de 2026', '2026-03-04', undefined, undefined],
    ['4. listopada 2026.', '2026-10-04', undefined, undefined],
    ['4 listopada 2026', '2026-11-04', undefined, undefined],
    ['১২ মার্চ ২০২৬', '2026-03-12', undefined, undefined],
    ['12 มี.ค. 2569 18:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['12/03/2569', '2026-03-12', undefined, undefined],
    ['令和8年3月12日', '2026-03-12', undefined, undefined],
    ['平成元年4月1日 ... 2026-03-12', '2026-03-12', undefined, undefined],
    ['中華民國115年3月12日', '2026-03-12', undefined, undefined],
    ['۲۱ اسفند ۱۴۰۴', '2026-03-12', undefined, undefined],
    ['تاریخ: 1404/12/21 - 18:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['۳۰ اسفند ۱۴۰۳', '2025-03-20', undefined, undefined],
    ['Πέμπτη 12 Μάρτη 2026', '2026-03-12', undefined, undefined],
    ['3 Γενάρη 2026 18:40', '2026-01-03', 18 * 3600 + 40 * 60, undefined],
    ['12 ΜΑΡΤΙΟΥ 2026', '2026-03-12', undefined, undefined],
    ['12 mar 26 18:40', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['Do, 12. März 26, 18:40 Uhr', '2026-03-12', 18 * 3600 + 40 * 60, undefined],
    ['20260312184005', '2026-03-12', 18 * 3600 + 40 * 60 + 5, undefined],
  ])('reads %s', (text, day, time, offset) => {
    expect(findDate(text)).toMatchObject({
      day,
      ...(time === undefined ? {} : { time }),
      ...(offset === undefined ? {} : { offset }),
    });
  });

  it('takes the first number for the month only where it must or is told to', () => {
    expect(findDate('3/12/2026')?.day).toBe('2026-12-03');
    expect(findDate('3/12/2026', 'month-first')?.day).toBe('2026-03-12');
    expect(findDate('3/25/2026')?.day).toBe('2026-03-25');
  });

  it('knows the other day that numbers alone may mean', () => {
    expect(otherReading('3/12/2026', 'day-first')).toBe('2026-03-12');
    expect(otherReading('3/12/2026', 'month-first')).toBe('2026-12-03');
    expect(otherReading('3/25/2026', 'day-first')).toBeUndefined();
    expect(otherReading('3/3/2026', 'day-first')).toBeUndefined();
    expect(otherReading('12.3.2026', 'day-first')).toBeUndefined();
  });

  it.each([
    '',
    'no date here',
    '31.02.2026',
    '99/99/2026',
    'version 1.2.3',
    'call 555-1234',
    '1404/12/21',
    '۳۱ اسفند ۱۴۰۴',
  ])('finds none in %j', (text) => {
    expect(findDate(text)).toBeUndefined();
  });
});
