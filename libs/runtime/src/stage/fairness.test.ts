import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  allTopics,
  accept,
  articleCleaned,
  articleEnriched,
  CleanArticle,
  type Outcome,
  DeadLetterFacts,
  deadLetterHeader,
  deadLetters,
  pipeline,
  quotaDay,
  readUse,
  retryTopic,
  useKeys,
  writeMessage,
  type ArticleGone,
  type ArticleTold,
  type EnrichedArticle,
} from '@newsmill/contracts';
import { openKafkaBus, type Bus, type OutgoingMessage, type StoredMessage } from '@newsmill/bus';
import { kafkajs } from '../../../bus/src/testing/kafka-clients.ts';
import { serverStartLimitMs, startServers } from '../../../../test/servers/start-servers.ts';
import { defineSink, defineStage } from './define-stage.ts';
import { dueHeader, tryHeader } from './retry-headers.ts';
import { messagesInSight, runStage, type Running } from './run-stage.ts';
import { brakeKey } from './source-brake.ts';
import { openTestPorts } from '../testing/open-test-ports.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

const budgetMs = 350;
const worker = { module: new URL('../../fixtures/costly-worker.ts', import.meta.url), budgetMs, threads: 1 };
const stage = defineStage<CleanArticle, EnrichedArticle | ArticleGone | ArticleTold>({
  step: pipeline.enrich,
  from: articleCleaned,
  to: articleEnriched,
  // the fixture answers outcomes
  run: async (article, { tellCost }) =>
    (await workers.run(article, undefined, tellCost)) as Outcome<EnrichedArticle>,
  budget: { ms: budgetMs, threads: 1 },
});

let ports: Awaited<ReturnType<typeof openTestPorts>>;
let workers: WorkerPool;
let running: Running | undefined;
/** Opens another bus than that of the files, for one test. */
let openBus: (() => Promise<Bus>) | undefined;
beforeEach(async () => {
  const open = await openTestPorts();
  const bus = await openBus?.();
  ports = bus === undefined ? open : { ...open, bus };
  workers = createWorkerPool(worker);
  await workers.ready();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await workers.close();
  if (openBus !== undefined) await ports.bus.close();
  await ports.close();
});

/** With fewer messages in sight than a flood has, or with as many as the stages have. */
async function start(retryLadder: readonly number[], inSight = 48): Promise<void> {
  running = await runStage(
    stage,
    { ...ports, retryLadder },
    { batch: 16, parallel: inSight / 16, gatherMs: 0 },
  );
}
function messagesOf(sourceId: string, from: number, count: number, title: string): OutgoingMessage[] {
  const articles = Array.from({ length: count }, (_, index) =>
    CleanArticle.parse({
      item: `${sourceId}-${from + index}`,
      sourceId,
      url: `https://${sourceId}.example/${from + index}`,
      finalUrl: `https://${sourceId}.example/${from + index}`,
      fetchedAt: 5,
      firstSeen: 1,
      title,
      text: 'text',
      blocks: [],
      confidence: 1,
    }),
  );
  return articles.map((value) => ({
    topic: articleCleaned.name,
    ...writeMessage(articleCleaned, value, { key: value.item, source: 'clean', time: Date.now() }),
  }));
}
async function send(...sent: Parameters<typeof messagesOf>): Promise<void> {
  await ports.bus.publish(messagesOf(...sent));
}
/** Puts them into a delay topic, as what has failed `tries` times and is due at once. */
async function sendAgain(tries: number, ...sent: Parameters<typeof messagesOf>): Promise<void> {
  const headers = { [tryHeader]: String(tries), [dueHeader]: String(Date.now()) };
  await ports.bus.publish(
    messagesOf(...sent).map((message) => ({
      ...message,
      topic: retryTopic('enrich', tries - 1).name,
      headers: { ...message.headers, ...headers },
    })),
  );
}
async function all(topic: string): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for await (const message of ports.bus.browse(topic)) found.push(message);
  return found;
}
const passed = async (sourceId: string) =>
  (await all(articleEnriched.name)).filter(({ key }) => key.startsWith(`${sourceId}-`)).map(({ key }) => key);
