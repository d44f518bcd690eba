import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pageStamp, stageNames } from '@newsmill/contracts';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverStartLimitMs, startServers, type Servers } from '../../../../../test/servers/start-servers.ts';
import { openSqliteFile, type SqliteFile } from '../../sqlite/sqlite-file.ts';
import { makeRedisPlace, type RedisPlace } from '../../testing/redis-place.ts';
import { event, hour, item, print, settlement, sighting } from '../../testing/state-samples.ts';
import { sortedRecordsOf } from '../contract/records.contract.ts';
import { openSqliteState } from '../sqlite/sqlite-state.ts';
import type { State } from '../state.ts';

/**
 * One step, and a way to make answers comparable where the forms may differ (a time that has passed is as
 * good as any other).
 */
interface Step {
  readonly name: string;
  readonly run: (state: State, clock: { greatest: number }) => Promise<unknown>;
}

const keyCount = 12;
const start = 1_000_000;
const key = fc.nat(keyCount - 1);
const keyName = (k: number): string => (k % 4 === 3 ? `channel:k${k}` : `k${k}`);
/** No two items have the same time: the order of equals is no promise. */
const timeOf = (tick: number, k: number): number => start + tick * 16 + k;
const tick = fc.nat(40);
const maybeTick = fc.option(tick, { nil: null });
const sampleOf = (k: number, t: number | null, priority: number, stamp: number) => {
  const host = `h${k % 5}.d${k % 2}:443`;
  return item(keyName(k), {
    kind: k % 4 === 3 ? 'channel' : 'page',
    host,
    domain: `d${(k % 5) % 2}`,
    dueAt: t === null ? null : timeOf(t, k),
    priority,
    stamp: `s${stamp}`,
    sourceId: `source${k % 3}`,
    data: stamp === 0 ? { etag: 'x' } : { entry: { stamp, list: [] } },
  });
};

