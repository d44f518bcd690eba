import { ledger, readMessage, type LedgerEvent } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import { settledKey, type Library, type SettledItem, type State } from '@newsmill/store';
import { IdSet } from './id-set.ts';
import { pagesOfLibrary } from './pages-of-library.ts';

/** The ids of all articles of the library: eight bytes of memory for each. */
export async function idsOf(library: Pick<Library, 'origins'>): Promise<IdSet> {
  const ids = new IdSet();
  for await (const page of pagesOfLibrary(library)) for (const { id } of page) ids.add(id);
  return ids;
}

/** Keys of settled items that are indexed by the state, and whose article is not among these ids. */
export async function settledWithout(
  state: Pick<State, 'settledItems'>,
  ids: IdSet,
): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  const isThere = ({ key, fate }: SettledItem): boolean =>
    fate?.articleId === undefined ? fate?.isOwnArticle === true && ids.hasKey(key) : ids.has(fate.articleId);
  for await (const settled of state.settledItems())
    if (settled.fate?.fate === 'indexed' && !isThere(settled)) missing.add(settled.key);
  return missing;
}

/** Events of settled items, which the ledger alone has whole: one walk through it. By item. */
export async function eventsOfSettled(
  bus: Pick<Bus, 'browse'>,
  keys: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly LedgerEvent[]>> {
  const found = new Map<string, LedgerEvent[]>();
  if (keys.size === 0) return found;
  for await (const message of bus.browse(ledger.name)) {
    if (!keys.has(settledKey(message.key.replace(/\/[^/]*$/, '')))) continue;
    const read = readMessage(ledger, message);
    if (!read.ok) continue;
    const known = found.get(read.value.item);
    if (known === undefined) found.set(read.value.item, [read.value]);
    else known.push(read.value);
  }
  return found;
}
