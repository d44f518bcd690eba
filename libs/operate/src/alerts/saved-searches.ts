import type { NewChange } from '../changes/change.ts';
import { noteChange } from '../changes/note-change.ts';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  AlertProgress,
  AlertState,
  SavedSearch,
  WebhookSecret,
  type SavedSearchInput,
} from '@newsmill/contracts';
import { parseQuery } from '@newsmill/search';
import type { Settings } from '@newsmill/settings';
import {
  changesCursorAt,
  recordsOf,
  type ChangeFilter,
  type Records,
  type Registry,
  type RegistryRecord,
} from '@newsmill/store';
import { blockedReason } from '@newsmill/text';
import { changeRecord } from '../change-record.ts';
import { Refusal } from '../refusal.ts';
import { hasTarget } from './send-alert.ts';

/** After a rotation both secrets sign for so long, milliseconds. */
const rotationMs = 86_400_000;
/** The secret of Standard Webhooks holds 24 to 64 bytes. */
const secretBytes = 32;

export interface SavedSearchPorts {
  readonly registry: Registry;
  now(): number;
  readonly settings: Pick<Settings, 'maxSavedSearches'>;
}

/** What alerts keep in the registry. */
export function alertRecords(registry: Registry): {
  readonly searches: Records<SavedSearch>;
  readonly secrets: Records<WebhookSecret>;
  readonly states: Records<AlertState>;
  /** One record, `all`. */
  readonly progress: Records<AlertProgress>;
  /** Searches that whoever runs the alerts is to look at anew, by their ids. */
  readonly asks: Records<object>;
} {
  return {
    searches: recordsOf(registry, 'saved-search', SavedSearch),
    secrets: recordsOf(registry, 'webhook-secret', WebhookSecret),
    states: recordsOf(registry, 'alert-state', AlertState),
    progress: recordsOf(registry, 'alert-progress', AlertProgress),
    asks: recordsOf(registry, 'alert-ask', z.object({})),
  };
}

/**
 * Which articles a saved search means, as the library takes it. Refuses with bad-body where the query cannot
 * be read.
 */
export function filterOf({
  q,
  source,
  language,
}: Pick<SavedSearchInput, 'q' | 'source' | 'language'>): ChangeFilter {
  const parsed = parseQuery(q);
  if (!parsed.ok)
    throw new Refusal('bad-body', `q: ${parsed.error.message}`, [
      {
        pointer: '#/q',
        detail: parsed.error.message,
        position: parsed.error.position,
        suggestion: parsed.error.suggestion,
      },
    ]);
  return { query: parsed.query, sources: source, languages: language };
}

/** Whoever runs the alerts looks at all searches each minute; an ask makes it at once. */
const askMs = 600_000;

/** Has the search, and how its alerts stand, read anew in the next round. */
export async function askAlerts(registry: Registry, id: string, now: number): Promise<void> {
  await alertRecords(registry).asks.put(id, {}, { expiresAt: now + askMs });
}

/** Changes how the alerts of a search stand, as changeRecord does; where the search is gone, nothing. */
export async function changeState(
  registry: Registry,
  id: string,
  change: (state: AlertState) => AlertState | undefined,
): Promise<AlertState | undefined> {
  return changeRecord(alertRecords(registry).states, id, (state) =>
    state === undefined ? undefined : change(state),
  );
}

function newSecret(): string {
  return `whsec_${randomBytes(secretBytes).toString('base64')}`;
}

/** Alerts that begin with what comes from now on. */
function stateAt(now: number): AlertState {
  return {
    cursor: changesCursorAt(now),
    ranAt: now,
    told: [],
    gathered: [],
    missed: 0,
    deliveries: [],
    past: [],
    sent: 0,
  };
}

/** A saved search that was just made or changed. `secret` is told here and never again. */
export interface SavedAnswer {
  readonly record: RegistryRecord<SavedSearch>;
  readonly secret?: string;
}

/** Whether its messages carry a signature: those of newsmill do, those that chats understand have no place for one. */
export function isSigned({ webhook }: Pick<SavedSearchInput, 'webhook'>): boolean {
  return webhook?.format === 'newsmill';
}

/** Refuses a webhook that would never be reached: the guard of requests ends each of them before a byte is sent. */
function checkWebhook({ webhook }: SavedSearchInput): void {
  if (webhook === undefined || webhook.allowPrivate) return;
  const reason = blockedReason(new URL(webhook.url));
  if (reason === undefined) return;
  const detail = `${reason}; messages to it are refused. An admin may allow it with "allowPrivate": true.`;
  throw new Refusal('bad-body', `The webhook cannot be reached: ${detail}`, [
    { pointer: '#/webhook/url', detail },
  ]);
}

