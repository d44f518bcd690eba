import { setTimeout as sleep } from 'node:timers/promises';
import { retryRungs, retryTopic } from '@newsmill/contracts';
import { MessageTooLarge, type Consumer, type OutgoingMessage, type StoredMessage } from '@newsmill/bus';
import { BulkWriter } from './bulk-writer.ts';
import { createFairTurns } from './fair-turns.ts';
import { refuseTooLarge } from './consequences/refuse-too-large.ts';
import { labelOf, type AnyStage } from './define-stage.ts';
import { handleInParts, type HandledPart } from './handle-batch.ts';
import { dueHeader, numberIn } from './retry-headers.ts';
import type { Fairness } from './fairness.ts';
import { publishDurably } from './publish-durably.ts';
import { RecentSightings } from './recent-sightings.ts';
import { createSourceBrake } from './source-brake.ts';
import { createSourceWeights } from './source-weights.ts';
import { SourceUsage } from './source-usage.ts';
import type { StagePorts } from './stage-ports.ts';
import { generationOf, StateRebuilt } from './state-generation.ts';
import type { PageMessage } from './page-message.ts';
import { waitOfRetry } from './wait-of-retry.ts';

/**
 * A stage at work. `stop` takes nothing more, finishes what is in flight and gives back what is not finished
 * soon, then closes its consumers.
 */
export interface Running {
  stop(): Promise<void>;
}

/** How a stage takes its messages. */
export interface Pace {
  /** Messages in one batch. */
  readonly batch: number;
  /** Batches worked on at the same time; batches that share a key still follow each other. */
  readonly parallel: number;
  /** Wait for a batch to fill, milliseconds. */
  readonly gatherMs: number;
  /** A batch of so many bytes is full, whatever the number of its messages. */
  readonly bytes?: number;
  /** Of a sink: messages in one write; those of a batch, where it does not say. */
  readonly bulk?: number;
}

/**
 * A stage whose sources take turns has so many messages in sight: a source that it does not see gets no turn, however
 * little it needs. As many as may wait to be cleaned before the fetch stage asks for less.
 */
export const messagesInSight = 256;

/**
 * What is in flight when a stage stops has so long to be finished, milliseconds; then others do it, and nothing
 * has been heard of it.
 */
const finishMs = 1_500;
/**
 * What has begun to be published then has so long to be published whole and acknowledged, milliseconds: others
 * would publish it once more.
 */
const answerMs = 2_000;
/** While a batch fills, the bus is asked so often, milliseconds. */
const gatherStepMs = 50;

/**
 * One page more than there are threads is made ready, so that none of them waits for the archive. A page that
 * takes half its budget is too expensive.
 */
function fairnessOf<In extends PageMessage>(stage: AnyStage<In>, ports: StagePorts): Fairness | undefined {
  const budget = stage.kind === 'stage' ? stage.budget : undefined;
  if (budget === undefined) return undefined;
  return {
    turns: createFairTurns(budget.threads + 1),
    brake: createSourceBrake(
      { stage: stage.step.stage, costlyMs: budget.ms / 2, waits: ports.retryLadder },
      ports,
    ),
    weights: createSourceWeights(stage.step.stage, ports),
    usage: new SourceUsage(ports),
  };
}

const bytesOf = (messages: readonly StoredMessage[]): number =>
  messages.reduce((sum, { value }) => sum + value.length, 0);

/** Runs a stage: its topic, and its retry topics. */
export async function runStage<In extends PageMessage>(
  stage: AnyStage<In>,
  ports: StagePorts,
  pace: Pace,
): Promise<Running> {
  const run = new StageRun(stage, ports, pace);
  await run.start();
  return run;
}

/** One stage at work: what is in flight, and the loops that take messages in. */
class StageRun<In extends PageMessage> implements Running {
  readonly #stage: AnyStage<In>;
  readonly #name: string;
  readonly #ports: StagePorts;
  readonly #pace: Pace;
  /** Of a sink. */
  readonly #writer: BulkWriter<In> | undefined;
  readonly #halt = new AbortController();
  /** Whether what is still in flight is for others to do. */
  #isGivenUp = false;
  /** Batches that are worked on, with their keys and their size. */
  readonly #inFlight = new Map<
    Promise<void>,
    { readonly keys: ReadonlySet<string>; readonly bytes: number }
  >();
  /** Parts whose answers are being published and acknowledged. */
  readonly #answering = new Set<Promise<void>>();
  readonly #consumers: Consumer[] = [];
  readonly #loops: Promise<void>[] = [];

  constructor(stage: AnyStage<In>, ports: StagePorts, pace: Pace) {
    this.#stage = stage;
    this.#name = labelOf(stage);
    this.#ports = { ...ports, fairness: fairnessOf(stage, ports), sightings: new RecentSightings() };
    this.#pace = pace;
    const size = { messages: pace.bulk ?? pace.batch, bytes: pace.bytes };
    this.#writer = stage.kind === 'sink' ? new BulkWriter(stage, this.#ports, size) : undefined;
  }

