import { publishDurably } from '@newsmill/runtime';
import type { Crawl } from './crawl.ts';
import { discoveredMessage } from './visit-messages.ts';

/** The ledger learns that pages went over to another source. */
export async function tellTaken({ ports, signal }: Crawl, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  const items = (await ports.state.getItems(keys)).flatMap((item) => item ?? []);
  for (const { sourceId, url } of items) ports.note('page.taken', { source: sourceId, url });
  await publishDurably(
    items.map((item) => discoveredMessage(item, ports.now(), ports)),
    ports,
    () => signal.aborted,
  );
}
