import { describe, expect, it } from '@jest/globals';
import type { FaultForm } from '../../bench/fault/fault.ts';
import { faultTable } from '../../bench/fault/fault-table.ts';
import { runFault } from '../../bench/fault/run-fault.ts';

const seed = 4;

/**
 * The short dose of these faults; `npm run bench -- fault all` runs the full ones. What this machine cannot do is
 * skipped by name, with the reason.
 */
export async function shortDoses(
  form: FaultForm,
  names: readonly string[],
  limitMs = 300_000,
): Promise<void> {
  const faults = await Promise.all(
    names.map(async (name) => {
      const fault = faultTable.find((one) => one.name === name);
      const dose = fault?.doses[form]?.short;
      if (fault === undefined || dose === undefined) throw new Error(`no fault ${name} of the ${form} form`);
      return { fault, dose, hindrance: await fault.hindrance?.() };
    }),
  );
  describe(`the ${form} mill`, () => {
    for (const { fault, dose, hindrance } of faults) {
      const title = `comes through ${fault.name} without harm (${dose} ${fault.unit}, seed ${seed})`;
      if (hindrance !== undefined) {
        const { part, why } = hindrance;
        it.skip(`${part === undefined ? title : `${fault.name}: ${part}`} (skipped: ${why})`, () =>
          undefined);
        if (part === undefined) continue;
      }
      it(
        title,
        async () => {
          const result = await runFault(fault, { form, dose, seed, tell: () => undefined });
          if ('skipped' in result) throw new Error(`it could be done a moment ago: ${result.skipped}`);
          expect(result.harms).toEqual([]);
        },
        limitMs,
      );
    }
  });
}
