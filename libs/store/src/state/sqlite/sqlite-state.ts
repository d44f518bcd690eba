import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  Announcement,
  ArticleClaim,
  FingerprintCandidate,
  FrontierItem,
  LedgerEvent,
  ProcessCounts,
  Settlement,
  SiteSighting,
} from '@newsmill/contracts';
import { numberOf } from '../../sqlite/columns.ts';
import type { SqliteFile } from '../../sqlite/sqlite-file.ts';
import { chunksOf } from '../chunks-of.ts';
import { fittingSightings } from '../site-limits.ts';
import type { SettledItem } from '../settled.ts';
import {
  mostInPiece,
  mostPiecesInClaim,
  type FateCount,
  type FateFilter,
  type FingerprintEntry,
  type State,
  type StateEntry,
  type StateRecord,
  type Tally,
} from '../state.ts';

import { SqliteFates, type CountPlace } from './sqlite-fates.ts';
import { SqliteFingerprints } from './sqlite-fingerprints.ts';
import { SqliteFrontier } from './sqlite-frontier.ts';
import { SqliteMemory } from './sqlite-memory.ts';
import { SqliteProcesses } from './sqlite-processes.ts';
import { exportTables, importRecords, settledTable, type RecordParts } from './sqlite-records.ts';
import { SqliteSeries } from './sqlite-series.ts';
import { retireItems } from './retire-items.ts';
import { settledEvent, SqliteSettled } from './sqlite-settled.ts';
import { SqliteSites } from './sqlite-sites.ts';

/** Items of a long list that are worked on without a break: some milliseconds in a large state. */
const mostInPart = 50;
/** Reading that takes so long together gives way to others, milliseconds. */
const mostReadMs = 5;

/** The embedded state. `close` waits for its writes and leaves the file to its owner. */
export async function openSqliteState(options: {
  readonly db: SqliteFile;
  /** The clock by which counts belong to steps, epoch milliseconds; that of the machine without it. */
  readonly now?: () => number;
}): Promise<State> {
  return new SqliteState(options.db, options.now ?? Date.now);
}

class SqliteState implements State {
  readonly #file: SqliteFile;
  readonly #now: () => number;
  readonly #parts: RecordParts;
  readonly #processes: SqliteProcesses;
  readonly #series: SqliteSeries;
  readonly #writes = new Set<Promise<unknown>>();
  /** Time that reading took since others were last given a turn, milliseconds. */
  #readMs = 0;
  #isClosed = false;

