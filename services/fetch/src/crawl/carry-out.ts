import type { FetchItem, Visit } from '@newsmill/contracts';
import type { Crawl } from './crawl.ts';
import { publishVisit } from './publish-visit.ts';

/**
 * Carries out what follows from a visit: what others hear of it, then its settlement, then what is remembered
 * with it.
 */
export async function carryOut(crawl: Crawl, item: FetchItem, visit: Visit): Promise<void> {
  const { ports, hosts } = crawl;
  const fresh = await publishVisit(crawl, item, visit);
  const source = item.kind === 'channel' ? ports.sourceOf(item.sourceId) : undefined;
  const settlement =
    source === undefined
      ? visit.settlement
      : ((await ports.follow?.(item, source, visit.settlement, fresh)) ?? visit.settlement);
  hosts.asked(item, settlement, ports.now());
  await ports.state.settleItems([settlement]);
  // After the settlement: a visit that is repeated because the process died in between must find what it was
  // decided from.
  if (visit.remember !== undefined) await ports.state.write(visit.remember);
}
