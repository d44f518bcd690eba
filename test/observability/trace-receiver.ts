import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** A value of an attribute in the JSON form of OTLP; 64-bit whole numbers may be text. */
const AnyValue = z.union([
  z.strictObject({ stringValue: z.string() }),
  z.strictObject({ boolValue: z.boolean() }),
  z.strictObject({ intValue: z.union([z.int(), z.string().regex(/^-?\d+$/)]) }),
  z.strictObject({ doubleValue: z.number() }),
]);
const KeyValue = z.strictObject({ key: z.string().min(1), value: AnyValue });
const traceId = z.string().regex(/^(?!0{32})[0-9a-f]{32}$/);
const spanId = z.string().regex(/^(?!0{16})[0-9a-f]{16}$/);
const nanoseconds = z.string().regex(/^\d{19}$/);
const dropped = z.int().min(0).optional();

const OtlpSpan = z.strictObject({
  traceId,
  spanId,
  parentSpanId: spanId.optional(),
  traceState: z.string().optional(),
  name: z.string().min(1),
  kind: z.int().min(1).max(5),
  startTimeUnixNano: nanoseconds,
  endTimeUnixNano: nanoseconds,
  attributes: z.array(KeyValue),
  droppedAttributesCount: dropped,
  events: z.array(z.unknown()),
  droppedEventsCount: dropped,
  links: z.array(
    z.strictObject({
      traceId,
      spanId,
      traceState: z.string().optional(),
      attributes: z.array(KeyValue),
      droppedAttributesCount: dropped,
      flags: z.int().optional(),
    }),
  ),
  droppedLinksCount: dropped,
  status: z.strictObject({ code: z.int().min(0).max(2), message: z.string().optional() }),
  flags: z.int().optional(),
});

/** The body of `POST /v1/traces` in the JSON form of OTLP 1, nothing beside. */
const ExportTraceServiceRequest = z.strictObject({
  resourceSpans: z.array(
    z.strictObject({
      resource: z.strictObject({ attributes: z.array(KeyValue), droppedAttributesCount: dropped }),
      scopeSpans: z.array(
        z.strictObject({
          scope: z.strictObject({ name: z.string(), version: z.string().optional() }),
          spans: z.array(OtlpSpan),
          schemaUrl: z.string().optional(),
        }),
      ),
      schemaUrl: z.string().optional(),
    }),
  ),
});

/** A span as it was received. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly kind: number;
  /** Milliseconds. */
  readonly took: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly links: readonly string[];
  readonly hasFailed: boolean;
  readonly resource: Readonly<Record<string, unknown>>;
}

export interface TraceReceiver {
  /** Base address, as OTEL_EXPORTER_OTLP_ENDPOINT has it. */
  readonly endpoint: string;
  readonly spans: ReceivedSpan[];
  /** What could not be read: it is refused as a receiver would. */
  readonly problems: string[];
  /** Headers of the last request. */
  headers: Readonly<Record<string, unknown>>;
  /** Bytes that came. */
  bytes: number;
  /** Status of all answers from now on; 200 takes what comes. */
  status: number;
  close(): Promise<void>;
}

function attributesOf(list: readonly z.output<typeof KeyValue>[]): Record<string, unknown> {
  return Object.fromEntries(list.map(({ key, value }) => [key, Object.values(value)[0]]));
}

function readSpans(body: string): ReceivedSpan[] {
  const { resourceSpans } = ExportTraceServiceRequest.parse(JSON.parse(body));
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map((span) => ({
        traceId: span.traceId,
        spanId: span.spanId,
        parentSpanId: span.parentSpanId,
        name: span.name,
        kind: span.kind,
        took: Number(BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)) / 1e6,
        attributes: attributesOf(span.attributes),
        links: span.links.map((link) => link.traceId),
        hasFailed: span.status.code === 2,
        resource: attributesOf(resource.attributes),
      })),
    ),
  );
}

/** Receives traces by OTLP over HTTP as JSON, and refuses what is none. */
export async function startTraceReceiver(): Promise<TraceReceiver> {
  const server: Server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      receiver.headers = request.headers;
      if (receiver.status !== 200) return void reply.writeHead(receiver.status).end();
      const body = Buffer.concat(parts);
      receiver.bytes += body.length;
      try {
        if (request.method !== 'POST' || request.url !== '/v1/traces')
          throw new Error(`${request.method} ${request.url}`);
        receiver.spans.push(...readSpans(body.toString('utf8')));
        return void reply.writeHead(200, { 'content-type': 'application/json' }).end('{"partialSuccess":{}}');
      } catch (error) {
        receiver.problems.push(error instanceof Error ? error.message : String(error));
        return void reply.writeHead(400).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const receiver: TraceReceiver = {
    endpoint: `http://127.0.0.1:${port}`,
    spans: [],
    problems: [],
    headers: {},
    bytes: 0,
    status: 200,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return receiver;
}
