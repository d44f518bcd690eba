import type { StoredMessage } from '@newsmill/bus';
import { spanAttributes } from '../tracing/span-attributes.ts';
import type { Sink } from './define-stage.ts';
import { createFairTurns, type FairTurns } from './fair-turns.ts';
import type { HandlingSpans } from './handling-spans.ts';
import type { PageMessage } from './page-message.ts';
import { faultOfMessage, thrown, type Result } from './result.ts';
import type { StagePorts } from './stage-ports.ts';
import type { TellCost } from './worker-pool.ts';

/** A message for the sink, with the spans of its batch. */
export interface ToWrite<In> {
  readonly message: StoredMessage;
  readonly input: In;
  readonly spans: HandlingSpans | undefined;
}

/** How a message waits for its turn at the sink. */
export interface WriteWait {
  /** It is put behind the others after so long, milliseconds, where they may need its place. */
  readonly turnMs: number;
  readonly isCrowded: () => boolean;
  /** Whether its batch still asks for it. */
  readonly isWanted: () => boolean;
}

/** How much goes into one write. */
export interface BulkSize {
  readonly messages: number;
  readonly bytes?: number | undefined;
}

interface Seated<In> extends ToWrite<In> {
  readonly tellCost: TellCost;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Writes at the same time: while one waits for its server, the next is on its way. */
const writesAtOnce = 2;

/**
 * Writes what comes to a sink, many at once, whichever batch it came in. Sources take turns: of what waits, the next
 * write has that of those which have taken the least of the time so far.
 */
export class BulkWriter<In extends PageMessage> {
  readonly #sink: Sink<In>;
  readonly #ports: StagePorts;
  readonly #size: BulkSize;
  readonly #turns: FairTurns;
  /** What has its turn, and is not being written yet. */
  #seated: Seated<In>[] = [];
  /** Keys that are being written: what follows of them waits, so that their order stays. */
  readonly #keys = new Set<string>();
  #running = 0;
  #written = 0;
  #isGathering = false;

  constructor(sink: Sink<In>, ports: StagePorts, size: BulkSize) {
    this.#sink = sink;
    this.#ports = ports;
    this.#size = size;
    this.#turns = createFairTurns(writesAtOnce * size.messages);
  }

  /**
   * Writes it when it is the turn of its source. Rejects where the sink fails for all. It makes room for others only
   * after a write that it was not in: while the library hangs, nobody would gain by that.
   */
  async write(given: ToWrite<In>, { turnMs, isCrowded, isWanted }: WriteWait): Promise<Result> {
    const before = this.#written;
    const result = await this.#turns.take(
      given.input.sourceId,
      async (tellCost): Promise<Result> => {
        if (!isWanted()) return thrown('the batch was given back');
        return new Promise((resolve, reject) => {
          this.#seated.push({ ...given, tellCost, resolve, reject });
          this.#gather();
        });
      },
      {
        ms: turnMs,
        most: Number.POSITIVE_INFINITY,
        isCrowded: () => isCrowded() && this.#written > before,
      },
    );
    return typeof result === 'string' ? { kind: 'postponed', why: result } : result;
  }

  /** Nobody gets a turn any more; what has its turn is written. */
  close(): void {
    this.#turns.close();
  }

  /** Begins to write after what gets its turn at the same moment. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    setImmediate(() => {
      this.#isGathering = false;
      while (this.#running < writesAtOnce) {
        const bulk = this.#nextBulk();
        if (bulk.length === 0) return;
        void this.#work(bulk);
      }
    });
  }

  #nextBulk(): readonly Seated<In>[] {
    const { messages: most, bytes: mostBytes = Number.POSITIVE_INFINITY } = this.#size;
    const bulk: Seated<In>[] = [];
    const left: Seated<In>[] = [];
    let bytes = 0;
    for (const each of this.#seated) {
      const isFull = bulk.length >= most || bytes >= mostBytes;
      if (isFull || this.#keys.has(each.message.key)) {
        left.push(each);
        continue;
      }
      bulk.push(each);
      bytes += each.message.value.length;
    }
    this.#seated = left;
    return bulk;
  }

  async #work(bulk: readonly Seated<In>[]): Promise<void> {
    this.#running += 1;
    for (const { message } of bulk) this.#keys.add(message.key);
    try {
      await this.#write(bulk);
    } catch (error) {
      for (const { reject } of bulk) reject(error);
    } finally {
      for (const { message } of bulk) this.#keys.delete(message.key);
      this.#running -= 1;
      this.#gather();
    }
  }

  async #write(bulk: readonly Seated<In>[]): Promise<void> {
    const began = performance.now();
    const results: readonly Result[] = await this.#deliver(bulk).catch((error: unknown) =>
      bulk.map(() => faultOfMessage(error)),
    );
    this.#written += 1;
    const ms = performance.now() - began;
    const bytes = bulk.reduce((sum, { message }) => sum + message.value.length, 0);
    const stage = this.#sink.step.stage;
    for (const [place, { message, tellCost, resolve }] of bulk.entries()) {
      this.#ports.metrics.articleSeconds.observe({ stage }, ms / 1_000 / bulk.length);
      tellCost((ms * message.value.length) / Math.max(1, bytes));
      resolve(results[place] ?? thrown('the sink gave no answer for this message'));
    }
  }

  /** A span in the trace of each message. */
  #deliver(bulk: readonly Seated<In>[]) {
    const inputs = bulk.map(({ input }) => input);
    const batches = Map.groupBy(bulk, ({ spans }) => spans);
    const attributes = {
      [spanAttributes.dbSystem]: this.#ports.tracing?.systems.library,
      [spanAttributes.dbOperation]: 'bulk',
      [spanAttributes.dbCollection]: 'articles',
    };
    return [...batches].reduce(
      (write, [spans, ones]) =>
        spans === undefined
          ? write
          : () =>
              spans.together(
                { name: 'bulk articles', attributes, messages: ones.map(({ message }) => message) },
                write,
              ),
      () => this.#sink.deliver(inputs, this.#ports),
    )();
  }
}
