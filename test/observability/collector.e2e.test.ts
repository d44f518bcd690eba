import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../servers/free-ports.ts';
import { startHomePaper, type HomePaper } from '../papers/home-paper.ts';
import { runCommand } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

const title = 'traces in a collector of OpenTelemetry';
const binary = process.env['TEST_COLLECTOR'];
const articles = 4;

/** Takes OTLP over HTTP and prints each span. */
const configOf = (port: number) => `receivers:
  otlp:
    protocols:
      http:
        endpoint: 127.0.0.1:${port}
exporters:
  debug:
    verbosity: detailed
service:
  telemetry:
    metrics:
      level: none
  pipelines:
    traces:
      receivers: [otlp]
      exporters: [debug]
`;

/** A span as the collector prints it. */
const printedSpan =
  /Span #\d+\n\s+Trace ID\s+: (?<traceId>\w+)\n\s+Parent ID\s+: (?<parentId>\w*)\n\s+ID\s+: (?<id>\w+)\n\s+Name\s+: (?<name>.+)\n/g;

interface PrintedSpan {
  readonly traceId: string;
  readonly parentId: string;
  readonly id: string;
  readonly name: string;
}

function spansIn(printed: string): readonly PrintedSpan[] {
  return [...printed.matchAll(printedSpan)].map(({ groups = {} }) => ({
    traceId: groups['traceId'] ?? '',
    parentId: groups['parentId'] ?? '',
    id: groups['id'] ?? '',
    name: groups['name'] ?? '',
  }));
}

if (binary === undefined)
  it.skip(`${title} (skipped: no collector is at hand; TEST_COLLECTOR=/path/to/otelcol runs it)`, () =>
    undefined);
else
  describe(title, () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsmill-collector-'));
    let collector: ChildProcess;
    let paper: HomePaper;
    let printed = '';
    let traceId = '';

    beforeAll(async () => {
      const port = await freePort();
      writeFileSync(join(folder, 'collector.yaml'), configOf(port));
      collector = spawn(binary, ['--config', join(folder, 'collector.yaml')]);
      collector.stderr?.on('data', (piece: Buffer) => (printed += piece.toString()));
      await untilWithin(180_000)('a collector that takes spans', () =>
        printed.includes('Everything is ready'),
      );
      paper = await startHomePaper({ feed: articles, news: 0 });
      writeSources(join(folder, 'sources'), [
        {
          id: 'harbour',
          name: 'Harbour Post',
          allowPrivate: [new URL(paper.origin).host],
          channels: [{ url: `${paper.origin}/feed.xml`, kind: 'feed' }],
        },
      ]);
      const place = { data: join(folder, 'data'), sources: join(folder, 'sources') };
      const mill = await startMill({
        ...place,
        settings: {
          NEWSMILL_POLL_MIN: '1s',
          OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
          OTEL_TRACES_SAMPLER_ARG: '1',
        },
      });
      await untilAtRest(mill.address, articles, 120_000);
      const { stdout } = await runCommand([
        'trace',
        `${paper.origin}/story/3`,
        '--json',
        '--data',
        place.data,
      ]);
      ({ traceId } = JSON.parse(stdout));
      await mill.stop();
    }, 240_000);
    afterAll(async () => {
      collector?.kill();
      paper?.server.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('are whole: every span of an article, each below one of the same trace', async () => {
      const spansOf = () => spansIn(printed).filter((span) => span.traceId === traceId);
      await untilWithin(180_000)('all spans', () =>
        spansOf().some(({ name }) => name === 'process newsmill.article.enriched'),
      );
      const spans = spansOf();
      const ids = new Set(spans.map(({ id }) => id));
      expect(spans.filter(({ parentId }) => parentId === '').map(({ name }) => name)).toEqual([
        'discover page',
      ]);
      expect(spans.filter(({ parentId }) => parentId !== '' && !ids.has(parentId))).toEqual([]);
      expect(spans.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['bulk articles', 'fetch page', 'process newsmill.page.fetched']),
      );
    });
    it('are refused by it in nothing', () => {
      expect(printed).not.toMatch(/\terror\t|\twarn\t.*(?:partial|drop)/i);
    });
  });
