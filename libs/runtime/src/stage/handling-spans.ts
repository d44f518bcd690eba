import { deadLetters } from '@newsmill/contracts';
import type { OutgoingMessage, StoredMessage } from '@newsmill/bus';
import { ownAttributes as own, spanAttributes as at, spanUrl } from '../tracing/span-attributes.ts';
import { endingWith, type OpenSpan, type SpanAttributes, type Tracing } from '../tracing/tracing.ts';
import { labelOf, type AnyStage } from './define-stage.ts';
import type { PageMessage } from './page-message.ts';
import { attemptHeader, numberIn } from './retry-headers.ts';
import type { Result } from './result.ts';

/** What a batch does as one, such as a bulk request. */
interface SharedWork {
  readonly name: string;
  readonly attributes: SpanAttributes;
  readonly messages: readonly StoredMessage[];
}

/** Why a result is a failure, in a word; undefined where it is none. */
function failureOf(result: Result): string | undefined {
  if (result.kind === 'throw') return result.error.name;
  return result.kind === 'reject' ? result.reason : undefined;
}

/** The spans of a batch: one for each message whose trace is sampled. */
export class HandlingSpans {
  readonly #tracing: Tracing;
  readonly #label: string;
  readonly #group: string;
  readonly #startTime: number;
  readonly #spans = new Map<StoredMessage, OpenSpan>();

  constructor(tracing: Tracing, names: { readonly label: string; readonly group: string }, now: number) {
    this.#tracing = tracing;
    this.#label = names.label;
    this.#group = names.group;
    this.#startTime = now;
  }

  /** Begins the span of each message. */
  begin(messages: readonly StoredMessage[]): void {
    for (const message of messages) {
      const span = this.#open(message, { isFailure: false });
      if (span !== undefined) this.#spans.set(message, span);
    }
  }

  #open(message: StoredMessage, { isFailure }: { readonly isFailure: boolean }): OpenSpan | undefined {
    const { topic, headers, partition } = message;
    return this.#tracing.begin({
      name: `process ${topic}`,
      kind: 'consumer',
      parent: headers['traceparent'] ?? '',
      isFailure,
      startTime: this.#startTime,
      attributes: {
        [at.messagingSystem]: this.#tracing.systems.bus,
        [at.operationType]: 'process',
        [at.operationName]: 'process',
        [at.destination]: topic,
        [at.consumerGroup]: this.#group,
        [at.partition]: String(partition),
        [at.messageId]: headers['ce_id'],
        [own.stage]: this.#label,
        [own.attempt]: numberIn(headers, attemptHeader),
      },
    });
  }

  /** What is done for a message goes on below this; undefined: its trace is not sampled. */
  traceparentOf(message: StoredMessage): string | undefined {
    return this.#spans.get(message)?.traceparent;
  }

  /** What is published of a message goes on below its span; a dead letter keeps the headers that it had. */
  carry(message: StoredMessage, outgoing: readonly OutgoingMessage[]): readonly OutgoingMessage[] {
    const traceparent = this.#spans.get(message)?.traceparent;
    if (traceparent === undefined) return outgoing;
    return outgoing.map((each) =>
      each.headers['traceparent'] === undefined || each.topic === deadLetters.name
        ? each
        : { ...each, headers: { ...each.headers, traceparent } },
    );
  }

  /**
   * Does what a batch does as one: a span in the trace of each message, linked to those of the others, so that
   * each trace is whole.
   */
  async together<T>({ name, attributes, messages }: SharedWork, work: () => Promise<T>): Promise<T> {
    const parents = messages.flatMap((message) => this.#spans.get(message)?.traceparent ?? []);
    const spans = parents.flatMap(
      (parent) =>
        this.#tracing.begin({
          name,
          kind: 'client',
          parent,
          links: parents.filter((other) => other !== parent),
          attributes: { [at.dbBatchSize]: messages.length > 1 ? messages.length : undefined, ...attributes },
        }) ?? [],
    );
    return endingWith(spans, work);
  }

  /**
   * What came of a message. Of a failure there is a span in any case. What waits for its turn says so: it may have been
   * looked up by then, below its span.
   */
  end(message: StoredMessage, input: PageMessage | undefined, result: Result, problem?: string): void {
    const error = failureOf(result) ?? problem;
    const span =
      this.#spans.get(message) ??
      (error === undefined ? undefined : this.#open(message, { isFailure: true }));
    if (span === undefined) return;
    span.set({
      [own.outcome]: result.kind,
      [own.reason]: 'reason' in result ? result.reason : undefined,
      [own.item]: input?.item ?? message.key,
      [own.source]: input?.sourceId,
      [at.urlFull]: input === undefined ? undefined : spanUrl(input.url),
    });
    span.end(error);
  }

  /** Ends the spans of messages that get no answer here: their stage ended, or what it asks of others failed. */
  giveBack(messages: readonly StoredMessage[]): void {
    for (const message of messages) {
      const span = this.#spans.get(message);
      span?.set({ [own.outcome]: 'given back' });
      span?.end();
    }
  }
}

/** The spans of a batch that has come; undefined where traces are off. */
export function openHandlingSpans<In extends PageMessage>(
  stage: AnyStage<In>,
  messages: readonly StoredMessage[],
  { tracing, now }: { readonly tracing?: Tracing | undefined; readonly now: () => number },
): HandlingSpans | undefined {
  if (tracing === undefined) return undefined;
  const spans = new HandlingSpans(tracing, { label: labelOf(stage), group: stage.step.group }, now());
  spans.begin(messages);
  return spans;
}
