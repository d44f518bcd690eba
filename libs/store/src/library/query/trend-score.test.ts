import { describe, expect, it } from '@jest/globals';
import type { Trend } from '@newsmill/contracts';
import { joinTrends } from './trend-score.ts';

const trend = (field: Trend['field'], value: string, score: number): Trend => ({
  field,
  value,
  count: 5,
  background: 5,
  score,
});

describe('joinTrends', () => {
  it('tells one thing once: as a place, not as a phrase too', () => {
    const joined = joinTrends(
      [
        [trend('place', 'Ruritania', 2)],
        [trend('keyPhrase', 'ferry strike', 4), trend('keyPhrase', 'ruritania', 3)],
      ],
      5,
    );
    expect(joined.map(({ field, value }) => [field, value])).toEqual([
      ['keyPhrase', 'ferry strike'],
      ['place', 'Ruritania'],
    ]);
  });
  it('tells as many phrases as are asked for beside the names', () => {
    const joined = joinTrends(
      [
        [trend('place', 'Ruritania', 2)],
        [trend('keyPhrase', 'ruritania', 3), trend('keyPhrase', 'ferry strike', 1)],
      ],
      1,
    );
    expect(joined.map(({ value }) => value)).toEqual(['Ruritania', 'ferry strike']);
  });
});
