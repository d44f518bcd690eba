import { join } from 'node:path';
import { SavedSearchInput, allTopics } from '@newsmill/contracts';
import { createHttpClient } from '@newsmill/http';
import { addSavedSearch, readDead } from '@newsmill/operate';
import { openPorts, type ProcessPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { quietTelling } from '../../../libs/runtime/src/testing/quiet-telling.ts';
import {
  freshArticle,
  openReceiver,
  until,
  type Received,
} from '../../../services/index/src/alerts/alert-mill.contract.ts';
import { runAlerts } from '../../../services/index/src/alerts/run-alerts.ts';
import { unharmed } from '../../../test/oracle/judge.ts';
import type { FaultFindings, FaultRun } from '../fault.ts';
import { FailingCalls } from './failing-calls.ts';

/** A hang guard, milliseconds. */
const mostRoundMs = 60_000;

/** Articles that came more than once, but not as the same delivery each time. */
function doubledIn(received: readonly Received[]): string[] {
  const ids = new Map<string, Set<unknown>>();
  for (const { headers, body } of received)
    for (const { id } of body.data.articles)
      ids.set(id, (ids.get(id) ?? new Set()).add(headers['webhook-id']));
  return [...ids].flatMap(([id, deliveries]) =>
    deliveries.size === 1 ? [] : [`${id} came in ${deliveries.size} deliveries`],
  );
}

/**
 * F18: the k-th call of what alerts work with fails (registry, library, queue, HTTP to the receiver), for every k up to
 * the dose, each while an article comes that a saved search wants. Each is delivered, again only under the same id.
 */
export async function failingAlert({ dose, folder, tell }: FaultRun): Promise<FaultFindings> {
  const broken: string[] = [];
  const unhandled = (error: unknown): void =>
    void broken.push(`a rejection was left alone: ${String(error)}`);
  process.on('unhandledRejection', unhandled);
  const settings = readSettings({
    NEWSMILL_DATA: join(folder, 'data'),
    NEWSMILL_ALERT_INTERVAL: '50ms',
    NEWSMILL_WEBHOOK_RETRIES: '100ms,100ms,100ms',
  });
  const open = await openPorts(settings);
  const http = createHttpClient({ userAgent: 'newsmill-bench/1' });
  const receiver = await openReceiver();
  const calls = new FailingCalls();
  const sites = new Set<string>();
  const ports = {
    ...quietTelling(),
    settings,
    bus: calls.around(open.bus, 'bus'),
    state: open.state,
    library: calls.around(open.library, 'library'),
    archive: open.archive,
    registry: calls.around(open.registry, 'registry'),
    now: Date.now,
    random: () => 0,
    // Alerts take no threads and no plan.
  } as unknown as ProcessPorts;
  try {
    await open.bus.createTopics(allTopics());
    await open.library.prepare();
    await open.registry.prepare();
    const saved = SavedSearchInput.parse({
      name: 'Harbours',
      q: 'harbour',
      webhook: { url: receiver.url, allowPrivate: true },
    });
    await addSavedSearch(
      { registry: open.registry, now: Date.now, settings: { maxSavedSearches: 10 } },
      saved,
    );
    const running = await runAlerts(ports, { http: calls.around(http, 'http'), grants: () => undefined });
    for (let k = 1; k <= dose; k += 1) {
      const id = `alert${k}`;
      calls.arm(k);
      await open.library.write([freshArticle(id)]);
      await until(() => receiver.articles().includes(id), mostRoundMs).catch(() => {
        broken.push(`call ${k} (${String(calls.failed)}): ${id} was not delivered`);
      });
      if (calls.failed !== undefined) sites.add(calls.failed);
    }
    calls.arm(0);
    await running.stop();
    broken.push(...doubledIn(receiver.received));
    const { letters } = await readDead(open, { limit: 10 });
    if (letters.length > 0) broken.push(`${letters.length} dead letters`);
    tell(`calls that failed: ${[...sites].sort().join(', ')}`);
  } finally {
    await receiver.close();
    await open.close();
    await http.close();
    process.off('unhandledRejection', unhandled);
  }
  return {
    articles: dose,
    verdict: unharmed,
    extra: {
      'kinds of calls that failed': `${sites.size} (${[...sites].sort().join(', ')})`,
      deliveries: String(receiver.received.length),
    },
    broken,
  };
}
