import { describe, expect, it } from '@jest/globals';
import { fuzzCases, targetsWithCases } from './fuzz-cases.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { hold } from './hold.ts';
import { runFuzz, tryInput } from './run-fuzz.ts';
import { targets } from './targets.ts';

/** Seconds of CPU that each target is fed for; `npm run bench -- fuzz all` feeds longer. */
const seconds = Number(process.env['NEWSMILL_FUZZ_SECONDS'] ?? 5);
const seed = Number(process.env['NEWSMILL_FUZZ_SEED'] ?? 1);
const hangGuardMs = 60_000 + seconds * 20_000;

describe('readers of hostile inputs', () => {
  it.each(Object.entries(targets))(
    '%s stands what it once did not, and whatever comes',
    async (name, target) => {
      for (const { name: file, input } of fuzzCases(name))
        expect({ file, problem: (await tryInput(target, input)).problem }).toEqual({ file });
      const { findings, executions } = await runFuzz([name, target], { seconds, seed });
      expect(findings.map(({ input, problem }) => ({ input: input.slice(0, 500), problem }))).toEqual([]);
      expect(executions).toBeGreaterThan(target.seeds.length);
    },
    hangGuardMs,
  );

  it('are the twenty, and every case belongs to one of them', () => {
    expect(Object.keys(targets)).toHaveLength(20);
    expect(targetsWithCases().filter((name) => !(name in targets))).toEqual([]);
  });

  it('would be caught: a throw, a broken promise, and time out of proportion', async () => {
    const planted: FuzzTarget = {
      about: 'breaks where three words stand together',
      seeds: ['a plain text'],
      words: ['red', 'blue'],
      grammar: targets['byline']?.grammar ?? never(),
      run(input) {
        if (input.includes('redred')) throw new TypeError('planted');
        hold(!input.includes('blueblue'), 'no two blues');
        return undefined;
      },
    };
    const { findings } = await runFuzz(['planted', planted], { seconds: 20, seed: 2, findings: 2 });
    expect(findings.map(({ input }) => input).sort()).toEqual(['blueblue', 'redred']);
    const slow: FuzzTarget = { ...planted, run: () => burn(2_100) };
    expect((await tryInput(slow, 'x')).problem).toMatch(/ms of CPU for 1 characters$/);
    expect((await tryInput({ ...planted, run: () => burn(Infinity) }, 'x', 300)).problem).toMatch(
      /timed out/,
    );
  });
});

function never(): never {
  throw new Error('the target byline is gone');
}

/** Uses so many milliseconds of CPU. */
function burn(milliseconds: number): void {
  const before = process.cpuUsage();
  const used = (): number => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
  while (used() < milliseconds);
}
