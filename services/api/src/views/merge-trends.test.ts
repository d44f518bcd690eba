import { describe, expect, it } from '@jest/globals';
import type { Trend, TrendField } from '@newsmill/contracts';
import { mergeTrends } from './merge-trends.ts';

const trend = (field: TrendField, value: string, score: number): Trend => ({
  field,
  value,
  score,
  count: 5,
  background: 6,
});
const shown = (items: readonly Trend[]) => mergeTrends(items).map(({ field, value }) => `${field} ${value}`);

describe('mergeTrends', () => {
  it('has one entry for what is a name and a phrase, at the place of the first, as the name', () => {
    expect(
      shown([
        trend('keyPhrase', 'sudan', 9),
        trend('place', 'Sudan', 5),
        trend('keyPhrase', 'night ferry', 4),
      ]),
    ).toEqual(['place Sudan', 'keyPhrase night ferry']);
  });
  it('takes the last name of a person for that person, and a word of a place for none', () => {
    expect(
      shown([
        trend('person', 'Mara Quill', 9),
        trend('keyPhrase', 'quill', 8),
        trend('place', 'Port Alder', 7),
        trend('keyPhrase', 'alder', 6),
      ]),
    ).toEqual(['person Mara Quill', 'place Port Alder', 'keyPhrase alder']);
  });
  it('does not mind accents and case, and keeps the greater of two kinds of name', () => {
    expect(
      shown([
        trend('place', 'São Paulo', 9),
        trend('organisation', 'Sao Paulo', 5),
        trend('topic', 'sport', 1),
      ]),
    ).toEqual(['place São Paulo', 'topic sport']);
  });
});
