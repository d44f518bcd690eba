import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  accept,
  allTopics,
  articleCleaned,
  type ArticleGone,
  type ArticleTold,
  CleanArticle,
  deadLetters,
  EnrichedArticle,
  pipeline,
  writeMessage,
} from '@newsmill/contracts';
import { readSettings } from '@newsmill/settings';
import { openKafkaBus, type Bus } from '@newsmill/bus';
import { serverStartLimitMs, startServers } from '../../../../test/servers/start-servers.ts';
import { startTraceReceiver, type ReceivedSpan } from '../../../../test/observability/trace-receiver.ts';
import { openTestPorts } from '../testing/open-test-ports.ts';
import { openTracing } from '../tracing/open-tracing.ts';
import { rootTraceparent, traceOfVisit } from '../tracing/trace.ts';
import { defineStage } from './define-stage.ts';
import { runStage } from './run-stage.ts';

const traceId = traceOfVisit({ key: 'one', firstSeen: 1, fetchedAt: 0 });

function article(item: string): CleanArticle {
  const url = `https://a.example/${item}?token=hidden`;
  return CleanArticle.parse({
    item,
    sourceId: 's',
    url,
    finalUrl: url,
    fetchedAt: 1,
    firstSeen: 1,
    title: 'A title',
    text: 'text',
    blocks: [],
    confidence: 1,
  });
}

/** Fails so many times before it takes the article. */
function flakyStage(failures: number) {
  let left = failures;
  return defineStage<CleanArticle, EnrichedArticle | ArticleGone | ArticleTold>({
    step: pipeline.enrich,
    from: articleCleaned,
    to: pipeline.enrich.to,
    run(input) {
      left -= 1;
      if (left >= 0) throw new TypeError('not now');
      const facts = { id: input.item, contentHash: 'h', wordCount: 1, readingMinutes: 1 };
      return accept(EnrichedArticle.parse({ ...input, ...facts }));
    },
  });
}

/** Sends one article of a trace through a stage; answers the spans that a receiver was told. */
async function spansOf(
  bus: Bus | undefined,
  { failures, share }: { readonly failures: number; readonly share: string },
): Promise<{ readonly spans: readonly ReceivedSpan[]; readonly headers: (string | undefined)[] }> {
  const receiver = await startTraceReceiver();
  const open = await openTestPorts();
  const ports = { ...open, bus: bus ?? open.bus };
  const settings = readSettings({
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
    OTEL_TRACES_SAMPLER_ARG: share,
  });
  const tracing = await openTracing(settings, { ...ports, version: '1' });
  if (tracing === undefined) throw new Error('traces are off');
  try {
    await ports.bus.createTopics(allTopics());
    const traceparent = rootTraceparent(traceId, tracing.samples(traceId));
    const context = { key: 'one', source: 'clean', time: 1, traceparent };
    await ports.bus.publish([
      { topic: articleCleaned.name, ...writeMessage(articleCleaned, article('one'), context) },
    ]);
    const pace = { batch: 8, parallel: 1, gatherMs: 0 };
    const running = await runStage(flakyStage(failures), { ...ports, tracing }, pace);
    const headers: (string | undefined)[] = [];
    for (const end = Date.now() + 30_000; headers.length === 0 && Date.now() < end; await sleep(50))
      for (const topic of [pipeline.enrich.to.name, deadLetters.name])
        for await (const message of ports.bus.browse(topic)) headers.push(message.headers['traceparent']);
    await running.stop();
    await tracing.close();
    expect(receiver.problems).toEqual([]);
    return { spans: receiver.spans, headers };
  } finally {
    await bus?.close();
    await open.close();
    await receiver.close();
  }
}

function tracedContract(form: string, open: () => Promise<Bus | undefined>): void {
  describe(`a stage whose messages go over ${form}`, () => {
    it('goes on in the trace of the message, through a retry', async () => {
      const { spans, headers } = await spansOf(await open(), { failures: 1, share: '1' });
      expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
      const byId = new Map(spans.map((span) => [span.spanId, span]));
      const path: string[] = [];
      const last = headers[0]?.split('-')[2] ?? '';
      for (let at = byId.get(last); at !== undefined; at = byId.get(at.parentSpanId ?? ''))
        path.push(at.name);
      expect(path).toEqual([
        'send newsmill.article.enriched',
        'process newsmill.enrich.retry.1',
        'send newsmill.enrich.retry.1',
        'process newsmill.article.cleaned',
      ]);
      const failed = spans.filter(({ hasFailed }) => hasFailed);
      expect(failed.map(({ name, attributes }) => [name, attributes['error.type']])).toEqual([
        ['process newsmill.article.cleaned', 'TypeError'],
      ]);
      expect(JSON.stringify(spans)).not.toContain('hidden');
    }, 240_000);
    it('tells of failures where the trace is not sampled, and of nothing else', async () => {
      const { spans, headers } = await spansOf(await open(), { failures: 9, share: '0' });
      expect(spans.length).toBeGreaterThan(1);
      expect(spans.map(({ hasFailed }) => hasFailed)).not.toContain(false);
      expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
      // A dead letter carries the trace on, and a replay of it too.
      expect(headers[0]).toContain(traceId);
    }, 240_000);
    it('tells nothing of what went well in a trace that is not sampled', async () => {
      const { spans, headers } = await spansOf(await open(), { failures: 0, share: '0' });
      expect(spans).toEqual([]);
      expect(headers[0]).toBe(rootTraceparent(traceId, false));
    }, 240_000);
  });
}

tracedContract('SQLite', async () => undefined);

let brokers: readonly string[] = [];
beforeAll(async () => {
  brokers = (await startServers(['kafka'])).kafka.brokers;
}, serverStartLimitMs);
const opened: Bus[] = [];
afterAll(() => Promise.all(opened.map((bus) => bus.close())));

tracedContract('Kafka', async () => {
  const bus = await openKafkaBus({ brokers, namespace: `test-${randomUUID()}` });
  opened.push(bus);
  return bus;
});
