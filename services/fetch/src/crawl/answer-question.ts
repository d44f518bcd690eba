import { readItem, type FetchItem, type Visit, type VisitQuestion } from '@newsmill/contracts';
import type { CrawlPorts } from './crawl-ports.ts';

/** Asks the state what a visit must know before it can be decided. */
export async function answerQuestion(
  { state, now }: Pick<CrawlPorts, 'state' | 'now'>,
  item: FetchItem,
  visit: Visit | VisitQuestion,
): Promise<Visit> {
  if (!('answer' in visit)) return visit;
  const [values, items, fate] = await Promise.all([
    visit.values.length === 0 ? new Map<string, string>() : state.read(visit.values, now()),
    visit.items.length === 0 ? [] : state.getItems(visit.items),
    visit.events ? state.fateOf(item.key) : undefined,
  ]);
  return visit.answer({
    values,
    items: items.map((known) => (known === undefined ? undefined : readItem(known))),
    events: fate?.events ?? [],
  });
}
