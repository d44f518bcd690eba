import type { AlertState, SavedSearch } from '@newsmill/contracts';
import { askedEdit } from './asked-edit.ts';
import { digestAfter } from './digest-time.ts';
import { filterOf } from './saved-searches.ts';
import { toldNames } from './told-names.ts';
import type { LibraryChange } from '@newsmill/store';

const dayMs = 86_400_000;
/** Articles are asked for again up to a week after they came; what was told is remembered longer. */
export const rememberMs = 9 * dayMs;
/** At most so many are remembered, the newest. */
export const mostTold = 5_000;
/** At most so many articles wait for a delivery; of more, the number alone is told. */
export const mostGathered = 1_000;

/**
 * Whether what came at a time (ISO 8601) is news for a search: what the mill knew long before is not, such as
 * after a restore or a reprocessing, which stamp every article again.
 */
function isNews(came: string, search: SavedSearch, state: AlertState): boolean {
  return Date.parse(came) >= Math.max(search.createdAt - dayMs, state.ranAt - rememberMs);
}

/**
 * Takes changes that the search matches into the state of its alerts: what was told before is left out. Pure.
 */
export function matchChanges(
  state: AlertState,
  search: SavedSearch,
  page: { readonly items: readonly LibraryChange[]; readonly cursor: string },
  now: number,
): { readonly state: AlertState; readonly found: readonly string[] } {
  const known = new Set(state.told.map(([name]) => name));
  const told = state.told.filter(([, at]) => at > now - rememberMs);
  const found: string[] = [];
  const { query } = filterOf(search);
  // A digest tells each story once.
  const unit = search.digest !== undefined && search.collapse === 'family' ? 'story' : search.collapse;
  for (const change of page.items) {
    if (change.kind !== 'document') continue;
    const edit = askedEdit(query, change.document);
    if (!isNews(edit?.at ?? change.document.firstSeen, search, state)) continue;
    const names = toldNames(change.document, unit, edit);
    const isKnown = names.some((name) => known.has(name));
    for (const name of names) if (!known.has(name)) told.push([name, now]);
    for (const name of names) known.add(name);
    if (!isKnown) found.push(change.document.id);
  }
  const gathered = [...state.gathered, ...found];
  const over = Math.max(0, gathered.length - mostGathered);
  return {
    found,
    state: {
      ...state,
      cursor: page.cursor,
      told: told.slice(-mostTold),
      gathered: gathered.slice(0, mostGathered),
      gatheredAt: state.gathered.length > 0 ? state.gatheredAt : gathered.length > 0 ? now : undefined,
      missed: state.missed + over,
    },
  };
}

/** Deliveries on their way at most; what is found meanwhile is gathered. */
const mostDeliveries = 20;
/** Articles of one delivery at most. */
export const mostInDelivery = 100;

/** When the next delivery may be made; undefined: there is nothing to tell, or too much on its way. Pure. */
function deliveryAt(state: AlertState, search: SavedSearch): number | undefined {
  if (state.gathered.length === 0 || state.deliveries.length >= mostDeliveries) return undefined;
  if (search.digest !== undefined) return digestAfter(search.digest, state.gatheredAt ?? 0);
  return state.deliveredAt === undefined ? 0 : state.deliveredAt + search.throttle * 1_000;
}

/** When something is to be made or sent, epoch milliseconds; undefined: nothing waits. Pure. */
export function dueAt(state: AlertState, search: SavedSearch): number | undefined {
  const times = state.deliveries.map((delivery) => delivery.dueAt);
  const next = deliveryAt(state, search);
  if (next !== undefined) times.push(next);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** Makes a delivery of what was gathered, where the throttle allows one now. Pure. */
export function makeDelivery(state: AlertState, search: SavedSearch, id: string, now: number): AlertState {
  const at = deliveryAt(state, search);
  if (at === undefined || at > now) return state;
  // A digest is one delivery, however long.
  const most = search.digest === undefined ? mostInDelivery : mostGathered;
  const delivery = {
    id,
    articles: state.gathered.slice(0, most),
    missed: state.missed,
    createdAt: now,
    attempt: 0,
    dueAt: now,
  };
  return {
    ...state,
    gathered: state.gathered.slice(most),
    missed: 0,
    deliveries: [...state.deliveries, delivery],
    deliveredAt: now,
  };
}
