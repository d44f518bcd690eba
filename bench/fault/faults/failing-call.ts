import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseArticle, siteLookUp } from '@newsmill/clean';
import {
  allTopics,
  articleCleaned,
  articleEnriched,
  pageFetched,
  pipeline,
  writeMessage,
  type FetchedPage,
} from '@newsmill/contracts';
import { enrichArticle, enrichLookUp, listEnrichers } from '@newsmill/enrich';
import {
  defineStage,
  ledgerView,
  openPorts,
  runStage,
  type OpenPorts,
  type ProcessPorts,
  type Running,
} from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { indexRole } from '@newsmill/service-index';
import { quietTelling } from '../../../libs/runtime/src/testing/quiet-telling.ts';
import type { Expectation } from '../../../test/newsweb/expectation.ts';
import { writeStory, writeTitle } from '../../../test/newsweb/write-story.ts';
import { fedVersion } from '../../../test/oracle/fed-version.ts';
import { judge } from '../../../test/oracle/judge.ts';
import { outcomeOf } from '../../../test/oracle/read-outcome.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';

/** Pages of one round: each round one call fails. */
const pagesOfRound = 3;
const firstTime = Date.UTC(2026, 9, 1);
/** A hang guard, milliseconds. */
const mostRoundMs = 60_000;

/** A page of the given number and version, and what must become of it. */
function fedPage(seed: number, index: number, version: number): FetchedPage & { readonly told: Expectation } {
  const title = writeTitle('en', seed, index, 0);
  const token = `nw${seed}f${index}v${version}`;
  const { paragraphs } = writeStory('en', seed, index, title, token);
  const url = `http://paper.example/2026/10/story-${index}`;
  const fetchedAt = firstTime + index * 60_000 + version * 1_000;
  const body = `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="${new Date(firstTime).toISOString()}"></head><body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  return {
    item: `failing-${index}`,
    sourceId: 'paper',
    url,
    finalUrl: url,
    redirects: [],
    fetchedAt,
    firstSeen: firstTime + index * 60_000,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    httpHeaders: {},
    tags: [],
    body: new TextEncoder().encode(body),
    told: {
      url,
      finalUrl: url,
      alsoAs: [],
      fate: 'indexed',
      token,
      versions: [fedVersion(token, paragraphs)],
      title,
      published: new Date(firstTime).toISOString(),
      language: 'en',
      sourceId: 'paper',
    },
  };
}

/** Counts the calls of ports, and lets one of them fail. */
class FailingCalls {
  #left = 0;
  /** Which call failed last, such as `state.claimArticles`. */
  failed: string | undefined;

  /** From now on the `k`-th call fails, and no other. */
  arm(k: number): void {
    this.#left = k;
    this.failed = undefined;
  }

  #count(name: string): void {
    this.#left -= 1;
    if (this.#left !== 0) return;
    this.failed = name;
    throw new Error(`${name} fails, since this is its turn`);
  }

  /** The port, each call of which may be the one. What it answers is a port too where it has calls of its own. */
  around<T extends object>(port: T, name: string): T {
    return new Proxy(port, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function' || typeof property === 'symbol') return value;
        return (...words: unknown[]): unknown => {
          // The end of a port is no work; what a consumer has nothing for is asked for all the time.
          if (property === 'close') return Reflect.apply(value, target, words);
          const call = `${name}.${property}`;
          if (property === 'consume')
            return Promise.resolve(Reflect.apply(value, target, words)).then((consumer: object) =>
              this.around(consumer, 'consumer'),
            );
          if (property === 'browse' || property === 'poll') return Reflect.apply(value, target, words);
          return (async () => {
            this.#count(call);
            return (await Reflect.apply(value, target, words)) as unknown; // whatever the port answers
          })();
        };
      },
    });
  }
}

async function startStages(open: OpenPorts, calls: FailingCalls): Promise<Running[]> {
  const telling = quietTelling();
  const ports = {
    ...telling,
    settings: readSettings({}),
    bus: calls.around(open.bus, 'bus'),
    state: calls.around(open.state, 'state'),
    library: calls.around(open.library, 'library'),
    archive: calls.around(open.archive, 'archive'),
    registry: open.registry,
    now: Date.now,
    random: () => 0,
    retryLadder: [30, 60, 120],
    bytesInFlight: 10_000_000,
    note: () => undefined,
    // The three roles below take no threads and no plan.
  } as unknown as ProcessPorts;
  const clean = defineStage({
    step: pipeline.clean,
    from: pageFetched,
    to: articleCleaned,
    lookUp: siteLookUp,
    isForgetful: true,
    run: chooseArticle,
  });
  const enrichers = listEnrichers().filter(({ name }) => name === 'duplicates' || name === 'language');
  const enrich = defineStage({
    step: pipeline.enrich,
    from: articleCleaned,
    to: articleEnriched,
    lookUp: enrichLookUp,
    run: (article, known) => enrichArticle(article, known, enrichers),
  });
  return [
    await runStage(clean, ports, { batch: 4, parallel: 2, gatherMs: 0 }),
    await runStage(enrich, ports, { batch: 4, parallel: 2, gatherMs: 0 }),
    await indexRole.start(ports),
    await ledgerView.start(ports),
  ];
}

async function isAtRest({ bus }: OpenPorts): Promise<boolean> {
  const groups = [pipeline.clean, pipeline.enrich, pipeline.index].map(({ group }) => group);
  const lags = (await Promise.all(groups.map((group) => bus.lag(group)))).flat();
  return lags.every(({ messages }) => messages === 0);
}

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
    const running = await startStages(open, calls);
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
        const { item: key, fetchedAt: time } = page;
        const message = writeMessage(pageFetched, page, { key, source: 'fetch', time });
        await open.bus.publish([{ topic: pageFetched.name, ...message }]);
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
