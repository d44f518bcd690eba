import { describe, expect, it } from '@jest/globals';
import { revisitKeys } from '@newsmill/fetch';
import { viewRevisits } from './view-revisits.ts';

const hour = 3_600_000;
/** Entries of the state: visits and changes of the classes of age, in their order. */
function counted(...pairs: readonly (readonly [looked: number, changed: number])[]) {
  const keys = revisitKeys('paper');
  return new Map(
    pairs.flat().flatMap((count, at) => (count === 0 ? [] : [[keys[at] ?? '', String(count)] as const])),
  );
}

describe('what later visits of pages found', () => {
  it('is told by the age of the pages, with what follows from it', () => {
    expect(viewRevisits('paper', counted([40, 12], [40, 2], [100, 1], [7, 0]))).toEqual({
      observed: 187,
      changed: 15,
      byAge: [
        { fromMs: 0, toMs: 3 * hour, observed: 40, changed: 12, plan: 'added' },
        { fromMs: 3 * hour, toMs: 12 * hour, observed: 40, changed: 2, plan: 'kept' },
        { fromMs: 12 * hour, toMs: 48 * hour, observed: 100, changed: 1, plan: 'left-out' },
        { fromMs: 48 * hour, observed: 7, changed: 0, plan: 'unknown' },
      ],
      says: '15 of 187 visits to known pages found another text (by age of the page: up to 3 h: 12 of 40; 3 h to 12 h: 2 of 40; 12 h to 2 days: 1 of 100; over 2 days: 0 of 7). At these ages one page in eight is visited again: 12 h to 2 days; all are once more at the last age. After a visit at these ages, but the last, comes another one: up to 3 h.',
    });
  });
  it('is absent where nothing was visited twice, and says nothing of other sources', () => {
    expect(viewRevisits('paper', new Map())).toBeUndefined();
    expect(viewRevisits('herald', counted([40, 12]))).toBeUndefined();
  });
  it('names no age where too little is known', () => {
    expect(viewRevisits('paper', counted([1, 0]))?.says).toBe(
      '0 of 1 visit to known pages found another text (by age of the page: up to 3 h: 0 of 1).',
    );
  });
});
