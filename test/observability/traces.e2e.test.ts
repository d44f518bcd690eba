import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '@newsmill/contracts';
import { startHomePaper, type HomePaper } from '../papers/home-paper.ts';
import { runCommand } from '../processes/run-command.ts';
import { serverStartLimitMs, startServers } from '../servers/start-servers.ts';
import { settingsOf } from '../servers/settings-of-servers.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';
import { startServices } from '../processes/start-services.ts';
import { startTraceReceiver, type ReceivedSpan, type TraceReceiver } from './trace-receiver.ts';

type Environment = Readonly<Record<string, string>>;

/** A mill that runs, however many processes it has. */
interface TracedMill {
  readonly address: string;
  /** By which commands find it. */
  readonly settings: Environment;
  stop(): Promise<unknown>;
}

const articles = 4;

async function openHook(): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, reply) => void request.resume().on('end', () => reply.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { server, url: `http://127.0.0.1:${port}/hook?token=secret-of-the-hook` };
}

/** One article goes through the mill, and one trace tells of it. */
function tracesContract(
  title: string,
  systems: { readonly bus: string; readonly library: string; readonly state: string },
  start: (folder: string, settings: Environment) => Promise<TracedMill>,
  limitMs: number,
): void {
  describe(title, () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-traces-'));
    let receiver: TraceReceiver;
    let paper: HomePaper;
    let hook: { readonly server: Server; readonly url: string };
    let mill: TracedMill;
    let told: { traceId: string; viewer: string; article: { id: string } };
    let trace: readonly ReceivedSpan[] = [];

    /** Traces of articles in which the alert is missing. */
    const untold = () => {
      const tracesOf = (stage: string) =>
        new Set(
          receiver.spans.flatMap(({ traceId, attributes }) =>
            attributes['newsmill.stage'] === stage ? [traceId] : [],
          ),
        );
      const told = tracesOf('notify');
      return told.size === 0 ? ['notify'] : [...tracesOf('index')].filter((traceId) => !told.has(traceId));
    };

    beforeAll(async () => {
      receiver = await startTraceReceiver();
      paper = await startHomePaper({ feed: articles, news: 0 });
      hook = await openHook();
      writeSources(join(folder, 'sources'), [
        {
          id: 'harbour',
          name: 'Harbour Post',
          allowPrivate: [new URL(paper.origin).host],
          channels: [{ url: `${paper.origin}/feed.xml`, kind: 'feed' }],
        },
      ]);
      mill = await start(folder, {
        NEWSMILL_SOURCES: join(folder, 'sources'),
        NEWSMILL_DATA: join(folder, 'data'),
        NEWSMILL_POLL_MIN: '1s',
        NEWSMILL_LOG_LEVEL: 'debug',
        NEWSMILL_ALERT_INTERVAL: '200ms',
        OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
        OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of-the-receiver',
        OTEL_TRACES_SAMPLER_ARG: '1',
        OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
        NEWSMILL_TRACE_VIEWER: 'http://127.0.0.1:16686/trace/{traceId}',
      });
      const added = await runCommand(
        [
          'alerts',
          'add',
          'Crane',
          'crane',
          '--webhook',
          hook.url,
          '--allow-private',
          '--collapse',
          'article',
          '--data',
          join(folder, 'data'),
        ],
        mill.settings,
      );
      expect(added.code).toBe(0);
      await untilAtRest(mill.address, articles, 120_000);
      await untilWithin(180_000)('every alert is told', () => untold().length === 0);
      const { stdout } = await runCommand(
        ['trace', `${paper.origin}/story/3`, '--json', '--data', join(folder, 'data')],
        { ...mill.settings, NEWSMILL_TRACE_VIEWER: 'http://127.0.0.1:16686/trace/{traceId}' },
      );
      told = JSON.parse(stdout);
      await mill.stop();
      trace = receiver.spans.filter(({ traceId }) => traceId === told.traceId);
    }, limitMs);
    afterAll(async () => {
      await receiver?.close();
      paper?.server.close();
      hook?.server.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('sends nothing but what OTLP knows, with the headers of the settings', () => {
      expect(receiver.problems).toEqual([]);
      expect(receiver.headers['authorization']).toBe('Bearer of-the-receiver');
      for (const { resource } of receiver.spans)
        expect(resource).toMatchObject({ 'service.name': 'newsmill', 'deployment.environment.name': 'test' });
    });
    it('tells of an article in one trace, from its discovery to its alert', () => {
      expect([...new Set(trace.map(({ name }) => name))].sort()).toEqual([
        'GET',
        'bulk articles',
        'discover page',
        'fetch page',
        'look_up state',
        'notify webhook',
        'process newsmill.article.cleaned',
        'process newsmill.article.enriched',
        'process newsmill.page.fetched',
        'send newsmill.article.cleaned',
        'send newsmill.article.enriched',
        'send newsmill.page.fetched',
      ]);
    });
    it('hangs every span below the one from which it came', () => {
      const byId = new Map(trace.map((span) => [span.spanId, span]));
      const pathOf = (name: string): string[] => {
        const path: string[] = [];
        for (
          let at = trace.find((span) => span.name === name);
          at !== undefined;
          at = byId.get(at.parentSpanId ?? '')
        )
          path.push(at.name);
        return path;
      };
      expect(trace.filter(({ parentSpanId }) => parentSpanId === undefined).map(({ name }) => name)).toEqual([
        'discover page',
      ]);
      expect(
        trace.filter(({ parentSpanId }) => parentSpanId !== undefined && !byId.has(parentSpanId)),
      ).toEqual([]);
      expect(pathOf('bulk articles')).toEqual([
        'bulk articles',
        'process newsmill.article.enriched',
        'send newsmill.article.enriched',
        'process newsmill.article.cleaned',
        'send newsmill.article.cleaned',
        'process newsmill.page.fetched',
        'send newsmill.page.fetched',
        'fetch page',
        'discover page',
      ]);
      const discovery = trace.find(({ name }) => name === 'discover page');
      const poll = receiver.spans.filter(({ name }) => name === 'poll channel').map(({ traceId }) => traceId);
      expect(discovery?.links).toHaveLength(1);
      expect(poll).toContain(discovery?.links[0]);
    });
    it('says with the words of the conventions what was asked and by what the article went', () => {
      const attributesOf = (name: string) => trace.find((span) => span.name === name)?.attributes;
      expect(attributesOf('GET')).toMatchObject({
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'server.address': '127.0.0.1',
        'server.port': Number(new URL(paper.origin).port),
      });
      expect(attributesOf('process newsmill.page.fetched')).toMatchObject({
        'messaging.system': systems.bus,
        'messaging.operation.type': 'process',
        'messaging.destination.name': 'newsmill.page.fetched',
        'messaging.consumer.group.name': 'newsmill-clean',
        'newsmill.source.id': 'harbour',
        'newsmill.outcome': 'accept',
        'url.full': `${paper.origin}/story/3`,
      });
      expect(attributesOf('bulk articles')).toMatchObject({
        'db.system.name': systems.library,
        'db.operation.name': 'bulk',
      });
      expect(attributesOf('look_up state')).toMatchObject({ 'db.system.name': systems.state });
      expect(JSON.stringify(receiver.spans)).not.toContain('secret-of-the-hook');
    });
    it('says the trace in what the ledger and the command trace tell', () => {
      expect(told.viewer).toBe(`http://127.0.0.1:16686/trace/${told.traceId}`);
    });
  });
}

tracesContract(
  'the traces of a mill in one process',
  { bus: 'sqlite', library: 'sqlite', state: 'sqlite' },
  async (folder, settings) => {
    const { address, stop } = await startMill({ data: join(folder, 'data'), settings, log: [] });
    return { address, settings: {}, stop };
  },
  240_000,
);

tracesContract(
  'the traces of the services',
  { bus: 'kafka', library: 'elasticsearch', state: 'redis' },
  async (_, settings) => {
    const servers = await startServers(['kafka', 'redis', 'elasticsearch']);
    const found = {
      ...settingsOf(servers),
      NEWSMILL_NAMESPACE: `traces-${randomBytes(4).toString('hex')}`,
    };
    const services = await startServices({ ...settings, ...found }, serviceNames, []);
    return { address: services.address, settings: found, stop: () => services.stop() };
  },
  serverStartLimitMs,
);

describe('a mill whose receiver of traces is away', () => {
  it('reads and indexes as ever, counts what it could not send, and ends in time', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-traces-'));
    const paper = await startHomePaper({ feed: articles, news: 0 });
    const receiver = await startTraceReceiver();
    receiver.status = 500;
    writeSources(join(folder, 'sources'), [
      {
        id: 'harbour',
        name: 'Harbour Post',
        allowPrivate: [new URL(paper.origin).host],
        channels: [{ url: `${paper.origin}/feed.xml`, kind: 'feed' }],
      },
    ]);
    const mill = await startMill({
      data: join(folder, 'data'),
      sources: join(folder, 'sources'),
      settings: { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint, OTEL_TRACES_SAMPLER_ARG: '1' },
      log: [],
    });
    try {
      await untilAtRest(mill.address, articles, 60_000);
      const failed = async () =>
        /newsmill_spans_total\{outcome="failed"\} [1-9]/.test(
          await (await fetch(`${mill.address}/metrics`)).text(),
        );
      await untilWithin(180_000)('spans that were not taken are counted', failed);
      const began = performance.now();
      expect(await mill.stop()).toBe(0);
      expect(performance.now() - began).toBeLessThan(10_000);
    } finally {
      await mill.kill();
      await receiver.close();
      paper.server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 240_000);
});
