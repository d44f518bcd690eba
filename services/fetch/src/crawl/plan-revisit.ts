import { changedKey, type FetchItem, type Visit } from '@newsmill/contracts';
import {
  adaptRevisits,
  readRevisits,
  revisitKeys,
  revisitMemoryMs,
  settleRevisit,
  type LiveBlog,
  type RevisitFacts,
} from '@newsmill/fetch';
import type { Crawl } from './crawl.ts';
import type { CrawlPorts } from './crawl-ports.ts';

/** The ports with the ages at which pages of this source are worth another visit, and what these were learnt from. */
export interface PlannedRevisit {
  readonly ports: CrawlPorts;
  readonly facts: Pick<RevisitFacts, 'counts' | 'wasChanged'>;
}

/** Looks up what visits of the pages of a source have found, before one of them is asked for. */
export async function planRevisit({ ports }: Crawl, item: FetchItem): Promise<PlannedRevisit> {
  const key = changedKey(item.key);
  const values = await ports.state.read([...revisitKeys(item.sourceId), key], ports.now());
  const counts = readRevisits(item.sourceId, values);
  const revisits = adaptRevisits(ports.policy.revisits, counts, item);
  return {
    ports: { ...ports, policy: { ...ports.policy, revisits } },
    facts: { counts, wasChanged: item.fetchedAt > 0 && values.get(key) === String(item.fetchedAt) },
  };
}

/** Learns from a visit. Done again after a crash, it is counted twice, which changes no share by much. */
export async function learnRevisit(
  { ports }: Crawl,
  item: FetchItem,
  { facts }: PlannedRevisit,
  { visit, live }: { readonly visit: Visit; readonly live: LiveBlog | undefined },
): Promise<Visit> {
  const now = ports.now();
  const settled = settleRevisit(item, visit, { ...facts, live, now });
  if (settled.tallies.length > 0)
    await ports.state.addTo(
      settled.tallies.map((tally) => ({ ...tally, expiresAt: now + revisitMemoryMs })),
      now,
    );
  return settled.visit;
}
