import { readItem, type FetchItem, type Visit, type VisitQuestion } from '@newsmill/contracts';
import type { Crawl } from './crawl.ts';
import { hasHeard } from './has-heard.ts';

/** So long a visit waits for a ledger that is behind, milliseconds; less than the lease of its item. */
const patienceMs = 5_000;

/**
 * Asks the state what a visit must know before it can be decided. Throws where the process ends while the ledger is
 * waited for.
 */
export async function answerQuestion(
  { ports, signal }: Pick<Crawl, 'ports' | 'signal'>,
  item: FetchItem,
  visit: Visit | VisitQuestion,
): Promise<Visit> {
  if (!('answer' in visit)) return visit;
  const { state, now } = ports;
  // Before the events are read: what is heard later would be missing in them.
  const isHeard =
    visit.heardSince === undefined || (await hasHeard(ports, visit.heardSince, { patienceMs, signal }));
  const [values, items, fate] = await Promise.all([
    visit.values.length === 0 ? new Map<string, string>() : state.read(visit.values, now()),
    visit.items.length === 0 ? [] : state.getItems(visit.items),
    visit.events ? state.fateOf(item.key) : undefined,
  ]);
  return visit.answer({
    values,
    items: items.map((known) => (known === undefined ? undefined : readItem(known))),
    events: fate?.events ?? [],
    isHeard,
  });
}
