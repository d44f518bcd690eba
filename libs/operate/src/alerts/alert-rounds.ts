import { once } from 'node:events';
import type { AlertProgress, AlertState, SavedSearch } from '@newsmill/contracts';
import type { ProcessPorts } from '@newsmill/runtime';
import {
  BadCursor,
  changesCursorAt,
  isAfter,
  openSearchMatcher,
  type ChangesPage,
  type RegistryRecord,
  type SearchMatcher,
} from '@newsmill/store';
import {
  catchUp,
  changesAfter,
  keepMs,
  mostPages,
  sendDue,
  takeMatches,
  type AlertPorts,
  type AlertSender,
} from './alert-task.ts';
import { dueAt } from './match-changes.ts';
import { hasTarget } from './send-alert.ts';
import { alertRecords, filterOf } from './saved-searches.ts';

/** All searches are listed at least so often. */
const listMs = 60_000;
/** By how much the clocks of those who save searches may differ from ours. */
const skewMs = 300_000;
/** Searches that are worked on at a time, and those of them that one receiver may have: a slow one holds up its own. */
const atATime = 32;
const atAReceiver = 4;
/** So long a round waits for slow receivers; then the lease is renewed, and what arrived is matched again. */
const sendingMs = 5_000;
const only = 'all';

type Search = RegistryRecord<SavedSearch>;
export type RoundPorts = AlertPorts & Pick<ProcessPorts, 'outages'>;

function isActive(search: SavedSearch): boolean {
  return search.enabled && search.stopped === undefined && hasTarget(search);
}

/** The server that takes the matches of a search. */
function receiverOf({ value: { webhook, mail } }: Search): string {
  if (webhook !== undefined) return new URL(webhook.url).host;
  return mail === undefined ? 'matrix' : 'mail';
}

/** The cursor that lies further on; one that cannot be read is none. */
function laterOf(one: string, other: string): string {
  try {
    return isAfter(other, one) ? other : one;
  } catch (error) {
    if (error instanceof BadCursor) return one;
    throw error;
  }
}

function countSearches({ metrics }: Pick<RoundPorts, 'metrics'>, active: number, all: number): void {
  metrics.savedSearches.set({ state: 'active' }, active);
  metrics.savedSearches.set({ state: 'stopped' }, all - active);
}

/**
 * Alerts of all saved searches, as one process runs them at a time. Changes of the library are read once for
 * all: a matcher says which searches find an article. A search that has to be asked for by itself, because it
 * is behind the others or because an article does not tell, asks the library as it always did.
 */
export class AlertRounds {
  readonly #ports: RoundPorts;
  readonly #sender: AlertSender;
  readonly #matcher: SearchMatcher;
  /** Those whose matches are sent. */
  readonly #searches = new Map<string, Search>();
  /** Those that no article by itself decides. */
  readonly #asking = new Set<string>();
  /** Those that have something to be made or sent, and when. */
  readonly #due = new Map<string, number>();
  readonly #working = new Map<string, { readonly receiver: string; readonly work: Promise<void> }>();
  readonly #behind: Set<string>;
  #progress: AlertProgress;
  #keptAt = 0;

  private constructor(
    ports: RoundPorts,
    sender: AlertSender,
    matcher: SearchMatcher,
    progress: AlertProgress,
  ) {
    this.#ports = ports;
    this.#sender = sender;
    this.#matcher = matcher;
    this.#progress = progress;
    this.#behind = new Set(progress.behind);
  }