/** Makes a saved search; its alerts begin now. Refuses with bad-body, too-many-saved-searches. */
export async function addSavedSearch(
  { registry, now, settings }: SavedSearchPorts,
  input: SavedSearchInput,
): Promise<SavedAnswer> {
  filterOf(input);
  checkWebhook(input);
  const most = settings.maxSavedSearches;
  const { searches, secrets, states } = alertRecords(registry);
  if ((await searches.list({ limit: most })).items.length >= most)
    throw new Refusal(
      'too-many-saved-searches',
      `There are ${most} saved searches already; raise NEWSMILL_MAX_SAVED_SEARCHES to allow more.`,
    );
  const id = randomBytes(8).toString('hex');
  const value: SavedSearch = { ...input, createdAt: now(), updatedAt: now() };
  const secret = isSigned(input) ? newSecret() : undefined;
  // The search itself last: what came before means nothing without it.
  await states.put(id, stateAt(now()), { ifRevision: null });
  if (secret !== undefined) await secrets.put(id, { secret }, { ifRevision: null });
  const revision = await searches.put(id, value, { ifRevision: null });
  await askAlerts(registry, id, now());
  await noteChange({ what: 'search-saved', subject: id, detail: `${value.name}: ${value.q}` });
  return secret === undefined
    ? { record: { id, value, revision } }
    : { record: { id, value, revision }, secret };
}

/** What is otherwise in a saved search; of where it sends to only that it is, as such addresses are secrets. */
function searchChanges(before: SavedSearch, after: SavedSearch): NonNullable<NewChange['fields']> {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const told = new Set(['name', 'q', 'enabled', 'throttleSeconds', 'collapse', 'digest']);
  const values = (search: SavedSearch) => new Map<string, unknown>(Object.entries(search));
  const [was, is] = [values(before), values(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => path !== 'updatedAt' && !isSame(was.get(path), is.get(path)))
    .map((path) =>
      told.has(path)
        ? { path, before: JSON.stringify(was.get(path)), after: JSON.stringify(is.get(path)) }
        : { path },
    );
}

/**
 * Replaces a saved search of that revision. What was off, or stopped by its receiver, begins again with what
 * comes from now on. Refuses with bad-body; throws RegistryConflict.
 */
export async function replaceSavedSearch(
  { registry, now }: Omit<SavedSearchPorts, 'settings'>,
  before: RegistryRecord<SavedSearch>,
  input: SavedSearchInput,
): Promise<SavedAnswer> {
  filterOf(input);
  checkWebhook(input);
  const { searches, secrets, states } = alertRecords(registry);
  const value: SavedSearch = { ...input, createdAt: before.value.createdAt, updatedAt: now() };
  const wasOff = !before.value.enabled || before.value.stopped !== undefined || !hasTarget(before.value);
  const revision = await searches.put(before.id, value, { ifRevision: before.revision });
  if (wasOff)
    await changeRecord(states, before.id, (state = stateAt(now())) => ({
      ...state,
      cursor: changesCursorAt(now()),
      ranAt: now(),
    }));
  await askAlerts(registry, before.id, now());
  await noteChange({
    what: 'search-changed',
    subject: before.id,
    fields: searchChanges(before.value, value),
  });
  const record = { id: before.id, value, revision };
  if (!isSigned(input)) {
    await secrets.remove(before.id);
    return { record };
  }
  if ((await secrets.get(before.id)) !== undefined) return { record };
  const secret = newSecret();
  await secrets.put(before.id, { secret });
  return { record, secret };
}

/** Removes a saved search with its secret and what its alerts knew. Throws RegistryConflict. */
export async function removeSavedSearch(
  registry: Registry,
  id: string,
  ifRevision?: string,
): Promise<boolean> {
  const { searches, secrets, states } = alertRecords(registry);
  const wasThere = await searches.remove(id, { ifRevision });
  await secrets.remove(id);
  await states.remove(id);
  if (wasThere) await noteChange({ what: 'search-removed', subject: id });
  return wasThere;
}

/** Gives the webhook another secret; the one before signs beside it for a day. Told here and never again. */
export async function rotateSecret(registry: Registry, id: string, now: number): Promise<string> {
  const { secrets } = alertRecords(registry);
  const secret = newSecret();
  await changeRecord(secrets, id, (there) =>
    there === undefined ? { secret } : { secret, previous: there.secret, previousUntil: now + rotationMs },
  );
  await noteChange({ what: 'secret-rotated', subject: id });
  return secret;
}
