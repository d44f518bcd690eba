import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { serverStartLimitMs, startServers, type Servers } from '../../../../../test/servers/start-servers.ts';
import { item, now } from '../../testing/state-samples.ts';
import { StateEvicts, StateLost, StateUnreachable, type State } from '../state.ts';
import { openRedisState, type RedisOptions } from './redis-state.ts';

describe('Redis: a server that comes and goes', () => {
  let servers: Servers;
  beforeAll(async () => {
    servers = await startServers(['redis'], { own: true });
  }, serverStartLimitMs);
  afterAll(() => servers.close());

  const states: State[] = [];
  const open = (options: Partial<RedisOptions> = {}): State => {
    const state = openRedisState({ url: servers.redis.url, ...options });
    states.push(state);
    return state;
  };
  // An open one goes on trying to connect.
  afterEach(async () => {
    for (const state of states.splice(0)) await state.close();
  });
  async function untilAnswered(state: State): Promise<'whole' | 'lost'> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await state.condition();
      } catch (error) {
        if (attempt === 50) throw error;
      }
    }
  }

  it('opens without a server, and says in bounded time what is wrong, without the password', async () => {
    const state = open({ url: 'redis://someone:secret@127.0.0.1:1', connectMs: 200 });
    const error: unknown = await state.knows(['a']).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StateUnreachable);
    expect(String(error)).toContain('127.0.0.1:1 ');
    expect(String(error)).not.toContain('secret');
    await expect(state.condition()).rejects.toBeInstanceOf(StateUnreachable);
    await state.close();
    await expect(state.knows(['a'])).rejects.toThrow('closed');
  });

  it('fails while the server is away, comes back by itself, and finds the state lost when the server came back empty', async () => {
    const state = open({ connectMs: 300 });
    await state.clear();
    await state.addItems([item('a')]);
    await servers.stopServer('redis');
    for (let i = 0; i < 3; i += 1)
      await expect(state.addItems([item('b')])).rejects.toBeInstanceOf(StateUnreachable);
    await servers.startServer('redis');
    expect(await untilAnswered(state)).toBe('lost');
    await expect(state.claimItems({ now, limit: 1, leaseMs: 1 })).rejects.toBeInstanceOf(StateLost);
    await state.beginRebuild({ owner: 'me', leaseMs: 1_000 });
    await state.endRebuild({ owner: 'me', quietUntil: 0 });
    // What failed was said to have failed: nothing of it is sent later.
    expect(await state.knows(['a', 'b'])).toEqual([false, false]);
  });

  it('gives up on a server that hangs', async () => {
    const state = open({ commandMs: 200 });
    const admin = new Redis(servers.redis.url);
    await state.clear();
    await admin.client('PAUSE', 1_000);
    await expect(state.knows(['a'])).rejects.toBeInstanceOf(StateUnreachable);
    admin.disconnect();
  });

  it('refuses a server that may take keys away', async () => {
    const admin = new Redis(servers.redis.url);
    const conditionUnder = async (memory: string, policy: string): Promise<unknown> => {
      await admin.config('SET', 'maxmemory', memory, 'maxmemory-policy', policy);
      const state = open();
      return await state.condition().catch((error: unknown) => error);
    };
    await open().clear();
    try {
      expect(await conditionUnder('100mb', 'allkeys-lru')).toBeInstanceOf(StateEvicts);
      expect(await conditionUnder('100mb', 'noeviction')).toBe('whole');
      expect(await conditionUnder('100mb', 'volatile-lru')).toBe('whole');
      expect(await conditionUnder('0', 'allkeys-lru')).toBe('whole');
    } finally {
      await admin.config('SET', 'maxmemory', '0', 'maxmemory-policy', 'noeviction');
      admin.disconnect();
    }
  });

  it('says that user or password are wrong', async () => {
    const admin = new Redis(servers.redis.url);
    await admin.acl('SETUSER', 'mill', 'on', '>right', '~*', '+@all');
    const url = new URL(servers.redis.url);
    url.username = 'mill';
    const withPassword = async (password: string): Promise<unknown> => {
      url.password = password;
      const state = open({ url: url.href, connectMs: 500 });
      return await state.condition().catch((error: unknown) => error);
    };
    await open().clear();
    expect(await withPassword('right')).toBe('whole');
    expect(String(await withPassword('wrong'))).toContain('WRONGPASS');
    await admin.acl('DELUSER', 'mill');
    admin.disconnect();
  });
});
