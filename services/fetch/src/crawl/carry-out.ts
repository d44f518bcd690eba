import type { FetchItem, Visit } from '@newsmill/contracts';
import { pauseKey } from '@newsmill/fetch';
import type { Crawl } from './crawl.ts';
import { handOver } from './other-tellings.ts';
import { publishVisit } from './publish-visit.ts';

/**
 * Carries out what follows from a visit: what others hear of it, then its settlement, then what is remembered
 * with it.
 */
export async function carryOut(crawl: Crawl, item: FetchItem, visit: Visit): Promise<void> {
  const { ports, hosts } = crawl;
  const fresh = await publishVisit(crawl, item, visit);
  if (visit.fate?.reason === 'left-out') await handOver(crawl, item);
  const source = item.kind === 'channel' ? ports.sourceOf(item.sourceId) : undefined;
  const settlement =
    source === undefined
      ? visit.settlement
      : ((await ports.follow?.(item, source, visit.settlement, fresh)) ?? visit.settlement);
  hosts.asked(item, settlement, ports.now());
  await ports.state.settleItems([settlement]);
  // After the settlement: a visit that is repeated because the process died in between must find what it was
  // decided from.
  const remembered = [...(visit.remember ?? []), ...pauseOf(item, settlement.domainFreeAt)];
  if (remembered.length > 0) await ports.state.write(remembered);
}

/** Whoever looks at the sources of a domain that waits is told until when. */
function pauseOf(
  { domain }: FetchItem,
  until: number | undefined,
): readonly { readonly key: string; readonly value: string; readonly expiresAt: number }[] {
  return until === undefined ? [] : [{ key: pauseKey(domain), value: String(until), expiresAt: until }];
}