const frontierSteps: fc.Arbitrary<Step>[] = [
  fc
    .array(fc.tuple(key, maybeTick, fc.integer({ min: -2, max: 2 }), fc.nat(2)), {
      minLength: 1,
      maxLength: 5,
    })
    .map((list) => ({
      name: `add ${JSON.stringify(list)}`,
      run: (state) => state.addItems(list.map(([k, t, priority, stamp]) => sampleOf(k, t, priority, stamp))),
    })),
  fc
    .tuple(
      tick,
      fc.integer({ min: 1, max: 4 }),
      fc.nat(200),
      fc.constantFrom(undefined, ['page'] as const, ['channel'] as const),
      fc.option(fc.array(fc.tuple(fc.constantFrom('source0', 'source1'), fc.nat(4)), { maxLength: 2 }), {
        nil: undefined,
      }),
    )
    .map(([t, limit, leaseMs, kinds, held]) => ({
      name: `claim ${JSON.stringify([t, limit, leaseMs, kinds, held])}`,
      run: (state, clock) => {
        clock.greatest = Math.max(clock.greatest, timeOf(t, 15));
        const underWay = held && new Map(held);
        return state.claimItems({ now: timeOf(t, 15), limit, leaseMs, kinds, underWay });
      },
    })),
  fc
    .array(fc.tuple(key, maybeTick, tick, fc.option(tick, { nil: undefined, freq: 3 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((list) => ({
      name: `settle ${JSON.stringify(list)}`,
      run: (state) =>
        state.settleItems(
          list.map(([k, due, free, domainFree]) =>
            settlement(keyName(k), {
              dueAt: due === null ? null : timeOf(due, k),
              hostFreeAt: timeOf(free, 15),
              domainFreeAt: domainFree === undefined ? undefined : timeOf(domainFree, 15),
              data: { settled: free },
            }),
          ),
        ),
    })),
  fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => ({
    name: `release ${keys.join()}`,
    run: (state) => state.releaseItems(keys.map(keyName)),
  })),
  fc
    .array(key, { minLength: 1, maxLength: 2 })
    .map((keys) => ({ name: `remove ${keys.join()}`, run: (state) => state.removeItems(keys.map(keyName)) })),
  fc.tuple(key, tick).map(([k, lease]) => ({
    name: `renew ${k} ${lease}`,
    run: (state) => state.renewClaims([keyName(k)], timeOf(lease, 15)),
  })),
  fc.constant({ name: 'end claims', run: (state) => state.endClaims() }),
  fc.constant({
    name: 'next',
    run: async (state, clock) => {
      const next = await state.nextClaimAt();
      return next === undefined ? undefined : Math.max(next, clock.greatest);
    },
  }),
  fc.constant({
    name: 'channels',
    run: async (state) => [
      await state.countChannels(),
      (await state.channelsOf(['one', 'other'])).map(({ key }) => key).toSorted(),
    ],
  }),
  fc.constant({
    name: 'counts',
    run: async (state) => (await state.frontierCounts()).map((count) => JSON.stringify(count)).toSorted(),
  }),
];

const eventOf = fc
  .record({
    item: fc.constantFrom('a', 'b', 'c', 'd'),
    stage: fc.constantFrom(...stageNames),
    version: fc.nat(2),
    attempt: fc.nat(2),
    at: fc.nat(2),
    fate: fc.constantFrom('passed', 'dropped', 'dead', 'retrying'),
    reason: fc.constantFrom(undefined, 'too-short', 'no-date'),
    sourceId: fc.constantFrom('one', 'two'),
    firstSeen: fc.nat(5).map((n) => start + n * (hour / 2)),
    url: fc.constantFrom('u1', 'u2'),
    detail: fc.constantFrom(undefined, 'why'),
  })
  .map((change) => event(change));
const some = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
const fateSteps: fc.Arbitrary<Step>[] = [
  fc.array(eventOf, { minLength: 1, maxLength: 6 }).map((events) => ({
    name: `record ${JSON.stringify(events)}`,
    run: (state) => state.recordEvents(events),
  })),
  fc
    .constantFrom('a', 'b', 'c', 'd')
    .map((one) => ({ name: `fate of ${one}`, run: (state) => state.fateOf(one) })),
  fc
    .record({
      fate: some('passed' as const, 'dead' as const),
      stage: some('fetch' as const, 'index' as const),
      sourceId: some('one'),
      from: some(start + hour),
      to: some(start + 2 * hour),
      limit: fc.integer({ min: 1, max: 3 }),
    })
    .map((filter) => ({
      name: `list ${JSON.stringify(filter)}`,
      run: async (state) => {
        const pages = [await state.listFates(filter)];
        for (let next = pages[0]?.next; next !== undefined; next = pages.at(-1)?.next)
          pages.push(await state.listFates({ ...filter, cursor: next }));
        return pages;
      },
    })),
  fc
    .record({ sourceId: some('one'), from: some(start + hour), to: some(start + 2 * hour) })
    .map((filter) => ({ name: `count ${JSON.stringify(filter)}`, run: (state) => state.countFates(filter) })),
];

const memorySteps: fc.Arbitrary<Step>[] = [
  fc
    .array(fc.tuple(fc.nat(3), fc.nat(5), fc.option(fc.nat(5), { nil: undefined })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((list) => ({
      name: `claim articles ${JSON.stringify(list)}`,
      run: (state) =>
        state.claimArticles(
          list.map(([one, own, canonical]) => ({
            item: `k${one}`,
            ownId: `k${own}`,
            canonicalId: canonical === undefined ? undefined : `k${canonical}`,
          })),
        ),
    })),
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(6), fc.array(fc.nat(4), { maxLength: 3 }), fc.nat(40)), {
        minLength: 1,
        maxLength: 4,
      }),
      tick,
    )
    .map(([list, t]) => ({
      name: `match ${JSON.stringify([list, t])}`,
      run: (state) =>
        state.matchFingerprints(
          list.map(([id, bands, ends]) =>
            print(`p${id}`, bands.map(String), { payload: `${ends}`, expiresAt: timeOf(ends, 15) }),
          ),
          timeOf(t, 15),
        ),
    })),
  fc
    .array(fc.tuple(fc.nat(3), fc.option(fc.nat(9), { nil: null })), { minLength: 1, maxLength: 3 })
    .map((list) => ({
      name: `write ${JSON.stringify(list)}`,
      run: (state) =>
        state.write(list.map(([k, value]) => ({ key: `e${k}`, value: value === null ? null : `${value}` }))),
    })),
  fc.constant({
    name: 'read',
    run: async (state) => [...(await state.read(['e0', 'e1', 'e2', 'e3'], start))],
  }),
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(2), fc.nat(40), fc.array(fc.nat(40), { maxLength: 2 })), {
        minLength: 1,
        maxLength: 12,
      }),
      tick,
    )
    .map(([list, t]) => ({
      name: `sightings ${JSON.stringify([list, t])}`,
      run: (state) =>
        state.recordSightings(
          list.map(([site, one, replaced]) =>
            sighting(`i${one}`, { site: `s${site}`, replaces: replaced.map((other) => `i${other}`) }),
          ),
          timeOf(t, 15),
        ),
    })),
  fc.constant({
    name: 'sites',
    run: async (state) => [...(await state.readSites(['s0', 's1', 's2']))].toSorted(),
  }),
  frontierSteps[0] ?? fc.constant({ name: 'nothing', run: async () => undefined }),
];

