import { describe, expect, it } from '@jest/globals';
import type { FaultForm } from '../bench/fault/fault.ts';
import { faultTable } from '../bench/fault/fault-table.ts';
import { runFault } from '../bench/fault/run-fault.ts';

const seed = 4;

/** The short dose of these faults; `npm run bench -- fault all` runs the full ones. */
export function shortDoses(form: FaultForm, names: readonly string[], limitMs = 300_000): void {
  describe(`the ${form} mill`, () => {
    it.each(names)(
      'comes through %s without harm',
      async (name) => {
        const fault = faultTable.find((one) => one.name === name);
        const dose = fault?.doses[form]?.short;
        if (fault === undefined || dose === undefined)
          throw new Error(`no fault ${name} of the ${form} form`);
        const result = await runFault(fault, { form, dose, seed, tell: () => undefined });
        if ('skipped' in result) return void process.stderr.write(`${name}: skipped: ${result.skipped}\n`);
        expect(result.harms).toEqual([]);
      },
      limitMs,
    );
  });
}
