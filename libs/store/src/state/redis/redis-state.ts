import type {
  Announcement,
  ArticleClaim,
  FrontierItem,
  LedgerEvent,
  ProcessCounts,
  Settlement,
  SiteSighting,
} from '@newsmill/contracts';
import { fittingSightings } from '../site-limits.ts';
import type { FateFilter, FingerprintEntry, State, StateEntry, StateRecord, Tally } from '../state.ts';
import { RedisConnection, type RedisOptions } from './redis-connection.ts';
import { RedisFates } from './redis-fates.ts';
import { RedisFingerprints } from './redis-fingerprints.ts';
import { RedisFrontier } from './redis-frontier.ts';
import { RedisMemory } from './redis-memory.ts';
import { RedisProcesses } from './redis-processes.ts';
import { RedisRebuild } from './redis-rebuild.ts';
import { RedisSettled } from './redis-settled.ts';
import { RedisSites } from './redis-sites.ts';

export type { RedisOptions } from './redis-connection.ts';

/** The distributed state as the door opens it, when it is loaded. */
export function openRedisState(options: RedisOptions): State {
  return new RedisState(new RedisConnection(options));
}

class RedisState implements State {
  readonly #redis: RedisConnection;
  readonly #frontier: RedisFrontier;
  readonly #memory: RedisMemory;
  readonly #fingerprints: RedisFingerprints;
  readonly #sites: RedisSites;
  readonly #fates: RedisFates;
  readonly #settled: RedisSettled;
  readonly #processes: RedisProcesses;
  readonly #rebuild: RedisRebuild;

  constructor(redis: RedisConnection) {
    this.#redis = redis;
    this.#frontier = new RedisFrontier(redis);
    this.#memory = new RedisMemory(redis);
    this.#fingerprints = new RedisFingerprints(redis);
    this.#sites = new RedisSites(redis);
    this.#fates = new RedisFates(redis);
    this.#settled = new RedisSettled(redis);
    this.#processes = new RedisProcesses(redis);
    this.#rebuild = new RedisRebuild(redis);
  }

  knows(keys: readonly string[]) {
    return this.#frontier.knows(keys);
  }
  addItems(items: readonly FrontierItem[]) {
    return this.#frontier.add(items);
  }
  claimItems(options: Parameters<State['claimItems']>[0]) {
    return this.#frontier.claim(options);
  }
  settleItems(settlements: readonly Settlement[]) {
    return this.#frontier.settle(settlements);
  }
  releaseItems(keys: readonly string[]) {
    return this.#frontier.release(keys);
  }
  renewClaims(keys: readonly string[], lease: number) {
    return this.#frontier.renew(keys, lease);
  }
  endClaims() {
    return this.#frontier.endClaims();
  }
  nextClaimAt() {
    return this.#frontier.nextClaimAt();
  }
  getItems(keys: readonly string[]) {
    return this.#frontier.get(keys);
  }
  channels() {
    return this.#frontier.channels();
  }
  channelsOf(sourceIds: readonly string[]) {
    return this.#frontier.channelsOf(sourceIds);
  }
  countChannels() {
    return this.#frontier.countChannels();
  }
  countDue(now: number) {
    return this.#frontier.countDue(now);
  }
  removeItems(keys: readonly string[]) {
    return this.#frontier.remove(keys);
  }
  frontierCounts() {
    return this.#frontier.counts();
  }

  read(keys: readonly string[], now: number) {
    return this.#memory.read(keys, now);
  }
  write(entries: readonly StateEntry[]) {
    return this.#memory.write(entries);
  }

  addTo(tallies: readonly Tally[], now: number) {
    return this.#memory.addTo(tallies, now);
  }

  claimArticles(claims: readonly ArticleClaim[]) {
    return this.#memory.claim(claims);
  }
  itemsAt(id: string) {
    return this.#memory.itemsAt(id);
  }
  matchFingerprints(entries: readonly FingerprintEntry[], now: number) {
    return this.#fingerprints.match(entries, now);
  }

  readSites(sites: readonly string[]) {
    return this.#sites.read(sites);
  }
  async recordSightings(sightings: readonly SiteSighting[], now: number) {
    return this.#sites.record(fittingSightings(sightings), now);
  }

  recordEvents(events: readonly LedgerEvent[]) {
    return this.#fates.record(events);
  }
  fateOf(item: string) {
    return this.#fates.of(item);
  }
  listFates(filter: FateFilter) {
    return this.#fates.list(filter);
  }
  countFates(filter: Parameters<State['countFates']>[0]) {
    return this.#fates.count(filter);
  }
  async usage() {
    const info = await this.#redis.memoryInfo();
    const bytes = figureOf(info, /^used_memory:(\d+)/m);
    const limit = figureOf(info, /^maxmemory:(\d+)/m) || figureOf(info, /^total_system_memory:(\d+)/m);
    return bytes === 0 ? undefined : { bytes, ...(limit === 0 ? {} : { limit }) };
  }
  settledItems() {
    return this.#settled.items();
  }
  retire(options: Parameters<State['retire']>[0]) {
    return this.#settled.retire(options);
  }

  announce(announcement: Announcement, expiresAt: number, counts?: ProcessCounts) {
    return this.#processes.announce(announcement, expiresAt, counts);
  }
  countedSteps(options: Parameters<State['countedSteps']>[0]) {
    return this.#processes.countedSteps(options);
  }
  withdraw(id: string) {
    return this.#processes.withdraw(id);
  }
  announcements(now: number) {
    return this.#processes.list(now);
  }

  async *exportRecords(): AsyncGenerator<StateRecord> {
    for (const part of [
      this.#frontier,
      this.#memory,
      this.#fingerprints,
      this.#sites,
      this.#fates,
      this.#settled,
    ])
      yield* part.records();
  }
  async importRecords(records: readonly StateRecord[]) {
    const of = <K extends StateRecord['kind']>(kind: K) =>
      records.filter((record): record is Extract<StateRecord, { kind: K }> => record.kind === kind);
    await Promise.all([
      this.#frontier.importItems(of('item').map(({ item }) => item)),
      this.#frontier.importSchedules(of('schedule')),
      this.#frontier.importHosts(of('host')),
      this.#memory.importEntries(of('entry').map(({ entry }) => entry)),
      this.#memory.importClaims(of('claim')),
      this.#memory.importOwners(of('owner')),
      this.#fingerprints.import(of('fingerprint').map(({ entry }) => entry)),
      this.#sites.import(of('site')),
      this.#fates.import(of('event').map(({ event }) => event)),
      this.#settled.import(of('settled').map(({ settled }) => settled)),
    ]);
  }

  condition() {
    return this.#rebuild.condition();
  }
  beginRebuild(options: Parameters<State['beginRebuild']>[0]) {
    return this.#rebuild.begin(options);
  }
  endRebuild(options: Parameters<State['endRebuild']>[0]) {
    return this.#rebuild.end(options);
  }

  clear() {
    return this.#rebuild.clear();
  }
  close() {
    return this.#redis.close();
  }
}

/** A number in what the server says of its memory; 0 where it says none. */
function figureOf(info: string | undefined, line: RegExp): number {
  return Number(line.exec(info ?? '')?.[1] ?? 0);
}
