import {
  deadLetters,
  ledger,
  pass,
  readMessage,
  reject,
  retryRungs,
  retryTopic,
  writeMessage,
  type FetchedPage,
  type LedgerEvent,
  type Outcome,
} from '@newsmill/contracts';
import type { MessageTooLarge, OutgoingMessage, StoredMessage } from '@newsmill/bus';
import { knowsNothing, type Known, type Sink, type Stage } from './define-stage.ts';
import { askAdviser } from './ask-adviser.ts';
import { isOutage } from './is-outage.ts';
import { lookUpAll } from './look-up.ts';
import { attemptHeader, dueHeader, numberIn, tryHeader, withoutRetryHeaders } from './retry-headers.ts';
import type { StagePorts } from './stage-ports.ts';
import { BudgetExceeded } from './worker-pool.ts';
import { writeDeadLetter } from './write-dead-letter.ts';

/** What every input of a stage carries. */
export interface Traveller {
  readonly item: string;
  readonly url: string;
  readonly sourceId: string;
  readonly firstSeen: number;
  readonly fetchedAt: number;
}
type Thrown = { readonly kind: 'throw'; readonly error: Error };
type Result = Outcome<unknown> | Thrown;
interface Handled<In> {
  readonly message: StoredMessage;
  readonly input: In | undefined;
  readonly result: Result;
}
/** Any stage or sink whose messages carry a Traveller. */
export type AnyStage<In extends Traveller> = Stage<In, Traveller> | Sink<In>;

function thrown(error: unknown): Thrown {
  return { kind: 'throw', error: error instanceof Error ? error : new Error(String(error)) };
}

/** ENOSPC of the system, or SQLITE_FULL (result code 13). */
function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  return (
    ('code' in error && error.code === 'ENOSPC') ||
    ('errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 13)
  );
}

/** An error of one message; what is nobody's fault among them (a server that is away, a full disk) holds up all, and none climbs the retry ladder for it. */
function faultOfMessage(error: unknown): Thrown {
  if (isOutage(error) || isDiskFull(error)) throw error;
  return thrown(error);
}

/** A page above the size for messages lies in the archive; here its bytes come back. */
async function withBody<In>(input: In, ports: StagePorts): Promise<Outcome<In>> {
  const page = input as Partial<FetchedPage>; // only pages have an archive reference and an empty body, or pages that follow
  if (page.following !== undefined)
    return withFollowing({ ...input, following: undefined }, page.following, ports);
  if (page.archive === undefined || page.body === undefined || page.body.byteLength > 0) return pass(input);
  const archived = await ports.archive.get(page.archive);
  if (archived === undefined) return reject('body-missing', `${page.archive.file} at ${page.archive.offset}`);
  return pass({ ...input, body: archived.body });
}

/** The further pages of an article; where one is no longer in the archive, the article ends before it. */
async function withFollowing<In>(
  input: In,
  following: NonNullable<FetchedPage['following']>,
  ports: StagePorts,
): Promise<Outcome<In>> {
  const outcome = await withBody(input, ports);
  if (outcome.kind !== 'pass') return outcome;
  const archived = await Promise.all(following.map((page) => ports.archive.get(page.archive)));
  const missing = archived.findIndex((page) => page === undefined);
  const bodies = archived.slice(0, missing < 0 ? undefined : missing).flatMap((page) => page?.body ?? []);
  return pass({
    ...outcome.value,
    following: following.slice(0, bodies.length),
    followingBodies: bodies,
    ...(missing < 0 ? {} : { isUnfinished: true }),
  });
}

async function readInput<In extends Traveller>(
  stage: AnyStage<In>,
  message: StoredMessage,
  ports: StagePorts,
): Promise<Outcome<In> | Thrown> {
  const read = readMessage(stage.from, message);
  if (!read.ok) return reject(read.reason, read.detail);
  return withBody(read.value, ports).catch(faultOfMessage);
}

async function runOne<In extends Traveller>(
  stage: Stage<In, Traveller>,
  input: In,
  known: Known,
  ports: StagePorts,
): Promise<Result> {
  try {
    if (stage.worker === undefined || ports.workers === undefined) return stage.run(input, known);
    return (await ports.workers.run(input, known)) as Outcome<Traveller>; // the worker module exports the run of this very stage
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) return thrown(error);
    ports.metrics.budgetExceeded.inc();
    return reject('budget-exceeded', error.message);
  }
}

