import type { Fate, LedgerEvent } from '@newsmill/contracts';
import type { State } from '@newsmill/store';

/** The current events of all items that have this fate, a page at a time: a mill may hold millions. */
export async function* itemsWith(
  state: Pick<State, 'listFates'>,
  fate: Fate,
): AsyncGenerator<readonly LedgerEvent[]> {
  let cursor: string | undefined;
  do {
    const page = await state.listFates({ fate, limit: 250, cursor });
    yield page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}