const lag = async (topic: string) =>
  (await ports.bus.lag(pipeline.enrich.group)).find((one) => one.topic === topic)?.messages ?? 0;
const letters = async () =>
  (await all(deadLetters.name)).map(({ key, headers }) => ({
    key,
    reason: DeadLetterFacts.parse(JSON.parse(headers[deadLetterHeader] ?? '')).reason,
  }));
async function until(check: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 4_000; turn += 1) {
    if (await check()) return;
    await sleep(25);
  }
  throw new Error('it did not happen');
}

/** A library that takes so many milliseconds for each article; answers what came into it, in its order. */
async function startSink(msForEach: number): Promise<{ readonly written: string[]; largest: number }> {
  const came = { written: new Array<string>(), largest: 0 };
  const sink = defineSink<CleanArticle>({
    step: pipeline.enrich,
    from: articleCleaned,
    async deliver(inputs) {
      await sleep(msForEach * inputs.length);
      came.largest = Math.max(came.largest, inputs.length);
      came.written.push(...inputs.map(({ item }) => item));
      return inputs.map(({ item }) => accept({ articleId: item }));
    },
  });
  running = await runStage(sink, ports, { batch: 40, bulk: 20, parallel: 12, gatherMs: 0 });
  return came;
}

/** What holds over every bus: one source can fill neither a topic nor a delay topic so that the others wait. */
function floodTests(): void {
  it('costs the others a few pages, not their turn: the good source overtakes 200 of them, and none of either is lost', async () => {
    await send('bad', 0, 200, 'costs 60000');
    await send('good', 0, 20, 'cheap');
    await start([600_000, 600_000]);
    await until(async () => (await passed('good')).length === 20);
    // Without the brake all 200 would have been computed before, each for its whole budget.
    const spent = (await letters()).filter(({ reason }) => reason === 'budget-exceeded').length;
    expect(spent).toBeGreaterThanOrEqual(3);
    expect(spent).toBeLessThanOrEqual(6);
    expect((await passed('good')).toSorted()).toEqual(
      Array.from({ length: 20 }, (_, index) => `good-${index}`).toSorted(),
    );
    await until(
      async () => (await letters()).length + (await all(retryTopic('enrich', 0).name)).length === 200,
    );
    // What is published is acknowledged after it.
    await until(async () => (await lag(articleCleaned.name)) === 0);
    // Also what was ended is counted.
    const day = quotaDay(Date.now());
    await until(async () => {
      const use = readUse(await ports.state.read(useKeys('bad', day), Date.now()), 'bad', day);
      return use.cpuMs >= spent * (budgetMs / 2);
    });
  });

  it('waits no longer than a turn of each behind 210 pages of thirty sources that nobody knows yet', async () => {
    for (let each = 0; each < 30; each += 1) await send(`new${each}`, 0, 7, 'costs 25');
    await send('good', 0, 1, 'cheap');
    await start([600_000], messagesInSight);
    await until(async () => (await passed('good')).length === 1);
    expect((await all(articleEnriched.name)).length).toBeLessThan(90);
  });

  it('keeps its place for longer than two seconds where nobody needs it', async () => {
    await send('slow', 0, 45, 'waits 50');
    await start([600_000], messagesInSight);
    await until(async () => (await passed('slow')).length === 45);
    const { values } = await ports.metrics.articles.get();
    expect(values.filter(({ labels }) => labels.outcome === 'postponed')).toEqual([]);
  });

  it('waits for its brake out of the way of those that are due behind it, however often', async () => {
    const brake = { strikes: 20, until: Date.now() + 3_600_000 };
    const key = brakeKey('enrich', 'bad');
    await ports.state.write([{ key, value: JSON.stringify(brake) }]);
    await send('bad', 0, 150, 'cheap');
    await start([100, 200, 400]);
    await until(async () => (await lag(articleCleaned.name)) === 0);
    // The window of a consumer of a delay topic is 64 messages.
    await sendAgain(3, 'good', 0, 5, 'cheap');
    await until(async () => (await passed('good')).length === 5);
    expect([await passed('bad'), await letters()]).toEqual([[], []]);
    await ports.state.write([{ key, value: null }]);
    await until(async () => (await passed('bad')).length === 150);
    expect(new Set(await passed('bad')).size).toBe(150);
    expect(await letters()).toEqual([]);
  });

  it('has its articles written in turn with those of the others, many at once', async () => {
    await send('flood', 0, 700, 'much');
    await send('good', 0, 10, 'little');
    const came = await startSink(25);
    const good = () => came.written.filter((item) => item.startsWith('good-'));
    await until(async () => good().length === 10);
    expect(came.written.length).toBeLessThan(450);
    expect(came.largest).toBe(20);
    await until(async () => came.written.length >= 710);
    expect([new Set(came.written).size, came.written.length]).toEqual([710, 710]);
    await until(async () => (await lag(articleCleaned.name)) === 0);
    expect(await letters()).toEqual([]);
  });

  it('is overtaken in a delay topic too', async () => {
    await sendAgain(1, 'slow', 0, 100, 'costs 45');
    await sendAgain(1, 'good', 0, 10, 'cheap');
    await start([600_000]);
    await until(async () => (await passed('good')).length === 10);
    expect((await passed('slow')).length).toBeLessThan(50);
    expect(await letters()).toEqual([]);
  });
}