  /** Reads where the alerts stand. */
  static async begin(ports: RoundPorts, sender: AlertSender): Promise<AlertRounds> {
    const { progress, searches, states } = alertRecords(ports.registry);
    const began = ports.now();
    const known = (await progress.get(only))?.value;
    const active = new Map<string, Search>();
    let all = 0;
    for await (const search of searches.all()) {
      all += 1;
      if (isActive(search.value)) active.set(search.id, search);
    }
    countSearches(ports, active.size, all);
    let first: string | undefined;
    const found: [Search, AlertState][] = [];
    // After the searches, and in pages: whoever holds the lease has to go on soon.
    for await (const { id, value: state } of states.all()) {
      const search = active.get(id);
      if (search === undefined) continue;
      found.push([search, state]);
      if (first === undefined || laterOf(state.cursor, first) === first) first = state.cursor;
    }
    const start = first ?? changesCursorAt(began);
    const rounds = new AlertRounds(ports, sender, await openSearchMatcher(), {
      cursor: known === undefined ? start : laterOf(start, known.cursor),
      ranAt: known?.ranAt ?? Math.min(began, ...found.map(([, state]) => state.ranAt)),
      listedAt: began,
      behind: known?.behind ?? [],
    });
    for (const [search, state] of found)
      rounds.#take(search, state, known !== undefined && search.value.updatedAt < known.listedAt - skewMs);
    return rounds;
  }

