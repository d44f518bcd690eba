import { randomUUID } from 'node:crypto';
import {
  alertReplayed,
  writeMessage,
  type AlertDelivery,
  type AlertState,
  type PastDelivery,
  type SavedSearch,
} from '@newsmill/contracts';
import type { HttpClient } from '@newsmill/http';
import { buryMessage, deadLetterName, type ProcessPorts, type UnnamedDeadLetter } from '@newsmill/runtime';
import type { Settings } from '@newsmill/settings';
import { alertRecords, askAlerts, changeState, filterOf } from './saved-searches.ts';
import {
  BadCursor,
  changesCursorAt,
  isAfter,
  RegistryConflict,
  type ChangeFilter,
  type ChangesPage,
  type LibraryChange,
  type RegistryRecord,
} from '@newsmill/store';
import { makeDelivery, matchChanges } from './match-changes.ts';
import type { SendOutcome } from './post-delivery.ts';
import { sendAlert, shownTarget, targetKind, type outletSettings } from './send-alert.ts';
import { traceDelivery } from './trace-delivery.ts';
import { serveLibrary, type Grants } from '../rights/serve-library.ts';

export type AlertPorts = Pick<
  ProcessPorts,
  'library' | 'registry' | 'state' | 'bus' | 'note' | 'metrics' | 'now' | 'random' | 'tracing'
> & {
  readonly settings: Pick<Settings, 'webhookRetries' | (typeof outletSettings)[number]>;
};

/** How deliveries go out, and what of the articles may go with them. */
export interface AlertSender {
  readonly http: HttpClient;
  readonly grants: Grants;
}

const pageSize = 200;
/** Pages read in one go; what is left is read in the next. */
export const mostPages = 20;
/** A place that moved without a match is kept at least so often. */
export const keepMs = 60_000;
const longestWaitMs = 86_400_000;

/** The next changes; a cursor that this library cannot read begins again where the alerts ran last. */
export async function changesAfter(
  { library }: Pick<AlertPorts, 'library'>,
  { cursor, ranAt }: Pick<AlertState, 'cursor' | 'ranAt'>,
  where?: ChangeFilter,
): Promise<ChangesPage> {
  const request = { where, limit: pageSize };
  try {
    return await library.changes({ ...request, after: cursor });
  } catch (error) {
    if (!(error instanceof BadCursor)) throw error;
    return library.changes({ ...request, after: changesCursorAt(ranAt) });
  }
}

/**
 * Asks the library for what one search has not been told of, and keeps what it finds. `to`: the place that all
 * others have reached, where it is too, once it has asked for everything. Answers whether it has, and the state
 * as it is kept then.
 */
export async function catchUp(
  ports: Pick<AlertPorts, 'library' | 'registry' | 'now' | 'metrics'>,
  { id, value: search }: RegistryRecord<SavedSearch>,
  to: string,
): Promise<{ readonly isDone: boolean; readonly state: AlertState | undefined }> {
  const { registry } = ports;
  let state = (await alertRecords(registry).states.get(id))?.value;
  for (let pages = 0; pages < mostPages && state !== undefined; pages += 1) {
    const page = await changesAfter(ports, state, filterOf(search));
    const cursor = !page.more && isAfter(to, page.cursor) ? to : page.cursor;
    const now = ports.now();
    ports.metrics.searchMatches.inc(page.items.length);
    // With a filter a page may be empty and there still be more: the next one begins behind it.
    if (page.more || page.items.length > 0 || now - state.ranAt > keepMs)
      state = await changeState(registry, id, (known) => ({
        ...matchChanges(known, search, { items: page.items, cursor }, now).state,
        ranAt: now,
      }));
    if (!page.more) return { isDone: true, state };
  }
  return { isDone: state === undefined, state };
}

/**
 * Takes what one search finds among changes that were read for all of them, up to `cursor`; `since`: when the
 * round before ran. What its alerts have passed already is left out.
 */
