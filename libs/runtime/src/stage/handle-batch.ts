import {
  deadLetters,
  fateOfDrop,
  knowsNothing,
  ledger,
  readMessage,
  reject,
  retryRungs,
  retryTopic,
  withdrawals,
  writeMessage,
  type Dropped,
  type HeldArticle,
  type LedgerEvent,
} from '@newsmill/contracts';
import type { MessageTooLarge, OutgoingMessage, StoredMessage } from '@newsmill/bus';
import type { Sink, Stage } from './define-stage.ts';
import { askAdviser } from './ask-adviser.ts';
import { collectParts } from './collect-parts.ts';
import { lookUpAll } from './look-up.ts';
import {
  attemptHeader,
  dueHeader,
  brakedHeader,
  numberIn,
  tryHeader,
  withoutRetryHeaders,
} from './retry-headers.ts';
import { faultOfMessage, runInput, thrown, type Result } from './run-input.ts';
import type { StagePorts } from './stage-ports.ts';
import type { PageMessage } from './page-message.ts';
import { writeDeadLetter } from './write-dead-letter.ts';
import { writeGone } from './write-gone.ts';

interface Handled<In> {
  readonly message: StoredMessage;
  readonly input: In | undefined;
  readonly result: Result;
}
/** Any stage or sink whose messages carry a PageMessage. */
export type AnyStage<In extends PageMessage> = Stage<In, PageMessage> | Sink<In>;

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
  const sightings = results.flatMap((result) =>
    result.kind === 'accept' && result.seen !== undefined ? [result.seen] : [],
  );
  if (sightings.length > 0) await ports.state.recordSightings(sightings, ports.now());
  const remembered = results.flatMap((result) => (result.kind === 'accept' ? (result.remember ?? []) : []));
  if (remembered.length > 0)
    await ports.state.write(
      remembered.map(({ key, value, ttlMs }) => ({ key, value, expiresAt: ports.now() + ttlMs })),
    );
}

function eventOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  now: number,
  rest: Pick<LedgerEvent, 'fate'> & Partial<LedgerEvent>,
): OutgoingMessage {
  const { message, input } = handled;
  const event: LedgerEvent = {
    item: input?.item ?? message.key,
    url: input?.url ?? '',
    sourceId: input?.sourceId ?? '',
    stage: stage.step.stage,
    version: input?.fetchedAt ?? 0,
    attempt: numberIn(message.headers, attemptHeader),
    firstSeen: input?.firstSeen ?? message.time,
    at: now,
    ...rest,
  };
  return {
    topic: ledger.name,
    ...writeMessage(ledger, event, {
      key: `${event.item}/${event.stage}`,
      source: stage.step.stage,
      time: now,
    }),
  };
}

function deadOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  reason: string,
  detail: string,
  ports: StagePorts,
): OutgoingMessage[] {
  const { message, input } = handled;
  const name = stage.step.stage;
  const attempts = numberIn(message.headers, attemptHeader) + 1;
  ports.note('message.dead', { stage: name, key: message.key, reason, detail: detail.slice(0, 500) });
  ports.metrics.deadLetters.inc({ stage: name, reason });
  const facts = {
    stage: name,
    topic: stage.from.name,
    reason,
    detail,
    attempts,
    item: input?.item ?? message.key,
    url: input?.url,
    sourceId: input?.sourceId,
    firstSeen: input?.firstSeen,
    version: input?.fetchedAt,
    at: ports.now(),
  };
  const original = { ...message, headers: withoutRetryHeaders(message.headers) };
  return [
    writeDeadLetter(original, facts),
    eventOf(stage, handled, ports.now(), {
      fate: 'dead',
      reason,
      detail: detail.slice(0, 500),
      attempt: attempts,
      articleId: input?.held?.articleId,
    }),
  ];
}

function retryOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  error: Error,
  ports: StagePorts,
): OutgoingMessage[] {
  const { message } = handled;
  const rung = numberIn(message.headers, tryHeader);
  const wait = ports.retryLadder[rung];
  if (wait === undefined)
    return deadOf(stage, handled, 'tries-exhausted', error.stack ?? error.message, ports);
  const attempt = numberIn(message.headers, attemptHeader) + 1;
  ports.note('message.retrying', {
    stage: stage.step.stage,
    key: message.key,
    attempt,
    error: error.message.slice(0, 300),
  });
  const due = Math.round(ports.now() + wait * (1 + ports.random() * 0.2));
  const headers = {
    ...message.headers,
    [attemptHeader]: String(attempt),
    [tryHeader]: String(rung + 1),
    [dueHeader]: String(due),
  };
  const again: OutgoingMessage = {
    topic: retryTopic(stage.step.stage, Math.min(rung, retryRungs - 1)).name,
    key: message.key,
    value: message.value,
    headers,
  };
  return [
    again,
    eventOf(stage, handled, ports.now(), { fate: 'retrying', detail: error.message.slice(0, 300), attempt }),
  ];
}

