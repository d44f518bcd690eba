import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  TraceFlags,
  type Attributes,
  type Context,
  type Link,
  type Span,
  type SpanContext,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  RandomIdGenerator,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type IdGenerator,
  type ReadableSpan,
  type SpanExporter,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace';
import { formsOf, type Settings } from '@newsmill/settings';
import type { TraceTelling } from './open-tracing.ts';
import { spanAttributes } from './span-attributes.ts';
import { readTraceparent, writeTraceparent, type TraceContext } from './trace.ts';
import type { OpenSpan, SpanAttributes, SpanStart, Tracing } from './tracing.ts';

/** Spans that wait to be sent; of more the newest are lost, and counted. */
const mostWaiting = 4_096;
/** Spans in one request, and how long it may take, milliseconds. */
const batch = { size: 512, everyMs: 2_000, limitMs: 10_000 };
/** The end of the process waits so long for what is to be sent, milliseconds. */
const lastSendMs = 2_000;
/** Links of a span; a batch may have more. */
const mostLinks = 16;
const limits = { attributeValueLengthLimit: 500, attributeCountLimit: 32, linkCountLimit: mostLinks };

const kinds = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

/** `name=value,name=value`, each percent-encoded, as OTEL_EXPORTER_OTLP_HEADERS has them. */
function headersOf(text: string | undefined): Record<string, string> {
  const pairs = text === undefined ? [] : text.split(',');
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
    }),
  );
}

/** Random ids, but for the first span of a trace, whose ids are settled before it begins. */
class PlannedIds implements IdGenerator {
  readonly #random = new RandomIdGenerator();
  planned: TraceContext | undefined;

  generateTraceId(): string {
    return this.planned?.traceId ?? this.#random.generateTraceId();
  }

  generateSpanId(): string {
    return this.planned?.spanId ?? this.#random.generateSpanId();
  }
}

/** Sends spans, counts what became of them, and tells when the receiver is away. Nothing waits for it. */
class CountedExporter implements SpanExporter {
  readonly #to: SpanExporter;
  readonly #telling: TraceTelling;
  readonly #onSent: (count: number) => void;

  constructor(to: SpanExporter, telling: TraceTelling, onSent: (count: number) => void) {
    this.#to = to;
    this.#telling = telling;
    this.#onSent = onSent;
  }

  export(spans: ReadableSpan[], done: Parameters<SpanExporter['export']>[1]): void {
    const { metrics, outages } = this.#telling;
    this.#onSent(spans.length);
    this.#to.export(spans, (result) => {
      const isSent = result.code === 0;
      metrics.spans.inc({ outcome: isSent ? 'sent' : 'failed' }, spans.length);
      if (isSent) outages.worked('traces');
      else outages.failed('traces', result.error ?? new Error('the receiver of traces does not answer'));
      // It has been told: the processor has nobody else to tell it to.
      done({ code: 0 });
    });
  }

  shutdown(): Promise<void> {
    return this.#to.shutdown();
  }
}

/** A batch processor whose queue is bounded by count, and which counts what it has no room for. */
class BoundedProcessor implements SpanProcessor {
  readonly #batches: BatchSpanProcessor;
  readonly #telling: TraceTelling;
  #waiting = 0;

  constructor(exporter: SpanExporter, telling: TraceTelling) {
    this.#telling = telling;
    const counted = new CountedExporter(exporter, telling, (count) => (this.#waiting -= count));
    this.#batches = new BatchSpanProcessor({
      exporter: counted,
      maxQueueSize: mostWaiting,
      maxExportBatchSize: batch.size,
      scheduledDelayMillis: batch.everyMs,
      exportTimeoutMillis: batch.limitMs,
    });
  }

  onStart(): void {
    // Nothing is told of what has not ended.
  }