const settledKeys = ['0', '1', '2', '3'].map((digit) => digit.repeat(32));
const settledName = fc.constantFrom(...settledKeys);
const settledSteps: fc.Arbitrary<Step>[] = [
  fc
    .tuple(settledName, maybeTick, fc.nat(2), fc.boolean(), fc.nat(1))
    .map(([name, t, mark, isOwn, source]) => ({
      name: `add ${name[0]} ${t} ${mark} ${isOwn} ${source}`,
      run: (state) =>
        state.addItems([
          item(name, {
            host: `h${name[0]}:443`,
            dueAt: t === null ? null : timeOf(t, Number(name[0])),
            firstSeen: start,
            sourceId: `source${source}`,
            stamp: pageStamp({ isOwn, channel: `channel${source}`, mark: mark === 0 ? '~m' : `mark${mark}` }),
          }),
        ]),
    })),
  fc
    .record({
      item: settledName,
      stage: fc.constantFrom(...stageNames),
      version: fc.nat(2),
      at: fc.nat(3),
      fate: fc.constantFrom('passed', 'dropped', 'dead', 'indexed', 'duplicate'),
      reason: fc.constantFrom(undefined, 'too-short'),
      articleId: fc.constantFrom(undefined, ...settledKeys.slice(0, 2)),
      sourceId: fc.constantFrom('source0', 'source1'),
      firstSeen: fc.nat(3).map((n) => start + n * (hour / 2)),
    })
    .map((change) => ({
      name: `record ${JSON.stringify(change)}`,
      run: (state) => state.recordEvents([event(change)]),
    })),
  fc.nat(4).map((before) => ({
    name: `retire ${before}`,
    run: (state) => state.retire({ before: before === 4 ? start + 4 * hour : before, limit: 100 }),
  })),
  fc.constant({
    name: 'retire all',
    run: (state) => state.retire({ before: start + 80 * hour, limit: 100 }),
  }),
  fc.tuple(settledName, settledName).map(([own, canonical]) => ({
    name: `claim article ${own[0]} ${canonical[0]}`,
    run: (state) => state.claimArticles([{ item: own, ownId: own, canonicalId: canonical }]),
  })),
  fc.tuple(settledName, tick).map(([name, due]) => ({
    name: `settle ${name[0]} ${due}`,
    run: (state) =>
      state.settleItems([settlement(name, { dueAt: due > 20 ? null : timeOf(due, Number(name[0])) })]),
  })),
  tick.map((t) => ({
    name: `claim ${t}`,
    run: (state) => state.claimItems({ now: timeOf(t, 15), limit: 2, leaseMs: 100 }),
  })),
  fc.constant({
    name: 'what is known',
    run: async (state) => [
      await state.knows(settledKeys),
      await state.getItems(settledKeys),
      await Promise.all(settledKeys.map((name) => state.fateOf(name))),
      await state.countFates({}),
    ],
  }),
];

describe('Redis: answers what SQLite answers', () => {
  let servers: Servers;
  let place: RedisPlace;
  let redis: State;
  let sqlite: State;
  let file: SqliteFile;
  let directory: string;
  beforeAll(async () => {
    servers = await startServers(['redis']);
    place = await makeRedisPlace(servers.redis.url, 'whole');
    redis = await place.open();
    directory = await mkdtemp(join(tmpdir(), 'newsmill-state-'));
    file = openSqliteFile(join(directory, 'mill.db'), { groupMs: 0 });
    sqlite = await openSqliteState({ db: file });
  }, serverStartLimitMs);
  afterAll(async () => {
    await redis.close();
    await place.destroy();
    await sqlite.close();
    await file.close();
    await rm(directory, { recursive: true, force: true });
    await servers.close();
  });

  async function compare(steps: readonly Step[]): Promise<void> {
    await redis.clear();
    await sqlite.clear();
    const clocks = [{ greatest: 0 }, { greatest: 0 }] as const;
    for (const { name, run } of steps)
      expect({ name, answer: await run(redis, clocks[0]) }).toEqual({
        name,
        answer: await run(sqlite, clocks[1]),
      });
    expect(await sortedRecordsOf(redis)).toEqual(await sortedRecordsOf(sqlite));
  }
  const runs = Number(process.env.TEST_MODEL_RUNS ?? 75);
  const check = (steps: readonly fc.Arbitrary<Step>[]) =>
    fc.assert(fc.asyncProperty(fc.array(fc.oneof(...steps), { minLength: 1, maxLength: 30 }), compare), {
      numRuns: runs,
      verbose: 1,
    });

  it('for any sequence of frontier steps', () => check(frontierSteps), 240_000);
  it('for any events of the ledger', () => check(fateSteps), 240_000);
  it('for whatever happens to what is settled', () => check(settledSteps), 240_000);
  it('for any claims of articles, fingerprints and entries', () => check(memorySteps), 240_000);
});
