import { setTimeout as sleep } from 'node:timers/promises';
import { retryRungs, retryTopic } from '@newsmill/contracts';
import {
  BusFull,
  MessageTooLarge,
  type Consumer,
  type OutgoingMessage,
  type StoredMessage,
} from '@newsmill/bus';
import { handleBatch, refuseTooLarge, type AnyStage, type Traveller } from './handle-batch.ts';
import { dueHeader, numberIn } from './retry-headers.ts';
import type { StagePorts } from './stage-ports.ts';
import { generationOf, StateRebuilt } from './state-generation.ts';

/** A stage at work. `stop` finishes what is in flight or gives it back, then closes its consumers. */
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
}

/** While a batch fills, the bus is asked so often, milliseconds. */
const gatherStepMs = 50;

/** Publishes; while the disk is full, intake pauses and says so, and goes on by itself. */
export async function publishDurably(
  messages: readonly OutgoingMessage[],
  ports: Pick<StagePorts, 'bus' | 'health' | 'note'>,
  stopped: () => boolean,
): Promise<void> {
  for (;;) {
    try {
      await ports.bus.publish(messages);
      return void ports.health.clear('disk-full');
    } catch (error) {
      if (!(error instanceof BusFull) || stopped()) throw error;
      if (!ports.health.problems().some((problem) => problem.name === 'disk-full'))
        ports.note('intake.paused', { reason: error.message });
      ports.health.block('disk-full', error.message);
      await sleep(1_000);
    }
  }
}