export async function takeMatches(
  { registry, now }: Pick<AlertPorts, 'registry' | 'now'>,
  { id, value: search }: RegistryRecord<SavedSearch>,
  {
    items,
    cursor,
    since,
  }: { readonly items: readonly LibraryChange[]; readonly cursor: string; readonly since: number },
): Promise<AlertState | undefined> {
  return changeState(registry, id, (state) => {
    const fresh = items.filter((change) => isAfter(change.cursor, state.cursor));
    if (fresh.length === 0) return undefined;
    const known = { ...state, ranAt: Math.max(state.ranAt, since) };
    return { ...matchChanges(known, search, { items: fresh, cursor }, now()).state, ranAt: now() };
  });
}

/** Deliveries that are over are remembered, so many. */
const mostPast = 20;

/** A delivery that is over with the try of now. */
function pastOf({ id, articles, attempt }: AlertDelivery, at: number, problem?: string): PastDelivery {
  return { id, articles: articles.length, attempts: attempt + 1, at, problem };
}

function withOver(state: AlertState, delivery: PastDelivery): AlertState {
  const isOther = ({ id }: { readonly id: string }) => id !== delivery.id;
  return {
    ...state,
    deliveries: state.deliveries.filter(isOther),
    past: [delivery, ...state.past.filter(isOther)].slice(0, mostPast),
    problem: delivery.problem,
  };
}

/** Counts a try to send by what becomes of the delivery. */
function countDelivery(
  { metrics }: Pick<AlertPorts, 'metrics'>,
  { value }: RegistryRecord<SavedSearch>,
  outcome: 'sent' | 'later' | 'dead' | 'gone',
): void {
  metrics.deliveries.inc({ kind: targetKind(value), outcome });
}

/** Sends one delivery. Answers the state as it is kept then; undefined where the search is over. */
async function sendOne(
  ports: AlertPorts,
  { http, grants }: AlertSender,
  search: RegistryRecord<SavedSearch>,
  delivery: AlertDelivery,
): Promise<AlertState | undefined> {
  const { registry } = ports;
  const secret = await alertRecords(registry).secrets.get(search.id);
  const library = serveLibrary(ports.library, 'notice', { grants, now: () => ports.now() });
  const articles = (await Promise.all(delivery.articles.map((id) => library.get(id)))).filter(
    (article) => article !== undefined,
  );
  const { name, q } = search.value;
  const endSpans = await traceDelivery({ search: search.value, articles }, ports);
  const outcome = await sendAlert({ http, settings: ports.settings }, search.value, secret?.value, {
    type: 'search.matched',
    id: delivery.id,
    at: delivery.createdAt,
    now: ports.now(),
    news: { search: { id: search.id, name, q }, articles, missed: delivery.missed },
    left: delivery.left,
  });
  endSpans(outcome.kind === 'gone' || outcome.kind === 'failed' ? outcome.kind : undefined);
  if (outcome.kind === 'gone') return stopSearch(ports, search);
  if (outcome.kind === 'failed') return keepFailed(ports, search, delivery, outcome);
  countDelivery(ports, search, 'sent');
  const past = pastOf(delivery, ports.now(), outcome.problem);
  ports.note('alert.sent', { search: search.id, delivery: delivery.id, articles: articles.length });
  let hadFailed = false;
  const state = await changeState(registry, search.id, (known) => {
    hadFailed = known.problem !== undefined;
    return { ...withOver(known, past), sent: known.sent + articles.length };
  });
  if (hadFailed)
    ports.note('alert.recovered', {
      search: search.id,
      delivery: delivery.id,
      seconds: Math.round((ports.now() - delivery.createdAt) / 1_000),
      attempts: delivery.attempt,
    });
  return state;
}

/** A delivery that failed is tried again later; after the last try it goes to the dead letters. */
async function keepFailed(
  ports: AlertPorts,
  search: RegistryRecord<SavedSearch>,
  delivery: AlertDelivery,
  { problem, isFinal, waitMs = 0, left = delivery.left }: Extract<SendOutcome, { readonly kind: 'failed' }>,
): Promise<AlertState | undefined> {
  const tried = {
    ...delivery,
    attempt: delivery.attempt + 1,
    ...(left === undefined ? {} : { left: [...left] }),
  };
  const rung = isFinal ? undefined : ports.settings.webhookRetries[delivery.attempt];
  countDelivery(ports, search, rung === undefined ? 'dead' : 'later');
  const past = pastOf(delivery, ports.now(), problem);
  const deadLetter =
    rung === undefined ? await bury(ports, search, tried, 'undelivered', problem) : undefined;
  const wait = Math.min(longestWaitMs, Math.max((rung ?? 0) * (0.8 + 0.4 * ports.random()), waitMs));
  const later = { ...tried, dueAt: ports.now() + Math.round(wait), problem };
  let isNew = false;
  const state = await changeState(ports.registry, search.id, (known) => {
    isNew = known.problem === undefined;
    if (deadLetter !== undefined) return withOver(known, { ...past, deadLetter });
    const deliveries = known.deliveries.map((each) => (each.id === delivery.id ? later : each));
    return { ...known, deliveries, problem };
  });
  if (isNew) ports.note('alert.failed', { search: search.id, delivery: delivery.id, problem });
  return state;
}

