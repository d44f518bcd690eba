import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { serverStartLimitMs, startServers, type Servers } from '../../../../../test/servers/start-servers.ts';
import { makeRedisPlace, type RedisPlace } from '../../testing/redis-place.ts';
import { event, item, now, print, settlement } from '../../testing/state-samples.ts';
import { fill, recordsOf } from '../contract/records.contract.ts';
import { settledKey } from '../settled.ts';
import { StateLost, type State } from '../state.ts';

/** Everything that must not answer from a state with holes. */
const guarded: readonly [name: string, ask: (state: State) => Promise<unknown>][] = [
  ['knows', (state) => state.knows(['a'])],
  ['addItems', (state) => state.addItems([item('a')])],
  ['claimItems', (state) => state.claimItems({ now, limit: 1, leaseMs: 1 })],
  ['settleItems', (state) => state.settleItems([settlement('a')])],
  ['releaseItems', (state) => state.releaseItems(['a'])],
  ['renewClaims', (state) => state.renewClaims(['a'], now)],
  ['endClaims', (state) => state.endClaims()],
  ['nextClaimAt', (state) => state.nextClaimAt()],
  ['getItems', (state) => state.getItems(['a'])],
  ['channels', (state) => state.channels()],
  ['channelsOf', (state) => state.channelsOf(['a'])],
  ['countChannels', (state) => state.countChannels()],
  ['countDue', (state) => state.countDue(now)],
  ['removeItems', (state) => state.removeItems(['a'])],
  ['frontierCounts', (state) => state.frontierCounts()],
  ['read', (state) => state.read(['a'], now)],
  ['write', (state) => state.write([{ key: 'a', value: '1' }])],
  ['itemsAt', (state) => state.itemsAt('o')],
  ['claimArticles', (state) => state.claimArticles([{ item: 'i', ownId: 'o' }])],
  ['matchFingerprints', (state) => state.matchFingerprints([print('a', ['1'])], now)],
  ['recordEvents', (state) => state.recordEvents([event()])],
  ['fateOf', (state) => state.fateOf('i')],
  ['listFates', (state) => state.listFates({ limit: 1 })],
  ['countFates', (state) => state.countFates({})],
];

