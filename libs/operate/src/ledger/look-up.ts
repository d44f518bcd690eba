import {
  heldArticleOf,
  newestTraceOf,
  stageNames,
  type FrontierItem,
  type LedgerEvent,
} from '@newsmill/contracts';
import { LibraryTimeout, LibraryUnreachable, type Library, type State } from '@newsmill/store';
import type { Settings } from '@newsmill/settings';
import type { ItemView } from './item-view.ts';
import { itemOf } from '@newsmill/text';
import { Refusal } from '../refusal.ts';
import type { LedgerQuery } from '../inputs/parameters.ts';
import { noAddress } from '../inputs/whole-address.ts';
import { meaningOf, whatNext } from './what-next.ts';

/** The newest trace of an item, and where a viewer shows it. */
function traceOf(
  current: LedgerEvent,
  events: readonly LedgerEvent[],
  template: string | undefined,
): Pick<ItemView, 'traceId' | 'viewer'> {
  const traceId = current.traceId ?? newestTraceOf(events);
  return {
    traceId,
    viewer: traceId === undefined ? undefined : template?.replaceAll('{traceId}', traceId),
  };
}

function viewOf(
  current: LedgerEvent,
  events: readonly LedgerEvent[],
  { item, viewer }: { readonly item: FrontierItem | undefined; readonly viewer: string | undefined },
): ItemView {
  const { url, sourceId, fate, stage, reason, articleId } = current;
  const sorted = events.toSorted(
    (a, b) => stageNames.indexOf(a.stage) - stageNames.indexOf(b.stage) || a.at - b.at,
  );
  return {
    item: current.item,
    url,
    sourceId,
    fate,
    stage,
    reason,
    articleId,
    ...traceOf(current, events, viewer),
    meaning: meaningOf(current),
    ...whatNext(current, item),
    events: sorted,
  };
}

/** Of what is settled the state has no address: the library has that of an article, and who asks may have named it. */
async function withAddress(
  { library }: Pick<LookUpPorts, 'library'>,
  current: LedgerEvent,
  name: string,
): Promise<LedgerEvent> {
  if (current.url !== '') return current;
  const article = current.fate === 'indexed' ? await library.get(current.articleId ?? '') : undefined;
  const url = article?.ingest.discoveredUrl ?? (itemOf(name) === current.item ? name : '');
  return { ...current, url };
}

/** An item that the frontier has, but no event of it has arrived yet. */
function firstEvent(item: FrontierItem): LedgerEvent {
  return {
    item: item.key,
    url: item.url,
    sourceId: item.sourceId,
    stage: 'discover',
    version: 0,
    attempt: 0,
    fate: 'waiting',
    firstSeen: item.firstSeen,
    at: item.firstSeen,
  };
}

/** What looking an address up needs. */
interface LookUpPorts {
  readonly library: Library;
  readonly state: State;
  /** Where a viewer shows a trace. */
  readonly settings?: Pick<Settings, 'traceViewer'>;
}

async function lookUpItem(ports: LookUpPorts, key: string, name: string): Promise<ItemView | undefined> {
  const viewer = ports.settings?.traceViewer;
  const [known, [item]] = await Promise.all([ports.state.fateOf(key), ports.state.getItems([key])]);
  if (known !== undefined) {
    const current = await withAddress(ports, known.current, name);
    return viewOf(current, known.current.url === '' ? [current] : known.events, { item, viewer });
  }
  return item === undefined ? undefined : viewOf(firstEvent(item), [], { item, viewer });
}

/** Ids of articles and items are hashes; nobody could take one for an address. */
const idForm = /^[0-9a-f]{16,64}$/;

/**
 * Items that an address or id may mean, the likeliest first: the one a source told of, the one of the article
 * of that id, those whose pages were found there.
 */
async function* itemsOf({ state, library }: LookUpPorts, key: string): AsyncGenerator<string> {
  yield key;
  const article = await library.get(key);
  if (article !== undefined) yield article.ingest.item;
  yield* await state.itemsAt(key);
}

/**
 * The item of an address: the one a source told of, or else the one whose page ended at that address after
 * redirects, or names it as its canonical one. The id of an article will do too. Refuses with bad-address or
 * unknown-item.
 */
export async function lookUp(ports: LookUpPorts, url: string): Promise<ItemView> {
  const name = url.trim();
  const key = idForm.test(name) ? name : itemOf(name);
  if (key === undefined) throw noAddress(name);
  for await (const item of itemsOf(ports, key)) {
    const found = await lookUpItem(ports, item, name);
    if (found !== undefined) return found;
  }
  throw new Refusal(
    'unknown-item',
    'No source has named this address. It may come with the next poll of its source, or no source is configured for it.',
  );
}

/** A page of items, each by its newest event; `next` is the cursor of the next page. */
export interface LedgerList {
  readonly items: readonly LedgerEvent[];
  readonly next?: string;
}

/** Items by their current fate and source, in pages. */
export async function listLedger(
  { state }: Pick<LookUpPorts, 'state'>,
  query: LedgerQuery,
): Promise<LedgerList> {
  return state.listFates({
    fate: query.fate,
    sourceId: query.source,
    limit: query.limit,
    cursor: query.cursor,
  });
}

/** At most so many articles are asked for at once. */
const mostTitles = 500;

/**
 * Titles of the articles that items are in the library as, by article id. None where the library cannot be asked now:
 * the ledger answers without it.
 */
export async function titlesOf(
  { library }: { readonly library: Pick<Library, 'written'> },
  items: readonly LedgerEvent[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(items.flatMap((event) => heldArticleOf([event]) ?? []))].slice(0, mostTitles);
  if (ids.length === 0) return new Map();
  try {
    return new Map((await library.written(ids)).map(({ id, title }) => [id, title]));
  } catch (error) {
    if (error instanceof LibraryUnreachable || error instanceof LibraryTimeout) return new Map();
    throw error;
  }
}