  onEnd(span: ReadableSpan): void {
    if (this.#waiting >= mostWaiting) return this.#telling.metrics.spans.inc({ outcome: 'dropped' });
    this.#waiting += 1;
    this.#batches.onEnd(span);
  }

  forceFlush(): Promise<void> {
    return this.#batches.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.#batches.shutdown();
  }
}

const given = (attributes: SpanAttributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));

function spanContextOf({ traceId, spanId }: TraceContext): SpanContext {
  return { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
}

function linkOf(traceparent: string): Link[] {
  const read = readTraceparent(traceparent);
  return read === undefined ? [] : [{ context: spanContextOf(read) }];
}

class OtlpSpan implements OpenSpan {
  readonly traceparent: string;
  readonly #span: Span;

  constructor(span: Span, isSampled: boolean) {
    this.#span = span;
    const { traceId, spanId } = span.spanContext();
    this.traceparent = writeTraceparent({ traceId, spanId, isSampled });
  }

  set(attributes: SpanAttributes): void {
    this.#span.setAttributes(given(attributes));
  }

  end(error?: string): void {
    if (error !== undefined) {
      this.#span.setAttribute(spanAttributes.errorType, error);
      this.#span.setStatus({ code: SpanStatusCode.ERROR });
    }
    this.#span.end();
  }
}

/**
 * Spans by the SDK of OpenTelemetry, sent by OTLP over HTTP. Which traces are kept is settled before a span
 * begins: by the flag of its parent, which the ratio set at the root.
 */
export class OtlpTracing implements Tracing {
  readonly systems: Tracing['systems'];
  readonly #ids = new PlannedIds();
  readonly #share: TraceIdRatioBasedSampler;
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;

  constructor(endpoint: string, settings: Settings, telling: TraceTelling) {
    this.systems = formsOf(settings);
    this.#share = new TraceIdRatioBasedSampler(settings.traceShare);
    const own = resourceFromAttributes({
      'service.name': settings.otelServiceName,
      'service.namespace': settings.namespace,
      'service.version': telling.version,
      'service.instance.id': randomUUID(),
      'host.name': hostname(),
      'process.pid': process.pid,
    });
    const exporter = new OTLPTraceExporter({
      url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
      headers: headersOf(settings.otlpHeaders),
      timeoutMillis: batch.limitMs,
    });
    this.#provider = new TracerProvider({
      resource: own.merge(detectResources({ detectors: [envDetector] })),
      sampler: new AlwaysOnSampler(),
      spanLimits: limits,
      idGenerator: this.#ids,
      spanProcessors: [new BoundedProcessor(exporter, telling)],
    });
    this.#tracer = this.#provider.getTracer('newsmill', telling.version);
  }

  samples(traceId: string): boolean {
    return this.#share.shouldSample(ROOT_CONTEXT, traceId).decision === SamplingDecision.RECORD_AND_SAMPLED;
  }

  begin(start: SpanStart): OpenSpan | undefined {
    const { name, kind, parent, isRoot, isFailure, links = [], attributes = {}, startTime } = start;
    const above = readTraceparent(parent);
    if (above === undefined || (!above.isSampled && isFailure !== true)) return undefined;
    const isFirst = isRoot === true;
    this.#ids.planned = isFirst ? above : undefined;
    const context: Context = isFirst
      ? ROOT_CONTEXT
      : trace.setSpanContext(ROOT_CONTEXT, spanContextOf(above));
    const span = this.#tracer.startSpan(
      name,
      {
        kind: kinds[kind],
        attributes: given(attributes),
        links: links.slice(0, mostLinks).flatMap(linkOf),
        startTime,
      },
      context,
    );
    this.#ids.planned = undefined;
    return new OtlpSpan(span, above.isSampled);
  }

  async close(): Promise<void> {
    const sent = this.#provider.shutdown().catch(() => undefined); // the receiver is away, which has been told
    await Promise.race([sent, sleep(lastSendMs, undefined, { ref: false })]);
  }
}
