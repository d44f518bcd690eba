import { describe, expect, it } from '@jest/globals';
import { frontPages, otherPages } from '../../fixtures/front-pages.ts';
import { learnList } from './learn-list.ts';

const at = 'https://paper.example/';
const item = (index: number, more = '') =>
  `<li><a href="/2026/05/02/story-${index}">Story of the day number ${index}</a>${more}</li>`;
const list = (count: number, more = '') =>
  `<ul>${Array.from({ length: count }, (_, index) => item(index, more)).join('')}</ul>`;

describe('learnList', () => {
  it.each(frontPages)('finds the articles of $name', ({ url, html, articles }) => {
    const found = learnList(html, { url }).map((entry) => entry.url);
    const wanted = new Set(articles.map((path) => new URL(path, url).href));
    const right = found.filter((address) => wanted.has(address));
    const wrong = found.filter((address) => !wanted.has(address));
    expect({
      wrong,
      missing: [...wanted].filter((address) => !found.includes(address)),
      precision: right.length / found.length >= 0.9,
      recall: right.length / wanted.size >= 0.9,
    }).toMatchObject({ precision: true, recall: true });
    expect(new Set(found).size).toBe(found.length);
  });
  it.each(otherPages)('finds none in $name', ({ url, html }) => {
    expect(learnList(html, { url })).toEqual([]);
  });
  it('takes the headline as title, also of a link around a whole card, and the time of the card', () => {
    const [cards, , blog, , , heavy] = frontPages.map(({ html, url }) => learnList(html, { url }));
    expect(cards?.[1]).toMatchObject({
      title: 'Ferry line returns after nine quiet winters',
      published: '2026-05-01T08:00:00.000Z',
    });
    expect(cards?.[0]?.published).toBeUndefined();
    expect(blog?.[2]).toMatchObject({
      title: 'Teachers and city agree on smaller classes',
      published: '2026-05-03T00:00:00.000Z',
    });
    expect(heavy?.[0]?.title).toBe('Council votes to rebuild the old harbour wall');
  });
  it('takes the time that follows a link where all stand in one element', () => {
    const html = Array.from(
      { length: 4 },
      (_, index) =>
        `<a href="/2026/05/02/story-${index}">Story of the day number ${index}</a> <time datetime="2026-05-0${index + 1}">x</time>`,
    ).join('');
    expect(learnList(html, { url: at }).map(({ published }) => published?.slice(0, 10))).toEqual([
      '2026-05-01',
      '2026-05-02',
      '2026-05-03',
      '2026-05-04',
    ]);
  });
  it('takes as many as asked for, in the order of the page, and none where there are fewer than three', () => {
    expect(learnList(list(9), { url: at, maxItems: 4 }).map(({ url }) => url.at(-1))).toEqual([
      '0',
      '1',
      '2',
      '3',
    ]);
    expect(learnList(list(2), { url: at })).toEqual([]);
  });
  it('is the same at every reading', () => {
    for (const { html, url } of frontPages)
      expect(learnList(html, { url })).toEqual(learnList(html, { url }));
  });
  it('survives deep nesting, many links and broken addresses', () => {
    expect(learnList(`${list(3)}${'<div class="menu">'.repeat(100_000)}`, { url: at })).toHaveLength(3);
    expect(
      learnList(
        list(20_000, '<a href="http://[">x</a><a href="/%E0%A4%A">y</a><a href="mailto:a@b.c">z</a>'),
        { url: at },
      ).length,
    ).toBeGreaterThan(4_000);
    expect(learnList(list(3), { url: 'nonsense' })).toEqual([]);
  });
});
