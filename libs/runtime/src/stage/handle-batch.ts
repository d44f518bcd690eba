import { readMessage, reject, type Known, type Outcome } from '@newsmill/contracts';
import type { OutgoingMessage, StoredMessage } from '@newsmill/bus';
import { inTrace } from '../tracing/trace.ts';
import { askAdviser } from './ask-adviser.ts';
import { BulkWriter } from './bulk-writer.ts';
import { collectParts } from './collect-parts.ts';
import { consequences } from './consequences/consequences.ts';
import type { Handled } from './consequences/handled.ts';
import { labelOf, type AnyStage, type Stage, type Work } from './define-stage.ts';
import type { Patience } from './fair-turns.ts';
import { openHandlingSpans, type HandlingSpans } from './handling-spans.ts';
import { lookUpAttributes, lookUpBatch } from './look-up.ts';
import type { PageMessage } from './page-message.ts';
import { faultOfMessage, thrown, type Result } from './result.ts';
import { settleAnswer } from './settle-answer.ts';
import { isTooMuch } from './worker-pool.ts';
import type { StagePorts } from './stage-ports.ts';

/** What an adviser adds to the outputs of a batch; the other results stay as they are. */
async function withAdvice<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  results: readonly Result[],
  ports: StagePorts,
): Promise<readonly Result[]> {
  const { adviser } = stage;
  const outputs = results.flatMap((result) =>
    // the outcome type of a stage
    result.kind === 'accept' ? [result.value as PageMessage] : [],
  );
  if (adviser === undefined || outputs.length === 0) return results;
  const answers = (await askAdviser(adviser, outputs, ports, stage.step.stage)).values();
  return results.map((result) =>
    result.kind === 'accept' ? { ...result, value: answers.next().value } : result,
  );
}

/** What is left in the state for the look-ups of others. */
async function leaveBehind(results: readonly Result[], ports: StagePorts): Promise<void> {
  const sightings = results.flatMap((result) => (result.kind === 'accept' ? (result.seen ?? []) : []));
  if (sightings.length > 0) {
    await ports.state.recordSightings(sightings, ports.now());
    ports.sightings?.recorded(sightings, ports.now());
  }
  const remembered = results.flatMap((result) => (result.kind === 'accept' ? (result.remember ?? []) : []));
  if (remembered.length > 0)
    await ports.state.write(
      remembered.map(({ key, value, ttlMs }) => ({ key, value, expiresAt: ports.now() + ttlMs })),
    );
}

/** Messages of a batch that are handled, and what must be published for each before it is acknowledged. */
export interface HandledPart {
  readonly messages: readonly StoredMessage[];
  readonly answers: readonly (readonly OutgoingMessage[])[];
  /** Told when it was published and acknowledged, or why not: ends its spans. */
  readonly end?: (problem?: string) => void;
}

/**
 * A message waits so long for its turn beside others, milliseconds; then it goes behind all of its stage. Where there
 * is room for all that have come, nobody needs its place: it waits up to four times as long.
 */
const turnMs = 2_000;
const mostTurns = 4;

/** What is finished waits so long for the rest of its batch, milliseconds. */
const patienceMs = 300;

interface ReadInput<In> {
  readonly message: StoredMessage;
  readonly input: In;
}
interface Batch {
  readonly spans: HandlingSpans | undefined;
  readonly isCrowded: () => boolean;
}

/** Part of a batch with its results. What the end of the stage has caught waiting is not answered: it is given back. */
function answered<In>(
  read: readonly ReadInput<In>[],
  part: readonly { readonly index: number }[],
  results: readonly Result[],
): readonly Handled<In>[] {
  return part.flatMap(({ index }, place): Handled<In>[] => {
    const [each, result] = [read[index], results[place]];
    const isLeft = result?.kind === 'postponed' && result.why === 'closed';
    return each === undefined || result === undefined || isLeft ? [] : [{ ...each, result }];
  });
}

function refusalOf(error: unknown, ports: StagePorts): Result {
  if (!isTooMuch(error)) return thrown(error);
  ports.metrics.budgetExceeded.inc();
  return reject('budget-exceeded', error.message);
}

/** Hands the input to its stage, and tells how long that took. */
async function compute<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  input: In,
  work: Work,
  ports: StagePorts,
): Promise<Result> {
  const began = performance.now();
  try {
    // the outcome type of a stage
    return (await settleAnswer(stage.run(input, work))) as Outcome<PageMessage>;
  } catch (error) {
    return refusalOf(faultOfMessage(error).error, ports);
  } finally {
    const seconds = (performance.now() - began) / 1_000;
    ports.metrics.articleSeconds.observe({ stage: labelOf(stage) }, seconds);
  }
}

/** How an input waits for its turn. */
interface Wait {
  readonly isWanted: () => boolean;
  readonly patience: Patience;
}

/**
 * Runs a stage on one input: where it has a budget, when it is the turn of its source (for which it has
 * `patience`), and not while that is braked. The stage loads what the input lacks no sooner, so that no more
 * of it is in memory than is worked on.
 */
