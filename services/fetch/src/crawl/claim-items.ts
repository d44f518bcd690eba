import { readItem } from '@newsmill/contracts';
import { leaseMs, type Crawl } from './crawl.ts';
import { pause } from './pause.ts';
import { visitItem } from './visit-item.ts';

/** So often the fetcher looks where something is due that it may not take, of a source that holds enough slots. */
const heldBackMs = 100;

/** Claims what is due and visits it, until the process ends. */
export async function claimItems(crawl: Crawl): Promise<void> {
  const { ports, intake, inFlight, alarm } = crawl;
  while (!crawl.signal.aborted) {
    // What is settled from here on is not seen by this claim.
    alarm.set();
    const now = ports.now();
    const free = ports.concurrency - inFlight.size;
    const items =
      free <= 0
        ? []
        : await ports.state
            .claimItems({
              now,
              limit: free,
              leaseMs,
              kinds: intake.level === 'closed' ? ['channel'] : ['channel', 'page'],
              underWay: heldBySource(crawl),
            })
            .catch(() => []);
    for (const item of items.map(readItem)) {
      crawl.hosts.asking(item);
      const done = visitItem(crawl, item).finally(() => {
        inFlight.delete(item.key);
        alarm.ring();
      });
      inFlight.set(item.key, { sourceId: item.sourceId, done });
    }
    if (free <= 0) await alarm.sleep(1_000, crawl.signal);
    else if (items.length < free) await untilDue(crawl, now);
  }
}

/** The slots that each source holds: with them the state leaves room for others. */
function heldBySource({ inFlight }: Crawl): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { sourceId } of inFlight.values()) held.set(sourceId, (held.get(sourceId) ?? 0) + 1);
  return held;
}

/** Sleeps until something can be claimed, something was settled, or somebody wakes it. */
async function untilDue(crawl: Crawl, claimedAt: number): Promise<void> {
  const { ports, intake, alarm, signal } = crawl;
  const at = (await ports.state.nextClaimAt().catch(() => undefined)) ?? Number.POSITIVE_INFINITY;
  const isHeldBack = at <= claimedAt && isSomeFull(crawl);
  const least = isHeldBack ? heldBackMs : intake.level === 'open' ? 5 : 100;
  await alarm.sleep(Math.min(Math.max(at - ports.now(), least), 1_000), signal);
}

/** Whether a source holds so many slots that it gets no further one. */
function isSomeFull(crawl: Crawl): boolean {
  const free = crawl.ports.concurrency - crawl.inFlight.size;
  return [...heldBySource(crawl).values()].some((held) => held >= free);
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
