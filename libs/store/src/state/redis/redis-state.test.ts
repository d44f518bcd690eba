import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { documentedRule } from '../../../../../test/servers/transport/documented-rights.ts';
import { serverStartLimitMs, startServers, type Servers } from '../../../../../test/servers/start-servers.ts';
import { openSqliteFile } from '../../sqlite/sqlite-file.ts';
import { makeRedisPlace, type RedisPlace } from '../../testing/redis-place.ts';
import { event, item, now, print, settlement } from '../../testing/state-samples.ts';
import { behaviourOf, fill, recordsOf, sortedRecordsOf } from '../contract/records.contract.ts';
import { stateContract } from '../contract/state.contract.ts';
import { openSqliteState } from '../sqlite/sqlite-state.ts';
import { mostInPiece, type State } from '../state.ts';
import { mostInScript } from './redis-script.ts';

describe('Redis', () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers(['redis']);
  }, serverStartLimitMs);
  afterAll(() => servers.close());

  // All of it as a user with the rights that the documents name, and no others.
  const login = { username: `test-${randomUUID()}`, password: 'of-the-least-user' };
  beforeAll(async () => {
    const admin = new Redis(servers.redis.url);
    await admin.call('ACL', 'SETUSER', ...documentedRule(login.username, login.password, 'test-*'));
    admin.disconnect();
  });
  afterAll(async () => {
    const admin = new Redis(servers.redis.url);
    await admin.acl('DELUSER', login.username);
    admin.disconnect();
  });
  stateContract('Redis', () => makeRedisPlace(servers.redis.url, 'whole', login));

  it('refuses that user what the rule does not name, and says where it stands', async () => {
    const user = new Redis(servers.redis.url, login);
    await expect(user.get('test-x')).rejects.toThrow('NOPERM');
    await expect(user.flushall()).rejects.toThrow('NOPERM');
    await expect(user.hget('other:x', 'y')).rejects.toThrow('NOPERM');
    user.disconnect();
    const state = await makeRedisPlace(servers.redis.url, 'lost', login);
    const other = await state.open({ namespace: 'other' });
    await expect(other.knows(['a'])).rejects.toThrow(/NOPERM.*docs\/transport\.md/);
    await other.close();
    await state.destroy();
  });

  describe('Redis: what is special', () => {
    let place: RedisPlace;
    let state: State;
    beforeEach(async () => {
      place = await makeRedisPlace(servers.redis.url, 'whole');
      state = await place.open();
    });
    afterEach(async () => {
      await state.close();
      await place.destroy();
    });

    it('carries everything from SQLite to Redis and back', async () => {
      const directory = await mkdtemp(join(tmpdir(), 'newsmill-state-'));
      const files = ['from.db', 'to.db'].map((name) => openSqliteFile(join(directory, name)));
      try {
        const [from, to] = await Promise.all(files.map((db) => openSqliteState({ db })));
        if (from === undefined || to === undefined) throw new Error('no state');
        await fill(from);
        await state.importRecords(await recordsOf(from));
        await to.importRecords(await recordsOf(state));
        expect(await sortedRecordsOf(state)).toEqual(await sortedRecordsOf(from));
        expect(await sortedRecordsOf(to)).toEqual(await sortedRecordsOf(from));
        const behaviour = await behaviourOf(from);
        expect(await behaviourOf(state)).toEqual(behaviour);
        expect(await behaviourOf(to)).toEqual(behaviour);
      } finally {
        for (const file of files) await file.close();
        await rm(directory, { recursive: true, force: true });
      }
    });

    it('takes batches that are too large for one script', async () => {
      const many = Array.from({ length: 1_234 }, (_, i) =>
        item(`n${i}`, { host: `h${i}:80`, domain: `h${i}` }),
      );
      expect((await state.addItems(many)).every((added) => added === 'new')).toBe(true);
      expect(
        (await state.knows([...many.map(({ key }) => key), 'missing'])).filter((known) => !known),
      ).toHaveLength(1);
      expect((await state.getItems(many.map(({ key }) => key))).map((found) => found?.key)).toEqual(
        many.map(({ key }) => key),
      );
      const claimed: string[] = [];
      for (let piece = 0; piece < Math.ceil(1_234 / mostInPiece); piece += 1)
        claimed.push(
          ...(await state.claimItems({ now, limit: 2_000, leaseMs: 1_000 })).map(({ key }) => key),
        );
      expect(new Set(claimed).size).toBe(1_234);
      await state.endClaims();
      expect(await state.claimItems({ now, limit: 1, leaseMs: 1_000 })).toHaveLength(1);
      await state.settleItems(many.map(({ key }) => settlement(key)));
      expect(await state.nextClaimAt()).toBeUndefined();
      await state.write(many.map(({ key }) => ({ key, value: key })));
      expect(
        (
          await state.read(
            many.map(({ key }) => key),
            now,
          )
        ).size,
      ).toBe(1_234);
      const matched = await state.matchFingerprints(
        Array.from({ length: 250 }, (_, i) => print(`p${i}`, [`b${i % 125}`])),
        now,
      );
      expect(matched.map((found) => found.map(({ id }) => id))).toEqual(
        Array.from({ length: 250 }, (_, i) => [`p${(i + 125) % 250}`]),
      );
      await state.recordEvents(
        many.map(({ key }, i) =>
          event({ item: key, firstSeen: now + i * 3_600_000, fate: i === 7 ? 'dead' : 'passed' }),
        ),
      );
      expect(await state.countFates({})).toHaveLength(1_234);
      expect((await state.listFates({ limit: 10, fate: 'dead' })).items.map((found) => found.item)).toEqual([
        'n7',
      ]);
      expect((await state.listFates({ limit: 2_000 })).items).toHaveLength(1_234);
    });

    it('changes a long list, and puts in order what became due, in small scripts', async () => {
      const many = Array.from({ length: 10 * mostInScript }, (_, i) =>
        item(`n${i}`, { host: `h${i}:80`, domain: `h${i}`, dueAt: now }),
      );
      const admin = new Redis(servers.redis.url);
      const scripts = async () =>
        Number(/cmdstat_evalsha:calls=(\d+)/.exec(await admin.info('commandstats'))?.[1] ?? 0);
      const scriptsOf = async (work: () => Promise<unknown>) => {
        const before = await scripts();
        await work();
        return (await scripts()) - before;
      };
      try {
        expect(await scriptsOf(() => state.addItems(many))).toBeGreaterThanOrEqual(10);
        // One more finds that no more is due.
        const claim = () => state.claimItems({ now, limit: 1, leaseMs: 1_000 });
        expect(await scriptsOf(claim)).toBeGreaterThanOrEqual(11);
        const settle = () => state.settleItems(many.map(({ key }) => settlement(key, { dueAt: now })));
        expect(await scriptsOf(settle)).toBeGreaterThanOrEqual(10);
      } finally {
        admin.disconnect();
      }
    });

    it('lists on from an item that has moved on meanwhile', async () => {
      await state.recordEvents(Array.from({ length: 6 }, (_, i) => event({ item: `i${i}` })));
      const { next } = await state.listFates({ limit: 3 });
      await state.recordEvents([event({ item: 'i3', version: 2, firstSeen: now + 5 })]);
      expect((await state.listFates({ limit: 10, cursor: next })).items.map((found) => found.item)).toEqual(
        expect.arrayContaining(['i2', 'i1', 'i0']),
      );
    });

    it('knows no key but its own, and leaves none behind when everything is emptied', async () => {
      const other = await makeRedisPlace(servers.redis.url, 'whole');
      const neighbour = await other.open();
      try {
        await fill(neighbour);
        const before = await other.keys();
        await fill(state);
        await state.clear();
        expect(await place.keys()).toEqual([`${place.namespace}:whole`]);
        expect((await other.keys()).sort()).toEqual(before.sort());
      } finally {
        await neighbour.close();
        await other.destroy();
      }
    });

    it('goes on when the server has forgotten its scripts', async () => {
      await state.addItems([item('a')]);
      const admin = new Redis(servers.redis.url);
      await admin.script('FLUSH');
      admin.disconnect();
      expect(await state.knows(['a'])).toEqual([true]);
    });

    it('remembers entries of a caller whose clock is behind that of the server', async () => {
      await state.write([{ key: 'old', value: '1', expiresAt: 2_000 }]);
      await state.write([{ key: 'other', value: '1' }]);
      expect(await state.read(['old'], 1_000)).toEqual(new Map([['old', '1']]));
      expect(await state.read(['old'], 100_000)).toEqual(new Map());
      await state.write([{ key: 'other', value: '2' }]);
      expect((await recordsOf(state)).map((record) => record.kind === 'entry' && record.entry.key)).toEqual([
        'other',
      ]);
    });
  });
});
