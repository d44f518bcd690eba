import { randomUUID } from 'node:crypto';
import type { HttpClient } from '@newsmill/http';
import { alertRecords } from './saved-searches.ts';
import type { Registry } from '@newsmill/store';
import { sendDelivery } from './send-delivery.ts';

export interface WebhookPorts {
  readonly registry: Registry;
  readonly http: HttpClient;
  /** Epoch milliseconds. */
  now(): number;
}

/** Sends `search.tested` to the webhook of a saved search, signed as a delivery is. */
export async function testWebhook(
  { registry, http, now: clock }: WebhookPorts,
  id: string,
): Promise<{ readonly ok: boolean; readonly detail: string }> {
  const now = clock();
  const { searches, secrets } = alertRecords(registry);
  const [search, secret] = [await searches.get(id), await secrets.get(id)];
  if (search === undefined) return { ok: false, detail: `no saved search has the id ${id}` };
  const target = search.value.webhook;
  if (target === undefined || secret === undefined)
    return { ok: false, detail: 'this saved search has no webhook' };
  const body = JSON.stringify({
    type: 'search.tested',
    timestamp: new Date(now).toISOString(),
    data: { search: { id, name: search.value.name, q: search.value.q }, articles: [] },
  });
  const outcome = await sendDelivery(http, target, secret.value, {
    id: `msg_${randomUUID().replaceAll('-', '')}`,
    body,
    now,
  });
  if (outcome.kind === 'sent') return { ok: true, detail: `it answered ${outcome.status}` };
  return {
    ok: false,
    detail:
      outcome.kind === 'gone' ? 'it answered 410 Gone: an alert would stop the search' : outcome.problem,
  };
}