  /** Ends what is under way. */
  async end(): Promise<void> {
    await Promise.allSettled(this.#works());
    this.#matcher.close();
    // Another process tells of them from now on.
    this.#ports.metrics.savedSearches.reset();
  }

  /** Matches what arrived and sends what is due; `hold` renews the lease. After the signal nothing is begun. */
  async round(signal: AbortSignal, hold: () => Promise<unknown>): Promise<void> {
    await this.#lookAgain();
    for (const id of new Set([...this.#behind, ...this.#asking])) {
      if (signal.aborted) return;
      await this.#catchUp(id);
      await hold();
    }
    for (let pages = 0; pages < mostPages && !signal.aborted && this.#searches.size > 0; pages += 1) {
      const page = await changesAfter(this.#ports, this.#progress);
      // Read after the page: whoever was saved before an article came is there now.
      if (page.items.length > 0) await this.#lookAgain();
      await this.#matchPage(page);
      await hold();
      if (!page.more) break;
    }
    await this.#sendAll(signal, hold);
  }

  /** What is found is kept before the place behind it: whoever is ended in between finds it again, and knows it. */
  async #matchPage(page: ChangesPage): Promise<void> {
    const now = this.#ports.now();
    const changes = page.items.filter((change) => change.kind === 'document');
    const found = await this.#matcher.match(changes, now);
    for (const [id, articles] of found) {
      const search = this.#searches.get(id);
      if (search === undefined || this.#behind.has(id)) continue;
      this.#ports.metrics.searchMatches.inc(articles.size);
      const items = changes.filter(({ document }) => articles.has(document.id));
      const state = await takeMatches(this.#ports, search, {
        items,
        cursor: page.cursor,
        since: this.#progress.ranAt,
      });
      this.#wait(search, state);
    }
    this.#progress = { ...this.#progress, cursor: page.cursor, ranAt: now };
    if (page.items.length > 0 || now - this.#keptAt > keepMs) await this.#keep();
  }

  async #keep(): Promise<void> {
    this.#keptAt = this.#ports.now();
    this.#progress = { ...this.#progress, behind: [...this.#behind] };
    await alertRecords(this.#ports.registry).progress.put(only, this.#progress);
  }

  /** Looks at the searches that were saved, changed or removed. */
  async #lookAgain(): Promise<void> {
    const { registry, now } = this.#ports;
    const { asks, searches, states } = alertRecords(registry);
    for await (const { id, revision } of asks.all()) {
      const [search, state] = [await searches.get(id), (await states.get(id))?.value];
      if (search === undefined || state === undefined || !isActive(search.value)) this.#leave(id);
      else this.#takeLater(search, state);
      // Asked again meanwhile: looked at again.
      await asks.remove(id, { ifRevision: revision }).catch(() => undefined);
    }
    const began = now();
    if (began - this.#progress.listedAt < listMs) return;
    const there = new Set<string>();
    let all = 0;
    for await (const search of searches.all()) {
      all += 1;
      if (!isActive(search.value)) continue;
      there.add(search.id);
      if (this.#searches.get(search.id)?.revision === search.revision) continue;
      const state = (await states.get(search.id))?.value;
      if (state !== undefined) this.#takeLater(search, state);
    }
    for (const id of this.#searches.keys()) if (!there.has(id)) this.#leave(id);
    countSearches(this.#ports, there.size, all);
    this.#progress = { ...this.#progress, listedAt: began };
  }

  /** Takes a search beside those that are there; before the first one nothing has to be read. */
  #takeLater(search: Search, state: AlertState): void {
    if (this.#searches.size === 0)
      this.#progress = { ...this.#progress, cursor: laterOf(this.#progress.cursor, state.cursor) };
    this.#take(search, state, this.#searches.has(search.id) && !this.#behind.has(search.id));
  }

  /** `isCovered`: it was matched up to the place of all, whatever its own state says. */
  #take(search: Search, state: AlertState, isCovered: boolean): void {
    const { id, value } = search;
    if (this.#searches.get(id)?.revision !== search.revision) {
      this.#asking.delete(id);
      if (!this.#matcher.put(id, filterOf(value))) this.#asking.add(id);
    }
    this.#searches.set(id, search);
    if (!isCovered && laterOf(state.cursor, this.#progress.cursor) !== state.cursor) this.#behind.add(id);
    this.#wait(search, state);
  }

  #leave(id: string): void {
    this.#searches.delete(id);
    this.#matcher.remove(id);
    this.#asking.delete(id);
    this.#behind.delete(id);
    this.#due.delete(id);
  }

  #wait(search: Search, state: AlertState | undefined): void {
    const at = state === undefined ? undefined : dueAt(state, search.value);
    if (at === undefined) this.#due.delete(search.id);
    else this.#due.set(search.id, at);
  }

  /** Never rejects: what is wrong with one search does not hold up the others. */
  async #catchUp(id: string): Promise<void> {
    const search = this.#searches.get(id);
    if (search === undefined) return void this.#behind.delete(id);
    const { outages } = this.#ports;
    try {
      const { isDone, state } = await catchUp(this.#ports, search, this.#progress.cursor);
      if (isDone) this.#behind.delete(id);
      this.#wait(search, state);
      return outages.worked(`alerts of ${id}`);
    } catch (error) {
      return outages.failed(`alerts of ${id}`, error);
    }
  }

  /** Begins what is due, in the turns of its receivers; what finds no place in time is begun in the next round. */
  async #sendAll(signal: AbortSignal, hold: () => Promise<unknown>): Promise<void> {
    const now = this.#ports.now();
    const due = [...this.#due].flatMap(([id, at]) => {
      const search = this.#searches.get(id);
      return at > now || search === undefined || this.#working.has(id) ? [] : [search];
    });
    if (due.length === 0) return;
    const waiting = Map.groupBy(due, receiverOf);
    const end = AbortSignal.timeout(sendingMs);
    const isOver = once(end, 'abort');
    while (!signal.aborted) {
      for (const [receiver, searches] of waiting)
        if (this.#begin(receiver, searches, signal) === 0) waiting.delete(receiver);
      if (waiting.size === 0 || end.aborted) return;
      await Promise.race([...this.#works(), isOver]);
      await hold();
    }
  }

  /** Begins searches of a receiver while there is room; answers how many are left. */
  #begin(receiver: string, searches: Search[], signal: AbortSignal): number {
    const busy = [...this.#working.values()].filter((one) => one.receiver === receiver).length;
    const room = Math.min(atAReceiver - busy, atATime - this.#working.size);
    for (const search of searches.splice(0, Math.max(0, room))) {
      const work = this.#send(search, signal).finally(() => this.#working.delete(search.id));
      this.#working.set(search.id, { receiver, work });
    }
    return searches.length;
  }

  #works(): Promise<void>[] {
    return [...this.#working.values()].map(({ work }) => work);
  }

  /** Never rejects. */
  async #send(search: Search, signal: AbortSignal): Promise<void> {
    const { outages } = this.#ports;
    try {
      const state = await sendDue(this.#ports, this.#sender, search, signal);
      if (state === undefined) this.#leave(search.id);
      else this.#wait(search, state);
      return outages.worked(`alerts of ${search.id}`);
    } catch (error) {
      return signal.aborted ? undefined : outages.failed(`alerts of ${search.id}`, error);
    }
  }
}