  constructor(file: SqliteFile, now: () => number) {
    this.#file = file;
    this.#now = now;
    this.#processes = new SqliteProcesses(file);
    this.#series = new SqliteSeries(file);
    const settled = new SqliteSettled(file);
    const fates = new SqliteFates(file, settled);
    const frontier = new SqliteFrontier(file, settled, ({ key, url }, known) => {
      const event = settledEvent(key, known);
      if (event !== undefined) fates.wake({ ...event, url });
      settled.save(key, { ...known, fate: undefined, stamp: undefined });
    });
    this.#parts = {
      frontier,
      memory: new SqliteMemory(file, settled, (key) => frontier.knowsPage(key)),
      fingerprints: new SqliteFingerprints(file),
      sites: new SqliteSites(file),
      fates,
      settled,
    };
  }

  knows(keys: readonly string[]) {
    return this.#read(() => keys.map((key) => this.#parts.frontier.knows(key)));
  }
  addItems(items: readonly FrontierItem[]) {
    return this.#writeEach(items, (item) => this.#parts.frontier.add(item));
  }
  async claimItems(options: Parameters<State['claimItems']>[0]) {
    for (let piece = 1; ; piece += 1) {
      const isLast = piece >= mostPiecesInClaim;
      const claimed = await this.#write(() => this.#parts.frontier.claim(options, isLast));
      if (claimed !== undefined) return claimed;
    }
  }
  async settleItems(settlements: readonly Settlement[]) {
    await this.#writeEach(settlements, (settlement) => this.#parts.frontier.settle(settlement));
  }
  async releaseItems(keys: readonly string[]) {
    await this.#writeEach(keys, (key) => this.#parts.frontier.release(key));
  }
  async renewClaims(keys: readonly string[], lease: number) {
    await this.#writeEach(keys, (key) => this.#parts.frontier.renew(key, lease));
  }
  endClaims() {
    return this.#write(() => this.#parts.frontier.endClaims());
  }
  nextClaimAt() {
    return this.#read(() => this.#parts.frontier.nextClaimAt());
  }
  getItems(keys: readonly string[]) {
    return this.#read(() => keys.map((key) => this.#parts.frontier.get(key)));
  }
  async channels() {
    const found: FrontierItem[] = [];
    for (let place: number | undefined = 0; place !== undefined; ) {
      const from: number = place;
      const piece = await this.#read(() => this.#parts.frontier.channelsAfter(from));
      for (const channel of piece.channels) found.push(channel);
      place = piece.next;
      if (place !== undefined) await nextTurn();
    }
    return found;
  }
  async channelsOf(sourceIds: readonly string[]) {
    const found: FrontierItem[] = [];
    for (const ids of chunksOf(sourceIds)) {
      if (found.length > 0) await nextTurn();
      for (const channel of await this.#read(() => ids.flatMap((id) => this.#parts.frontier.channelsOf(id))))
        found.push(channel);
    }
    return found;
  }
  countChannels() {
    return this.#read(() => this.#parts.frontier.countChannels());
  }
  countDue(now: number) {
    return this.#read(() => this.#parts.frontier.countDue(now));
  }
  async removeItems(keys: readonly string[]) {
    await this.#writeEach(keys, (key) => this.#parts.frontier.remove(key));
  }
  frontierCounts() {
    return this.#read(() => this.#parts.frontier.counts());
  }

  read(keys: readonly string[], now: number) {
    return this.#read(() => this.#parts.memory.read(keys, now));
  }
  write(entries: readonly StateEntry[]) {
    return this.#write(() => this.#parts.memory.write(entries));
  }

  addTo(tallies: readonly Tally[], now: number) {
    return this.#write(() => this.#parts.memory.addTo(tallies, now));
  }

  claimArticles(claims: readonly ArticleClaim[]) {
    return this.#write(() => claims.map((claim) => this.#parts.memory.claim(claim)));
  }
  itemsAt(id: string) {
    return this.#read(() => this.#parts.memory.itemsAt(id));
  }
  async matchFingerprints(entries: readonly FingerprintEntry[], now: number) {
    const { fingerprints } = this.#parts;
    const recorded = await this.#write(() => fingerprints.record(entries, now));
    const answers: FingerprintCandidate[][] = [];
    for (const one of recorded) answers.push(await this.#read(() => fingerprints.candidatesOf(one)));
    return answers;
  }

  readSites(sites: readonly string[]) {
    return this.#read(() => this.#parts.sites.read(sites));
  }
  async recordSightings(sightings: readonly SiteSighting[], now: number) {
    const fitting = fittingSightings(sightings);
    return this.#write(() => this.#parts.sites.record(fitting, now));
  }

  async recordEvents(events: readonly LedgerEvent[]) {
    const parts = chunksOf(events, mostInPart);
    await Promise.all(parts.map((part) => this.#write(() => this.#parts.fates.record(part))));
  }
  fateOf(item: string) {
    return this.#read(() => this.#parts.fates.of(item));
  }
  listFates(filter: FateFilter) {
    return this.#read(() => this.#parts.fates.list(filter));
  }
  async countFates(filter: Parameters<State['countFates']>[0]) {
    const { fates } = this.#parts;
    for (;;) {
      const { folded } = fates;
      const found: FateCount[] = [];
      for (
        let place: CountPlace | undefined, isFirst = true;
        isFirst || place !== undefined;
        isFirst = false
      ) {
        if (!isFirst) await nextTurn();
        const from = place;
        const piece = await this.#read(() => fates.count(filter, from));
        for (const one of piece.counts) found.push(one);
        place = piece.next;
      }
      // Hours that became days meanwhile are counted anew.
      if (fates.folded === folded) return found;
    }
  }

  retire(options: Parameters<State['retire']>[0]) {
    return this.#write(() => retireItems(this.#parts, options));
  }

  announce(announcement: Announcement, expiresAt: number, counts?: ProcessCounts) {
    return this.#write(() => {
      this.#processes.announce(announcement, expiresAt);
      if (counts !== undefined) this.#series.add(announcement.id, counts, this.#now());
    });
  }
  countedSteps(options: Parameters<State['countedSteps']>[0]) {
    return this.#read(() => this.#series.read(options, this.#now()));
  }
  withdraw(id: string) {
    return this.#write(() => {
      this.#processes.withdraw(id);
      this.#series.forget(id);
    });
  }
  announcements(now: number) {
    return this.#read(() => this.#processes.list(now));
  }

  usage() {
    return this.#read(() => {
      const row =
        this.#file
          .statement(
            'SELECT (page_count - freelist_count) * page_size AS bytes FROM pragma_page_count, pragma_freelist_count, pragma_page_size',
          )
          .get() ?? {};
      return { bytes: numberOf(row, 'bytes') };
    });
  }
  async *settledItems(): AsyncGenerator<SettledItem> {
    for await (const record of this.#export([settledTable]))
      if (record.kind === 'settled') yield record.settled;
  }
  exportRecords() {
    return this.#export();
  }
  async *#export(wanted?: Parameters<typeof exportTables>[2]): AsyncGenerator<StateRecord> {
    const pages = exportTables(this.#file, this.#parts, wanted);
    for (
      let page = await this.#read(() => pages.next());
      page.done !== true;
      page = await this.#read(() => pages.next())
    ) {
      yield* page.value;
      // Other work gets its turn between two pages.
      await nextTurn();
    }
  }
  importRecords(records: readonly StateRecord[]) {
    return this.#write(() => importRecords(this.#parts, records));
  }

  /** Always whole: the file is as durable as the queue beside it. */
  async condition() {
    await this.#read(() => undefined);
    return 'whole' as const;
  }
  beginRebuild() {
    return this.#read(() => false);
  }
  endRebuild() {
    return this.#read(() => false);
  }

  clear() {
    return this.#write(() => {
      for (const part of [...Object.values(this.#parts), this.#processes, this.#series]) part.clear();
    });
  }

  async close() {
    this.#isClosed = true;
    await Promise.allSettled(this.#writes);
  }

  /** Who reads on and on leaves the event loop to others: nothing here waits for anything else. */
  async #read<T>(work: () => T): Promise<T> {
    if (this.#readMs > mostReadMs) {
      this.#readMs = 0;
      await nextTurn();
    }
    if (this.#isClosed) throw new Error('the state is closed');
    const began = performance.now();
    try {
      return work();
    } finally {
      this.#readMs += performance.now() - began;
    }
  }

  /**
   * Works on a list piece by piece, so that other work gets its turn between them: parts of a long list share a
   * transaction as far as they fit into a turn.
   */
  async #writeEach<T, U>(list: readonly T[], work: (one: T) => U): Promise<readonly U[]> {
    if (list.length <= mostInPiece) return this.#write(() => list.map(work));
    const answers: U[] = [];
    for (const piece of chunksOf(list)) {
      const parts = chunksOf(piece, mostInPart).map((part) => this.#write(() => part.map(work)));
      answers.push(...(await Promise.all(parts)).flat());
    }
    return answers;
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