async function runInput<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  input: In,
  known: () => Known,
  ports: StagePorts,
  { isWanted, patience }: Wait,
): Promise<Result> {
  const { fairness } = ports;
  if (fairness === undefined) return compute(stage, input, { known, tellCost: undefined }, ports);
  const until = fairness.brake.heldUntil(input.sourceId);
  if (until !== undefined) return { kind: 'braked', until };
  const result = await fairness.turns.take(
    input.sourceId,
    async (tellCost): Promise<Result> => {
      if (!isWanted()) return thrown('the batch was given back');
      const leave = fairness.brake.enter(input.sourceId);
      if ('until' in leave) return { kind: 'braked', until: leave.until };
      let cost: { readonly cpuMs: number } | undefined;
      try {
        const tell = (cpuMs: number) => {
          cost = { cpuMs };
          tellCost(cpuMs);
        };
        return await compute(stage, input, { known, tellCost: tell }, ports);
      } finally {
        await leave.settle(cost);
        if (cost !== undefined) {
          fairness.usage.spent(input.sourceId, cost);
          await fairness.weights.spent(input.sourceId, cost.cpuMs);
        }
      }
    },
    patience,
  );
  return typeof result === 'string' ? { kind: 'postponed', why: result } : result;
}

/** Has all of a batch written, each when it is the turn of its source. */
async function* writeAll<In extends PageMessage>(
  writer: BulkWriter<In>,
  read: readonly ReadInput<In>[],
  { spans, isCrowded }: Batch,
): AsyncGenerator<readonly Handled<In>[]> {
  let isWanted = true;
  const wait = { turnMs, isCrowded, isWanted: () => isWanted };
  try {
    const pending = read.map((each) => ({
      key: each.message.key,
      promise: writer.write({ ...each, spans }, wait),
    }));
    for await (const part of collectParts(pending, patienceMs))
      yield answered(
        read,
        part,
        part.map(({ value }) => value),
      );
  } finally {
    isWanted = false;
  }
}

async function* runAll<In extends PageMessage>(
  stage: Stage<In, PageMessage>,
  read: readonly ReadInput<In>[],
  ports: StagePorts,
  { spans, isCrowded }: Batch,
): AsyncGenerator<readonly Handled<In>[]> {
  const inputs = read.map(({ input }) => input);
  const messages = read.map(({ message }) => message);
  await ports.fairness?.brake.refresh(inputs.map(({ sourceId }) => sourceId));
  const ask = () => lookUpBatch(stage, inputs, ports);
  const asksState = spans !== undefined && stage.lookUp !== undefined;
  const knownNow = await (asksState
    ? spans.together({ name: 'look_up state', attributes: lookUpAttributes(ports), messages }, ask)
    : ask());
  let isWanted = true;
  try {
    const pending = read.map(({ message, input }, index) => {
      const promise = inTrace(spans?.traceparentOf(message) ?? message.headers['traceparent'], () =>
        runInput(stage, input, () => knownNow(index), ports, {
          isWanted: () => isWanted,
          patience: { ms: turnMs, most: mostTurns, isCrowded },
        }),
      ).then((result) => {
        for (const seen of result.kind === 'accept' ? (result.seen ?? []) : [])
          ports.sightings?.tell(seen, ports.now());
        return result;
      });
      return { key: message.key, promise };
    });
    for await (const part of collectParts(pending, patienceMs)) {
      const results = await withAdvice(
        stage,
        part.map(({ value }) => value),
        ports,
      );
      if (stage.lookUp !== undefined) await leaveBehind(results, ports);
      yield answered(read, part, results);
    }
  } finally {
    isWanted = false;
  }
}

/** What is around a batch. */
export interface Surroundings<In extends PageMessage> {
  /** Whether messages may wait that the stage does not see, for want of room. */
  readonly isCrowded?: (() => boolean) | undefined;
  /** Of a sink: what all of its batches are written by. */
  readonly writer?: BulkWriter<In> | undefined;
}

/**
 * Handles one batch: reads, looks up, runs, and answers for each message what must be published before it is
 * acknowledged. Comes in parts where some messages take long. Never throws for a single bad message; throws
 * when a port fails as a whole (what was not answered is then handed out again).
 */
export async function* handleInParts<In extends PageMessage>(
  stage: AnyStage<In>,
  messages: readonly StoredMessage[],
  ports: StagePorts,
  { isCrowded = () => true, writer }: Surroundings<In> = {},
): AsyncGenerator<HandledPart> {
  const read = messages.map((message) => ({ message, outcome: readMessage(stage.from, message) }));
  const spans = openHandlingSpans(stage, messages, ports);
  const partOf = (handled: readonly Handled<In>[]): HandledPart => ({
    messages: handled.map(({ message }) => message),
    answers: handled.map((each) => {
      const answer = inTrace(each.message.headers['traceparent'], () => consequences(stage, each, ports));
      return each.result.kind === 'postponed' ? answer : (spans?.carry(each.message, answer) ?? answer);
    }),
    ...(spans === undefined
      ? {}
      : {
          end: (problem) => {
            for (const { message, input, result } of handled) spans.end(message, input, result, problem);
          },
        }),
  });
  const bad = read.flatMap(({ message, outcome }): Handled<In>[] =>
    outcome.ok ? [] : [{ message, input: undefined, result: reject(outcome.reason, outcome.detail) }],
  );
  const good = read.flatMap(({ message, outcome }) =>
    outcome.ok ? [{ message, input: outcome.value }] : [],
  );
  const unanswered = new Set(messages);
  const answer = (handled: readonly Handled<In>[]) => {
    for (const { message } of handled) unanswered.delete(message);
    return partOf(handled);
  };
  try {
    if (bad.length > 0) yield answer(bad);
    const batch = { spans, isCrowded };
    if (good.length > 0)
      for await (const handled of stage.kind === 'sink'
        ? writeAll(writer ?? new BulkWriter(stage, ports, { messages: good.length }), good, batch)
        : runAll(stage, good, ports, batch))
        yield answer(handled);
  } finally {
    spans?.giveBack([...unanswered]);
  }
}
