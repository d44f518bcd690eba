import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { faultTable } from '../../bench/fault/fault-table.ts';

const here = new URL('./', import.meta.url);
/** What each suite of faults does to an embedded mill. */
const done = readdirSync(here)
  .filter((name) => /^faults-.*\.test\.ts$/.test(name))
  .flatMap((name) => {
    const [, list = ''] =
      /shortDoses\('embedded', \[([^\]]*)/.exec(readFileSync(new URL(name, here), 'utf8')) ?? [];
    return [...list.matchAll(/'([a-z-]+)'/g)].map(([, fault]) => fault);
  });

describe('the short doses of a whole test run', () => {
  it('are of every fault of the embedded form, each once', () => {
    const faults = faultTable.filter(({ doses }) => doses.embedded !== undefined).map(({ name }) => name);
    expect(done.toSorted()).toEqual(faults.toSorted());
  });
});
