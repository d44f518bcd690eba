import { readItem, type FetchItem, type Settlement, type Visit } from '@newsmill/contracts';
import { takeTurns } from '@newsmill/source-files';
import type { NetworkChange } from './network-memory.ts';
import type { Crawl } from './crawl.ts';

/** While there is no network, what is due is tried again after about so long. */
const tryAgainMs = 30_000;

/** Its host is left alone meanwhile, so that its other items are not all tried at once. */
const hostRestMs = 5_000;

/** The item as it was: what fails because there is no network is no failure of its publisher. */
export function withoutNetwork({ ports }: Crawl, { key, kind, attempt, fetchedAt, data }: FetchItem): Visit {
  const now = ports.now();
  const waiting =
    kind === 'page'
      ? data
      : {
          ...data,
          awaySince: data.awaySince ?? now,
          why: 'this machine seems to have no network; everything is asked again as soon as anything answers',
        };
  return {
    settlement: {
      key,
      dueAt: now + Math.round(tryAgainMs * (0.5 + ports.random())),
      attempt,
      fetchedAt,
      data: waiting,
      hostFreeAt: now + hostRestMs,
    },
    found: [],
  };
}

/** Says that the network went or is back; then, what failed or waits because of it is asked again at once. */
export async function noteNetwork(crawl: Crawl, change: NetworkChange | undefined): Promise<void> {
  const { ports, alarm } = crawl;
  if (change === undefined) return;
  if (change.kind === 'away')
    return ports.note('network.away', { domains: change.domains, reason: change.reason });
  const now = ports.now();
  const again: Settlement[] = [];
  const turn = takeTurns();
  for (const stored of await ports.state.channels()) {
    const { key, dueAt, attempt, fetchedAt, data } = readItem(stored);
    const hasFailed = data.failingSince !== undefined && data.failingSince >= change.since;
    if (dueAt !== null && dueAt > now && (data.awaySince !== undefined || hasFailed))
      again.push({ key, dueAt: now, attempt, fetchedAt, data, hostFreeAt: now });
    await turn();
  }
  ports.note('network.back', {
    seconds: Math.round((now - change.since) / 1_000),
    channels: again.length,
  });
  if (again.length === 0) return;
  await ports.state.settleItems(again);
  alarm.ring();
}
