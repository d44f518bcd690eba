import { readItem } from '@newsmill/contracts';
import { leaseMs, type Crawl } from './crawl.ts';
import { pause } from './pause.ts';
import { visitItem } from './visit-item.ts';

/** Claims what is due and visits it, until the process ends. */
export async function claimItems(crawl: Crawl): Promise<void> {
  const { ports, intake, inFlight } = crawl;
  while (!crawl.signal.aborted) {
    const free = ports.concurrency - inFlight.size;
    const items =
      free <= 0
        ? []
        : await ports.state
            .claimItems({
              now: ports.now(),
              limit: free,
              leaseMs,
              kinds: intake.level === 'closed' ? ['channel'] : ['channel', 'page'],
            })
            .catch(() => []);
    for (const item of items.map(readItem)) {
      crawl.hosts.asking(item);
      const promise = visitItem(crawl, item).finally(() => {
        inFlight.delete(item.key);
        crawl.alarm.ring();
      });
      inFlight.set(item.key, promise);
    }
    if (items.length < free || free <= 0) await untilDue(crawl, free);
  }
}

/** Sleeps until something can be claimed, something was settled, or somebody wakes it. */
async function untilDue({ ports, intake, alarm, signal }: Crawl, free: number): Promise<void> {
  alarm.set();
  const at = free <= 0 ? undefined : await ports.state.nextClaimAt().catch(() => undefined);
  const wait =
    at === undefined ? 1_000 : Math.min(Math.max(at - ports.now(), intake.level === 'open' ? 5 : 100), 1_000);
  await alarm.sleep(wait, signal);
}

/** Keeps what is under way claimed. */
export async function renewClaims({ ports, inFlight, signal }: Crawl): Promise<void> {
  while (!signal.aborted) {
    await pause(leaseMs / 3, signal);
    // Where it fails the claims end, and another fetcher asks again: that does no harm.
    if (inFlight.size > 0)
      await ports.state.renewClaims([...inFlight.keys()], ports.now() + leaseMs).catch(() => undefined);
  }
}
