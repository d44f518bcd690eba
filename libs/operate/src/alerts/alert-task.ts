import { randomUUID } from 'node:crypto';
import {
  alertReplayed,
  writeMessage,
  type AlertDelivery,
  type AlertState,
  type SavedSearch,
} from '@newsmill/contracts';
import type { HttpClient } from '@newsmill/http';
import { buryMessage, type RolePorts, type UnnamedDeadLetter } from '@newsmill/runtime';
import type { Settings } from '@newsmill/settings';
import { alertRecords, filterOf } from './saved-searches.ts';
import {
  BadCursor,
  changesCursorAt,
  RegistryConflict,
  type ChangesPage,
  type RegistryRecord,
} from '@newsmill/store';
import { makeDelivery, matchChanges } from './match-changes.ts';
import { sendDelivery, type SendOutcome } from './send-delivery.ts';
import { serveLibrary, type Grants } from '../rights/serve-library.ts';
import { webhookBody } from './webhook-body.ts';

export type AlertPorts = Pick<
  RolePorts,
  'library' | 'registry' | 'bus' | 'note' | 'metrics' | 'now' | 'random'
> & {
  readonly settings: Pick<Settings, 'webhookRetries'>;
};

/** How deliveries go out, and what of the articles may go with them. */
export interface AlertSender {
  readonly http: HttpClient;
  readonly grants: Grants;
}

const pageSize = 200;
/** Pages read in one go; what is left is read in the next. */
const mostPages = 20;
/** A place that moved without a match is kept at least so often. */
const keepMs = 60_000;
const longestWaitMs = 86_400_000;

type Stored = RegistryRecord<AlertState>;

/** The next changes; a cursor that this library cannot read begins again where the alerts ran last. */
async function changesAfter(ports: AlertPorts, state: AlertState, search: SavedSearch): Promise<ChangesPage> {
  const request = { where: filterOf(search), limit: pageSize };
  try {
    return await ports.library.changes({ ...request, after: state.cursor });
  } catch (error) {
    if (!(error instanceof BadCursor)) throw error;
    return ports.library.changes({ ...request, after: changesCursorAt(state.ranAt) });
  }
}

/**
 * Matches what is new for one search, and keeps the outcome before anything is sent. Answers the state as it
 * is kept now; undefined where somebody else has changed it.
 */
export async function matchSearch(
  ports: AlertPorts,
  search: RegistryRecord<SavedSearch>,
  stored: Stored,
): Promise<Stored | undefined> {
  const now = ports.now();
  let state = stored.value;
  let found = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await changesAfter(ports, state, search.value);
    const matched = matchChanges(state, search.value, page, now);
    state = matched.state;
    found += matched.found.length;
    if (!page.more) break;
  }
  state = makeDelivery(state, search.value, `msg_${randomUUID().replaceAll('-', '')}`, now);
  const isNew = found > 0 || state.deliveries.length !== stored.value.deliveries.length;
  if (!isNew && now - stored.value.ranAt < keepMs)
    return { ...stored, value: { ...state, ranAt: stored.value.ranAt } };
  return keepState(ports, { ...stored, value: { ...state, ranAt: now } });
}

async function keepState(
  { registry }: AlertPorts,
  { id, value, revision }: Stored,
): Promise<Stored | undefined> {
  try {
    return {
      id,
      value,
      revision: await alertRecords(registry).states.put(id, value, { ifRevision: revision }),
    };
  } catch (error) {
    if (!(error instanceof RegistryConflict)) throw error;
    return undefined;
  }
}

