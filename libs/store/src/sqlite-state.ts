import type { FrontierItem, LedgerEvent, Settlement } from '@newsmill/contracts';
import { SqliteFates } from './sqlite-fates.ts';
import type { SqliteFile } from './sqlite-file.ts';
import { SqliteFingerprints } from './sqlite-fingerprints.ts';
import { SqliteFrontier } from './sqlite-frontier.ts';
import { SqliteMemory } from './sqlite-memory.ts';
import type { ArticleClaim, FateFilter, FingerprintEntry, State, StateEntry } from './state.ts';

/** The embedded state. `close` waits for its writes and leaves the file to its owner. */
export async function openSqliteState(options: { readonly db: SqliteFile }): Promise<State> {
  return new SqliteState(options.db);
}

class SqliteState implements State {
  readonly #file: SqliteFile;
  readonly #frontier: SqliteFrontier;
  readonly #memory: SqliteMemory;
  readonly #fingerprints: SqliteFingerprints;
  readonly #fates: SqliteFates;
  readonly #writes = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(file: SqliteFile) {
    this.#file = file;
    const frontier = new SqliteFrontier(file);
    this.#frontier = frontier;
    this.#memory = new SqliteMemory(file, (key) => frontier.knowsPage(key));
    this.#fingerprints = new SqliteFingerprints(file);
    this.#fates = new SqliteFates(file);
  }

  knows(keys: readonly string[]) {
    return this.#read(() => keys.map((key) => this.#frontier.knows(key)));
  }
  addItems(items: readonly FrontierItem[]) {
    return this.#write(() => items.map((item) => this.#frontier.add(item)));
  }
  claimItems(options: Parameters<State['claimItems']>[0]) {
    return this.#write(() => this.#frontier.claim(options));
  }
  settleItems(settlements: readonly Settlement[]) {
    return this.#write(() => settlements.forEach((settlement) => this.#frontier.settle(settlement)));
  }
  releaseItems(keys: readonly string[]) {
    return this.#write(() => keys.forEach((key) => this.#frontier.release(key)));
  }
  endClaims() {
    return this.#write(() => this.#frontier.endClaims());
  }
  nextClaimAt() {
    return this.#read(() => this.#frontier.nextClaimAt());
  }
  getItems(keys: readonly string[]) {
    return this.#read(() => keys.map((key) => this.#frontier.get(key)));
  }
  channels() {
    return this.#read(() => this.#frontier.channels());
  }
  removeItems(keys: readonly string[]) {
    return this.#write(() => keys.forEach((key) => this.#frontier.remove(key)));
  }
  frontierCounts() {
    return this.#read(() => this.#frontier.counts());
  }

  read(keys: readonly string[], now: number) {
    return this.#read(() => this.#memory.read(keys, now));
  }
  write(entries: readonly StateEntry[]) {
    return this.#write(() => this.#memory.write(entries));
  }

  claimArticles(claims: readonly ArticleClaim[]) {
    return this.#write(() => claims.map((claim) => this.#memory.claim(claim)));
  }
  matchFingerprints(entries: readonly FingerprintEntry[], now: number) {
    return this.#write(() => this.#fingerprints.match(entries, now));
  }

  recordEvents(events: readonly LedgerEvent[]) {
    return this.#write(() => this.#fates.record(events));
  }
  fateOf(item: string) {
    return this.#read(() => this.#fates.of(item));
  }
  listFates(filter: FateFilter) {
    return this.#read(() => this.#fates.list(filter));
  }
  countFates(filter: Parameters<State['countFates']>[0]) {
    return this.#read(() => this.#fates.count(filter));
  }

  clear() {
    return this.#write(() => {
      for (const part of [this.#frontier, this.#memory, this.#fingerprints, this.#fates]) part.clear();
    });
  }

  async close() {
    this.#isClosed = true;
    await Promise.allSettled(this.#writes);
  }

  async #read<T>(work: () => T): Promise<T> {
    if (this.#isClosed) throw new Error('the state is closed');
    return work();
  }

  async #write<T>(work: () => T): Promise<T> {
    if (this.#isClosed) throw new Error('the state is closed');
    const write = this.#file.write(work);
    this.#writes.add(write);
    try {
      return await write;
    } finally {
      this.#writes.delete(write);
    }
  }
}
