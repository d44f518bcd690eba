import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, expect } from '@jest/globals';
import { startMeasure } from '../../test/inputs/measure-input.ts';
import { childrenOf, usageOf } from '../process-tree.ts';

// Jest loads this before a suite (`--setupFilesAfterEnv`): it writes what each test cost to the file that
// TEST_FIGURES names, a line of JSON each.
const { TEST_FIGURES: file } = process.env;

/** What this process has started that runs newsmill: servers and browsers are none of its own. */
function usageBelow(): { readonly cpuSeconds: number; readonly rssMb: number } {
  const children = childrenOf(process.pid);
  const [own, foreign] = [true, false].map((isOwn) =>
    children.filter(({ command }) => (basename(command) === 'node') === isOwn),
  );
  const sum = (values: readonly number[] = []) => values.reduce((all, value) => all + value, 0);
  const below = usageOf({ root: process.pid, isRootOut: true }).cpuSeconds;
  return {
    cpuSeconds: below - sum(foreign?.map(({ cpuSeconds }) => cpuSeconds)),
    rssMb: sum(own?.map(({ rssMb }) => rssMb)),
  };
}

if (file !== undefined) {
  let measure: Awaited<ReturnType<typeof startMeasure>> | undefined;
  let before = 0;
  // The first before all others and the last behind them: both count what a suite does for each of its tests.
  beforeEach(async () => {
    before = usageBelow().cpuSeconds;
    measure = await startMeasure();
  });
  afterEach(async () => {
    const here = await measure?.stop();
    const below = usageBelow();
    if (here === undefined) return;
    const figures = {
      cpuMs: here.cpuMs + Math.max(0, Math.round((below.cpuSeconds - before) * 1_000)),
      peakRssMb: here.peakRssMb + Math.round(below.rssMb),
      loopLagMs: here.loopLagMs,
    };
    appendFileSync(file, `${JSON.stringify({ test: expect.getState().currentTestName, ...figures })}\n`);
  });
}