/** What an adviser adds to the outputs of a batch; the other results stay as they are. */
async function withAdvice<In extends Traveller>(
  stage: Stage<In, Traveller>,
  results: readonly Result[],
  ports: StagePorts,
): Promise<readonly Result[]> {
  const { adviser } = stage;
  const outputs = results.flatMap((result) => (result.kind === 'pass' ? [result.value as Traveller] : [])); // the outcome type of a stage
  if (adviser === undefined || outputs.length === 0) return results;
  const answers = (await askAdviser(adviser, outputs, ports, stage.step.stage)).values();
  return results.map((result) =>
    result.kind === 'pass' ? { ...result, value: answers.next().value } : result,
  );
}

async function runAll<In extends Traveller>(
  stage: AnyStage<In>,
  inputs: readonly In[],
  ports: StagePorts,
): Promise<readonly Result[]> {
  if (inputs.length === 0) return [];
  if (stage.kind === 'sink')
    return stage.deliver(inputs, ports).catch((error: unknown) => inputs.map(() => faultOfMessage(error)));
  const known =
    stage.lookUp === undefined
      ? inputs.map(() => knowsNothing)
      : await lookUpAll(inputs.map(stage.lookUp), ports);
  const run = await Promise.all(
    inputs.map((input, index) => runOne(stage, input, known[index] ?? knowsNothing, ports)),
  );
  const results = await withAdvice(stage, run, ports);
  if (stage.lookUp === undefined) return results;
  const sightings = results.flatMap((result) =>
    result.kind === 'pass' && result.seen !== undefined ? [result.seen] : [],
  );
  if (sightings.length > 0) await ports.state.recordSightings(sightings, ports.now());
  const remembered = results.flatMap((result) => (result.kind === 'pass' ? (result.remember ?? []) : []));
  if (remembered.length > 0)
    await ports.state.write(
      remembered.map(({ key, value, ttlMs }) => ({ key, value, expiresAt: ports.now() + ttlMs })),
    );
  return results;
}

function eventOf<In extends Traveller>(
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

function deadOf<In extends Traveller>(
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
    }),
  ];
}

function retryOf<In extends Traveller>(
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

function passOf<In extends Traveller>(
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
  const next = value as Traveller; // the outcome type of a stage
  const wire = writeMessage(stage.to, next, {
    key: next.item,
    source: stage.step.stage,
    time: now,
    traceparent: handled.message.headers['traceparent'],
  });
  return [{ topic: stage.to.name, ...wire }, eventOf(stage, handled, now, { fate: 'passed' })];
}

/** Everything that follows from one result: the next message, the ledger event, a retry or a dead letter. */
function consequences<In extends Traveller>(
  stage: AnyStage<In>,
  handled: Handled<In>,
  ports: StagePorts,
): OutgoingMessage[] {
  const { result } = handled;
  const name = stage.step.stage;
  ports.metrics.articles.inc({ stage: name, outcome: result.kind });
  if (result.kind === 'pass') return passOf(stage, handled, result.value, ports);
  if (result.kind === 'throw') return retryOf(stage, handled, result.error, ports);
  ports.metrics.reasons.inc({ stage: name, reason: result.reason });
  if (result.kind === 'reject') return deadOf(stage, handled, result.reason, result.detail ?? '', ports);
  ports.note('message.dropped', { stage: name, key: handled.message.key, reason: result.reason });
  const fate =
    result.reason === 'duplicate-of'
      ? 'duplicate'
      : result.reason === 'gone'
        ? 'gone'
        : result.reason.startsWith('denied')
          ? 'denied'
          : 'dropped';
  return [eventOf(stage, handled, ports.now(), { fate, reason: result.reason, articleId: result.articleId })];
}

/** What follows when the bus refuses what would follow: the message goes to the dead letters; without its bytes where these are too large even for that. */
export function refuseTooLarge<In extends Traveller>(
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

/**
 * Handles one batch: reads, looks up, runs, and answers for each message what must be published before the batch is acknowledged.
 * Never throws for a single bad message; throws when a port fails as a whole (the batch is then handed out again).
 */
export async function handleBatch<In extends Traveller>(
  stage: AnyStage<In>,
  messages: readonly StoredMessage[],
  ports: StagePorts,
): Promise<OutgoingMessage[][]> {
  const read = await Promise.all(messages.map((message) => readInput(stage, message, ports)));
  const inputs = read.flatMap((outcome) => (outcome.kind === 'pass' ? [outcome.value] : []));
  const results = await runAll(stage, inputs, ports);
  let next = 0;
  return messages.map((message, index) => {
    const outcome = read[index];
    if (outcome === undefined) return [];
    if (outcome.kind !== 'pass')
      return consequences(stage, { message, input: undefined, result: outcome }, ports);
    const result = results[next] ?? thrown('the sink gave no answer for this message');
    next += 1;
    return consequences(stage, { message, input: outcome.value, result }, ports);
  });
}