/** Sends one delivery, by its id; answers the state as it is kept then. */
async function sendOne(
  ports: AlertPorts,
  { http, grants }: AlertSender,
  search: RegistryRecord<SavedSearch>,
  stored: Stored,
  delivery: AlertDelivery,
): Promise<Stored | undefined> {
  const secret = await alertRecords(ports.registry).secrets.get(search.id);
  const target = search.value.webhook;
  if (secret === undefined || target === undefined) return stored;
  const library = serveLibrary(ports.library, 'notice', { grants, now: () => ports.now() });
  const articles = (await Promise.all(delivery.articles.map((id) => library.get(id)))).filter(
    (article) => article !== undefined,
  );
  const outcome: SendOutcome = await sendDelivery(http, target, secret.value, {
    id: delivery.id,
    body: webhookBody(search, delivery, articles),
    now: ports.now(),
  });
  const others = stored.value.deliveries.filter(({ id }) => id !== delivery.id);
  if (outcome.kind === 'sent') {
    ports.note('alert.sent', { search: search.id, delivery: delivery.id, articles: articles.length });
    if (stored.value.problem !== undefined)
      ports.note('alert.recovered', {
        search: search.id,
        delivery: delivery.id,
        seconds: Math.round((ports.now() - delivery.createdAt) / 1_000),
        attempts: delivery.attempt,
      });
    return keepState(ports, {
      ...stored,
      value: {
        ...stored.value,
        deliveries: others,
        sent: stored.value.sent + articles.length,
        problem: undefined,
      },
    });
  }
  if (outcome.kind === 'gone') return stopSearch(ports, search, stored);
  const attempt = delivery.attempt + 1;
  const rung = ports.settings.webhookRetries[delivery.attempt];
  if (stored.value.problem === undefined)
    ports.note('alert.failed', { search: search.id, delivery: delivery.id, problem: outcome.problem });
  if (rung === undefined || outcome.isFinal) {
    await bury(ports, search, { ...delivery, attempt }, 'undelivered', outcome.problem);
    return keepState(ports, {
      ...stored,
      value: { ...stored.value, deliveries: others, problem: outcome.problem },
    });
  }
  const waitMs = Math.min(longestWaitMs, Math.max(rung * (0.8 + 0.4 * ports.random()), outcome.waitMs ?? 0));
  const later = { ...delivery, attempt, dueAt: ports.now() + Math.round(waitMs), problem: outcome.problem };
  return keepState(ports, {
    ...stored,
    value: {
      ...stored.value,
      deliveries: stored.value.deliveries.map((each) => (each.id === delivery.id ? later : each)),
      problem: outcome.problem,
    },
  });
}

/**
 * Sends what is due. After the signal nothing more is begun; what is under way ends first, so that nothing is
 * sent twice for a stop.
 */
export async function sendDue(
  ports: AlertPorts,
  sender: AlertSender,
  search: RegistryRecord<SavedSearch>,
  start: Stored,
  signal: AbortSignal,
): Promise<Stored | undefined> {
  let stored: Stored | undefined = start;
  for (const delivery of start.value.deliveries) {
    if (stored === undefined || signal.aborted) return undefined;
    if (delivery.dueAt <= ports.now()) stored = await sendOne(ports, sender, search, stored, delivery);
  }
  return stored;
}

/**
 * Whoever takes the webhook has said that it is over: the search is stopped, what was on its way goes to the
 * dead letters.
 */
async function stopSearch(
  ports: AlertPorts,
  search: RegistryRecord<SavedSearch>,
  stored: Stored,
): Promise<undefined> {
  const reason = 'the receiver answered 410 Gone';
  for (const delivery of stored.value.deliveries) await bury(ports, search, delivery, 'webhook-gone', reason);
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
  await keepState(ports, {
    ...stored,
    value: { ...stored.value, deliveries: [], gathered: [], problem: reason },
  });
  return undefined;
}

/** A delivery that failed for good: listed with the dead letters, and sent again from there. */
async function bury(
  ports: AlertPorts,
  search: RegistryRecord<SavedSearch>,
  delivery: AlertDelivery,
  reason: string,
  detail: string,
): Promise<void> {
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
    url: new URL(search.value.webhook?.url ?? 'https://invalid.invalid').origin,
    at: ports.now(),
  };
  await ports.bus.publish([buryMessage(message, facts, ports)]);
}

/** Puts a delivery that was a dead letter back on its way, under its old id. */
export async function takeBack(
  ports: Pick<AlertPorts, 'registry' | 'now'>,
  search: string,
  delivery: AlertDelivery,
): Promise<void> {
  const { states } = alertRecords(ports.registry);
  for (let tries = 0; tries < 20; tries += 1) {
    const stored = await states.get(search);
    if (stored === undefined || stored.value.deliveries.some(({ id }) => id === delivery.id)) return;
    try {
      await states.put(
        search,
        {
          ...stored.value,
          deliveries: [
            ...stored.value.deliveries,
            { ...delivery, attempt: 0, dueAt: ports.now(), problem: undefined },
          ],
        },
        { ifRevision: stored.revision },
      );
      return;
    } catch (error) {
      if (!(error instanceof RegistryConflict)) throw error;
    }
  }
  throw new Error(
    `the alerts of ${search} change all the time; the delivery ${delivery.id} is taken back later`,
  );
}
