import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allTopics, pipeline, type ArticleDocument } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { judge } from '../../../test/oracle/judge.ts';
import { outcomeOf } from '../../../test/oracle/read-outcome.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { fedMessage, fedPage } from './fed-page.ts';
import { isAtRest, startStages } from './start-stages.ts';

const pagesASecond = 20;
/** The library takes a fifth of that. */
const msOfDocument = 250;
/** A hang guard, milliseconds. */
const mostMs = 300_000;

/** A library that takes so long for each document, until it is well again. */
class SlowLibrary {
  isSlow = true;
  written = 0;

  around<T extends object>(port: T, name: string): T {
    if (name !== 'library') return port;
    return new Proxy(port, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        if (property !== 'write') return value.bind(target) as unknown; // a method stays one
        return async (documents: readonly ArticleDocument[]): Promise<unknown> => {
          for (let left = documents.length; left > 0 && this.isSlow; left -= 1) await sleep(msOfDocument);
          const answers: unknown = await Reflect.apply(value, target, [documents]);
          this.written += documents.length;
          return answers;
        };
      },
    });
  }
}

/** Messages that wait before the library, by the queue's own word. */
async function waitingOf({ bus }: OpenPorts): Promise<number> {
  const lags = await bus.lag(pipeline.index.group);
  return lags.reduce((sum, { messages }) => sum + messages, 0);
}

/**
 * The stages of this process with a library that takes a fifth of what comes in, for as many seconds as the dose says.
 * The queue says how much waits, within a twentieth, and all of it comes through when the library is well again.
 */
export async function slowStages({ dose, seed, folder, tell }: FaultRun): Promise<FaultFindings> {
  const open = await openPorts(readSettings({ NEWSMILL_DATA: join(folder, 'data') }));
  const library = new SlowLibrary();
  const pages = Array.from({ length: dose * pagesASecond }, (_, number) => fedPage(seed, number, 1));
  const broken: string[] = [];
  try {
    await open.bus.createTopics(allTopics());
    await open.library.prepare();
    const running = await startStages(open, (port, name) => library.around(port, name));
    for (let second = 0; second < dose; second += 1) {
      const these = pages.slice(second * pagesASecond, (second + 1) * pagesASecond);
      await open.bus.publish(these.map(({ told: _, ...page }) => fedMessage(page)));
      await sleep(1_000);
    }
    // The stages before it are quick: what they have left over is none of the library's.
    for (const end = Date.now() + mostMs; Date.now() < end; await sleep(20)) {
      const before = [pipeline.clean, pipeline.enrich].map(({ group }) => open.bus.lag(group));
      const left = (await Promise.all(before)).flat().reduce((sum, { messages }) => sum + messages, 0);
      if (left === 0) break;
    }
    const [waiting, there] = [await waitingOf(open), library.written];
    tell(`${waiting} messages wait, ${there} of ${pages.length} are in the library`);
    // What is being written is in neither count, or in both.
    if (Math.abs(waiting + there - pages.length) > Math.max(16, pages.length / 20))
      broken.push(`${waiting} were said to wait, while ${there} of ${pages.length} were in the library`);
    library.isSlow = false;
    const wellAt = performance.now();
    for (const end = Date.now() + mostMs; !(await isAtRest(open)) && Date.now() < end; ) await sleep(50);
    const drainMs = performance.now() - wellAt;
    await sleep(500);
    for (const one of running) await one.stop();
    const told = pages.map((page) => page.told);
    return {
      articles: pages.length,
      verdict: judge(told, await outcomeOf(open, told)),
      extra: {
        'waiting at most': `${waiting} messages`,
        'worked off in': `${(drainMs / 1_000).toFixed(1)} s`,
      },
      broken,
    };
  } finally {
    await open.close();
  }
}