describe('Redis: a lost state', () => {
  let servers: Servers;
  let place: RedisPlace;
  let state: State;
  let other: State;
  beforeAll(async () => {
    servers = await startServers(['redis']);
  }, serverStartLimitMs);
  afterAll(() => servers.close());
  beforeEach(async () => {
    place = await makeRedisPlace(servers.redis.url, 'lost');
    state = await place.open();
    other = await place.open();
  });
  afterEach(async () => {
    await state.close();
    await other.close();
    await place.destroy();
  });
  const rebuild = { owner: 'me', leaseMs: 60_000 };

  it('is what a server that never was filled has', async () => {
    expect(await state.condition()).toBe('lost');
    for (const [name, ask] of guarded)
      await expect(
        ask(state).catch((error: unknown) => (error instanceof StateLost ? name : error)),
      ).resolves.toBe(name);
    expect(await place.keys()).toEqual([]);
  });

  it('tells of settled items although their count is lost', async () => {
    const settled = {
      key: settledKey('a'),
      firstSeen: now,
      sourceId: 'paper',
      stamp: 'f.abcde',
      isOwner: false,
    };
    await state.importRecords([{ kind: 'settled', settled }]);
    const redis = new Redis(servers.redis.url);
    expect(await redis.hdel(`${place.namespace}:meta`, 'settled')).toBe(1);
    expect(await recordsOf(state)).toEqual([{ kind: 'settled', settled }]);
    redis.disconnect();
    await state.beginRebuild(rebuild);
    expect(await recordsOf(state)).toEqual([]);
  });

  it('is noticed by every method when everything vanishes, also when some of it has come back', async () => {
    await state.clear();
    await fill(state);
    const records = await recordsOf(state);
    await place.lose();
    await state.importRecords(records);
    for (const [name, ask] of guarded)
      await expect(
        ask(state).catch((error: unknown) => (error instanceof StateLost ? name : error)),
      ).resolves.toBe(name);
    expect(await recordsOf(state)).toHaveLength(records.length);
  });

  it('is rebuilt by one of two, from nothing, and claims nothing before the quiet time ends', async () => {
    await state.importRecords([{ kind: 'item', item: item('left-over') }]);
    const began = await Promise.all([
      state.beginRebuild(rebuild),
      other.beginRebuild({ ...rebuild, owner: 'you' }),
    ]);
    expect(began.filter((mine) => mine)).toHaveLength(1);
    const [winner, owner] = began[0] === true ? [state, 'me'] : [other, 'you'];
    await winner.importRecords([{ kind: 'item', item: item('a') }]);
    expect(await winner.beginRebuild({ ...rebuild, owner })).toBe(true);
    await expect(winner.knows(['a'])).rejects.toBeInstanceOf(StateLost);
    expect(await other.endRebuild({ owner: 'nobody', quietUntil: now })).toBe(false);
    expect(await winner.endRebuild({ owner, quietUntil: now + 5_000 })).toBe(true);
    expect(await other.condition()).toBe('whole');
    expect(await other.knows(['left-over', 'a'])).toEqual([false, true]);
    expect(await state.nextClaimAt()).toBe(now + 5_000);
    expect(await state.claimItems({ now: now + 4_999, limit: 1, leaseMs: 1 })).toEqual([]);
    expect(await state.claimItems({ now: now + 5_000, limit: 1, leaseMs: 1 })).toHaveLength(1);
    expect(await state.beginRebuild(rebuild)).toBe(false);
    expect(await winner.endRebuild({ owner, quietUntil: now })).toBe(false);
  });

  it('passes to another when its rebuilder has gone silent; the late one does not end it', async () => {
    expect(await state.beginRebuild({ owner: 'slow', leaseMs: 0 })).toBe(true);
    await state.importRecords([{ kind: 'item', item: item('of-slow') }]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await other.beginRebuild({ owner: 'next', leaseMs: 60_000 })).toBe(true);
    expect(await state.beginRebuild({ owner: 'slow', leaseMs: 60_000 })).toBe(false);
    expect(await state.endRebuild({ owner: 'slow', quietUntil: 0 })).toBe(false);
    expect(await state.condition()).toBe('lost');
    expect(await other.endRebuild({ owner: 'next', quietUntil: 0 })).toBe(true);
    expect(await state.knows(['of-slow'])).toEqual([false]);
  });

  it('does not become whole when it is lost again during the rebuilding, renewed or not', async () => {
    await state.beginRebuild(rebuild);
    await state.importRecords([{ kind: 'item', item: item('first-half') }]);
    await place.lose();
    expect(await state.endRebuild({ owner: 'me', quietUntil: 0 })).toBe(false);

    await state.beginRebuild(rebuild);
    await state.importRecords([{ kind: 'item', item: item('first-half') }]);
    await place.lose();
    await state.beginRebuild(rebuild);
    await state.importRecords([{ kind: 'item', item: item('second-half') }]);
    expect(await state.endRebuild({ owner: 'me', quietUntil: 0 })).toBe(false);
    expect(await state.condition()).toBe('lost');

    expect(await state.beginRebuild(rebuild)).toBe(true);
    expect(await state.endRebuild({ owner: 'me', quietUntil: 0 })).toBe(true);
    expect(await state.knows(['first-half', 'second-half'])).toEqual([false, false]);
  });

  it('never answers by halves while it is lost and rebuilt again and again', async () => {
    await state.clear();
    const keys = Array.from({ length: 600 }, (_, i) => `k${i}`);
    const records = keys.map((key) => ({ kind: 'item', item: item(key) }) as const);
    await state.importRecords(records);
    let isDone = false;
    const reader = await place.open();
    const reading = (async () => {
      let losses = 0;
      while (!isDone) {
        try {
          // One script: more keys would be two, and each of those is right for its own moment.
          expect(await reader.knows(keys.slice(0, 500))).not.toContain(false);
        } catch (error) {
          if (!(error instanceof StateLost)) throw error;
          losses += 1;
        }
      }
      return losses;
    })();
    for (let round = 0; round < 20; round += 1) {
      await place.lose();
      const rebuilders = [state, other].map(async (one, i) => {
        if (!(await one.beginRebuild({ owner: `o${i}`, leaseMs: 60_000 }))) return;
        for (let at = 0; at < records.length; at += 100) await one.importRecords(records.slice(at, at + 100));
        await one.endRebuild({ owner: `o${i}`, quietUntil: 0 });
      });
      await Promise.all(rebuilders);
      expect(await state.condition()).toBe('whole');
    }
    isDone = true;
    expect(await reading).toBeGreaterThan(0);
    await reader.close();
  });
});