/** Times that a message waits for a brake to be released before it becomes a dead letter. */
const mostWaits = 4;

/**
 * The source is braked: the message waits in a delay topic until it may be tried. That is no try of its own.
 */
function waitForBrake<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  until: number,
  ports: StagePorts,
): OutgoingMessage[] {
  const { message } = handled;
  const waits = numberIn(message.headers, brakedHeader);
  const detail = `its source is braked until ${new Date(until).toISOString()}`;
  if (waits >= mostWaits)
    return deadOf(stage, handled, 'source-braked', `${detail}; it has waited ${waits} times`, ports);
  const rungs = Math.min(retryRungs, ports.retryLadder.length);
  const rung = ports.retryLadder.slice(0, rungs).findIndex((waitMs) => waitMs >= until - ports.now());
  const due = Math.round(until + (until - ports.now()) * ports.random() * 0.2);
  const headers = { ...message.headers, [brakedHeader]: String(waits + 1), [dueHeader]: String(due) };
  const again: OutgoingMessage = {
    topic: retryTopic(stage.step.stage, rung < 0 ? rungs - 1 : rung).name,
    key: message.key,
    value: message.value,
    headers,
  };
  return [again, eventOf(stage, handled, ports.now(), { fate: 'retrying', detail })];
}

/** A message waits so long for its turn beside others, milliseconds; then it goes behind them. */
const turnMs = 2_000;

/**
 * The turn of its source is far: the message goes to the end of its topic, out of the way of those behind it.
 * That is no try.
 */
function putBehind<In extends PageMessage>(
  stage: AnyStage<In>,
  { message: { key, value, headers } }: Handled<In>,
): OutgoingMessage[] {
  return [{ topic: stage.from.name, key, value, headers }];
}

/** What comes from a delay topic has no others behind it that would wait for it. */
function patienceOf<In extends PageMessage>(stage: AnyStage<In>, message: StoredMessage): number | undefined {
  return message.topic === stage.from.name ? turnMs : undefined;
}

function acceptedOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  value: unknown,
  ports: StagePorts,
): OutgoingMessage[] {
  const now = ports.now();
  if (stage.kind === 'sink') {
    const { articleId } = value as { articleId: string }; // the outcome type of a sink
    ports.metrics.age.observe(Math.max(0, now - (handled.input?.firstSeen ?? now)) / 1_000);
    return [eventOf(stage, handled, now, { fate: 'indexed', articleId })];
  }
  const next = value as PageMessage; // the outcome type of a stage
  const wire = writeMessage(stage.to, next, {
    key: next.item,
    source: stage.step.stage,
    time: now,
    traceparent: handled.message.headers['traceparent'],
  });
  return [{ topic: stage.to.name, ...wire }, eventOf(stage, handled, now, { fate: 'passed' })];
}

/** Everything that follows from one result: the next message, the ledger event, a retry or a dead letter. */
function consequences<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  ports: StagePorts,
): OutgoingMessage[] {
  const { result } = handled;
  const name = stage.step.stage;
  ports.metrics.articles.inc({ stage: name, outcome: result.kind });
  if (result.kind === 'accept') return acceptedOf(stage, handled, result.value, ports);
  if (result.kind === 'throw') return retryOf(stage, handled, result.error, ports);
  if (result.kind === 'braked') return waitForBrake(stage, handled, result.until, ports);
  if (result.kind === 'postponed') return putBehind(stage, handled);
  ports.metrics.reasons.inc({ stage: name, reason: result.reason });
  if (result.kind === 'reject') return deadOf(stage, handled, result.reason, result.detail ?? '', ports);
  ports.note('message.dropped', { stage: name, key: handled.message.key, reason: result.reason });
  const { input } = handled;
  const held = input?.held;
  if (
    stage.kind === 'stage' &&
    input !== undefined &&
    held !== undefined &&
    held.articleId !== result.articleId
  )
    return refusalOf(stage, { ...handled, input }, { result, held }, ports);
  return [
    eventOf(stage, handled, ports.now(), {
      fate: fateOfDrop(result.reason),
      reason: result.reason,
      articleId: result.articleId,
    }),
  ];
}

/**
 * A page was refused whose article is in the library: that leaves it with the version of this page where its
 * publisher says so for good, and stays else, under the name of indexed and with the reason.
 */
