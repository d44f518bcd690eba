import type { Fate, LedgerEvent } from '@newsmill/contracts';
import type { State } from '@newsmill/store';

/** The current events of all items that have this fate. */
export async function itemsWith(state: State, fate: Fate): Promise<LedgerEvent[]> {
  const found: LedgerEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await state.listFates({ fate, limit: 1_000, cursor });
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return found;
}
