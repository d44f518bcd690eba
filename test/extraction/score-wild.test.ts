import { describe, expect, it } from '@jest/globals';
import type { Gold, Pack } from '../../bench/extraction/pack.ts';
import { scoreWild, unreadPages } from '../../bench/extraction/score-wild.ts';
import type { Run } from '../../bench/extraction/score-run.ts';

/** A text of different words. */
const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).join(' ');

const gold: readonly Gold[] = [
  { id: 'short', set: 'webs', language: 'en', body: words('a', 100), title: 'One', dates: ['2026-03-01'] },
  { id: 'long', set: 'daniel', language: 'ru', body: words('b', 200), authors: ['Ada Moss'] },
  { id: 'broken', set: 'webs', language: 'ru', body: words('c', 200) },
  { id: 'tiny', set: 'webs', language: 'en', body: words('d', 30) },
  { id: 'weak', set: 'newspaper', language: 'en', body: words('e', 200), title: 'Two' },
];
const pack: Pack = {
  folder: '',
  hash: '',
  gold,
  pages: gold.map(({ id, set }) => ({
    id,
    set,
    html: '',
    bytes: 0,
    url: id === 'long' ? 'https://news.known.example/a' : 'https://new.example/a',
  })),
};
const run: Run = new Map(
  [
    { id: 'short', text: words('a', 100), title: 'one!', published: '2026-03-01T10:00:00Z' },
    { id: 'long', text: `${words('b', 200)} ${words('x', 200)}`, authors: ['By Ada Moss', 'Bela Quist'] },
    { id: 'broken', text: words('x', 200) },
    { id: 'weak', text: '', title: 'Three' },
  ].map((line) => [line.id, line]),
);

describe('the scorer of wild', () => {
  it('leaves out gold that no run comes near, of pages that are judged', () =>
    expect(unreadPages(gold, [run, new Map()])).toEqual(['broken']));

  it('judges bodies of sets with good gold, and titles, dates and authors of all', () => {
    const figures = scoreWild(pack, run, { leftOut: ['broken'], seenSites: new Set(['known.example']) });
    const values = Object.entries(figures).map(([row, { value, pages }]) => [row, value.toFixed(2), pages]);
    expect(values).toEqual([
      ['wild.body', '0.83', 2],
      ['wild.new_sites', '1.00', 1],
      ['wild.short', '1.00', 1],
      ['wild.language.other', '0.83', 2],
      ['wild.title', '0.50', 2],
      ['wild.date', '1.00', 1],
      ['wild.authors', '0.67', 1],
    ]);
  });

  it('gives no figure for what a run never says', () =>
    expect(
      Object.keys(
        scoreWild(pack, new Map([['long', { id: 'long', text: 'b0' }]]), {
          leftOut: [],
          seenSites: new Set(),
        }),
      ),
    ).not.toContain('wild.title'));
});
