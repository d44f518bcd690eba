import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { FrontierItem } from '@newsmill/contracts';

const traces = new AsyncLocalStorage<string>();
/** W3C trace context, version 00; no id is all zeros. */
const form = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** What a `traceparent` says. */
export interface TraceContext {
  readonly traceId: string;
  readonly spanId: string;
  /** Whether spans of this trace are kept. */
  readonly isSampled: boolean;
}

/** Reads a `traceparent`; undefined where there is none, or none that can be read. */
export function readTraceparent(text: string | undefined): TraceContext | undefined {
  const [, traceId, spanId, flags] = form.exec(text ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export function writeTraceparent({ traceId, spanId, isSampled }: TraceContext): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

/**
 * The trace of the next visit of a page, from its discovery or its last fetch on. Worked out, so that whoever
 * discovers the page, whoever fetches it and whoever tries again name the same one and nobody has to keep it.
 */
export function traceOfVisit({
  key,
  firstSeen,
  fetchedAt,
}: Pick<FrontierItem, 'key' | 'firstSeen' | 'fetchedAt'>): string {
  const hash = createHash('sha256').update(`${key}\n${firstSeen}\n${fetchedAt}`).digest('hex');
  return hash.slice(0, 32);
}

/** What the first span of a trace hands on: its id is the second half of that of the trace. */
export function rootTraceparent(traceId: string, isSampled: boolean): string {
  return writeTraceparent({ traceId, spanId: traceId.slice(16), isSampled });
}

/** A trace that nobody had before; `random` answers numbers in [0, 1). */
export function newTraceId(random: () => number): string {
  const digit = () => Math.floor(random() * 16).toString(16);
  return Array.from({ length: 31 }, digit).join('').concat('1');
}

/** The `traceparent` of what is worked on here. */
export function currentTraceparent(): string | undefined {
  return traces.getStore();
}

/** The trace id of the message that is worked on here; undefined where there is none, or none that can be read. */
export function currentTraceId(): string | undefined {
  return readTraceparent(traces.getStore())?.traceId;
}

/** Does the work for one message: lines of the log that come of it have its trace id. */
export function inTrace<T>(traceparent: string | undefined, work: () => T): T {
  return traceparent === undefined ? traces.exit(work) : traces.run(traceparent, work);
}
