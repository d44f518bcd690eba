import { describe, expect, it } from '@jest/globals';
import { Source } from '@newsmill/contracts';
import { pageItem } from './frontier-items.ts';
import { troubleWithDates } from './trouble-with-dates.ts';

const now = Date.UTC(2026, 10, 27, 12);
const source = Source.parse({
  id: 'paper',
  name: 'Paper',
  channels: [{ url: 'https://paper.example/feed' }],
});
function page(published: string) {
  const entry = { url: `https://paper.example/${published}`, authors: [], categories: [], published };
  return pageItem(source, entry, now) ?? [];
}

describe('troubleWithDates', () => {
  it('sees a clock that is far from ours, not an answer that a cache says it has kept', () => {
    const date = 'Fri, 27 Nov 2026 09:00:00 GMT';
    expect(troubleWithDates({ date }, [], now)).toEqual([
      { name: 'clock-wrong', detail: 'it is 3 h behind that of this machine' },
    ]);
    expect(troubleWithDates({ date, age: '10800' }, [], now)).toEqual([]);
    expect(troubleWithDates({ date: 'Fri, 27 Nov 2026 12:05:00 GMT' }, [], now)).toEqual([]);
    expect(troubleWithDates({}, [], now)).toEqual([]);
  });
  it('counts entries of the future; a zone that was left out is none', () => {
    const pages = ['2026-12-24T08:00:00Z', '2026-11-27T20:00:00Z', '2026-11-27T08:00:00Z'].map(page).flat();
    expect(troubleWithDates({}, pages, now)).toEqual([{ name: 'future-dates', detail: '1 of 3 entries' }]);
  });
});