/**
 * Makes a delivery of what was gathered, where it is time, and sends what is due. What was made is kept before
 * it is sent. After the signal nothing more is begun; what is under way ends first, so that nothing is sent
 * twice for a stop. Answers the state as it is kept then; undefined where the search is over.
 */
export async function sendDue(
  ports: AlertPorts,
  sender: AlertSender,
  search: RegistryRecord<SavedSearch>,
  signal: AbortSignal,
): Promise<AlertState | undefined> {
  const id = `msg_${randomUUID().replaceAll('-', '')}`;
  let state = await changeState(ports.registry, search.id, (known) => {
    const made = makeDelivery(known, search.value, id, ports.now());
    return made === known ? undefined : made;
  });
  for (const delivery of state?.deliveries ?? []) {
    if (state === undefined || signal.aborted) return state;
    if (delivery.dueAt <= ports.now()) state = await sendOne(ports, sender, search, delivery);
  }
  return state;
}

/**
 * Whoever takes the webhook has said that it is over: the search is stopped, what was on its way goes to the
 * dead letters.
 */
async function stopSearch(ports: AlertPorts, search: RegistryRecord<SavedSearch>): Promise<undefined> {
  const reason = 'the receiver answered 410 Gone';
  countDelivery(ports, search, 'gone');
  const state = (await alertRecords(ports.registry).states.get(search.id))?.value;
  for (const delivery of state?.deliveries ?? []) await bury(ports, search, delivery, 'webhook-gone', reason);
  const { searches } = alertRecords(ports.registry);
  try {
    await searches.put(
      search.id,
      { ...search.value, stopped: { at: ports.now(), reason } },
      { ifRevision: search.revision },
    );
    ports.note('alert.stopped', { search: search.id, reason });
  } catch (error) {
    // Changed meanwhile: the new one is tried.
    if (!(error instanceof RegistryConflict)) throw error;
    return undefined;
  }
  await changeState(ports.registry, search.id, (known) => ({
    ...known,
    deliveries: [],
    gathered: [],
    problem: reason,
  }));
  return undefined;
}

/** A delivery that failed for good: listed with the dead letters, and sent again from there. */
async function bury(
  ports: AlertPorts,
  search: RegistryRecord<SavedSearch>,
  delivery: AlertDelivery,
  reason: string,
  detail: string,
): Promise<string> {
  const message = writeMessage(
    alertReplayed,
    { search: search.id, delivery },
    { key: search.id, source: delivery.id, time: delivery.createdAt },
  );
  const facts: UnnamedDeadLetter = {
    stage: 'alert',
    topic: alertReplayed.name,
    reason,
    detail: `${search.value.name}: ${detail}`,
    attempts: delivery.attempt,
    url: shownTarget(search.value) ?? '',
    at: ports.now(),
  };
  await ports.bus.publish([buryMessage(message, facts, ports)]);
  return deadLetterName(facts, message);
}

/** Puts a delivery that was a dead letter back on its way, under its old id. */
export async function takeBack(
  { registry, now }: Pick<AlertPorts, 'registry' | 'now'>,
  search: string,
  delivery: AlertDelivery,
): Promise<void> {
  await changeState(registry, search, (state) =>
    state.deliveries.some(({ id }) => id === delivery.id)
      ? undefined
      : {
          ...state,
          past: state.past.filter(({ id }) => id !== delivery.id),
          deliveries: [...state.deliveries, { ...delivery, attempt: 0, dueAt: now(), problem: undefined }],
        },
  );
  await askAlerts(registry, search, now());
}
