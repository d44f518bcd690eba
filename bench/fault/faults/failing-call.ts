import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allTopics } from '@newsmill/contracts';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import type { Expectation } from '../../../test/newsweb/expectation.ts';
import { judge } from '../../../test/oracle/judge.ts';
import { outcomeOf } from '../../../test/oracle/read-outcome.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { FailingCalls } from './failing-calls.ts';
import { fedMessage, fedPage } from './fed-page.ts';
import { isAtRest, startStages } from './start-stages.ts';

/** Pages of one round: each round one call fails. */
const pagesOfRound = 3;
/** A hang guard, milliseconds. */
const mostRoundMs = 60_000;

/**
 * F18: the k-th call of bus, state, library or archive fails, for every k up to the dose, each while pages go through
 * all stages. Each page is tried again and ends in the library; no rejection is left alone.
 */
export async function failingCall({ dose, seed, folder, tell }: FaultRun): Promise<FaultFindings> {
  const broken: string[] = [];
  const unhandled = (error: unknown): void =>
    void broken.push(`a rejection was left alone: ${String(error)}`);
  process.on('unhandledRejection', unhandled);
  const open = await openPorts(readSettings({ NEWSMILL_DATA: join(folder, 'data') }));
  const calls = new FailingCalls();
  const told = new Map<string, Expectation>();
  const sites = new Set<string>();
  try {
    await open.bus.createTopics(allTopics());
    await open.library.prepare();
    const running = await startStages(open, (port, name) => calls.around(port, name));
    for (let k = 1; k <= dose; k += 1) {
      calls.arm(k);
      const first = (k - 1) * pagesOfRound;
      // Two new articles, and a correction of the one before them.
      const pages = [
        fedPage(seed, first, 1),
        fedPage(seed, first + 1, 1),
        ...(k > 1 ? [fedPage(seed, first - pagesOfRound, 2)] : []),
      ];
      for (const { told: expectation, ...page } of pages) {
        const before = told.get(expectation.url);
        told.set(expectation.url, {
          ...expectation,
          versions: [...(before?.versions ?? []), ...expectation.versions],
        });
        await open.bus.publish([fedMessage(page)]);
      }
      const end = Date.now() + mostRoundMs;
      while (!(await isAtRest(open)) && Date.now() < end) await sleep(20);
      if (!(await isAtRest(open))) broken.push(`call ${k} (${String(calls.failed)}): not at rest`);
      if (calls.failed !== undefined) sites.add(calls.failed);
    }
    calls.arm(0);
    await sleep(1_000);
    for (const one of running) await one.stop();
    tell(`calls that failed: ${[...sites].sort().join(', ')}`);
    const expectations = [...told.values()];
    return {
      articles: expectations.length,
      verdict: judge(expectations, await outcomeOf(open, expectations)),
      extra: { 'kinds of calls that failed': `${sites.size} (${[...sites].sort().join(', ')})` },
      broken,
    };
  } finally {
    process.off('unhandledRejection', unhandled);
    await open.close();
  }
}
