import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../bench/fault/fault.ts';
import { faultTable } from '../bench/fault/fault-table.ts';
import { runFault } from '../bench/fault/run-fault.ts';

const embedded = faultTable.flatMap((fault: Fault) => {
  const dose = fault.doses.embedded?.short;
  return dose === undefined ? [] : [{ fault, dose }];
});

/** The short dose of every fault; `npm run bench -- fault all` runs the full ones. */
describe('the embedded mill', () => {
  it.each(embedded)(
    'comes through $fault.name ($dose $fault.unit) without harm',
    async ({ fault, dose }) => {
      const result = await runFault(fault, { form: 'embedded', dose, seed: 4, tell: () => undefined });
      expect('skipped' in result ? [] : result.harms).toEqual([]);
    },
    300_000,
  );
});
