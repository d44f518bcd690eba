import { describe, expect, it } from '@jest/globals';
import { fallen, raiseFloors, readFloors } from '../../bench/extraction/floors.ts';
import { measureCleaner, type Measured } from '../../bench/extraction/measure.ts';
import { openPack, packFolder } from '../../bench/extraction/pack.ts';

const folder = packFolder();
const pack = folder === undefined ? undefined : openPack(folder);
const floors = readFloors();

describe('floors of article extraction', () => {
  const title = 'hold: no row of the table is worse than it was, out of fold and shipped';
  if (pack === undefined)
    it.skip(`${title} (skipped: the public cases are not beside the project)`, () => undefined);
  else if (floors !== undefined && floors.corpus !== pack.hash)
    it.skip(`${title} (skipped: the floors were measured on other cases than those beside the project)`, () =>
      undefined);
  else {
    it(title, () => {
      if (floors === undefined)
        throw new Error(
          'bench/extraction/floors.json is missing: npm run bench -- extraction --raise-floors',
        );
      const { measured } = measureCleaner(pack);
      expect({
        outOfFold: fallen(floors.outOfFold, measured.outOfFold),
        shipped: fallen(floors.shipped, measured.shipped),
      }).toEqual({ outOfFold: [], shipped: [] });
    }, 600_000);
  }

  const measured = (body: number, empty: number): Measured => {
    const figures = { news_body: { value: body, pages: 10 }, empty: { value: empty, pages: 10 } };
    return { outOfFold: figures, shipped: figures };
  };
  const first = raiseFloors(undefined, 'corpus', measured(0.9, 3));

  it('rise with what was measured, where less is better too', () => {
    expect(raiseFloors(first, 'corpus', measured(0.91234, 2))).toEqual({
      corpus: 'corpus',
      outOfFold: { news_body: 0.9123, empty: 2 },
      shipped: { news_body: 0.9123, empty: 2 },
    });
  });

  it.each([
    ['a lower row', 'corpus', measured(0.8998, 3), 'news_body is 0.8998, its floor 0.9'],
    ['more failures', 'corpus', measured(0.9, 4), 'empty is 4.0000, its floor 3'],
    [
      'a row that is no longer measured',
      'corpus',
      { outOfFold: {}, shipped: {} },
      'news_body is no longer measured',
    ],
    ['another corpus', 'other', measured(1, 0), 'figures of two corpora are not compared'],
  ])('refuse %s', (_, corpus, worse, reason) => {
    expect(() => raiseFloors(first, corpus, worse)).toThrow(reason);
  });
});