describe('a source whose pages spend the whole budget', () => {
  floodTests();

  it('ends in the dead letters when page after page is too much, each of them once', async () => {
    await send('bad', 0, 12, 'costs 60000');
    await start([150, 200]);
    await until(async () => (await letters()).length === 12);
    const found = await letters();
    expect(new Set(found.map(({ key }) => key)).size).toBe(12);
    expect(new Set(found.map(({ reason }) => reason))).toEqual(new Set(['budget-exceeded', 'source-braked']));
  });

  it('comes back when its pages are cheap again: what waited is handled', async () => {
    await send('mixed', 0, 3, 'costs 60000');
    await send('mixed', 3, 10, 'cheap');
    await start([1_500, 1_500]);
    await until(async () => (await passed('mixed')).length === 10);
    expect((await letters()).map(({ reason }) => reason)).toEqual([
      'budget-exceeded',
      'budget-exceeded',
      'budget-exceeded',
    ]);
  });

  it('is overtaken also where its pages are too cheap for the brake and fill the queue before the others', async () => {
    await send('slow', 0, 150, 'costs 70');
    await send('good', 0, 20, 'cheap');
    await start([600_000]);
    await until(async () => (await passed('good')).length === 20);
    // One after the other they would have taken ten seconds before the first good page.
    expect((await passed('slow')).length).toBeLessThan(75);
    await running?.stop();
    running = undefined;
    // A topic keeps what is acknowledged until what stands before it is: the good ones may be there still.
    const waiting = (await all(articleCleaned.name))
      .map(({ key }) => key)
      .filter((key) => key.startsWith('slow-'));
    expect(new Set([...(await passed('slow')), ...waiting]).size).toBe(150);
    expect(await letters()).toEqual([]);
  });

  it('lets a source with one bad page alone', async () => {
    await send('paper', 0, 1, 'costs 60000');
    await send('paper', 1, 30, 'cheap');
    await start([600_000]);
    await until(async () => (await passed('paper')).length === 30);
    expect(await letters()).toEqual([{ key: 'paper-0', reason: 'budget-exceeded' }]);
  });
});

describe('a source whose pages spend the whole budget, over Kafka', () => {
  const namespace = `fairness-${randomUUID()}`;
  let brokers: readonly string[] = [];
  let opened = 0;
  beforeAll(async () => {
    brokers = (await startServers(['kafka'])).kafka.brokers;
    openBus = async () => {
      opened += 1;
      const bus = await openKafkaBus({ brokers, namespace: `${namespace}-${opened}` });
      await bus.createTopics(allTopics());
      return bus;
    };
  }, serverStartLimitMs);
  afterAll(async () => {
    openBus = undefined;
    const admin = new kafkajs.Kafka({ brokers: [...brokers], logLevel: 0 }).admin();
    await admin.connect();
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(namespace));
    await admin.deleteTopics({ topics });
    await admin.disconnect();
  });

  floodTests();
});
