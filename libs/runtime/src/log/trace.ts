import { AsyncLocalStorage } from 'node:async_hooks';

const traces = new AsyncLocalStorage<string>();
/** W3C trace context, version 00. */
const form = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Begins a trace: a `traceparent` that nobody had before. */
export function newTraceparent(random: () => number): string {
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
  return `00-${hex(32)}-${hex(16)}-01`;
}

/** The `traceparent` of the message that is worked on here; where there is none, that of a new trace. */
export function traceparentHere(random: () => number): string {
  return traces.getStore() ?? newTraceparent(random);
}

/** The trace id of the message that is worked on here; undefined where there is none, or none that can be read. */
export function currentTraceId(): string | undefined {
  return form.exec(traces.getStore() ?? '')?.[1];
}

/** Does the work for one message: lines of the log that come of it have its trace id. */
export function inTrace<T>(traceparent: string | undefined, work: () => T): T {
  return traceparent === undefined ? traces.exit(work) : traces.run(traceparent, work);
}
