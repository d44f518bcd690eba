import type { AlertState, SavedSearch } from '@newsmill/contracts';
import type { RegistryRecord } from '@newsmill/store';
import { accessOf, holds } from '../guards/access.ts';
import { ApiProblem } from '../problems/api-problem.ts';
import type { HttpRequest } from '../http/http-types.ts';
import { type MillPorts, alertRecords, idPattern } from '@newsmill/operate';
import type { AlertsAnswer, SavedSearchAnswer } from '../shapes/alerts.ts';

/** The saved search of an id. Refuses with unknown-saved-search. */
export async function readSavedSearch(
  { registry }: Pick<MillPorts, 'registry'>,
  id: string,
): Promise<RegistryRecord<SavedSearch>> {
  const record = idPattern.test(id) ? await alertRecords(registry).searches.get(id) : undefined;
  if (record === undefined)
    throw new ApiProblem(
      'unknown-saved-search',
      'There is no saved search of this id; /api/v1/saved-searches lists all.',
    );
  return record;
}

/**
 * A saved search as it is shown: an address of a webhook may hold a secret, so whoever only reads sees where
 * it begins, and no addresses of people.
 */
export function savedSearchAnswer(
  { id, value }: RegistryRecord<SavedSearch>,
  request: HttpRequest,
  secret?: string,
): SavedSearchAnswer {
  const { name, q, source, language, collapse, throttle, enabled, createdAt, updatedAt, stopped, webhook } =
    value;
  const { mail, matrix, digest } = value;
  const mayWrite = holds(accessOf(request).scope, 'write');
  const shown =
    webhook === undefined || mayWrite ? webhook : { ...webhook, url: `${new URL(webhook.url).origin}/…` };
  return {
    id,
    name,
    q,
    source,
    language,
    collapse,
    throttle,
    webhook: shown,
    mail: mayWrite ? mail : undefined,
    matrix,
    digest,
    enabled,
    createdAt,
    updatedAt,
    stopped,
    secret,
  };
}

/** How the alerts of a saved search stand. */
export function alertsAnswer(state: AlertState | undefined): AlertsAnswer {
  if (state === undefined) return { sent: 0, gathered: 0, missed: 0, deliveries: [], past: [] };
  const { sent, gathered, missed, deliveries, past, deliveredAt, problem } = state;
  return {
    sent,
    gathered: gathered.length,
    missed,
    deliveries: deliveries.map(({ id, articles, attempt, createdAt, dueAt, problem: trouble }) => ({
      id,
      articles: articles.length,
      attempt,
      createdAt,
      dueAt,
      problem: trouble,
    })),
    past: past.map(({ deadLetter, ...delivery }) => ({ ...delivery, canRetry: deadLetter !== undefined })),
    deliveredAt,
    problem,
  };
}
