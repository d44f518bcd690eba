import { describe, expect, it } from '@jest/globals';
import { differencesOf, missingOf } from './recorded-pages.ts';

describe('readings of recorded pages', () => {
  it('lack what a test names, or are no article', () => {
    const found = { outcome: 'article', title: 'A', blocks: ['paragraph: one two'] };
    expect(missingOf({ title: 'A', contains: ['one', 'A'] }, found)).toEqual([]);
    expect(missingOf({ title: 'B', contains: ['three'] }, found)).toEqual([
      '- title: "B"',
      '+ title: "A"',
      '- contains: "three"',
    ]);
    expect(missingOf({ contains: [] }, { outcome: 'too-short' })).toEqual([
      '- outcome: "article"',
      '+ outcome: "too-short"',
    ]);
  });

  it('differences name the field, what was expected and what was found', () => {
    expect(
      differencesOf(
        { title: 'A', blocks: ['p: one', 'p: two'], authors: ['x'] },
        { title: 'B', blocks: ['p: two', 'p: three'], authors: ['x'], section: 'News' },
      ),
    ).toEqual([
      '- title: "A"',
      '+ title: "B"',
      '- blocks: p: one',
      '+ blocks: p: three',
      '- section: (nothing)',
      '+ section: "News"',
    ]);
    expect(differencesOf({ blocks: ['a', 'b'] }, { blocks: ['b', 'a'] })).toEqual([
      '~ blocks: in another order, or less often',
    ]);
  });
});