function refusalOf<In extends PageMessage>(
  stage: AnyStage<In>,
  handled: Handled<In> & { readonly input: In },
  { result: { reason, articleId }, held }: { readonly result: Dropped; readonly held: HeldArticle },
  ports: StagePorts,
): OutgoingMessage[] {
  const now = ports.now();
  const withdrawal = withdrawals[reason];
  if (withdrawal === 'at-once' || (withdrawal === 'confirmed' && held.mayLeave)) {
    ports.note('article.withdrawn', { source: handled.input.sourceId, url: handled.input.url, reason });
    const leaving = {
      articleId: held.articleId,
      detail: withdrawal === 'at-once' ? reason : held.why,
      reason,
      movedTo: articleId,
    };
    return [
      writeGone(handled.input, leaving, { source: stage.step.stage, time: now }),
      eventOf(stage, handled, now, {
        fate: fateOfDrop(reason),
        reason,
        articleId,
        detail: `article ${held.articleId} leaves the library`,
      }),
    ];
  }
  const why = withdrawal === undefined ? 'the article of an earlier visit stays' : held.why;
  ports.note('article.kept', {
    source: handled.input.sourceId,
    url: handled.input.url,
    reason: `${reason}: ${why}`,
  });
  return [
    eventOf(stage, handled, now, {
      fate: 'indexed',
      reason,
      articleId: held.articleId,
      leadsTo: articleId,
      detail: why,
    }),
  ];
}

/**
 * What follows when the bus refuses what would follow: the message goes to the dead letters; without its
 * bytes where these are too large even for that.
 */
export function refuseTooLarge<In extends PageMessage>(
  stage: AnyStage<In>,
  message: StoredMessage,
  error: MessageTooLarge,
  ports: StagePorts,
): OutgoingMessage[] {
  const read = readMessage(stage.from, message);
  const isDead = error.topic === deadLetters.name;
  const input = read.ok ? read.value : undefined;
  return deadOf(
    stage,
    {
      message: isDead ? { ...message, value: new Uint8Array() } : message,
      input,
      result: reject('too-large'),
    },
    'too-large',
    isDead ? `${error.message}; the letter lacks its bytes` : error.message,
    ports,
  );
}

/** Messages of a batch that are handled, and what must be published for each before it is acknowledged. */
export interface HandledPart {
  readonly messages: readonly StoredMessage[];
  readonly answers: readonly (readonly OutgoingMessage[])[];
}

/** What is finished waits so long for the rest of its batch, milliseconds. */
const patienceMs = 300;

async function* runAll<In extends PageMessage>(
  stage: AnyStage<In>,
  read: readonly { readonly message: StoredMessage; readonly input: In }[],
  ports: StagePorts,
): AsyncGenerator<readonly Handled<In>[]> {
  const inputs = read.map(({ input }) => input);
  if (stage.kind === 'sink') {
    const results: readonly Result[] = await stage
      .deliver(inputs, ports)
      .catch((error: unknown) => inputs.map(() => faultOfMessage(error)));
    return yield read.map((each, index) => ({
      ...each,
      result: results[index] ?? thrown('the sink gave no answer for this message'),
    }));
  }
  await ports.fairness?.brake.refresh(inputs.map(({ sourceId }) => sourceId));
  const known = stage.lookUp === undefined ? [] : await lookUpAll(inputs.map(stage.lookUp), ports);
  let isWanted = true;
  try {
    const pending = read.map(({ message, input }, index) => ({
      key: message.key,
      promise: runInput(stage, input, known[index] ?? knowsNothing, ports, {
        isWanted: () => isWanted,
        patienceMs: patienceOf(stage, message),
      }),
    }));
    for await (const part of collectParts(pending, patienceMs)) {
      const results = await withAdvice(
        stage,
        part.map(({ value }) => value),
        ports,
      );
      if (stage.lookUp !== undefined) await leaveBehind(results, ports);
      yield part.flatMap(({ index }, place): Handled<In>[] => {
        const [each, result] = [read[index], results[place]];
        // What the end of the stage has caught waiting is not answered: it is given back.
        const isLeft = result?.kind === 'postponed' && result.why === 'closed';
        return each === undefined || result === undefined || isLeft ? [] : [{ ...each, result }];
      });
    }
  } finally {
    isWanted = false;
  }
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
): AsyncGenerator<HandledPart> {
  const read = messages.map((message) => ({ message, outcome: readMessage(stage.from, message) }));
  const partOf = (handled: readonly Handled<In>[]): HandledPart => ({
    messages: handled.map(({ message }) => message),
    answers: handled.map((each) => consequences(stage, each, ports)),
  });
  const bad = read.flatMap(({ message, outcome }): Handled<In>[] =>
    outcome.ok ? [] : [{ message, input: undefined, result: reject(outcome.reason, outcome.detail) }],
  );
  if (bad.length > 0) yield partOf(bad);
  const good = read.flatMap(({ message, outcome }) =>
    outcome.ok ? [{ message, input: outcome.value }] : [],
  );
  if (good.length > 0) for await (const handled of runAll(stage, good, ports)) yield partOf(handled);
}
