import { noteChange } from '../changes/note-change.ts';
import { randomUUID } from 'node:crypto';
import type { Registry } from '@newsmill/store';
import { alertRecords } from './saved-searches.ts';
import { hasTarget, sendAlert, type Outlets } from './send-alert.ts';

export interface TestPorts extends Outlets {
  readonly registry: Registry;
  /** Epoch milliseconds. */
  now(): number;
}

/** Sends a test to whatever takes the matches of a saved search, as a delivery is sent. */
export async function testAlert(
  ports: TestPorts,
  id: string,
): Promise<{ readonly ok: boolean; readonly detail: string }> {
  const now = ports.now();
  const { searches, secrets } = alertRecords(ports.registry);
  const [search, secret] = [await searches.get(id), await secrets.get(id)];
  if (search === undefined) return { ok: false, detail: `no saved search has the id ${id}` };
  const { name, q } = search.value;
  if (!hasTarget(search.value))
    return { ok: false, detail: 'this saved search has no webhook, mail or room' };
  const outcome = await sendAlert(ports, search.value, secret?.value, {
    type: 'search.tested',
    id: `msg_${randomUUID().replaceAll('-', '')}`,
    at: now,
    now,
    news: { search: { id, name, q }, articles: [], missed: 0 },
  });
  await noteChange({ what: 'search-tested', subject: id, detail: outcome.kind });
  if (outcome.kind === 'sent')
    return { ok: true, detail: outcome.problem ?? `it answered ${outcome.status}` };
  return {
    ok: false,
    detail:
      outcome.kind === 'gone' ? 'it answered 410 Gone: an alert would stop the search' : outcome.problem,
  };
}