  async start(): Promise<void> {
    const main = await this.#consume(this.#stage.from.name);
    this.#loops.push(this.#takeMessages(main));
    for (let rung = 0; rung < Math.min(retryRungs, this.#ports.retryLadder.length); rung += 1) {
      const retries = await this.#consume(retryTopic(this.#stage.step.stage, rung).name);
      this.#loops.push(this.#takeRetries(retries));
    }
    this.#ports.note('stage.started', { stage: this.#name });
  }

  async stop(): Promise<void> {
    this.#halt.abort();
    this.#ports.fairness?.turns.close();
    this.#writer?.close();
    await Promise.race([this.#finish(), sleep(finishMs, undefined, { ref: false })]);
    this.#isGivenUp = true;
    const last = [...this.#answering, Promise.resolve(this.#ports.fairness?.usage.close())];
    await Promise.race([Promise.allSettled(last), sleep(answerMs, undefined, { ref: false })]);
    await Promise.all(this.#consumers.map((consumer) => consumer.close()));
    this.#ports.note('stage.stopped', { stage: this.#name });
  }

  async #finish(): Promise<void> {
    await Promise.all(this.#loops);
    await Promise.all(this.#inFlight.keys());
  }

  get #isStopped(): boolean {
    return this.#halt.signal.aborted;
  }

  async #consume(topic: string): Promise<Consumer> {
    const consumer = await this.#ports.bus.consume({
      group: this.#stage.step.group,
      topics: [topic],
      maxBytesInFlight: this.#ports.bytesInFlight,
    });
    this.#consumers.push(consumer);
    return consumer;
  }

  async #takeMessages(consumer: Consumer): Promise<void> {
    while (!this.#isStopped) {
      if (this.#isFull) {
        await Promise.race(this.#inFlight.keys());
        continue;
      }
      const messages = await this.#gather(consumer);
      if (messages.length > 0) this.#launch(consumer, messages);
      else if (this.#inFlight.size > 0) await Promise.race([...this.#inFlight.keys(), sleep(20)]);
      // What failed here may have gone to another copy since.
      else this.#ports.health.clear(`stage-${this.#name}`);
    }
  }

  async #takeRetries(consumer: Consumer): Promise<void> {
    const waitOf = (message: StoredMessage, now: number) =>
      waitOfRetry(message, now, this.#ports.retryLadder);
    while (!this.#isStopped) {
      let messages = [...(await this.#poll(consumer, 64, 1_000))].sort(
        (a, b) => numberIn(a.headers, dueHeader) - numberIn(b.headers, dueHeader),
      );
      if (messages.length === 0) this.#ports.health.clear(`retries-${this.#name}`);
      while (messages.length > 0) {
        const wait = Math.min(...messages.map((message) => waitOf(message, this.#ports.now())));
        if (wait > 0)
          await sleep(Math.min(wait, 60_000), undefined, { signal: this.#halt.signal }).catch(
            () => undefined,
          );
        if (this.#isStopped) return consumer.giveBack(messages).catch(() => undefined);
        // Asked once: while the messages are looked at the clock goes on, and what is due would be no longer
        // the first of them.
        const now = this.#ports.now();
        const due = messages.filter((message) => waitOf(message, now) <= 0);
        messages = messages.filter((message) => waitOf(message, now) > 0);
        if (due.length > 0) await this.#work(consumer, due, `retries-${this.#name}`);
      }
    }
  }

  /**
   * Polls a batch; while it is not full, waits a little for more: for `gatherMs` in all, from its first
   * message on.
   */
  async #gather(consumer: Consumer): Promise<readonly StoredMessage[]> {
    const { batch: most, gatherMs, bytes = Number.POSITIVE_INFINITY } = this.#pace;
    const batch = [...(await this.#poll(consumer, most, 500))];
    const end = performance.now() + gatherMs;
    const isFull = () => batch.length >= most || bytesOf(batch) >= bytes;
    while (batch.length > 0 && !isFull() && performance.now() < end && !this.#isStopped) {
      await sleep(Math.min(gatherStepMs, Math.max(1, end - performance.now())));
      batch.push(...(await this.#poll(consumer, most - batch.length, 0)));
    }
    return batch;
  }

  /** A bus that cannot be read for a while is no reason to die: it is asked again. */
  async #poll(consumer: Consumer, max: number, waitMs: number): Promise<readonly StoredMessage[]> {
    try {
      const messages = await consumer.poll(max, waitMs);
      this.#ports.health.clear(`poll-${this.#name}`);
      return messages;
    } catch (error) {
      await this.#pause(`poll-${this.#name}`, error);
      return [];
    }
  }

  /** Whether no further batch fits beside those that are worked on. */
  get #isFull(): boolean {
    return this.#inFlight.size >= this.#pace.parallel;
  }

  /** Whether messages may wait that are not seen: where there is no room for a batch, or for large messages. */
  get #isCrowded(): boolean {
    const bytes = [...this.#inFlight.values()].reduce((sum, batch) => sum + batch.bytes, 0);
    return this.#isFull || bytes >= this.#ports.bytesInFlight / 2;
  }

  /** Works on a batch beside others, behind those that share a key with it. */
  #launch(consumer: Consumer, messages: readonly StoredMessage[]): void {
    const keys = new Set(messages.map((message) => message.key));
    const before = [...this.#inFlight]
      .filter(([, held]) => [...keys].some((key) => held.keys.has(key)))
      .map(([promise]) => promise);
    const promise: Promise<void> = Promise.all(before)
      .then(() => this.#work(consumer, messages, `stage-${this.#name}`, () => this.#isCrowded))
      .finally(() => this.#inFlight.delete(promise));
    this.#inFlight.set(promise, { keys, bytes: bytesOf(messages) });
  }

  async #work(
    consumer: Consumer,
    messages: readonly StoredMessage[],
    problem: `stage-${string}` | `retries-${string}`,
    isCrowded?: () => boolean,
  ): Promise<void> {
    const end = this.#ports.metrics.stageSeconds.startTimer({ stage: this.#name });
    const left = new Set(messages);
    try {
      await this.#handleAndAcknowledge(consumer, left, isCrowded);
      this.#ports.health.clear(problem);
      if (left.size > 0) await consumer.giveBack([...left]);
      return void end();
    } catch (error) {
      // A port failed as a whole: nothing was acknowledged, all of it is handed out again after a pause.
      if (!this.#isGivenUp) await this.#pause(problem, error);
      return consumer.giveBack([...left]).catch(() => undefined); // a closed bus hands them out again by itself
    }
  }

  /**
   * Takes out of `left` what is acknowledged, part by part. A stage that asks the state also leaves something
   * there (who owns an article, which texts there are). When the state is lost before the answers are in the
   * bus, what was left is lost too, and no rebuilding finds it in bus or library.
   */
  async #handleAndAcknowledge(
    consumer: Consumer,
    left: Set<StoredMessage>,
    isCrowded?: () => boolean,
  ): Promise<void> {
    const { state, now } = this.#ports;
    const stage = this.#stage;
    const asksState = stage.kind === 'stage' && stage.lookUp !== undefined && stage.isForgetful !== true;
    const before = asksState ? await generationOf(state, now()) : '';
    for await (const part of handleInParts(stage, [...left], this.#ports, {
      isCrowded,
      writer: this.#writer,
    })) {
      // Its threads may have been ended by now, which is no fault of the messages.
      if (this.#isGivenUp) throw new Error('the stage has stopped before this was finished');
      const isSame = async () => !asksState || (await generationOf(state, now())) === before;
      const answering = this.#answer(consumer, part, isSame);
      this.#answering.add(answering);
      await answering
        .finally(() => this.#answering.delete(answering))
        .catch((error: unknown) => {
          part.end?.('not-published');
          throw error;
        });
      part.end?.();
      for (const message of part.messages) left.delete(message);
    }
  }

  /**
   * Publishes what follows from a part, and acknowledges it. What has gone to another copy while it was worked
   * on (the library was away for long, or this process stood still) is left to that one.
   */
  async #answer(consumer: Consumer, part: HandledPart, isSame: () => Promise<boolean>): Promise<void> {
    const messages = await consumer.held(part.messages);
    const answers = new Map(part.messages.map((message, place) => [message, part.answers[place] ?? []]));
    await this.#publishAnswers(
      messages,
      messages.map((message) => answers.get(message) ?? []),
    );
    if (!(await isSame())) throw new StateRebuilt();
    await consumer.acknowledge(messages);
  }

  /** What is too large for the bus goes to the dead letters; the rest of the batch does not suffer for it. */
  async #publishAnswers(
    messages: readonly StoredMessage[],
    answers: readonly (readonly OutgoingMessage[])[],
    refused = 0,
  ): Promise<void> {
    try {
      return await publishDurably(answers.flat(), this.#ports, () => this.#isStopped);
    } catch (error) {
      // Each message can be refused twice: its answer, then its dead letter.
      if (!(error instanceof MessageTooLarge) || refused >= 2 * messages.length) throw error;
      const isGuilty = (answer: readonly OutgoingMessage[]) =>
        answer.some(({ topic, key }) => topic === error.topic && key === error.key);
      const mended = messages.map((message, index) => {
        const answer = answers[index] ?? [];
        return isGuilty(answer) ? refuseTooLarge(this.#stage, message, error, this.#ports) : answer;
      });
      return this.#publishAnswers(messages, mended, refused + 1);
    }
  }

  /** Says that something fails, and waits a little before it is tried again. */
  async #pause(problem: string, error: unknown): Promise<void> {
    this.#ports.health.fail(problem, error);
    await sleep(this.#isStopped ? 0 : 1_000);
  }
}