/** Runs a stage: its topic, and its retry topics. */
export async function runStage<In extends Traveller>(
  stage: AnyStage<In>,
  ports: StagePorts,
  pace: Pace,
): Promise<Running> {
  const name = stage.step.stage;
  const halt = new AbortController();
  const stopped = () => halt.signal.aborted;
  const inFlight = new Map<Promise<void>, ReadonlySet<string>>();

  async function work(
    consumer: Consumer,
    messages: readonly StoredMessage[],
    before: readonly Promise<void>[],
  ): Promise<void> {
    await Promise.all(before);
    const end = ports.metrics.stageSeconds.startTimer({ stage: name });
    try {
      await handleAndPublish(messages);
      await consumer.acknowledge(messages);
      ports.health.clear(`stage-${name}`);
      return void end();
    } catch (error) {
      return stall(consumer, messages, error);
    }
  }
  /**
   * A stage that asks the state also leaves something there (who owns an article, which texts there are). When the state is lost
   * before the answers are in the bus, what was left is lost too, and no rebuilding finds it in bus or library.
   */
  async function handleAndPublish(messages: readonly StoredMessage[]): Promise<void> {
    const asksState = stage.kind === 'stage' && stage.lookUp !== undefined && stage.isForgetful !== true;
    const before = asksState ? await generationOf(ports.state, ports.now()) : '';
    await publishAnswers(messages, await handleBatch(stage, messages, ports));
    if (asksState && (await generationOf(ports.state, ports.now())) !== before) throw new StateRebuilt();
  }
  /** What is too large for the bus goes to the dead letters; the rest of the batch does not suffer for it. */
  async function publishAnswers(
    messages: readonly StoredMessage[],
    answers: readonly (readonly OutgoingMessage[])[],
    refused = 0,
  ): Promise<void> {
    try {
      return await publishDurably(answers.flat(), ports, stopped);
    } catch (error) {
      // Each message can be refused twice: its answer, then its dead letter.
      if (!(error instanceof MessageTooLarge) || refused >= 2 * messages.length) throw error;
      const isGuilty = (answer: readonly OutgoingMessage[]) =>
        answer.some(({ topic, key }) => topic === error.topic && key === error.key);
      const mended = messages.map((message, index) => {
        const answer = answers[index] ?? [];
        return isGuilty(answer) ? refuseTooLarge(stage, message, error, ports) : answer;
      });
      return publishAnswers(messages, mended, refused + 1);
    }
  }
  /** A port failed as a whole: nothing was acknowledged, all of it is handed out again after a pause. */
  async function stall(
    consumer: Consumer,
    messages: readonly StoredMessage[],
    error: unknown,
  ): Promise<void> {
    const text = error instanceof Error ? error.message : String(error);
    ports.note('stage.stalled', { stage: name, error: text });
    ports.health.block(`stage-${name}`, text);
    await sleep(stopped() ? 0 : 1_000);
    return consumer.giveBack(messages).catch(() => undefined); // a closed bus hands them out again by itself
  }
  /** A bus that cannot be read for a while is no reason to die: it is asked again. */
  async function pollPatiently(
    consumer: Consumer,
    max: number,
    waitMs: number,
  ): Promise<readonly StoredMessage[]> {
    try {
      const messages = await consumer.poll(max, waitMs);
      ports.health.clear(`poll-${name}`);
      return messages;
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      ports.note('stage.stalled', { stage: name, error: text });
      ports.health.block(`poll-${name}`, text);
      await sleep(stopped() ? 0 : 1_000);
      return [];
    }
  }
  /** Polls a batch; while it is not full, waits a little for more: for `gatherMs` in all, from its first message on. */
  async function gather(consumer: Consumer): Promise<readonly StoredMessage[]> {
    const batch = [...(await pollPatiently(consumer, pace.batch, 500))];
    const end = performance.now() + pace.gatherMs;
    const isFull = () =>
      batch.length >= pace.batch ||
      batch.reduce((sum, { value }) => sum + value.length, 0) >= (pace.bytes ?? Number.POSITIVE_INFINITY);
    while (batch.length > 0 && !isFull() && performance.now() < end && !stopped()) {
      await sleep(Math.min(gatherStepMs, Math.max(1, end - performance.now())));
      batch.push(...(await pollPatiently(consumer, pace.batch - batch.length, 0)));
    }
    return batch;
  }
  function launch(consumer: Consumer, messages: readonly StoredMessage[]): void {
    const keys = new Set(messages.map((message) => message.key));
    const before = [...inFlight]
      .filter(([, held]) => [...keys].some((key) => held.has(key)))
      .map(([promise]) => promise);
    const promise: Promise<void> = work(consumer, messages, before).finally(() => inFlight.delete(promise));
    inFlight.set(promise, keys);
  }
  async function mainLoop(consumer: Consumer): Promise<void> {
    while (!stopped()) {
      if (inFlight.size >= pace.parallel) {
        await Promise.race(inFlight.keys());
        continue;
      }
      const messages = await gather(consumer);
      if (messages.length > 0) launch(consumer, messages);
      else if (inFlight.size > 0) await Promise.race([...inFlight.keys(), sleep(20)]);
    }
  }
  async function retryLoop(consumer: Consumer): Promise<void> {
    while (!stopped()) {
      const messages = [...(await pollPatiently(consumer, 64, 1_000))].sort(
        (a, b) => numberIn(a.headers, dueHeader) - numberIn(b.headers, dueHeader),
      );
      while (messages.length > 0) {
        const wait = numberIn(messages[0]?.headers ?? {}, dueHeader) - ports.now();
        if (wait > 0)
          await sleep(Math.min(wait, 60_000), undefined, { signal: halt.signal }).catch(() => undefined);
        if (stopped()) return consumer.giveBack(messages).catch(() => undefined);
        const due = messages.filter((message) => numberIn(message.headers, dueHeader) <= ports.now());
        messages.splice(0, due.length);
        if (due.length > 0) await work(consumer, due, []);
      }
    }
  }

  const consumers: Consumer[] = [];
  const loops: Promise<void>[] = [];
  const main = await ports.bus.consume({
    group: stage.step.group,
    topics: [stage.from.name],
    maxBytesInFlight: ports.bytesInFlight,
  });
  consumers.push(main);
  loops.push(mainLoop(main));
  for (let rung = 0; rung < Math.min(retryRungs, ports.retryLadder.length); rung += 1) {
    const consumer = await ports.bus.consume({
      group: stage.step.group,
      topics: [retryTopic(name, rung).name],
      maxBytesInFlight: ports.bytesInFlight,
    });
    consumers.push(consumer);
    loops.push(retryLoop(consumer));
  }
  ports.note('stage.started', { stage: name });
  return {
    async stop() {
      halt.abort();
      await Promise.all(loops);
      await Promise.all(inFlight.keys());
      await Promise.all(consumers.map((consumer) => consumer.close()));
      ports.note('stage.stopped', { stage: name });
    },
  };
}
