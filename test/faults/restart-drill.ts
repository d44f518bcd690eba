import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  allTopics,
  ledger,
  pageFetched,
  pipeline,
  readMessage,
  writeMessage,
  type FetchedPage,
  type ServiceName,
} from '@newsmill/contracts';
import { BusUnreachable, openKafkaBus, type Bus, type StoredMessage } from '@newsmill/bus';
import { drillSettings } from './mill-drill.ts';
import type { Expectation } from '../newsweb/expectation.ts';
import { writeStory, writeTitle } from '../newsweb/write-story.ts';
import { fedVersion } from '../oracle/fed-version.ts';
import { harmsOf, judge } from '../oracle/judge.ts';
import { readOutcome } from '../oracle/read-outcome.ts';
import { startServices, type Services } from '../processes/start-services.ts';
import { untilWithin } from '../processes/until.ts';

/** Stages whose copies take partitions over from each other. */
export const restartedStages = ['clean', 'enrich', 'index'] as const;
type RestartedStage = (typeof restartedStages)[number];

export interface RestartDrill {
  readonly folder: string;
  /** Settings that name the servers. */
  readonly servers: Readonly<Record<string, string>>;
  /** Stages whose copies are restarted, one after the other; all stages have this number of copies. */
  readonly stages: readonly RestartedStage[];
  readonly copies: number;
  /**
   * Pages that are published each second, from before the first restart until after the last; fewer where the
   * stages cannot keep up.
   */
  readonly rate: number;
  /** Pause between two restarts, milliseconds. */
  readonly pauseMs: number;
  readonly limitMs: number;
  /** Is told what was done. */
  readonly tell?: (line: string) => void;
}

/** How a stage got through the drill. */
export interface StageRestarts {
  readonly stage: RestartedStage;
  readonly pages: number;
  /** Pages that the stage never handled. */
  readonly lost: number;
  /** Share of the pages that it handled more often than the stage before. */
  readonly again: number;
  /** Longest time in which it handled nothing while pages came, milliseconds. */
  readonly stillMs: number;
  /** How long pages were at this stage or before it, since the one before had handled them, milliseconds. */
  readonly medianMs: number;
  readonly longestMs: number;
}

export interface RestartVerdict {
  readonly stages: readonly StageRestarts[];
  /** Time from SIGTERM to the end of each process that was restarted, milliseconds. */
  readonly stops: readonly {
    readonly stage: RestartedStage;
    readonly ms: number;
    readonly code: number | null;
  }[];
  /** What the oracle finds wrong with what the library ended with; empty when all is well. */
  readonly harms: readonly string[];
}

const paper = 'http://paper.example';

function storyOf(index: number): {
  readonly url: string;
  readonly token: string;
  readonly title: string;
  readonly author: string;
  readonly paragraphs: readonly string[];
} {
  const title = writeTitle('en', 1, index, 0);
  const token = `token${String(index).padStart(6, '0')}`;
  const url = `${paper}/${index % 12}/story-${index}`;
  return { url, token, ...writeStory('en', 1, index, title, token) };
}

/** What must become of a page that was published at `time`, epoch milliseconds. */
function expectationOf(index: number, time: number): Expectation {
  const { url, token, title, paragraphs } = storyOf(index);
  return {
    url,
    finalUrl: url,
    alsoAs: [],
    fate: 'indexed',
    token,
    versions: [fedVersion(token, paragraphs)],
    title,
    published: new Date(time).toISOString(),
    language: 'en',
    sourceId: `paper-${index % 12}`,
  };
}

function pageOf(index: number, now: number): FetchedPage {
  const { url, title, author, paragraphs } = storyOf(index);
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  return {
    item: `restart-${index}`,
    sourceId: `paper-${index % 12}`,
    url,
    finalUrl: url,
    redirects: [],
    fetchedAt: now,
    firstSeen: now,
    status: 200,
    contentType: 'text/html; charset=utf-8',
    encoding: 'identity',
    httpHeaders: {},
    tags: [],
    body: new TextEncoder().encode(
      `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1><p class="byline">By ${author}</p>${text}</article></html>`,
    ),
  };
}

/** Seconds of pages that may wait: where the machine is slow, it is not given more and more to do. */
const aheadSeconds = 20;

/** Infinite where the broker is too busy to say. */
async function pagesWaiting(bus: Bus): Promise<number> {
  try {
    const lags = await Promise.all(restartedStages.map((stage) => bus.lag(pipeline[stage].group)));
    return lags.flat().reduce((sum, { messages }) => sum + messages, 0);
  } catch (error) {
    if (!(error instanceof BusUnreachable)) throw error;
    return Number.POSITIVE_INFINITY;
  }
}

async function untilRoom(bus: Bus, pages: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if ((await pagesWaiting(bus)) < pages) return;
    await sleep(1_000);
  }
}

/** Publishes pages at a steady rate until it is stopped; answers when each went out. */
function publishPages(bus: Bus, rate: number): { stop(): Promise<ReadonlyMap<string, number>> } {
  const sent = new Map<string, number>();
  const halt = new AbortController();
  async function publish(): Promise<void> {
    let due = performance.now();
    for (let index = 0; !halt.signal.aborted; index += 1, due += 1_000 / rate) {
      if (index % rate === 0) await untilRoom(bus, aheadSeconds * rate, halt.signal);
      due = Math.max(due, performance.now() - 1_000);
      await sleep(Math.max(0, due - performance.now()));
      const now = Date.now();
      const page = pageOf(index, now);
      sent.set(page.item, now);
      const message = writeMessage(pageFetched, page, { key: page.item, source: 'fetch', time: now });
      await bus.publish([{ topic: pageFetched.name, ...message }]);
    }
  }
  const publishing = publish();
  return {
    async stop() {
      halt.abort();
      await publishing;
      return sent;
    },
  };
}

