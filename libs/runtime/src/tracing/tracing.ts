import type { Forms } from '@newsmill/settings';

/** What a span says besides its name; `undefined` is left out. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** A span that is about to begin. */
export interface SpanStart {
  readonly name: string;
  readonly kind: 'internal' | 'client' | 'producer' | 'consumer';
  /** `traceparent` of the span above. */
  readonly parent: string;
  /** The span begins the trace: `parent` names the span itself. */
  readonly isRoot?: boolean;
  /** It tells of a failure: it is kept where its trace is not sampled, too. */
  readonly isFailure?: boolean;
  /** `traceparent` of spans of other traces that have to do with it. */
  readonly links?: readonly string[];
  readonly attributes?: SpanAttributes;
  /** Epoch milliseconds; without it now. */
  readonly startTime?: number;
}

/** A span under way. One that is never ended is never told. */
export interface OpenSpan {
  /** What the spans below it carry. */
  readonly traceparent: string;
  set(attributes: SpanAttributes): void;
  /** `error`: a word for what failed, of few that there are. */
  end(error?: string): void;
}

/** Traces of a process; a process whose traces are off has none. */
export interface Tracing {
  /** What carries messages, and where articles and fates lie: names of the conventions. */
  readonly systems: Pick<Forms, 'bus' | 'library' | 'state'>;
  /** Whether spans of this trace are kept, by its id alone. */
  samples(traceId: string): boolean;
  /** Begins a span; undefined where its trace is not sampled. */
  begin(start: SpanStart): OpenSpan | undefined;
  /** Sends what waits, for two seconds at most. */
  close(): Promise<void>;
}

/** Does what spans tell of, and ends them; with the name of the error where it fails. */
export async function endingWith<T>(
  spans: readonly (OpenSpan | undefined)[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    const answer = await work();
    for (const span of spans) span?.end();
    return answer;
  } catch (error) {
    for (const span of spans) span?.end(error instanceof Error ? error.name : 'error');
    throw error;
  }
}
