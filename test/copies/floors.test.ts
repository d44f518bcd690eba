import { describe, expect, it } from '@jest/globals';
import { copyCases, measureCopies, readCopyFloors } from '../../bench/copies/bench-copies.ts';
import { fallen } from '../../bench/extraction/floors.ts';

const folder = copyCases();

describe('floors of copies and stories', () => {
  const title = 'hold: no row is worse than it was on the sites tuned on and on those kept back';
  if (folder === undefined)
    it.skip(`${title} (skipped: the public cases are not beside the project)`, () => undefined);
  else
    it(title, async () => {
      const { corpus, figures } = await measureCopies(folder);
      const floors = readCopyFloors();
      if (floors.corpus !== corpus)
        throw new Error('the floors are of other cases: npm run bench -- copies --raise-floors');
      expect(fallen(floors.rows, figures)).toEqual([]);
    }, 600_000);
});