/**
 * When each item was handled by each stage, by the ledger; once for each time. Nothing where the broker is too
 * busy to answer: it is asked again.
 */
async function handledTimes(bus: Bus): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>();
  try {
    for await (const message of bus.browse(ledger.name)) remember(message, times);
  } catch (error) {
    if (!(error instanceof BusUnreachable)) throw error;
    return new Map();
  }
  return times;
}

function remember(message: StoredMessage, times: Map<string, number[]>): void {
  const read = readMessage(ledger, message);
  if (!read.ok || read.value.fate === 'retrying') return;
  const id = `${read.value.item}/${read.value.stage}`;
  times.set(id, [...(times.get(id) ?? []), message.time]);
}

function judgeStage(
  stage: RestartedStage,
  sent: ReadonlyMap<string, number>,
  times: ReadonlyMap<string, readonly number[]>,
): StageRestarts {
  const before = restartedStages[restartedStages.indexOf(stage) - 1];
  const firsts: number[] = [];
  const waits: number[] = [];
  let lost = 0;
  let again = 0;
  for (const [item, published] of sent) {
    const own = times.get(`${item}/${stage}`) ?? [];
    const [first] = own;
    if (first === undefined) {
      lost += 1;
      continue;
    }
    const sources = before === undefined ? [published] : (times.get(`${item}/${before}`) ?? [published]);
    if (own.length > sources.length) again += 1;
    firsts.push(first);
    waits.push(first - (sources[0] ?? published));
  }
  firsts.sort((a, b) => a - b);
  waits.sort((a, b) => a - b);
  const end = Math.max(...sent.values());
  const gaps = firsts.flatMap((time, place) =>
    place === 0 || time > end ? [] : [time - (firsts[place - 1] ?? time)],
  );
  return {
    stage,
    pages: sent.size,
    lost,
    again: again / Math.max(1, sent.size),
    stillMs: Math.max(0, ...gaps),
    medianMs: waits[Math.floor(waits.length / 2)] ?? 0,
    longestMs: waits.at(-1) ?? 0,
  };
}

/** What the oracle says of pages that came without a channel: the ledger has no discovery of them to balance. */
async function harmsTo(
  sent: ReadonlyMap<string, number>,
  settings: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const expected = [...sent.values()].map((time, index) => expectationOf(index, time));
  const { documents, seen, letters } = await readOutcome(settings, expected);
  return harmsOf(judge(expected, { documents, seen, letters }));
}

async function restartEach(drill: RestartDrill, services: Services): Promise<RestartVerdict['stops']> {
  const stops: { stage: RestartedStage; ms: number; code: number | null }[] = [];
  for (const stage of drill.stages) {
    for (let copy = 0; copy < drill.copies; copy += 1) {
      await sleep(drill.pauseMs);
      const began = performance.now();
      const code = await services.endOldest(stage);
      const ms = Math.round(performance.now() - began);
      stops.push({ stage, ms, code });
      await services.start(stage);
      drill.tell?.(
        `${stage} ${copy + 1}: stopped in ${ms} ms with code ${String(code)}, runs again after ${Math.round(performance.now() - began)} ms`,
      );
    }
  }
  await sleep(drill.pauseMs);
  return stops;
}

/**
 * Restarts the copies of stages one after the other (SIGTERM, the end, the start) while pages come in at a
 * steady rate; says how long each took to stop, how long the flow stood still, and what was handled twice.
 */
export async function restartDrill(drill: RestartDrill): Promise<RestartVerdict> {
  const sources = join(drill.folder, 'sources');
  mkdirSync(sources, { recursive: true });
  const settings = {
    ...drillSettings,
    ...drill.servers,
    NEWSMILL_SOURCES: sources,
    NEWSMILL_DATA: join(drill.folder, 'data'),
    NEWSMILL_ADMIN_KEY: 'a-key-for-the-drill-alone',
  };
  const bus = await openKafkaBus({
    brokers: (drill.servers['NEWSMILL_KAFKA_BROKERS'] ?? '').split(','),
    namespace: drill.servers['NEWSMILL_NAMESPACE'] ?? 'newsmill',
  });
  await bus.createTopics(allTopics());
  const names: ServiceName[] = ['fetch', ...restartedStages];
  const services = await startServices(settings, names);
  try {
    for (let copy = 1; copy < drill.copies; copy += 1)
      for (const stage of drill.stages) await services.start(stage);
    const pages = publishPages(bus, drill.rate);
    await sleep(5_000);
    const stops = await restartEach(drill, services);
    const sent = await pages.stop();
    const until = untilWithin(drill.limitMs, 2_000);
    let times: Awaited<ReturnType<typeof handledTimes>> = new Map();
    await until('all pages in the library', async () => {
      times = await handledTimes(bus);
      return [...sent.keys()].every((item) => times.has(`${item}/index`));
    });
    await services.stop();
    return {
      stages: restartedStages.map((stage) => judgeStage(stage, sent, times)),
      stops,
      harms: await harmsTo(sent, settings),
    };
  } finally {
    await services.stop();
    await bus.close();
  }
}
