import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverStartLimitMs } from '../../../../../test/servers/start-servers.ts';
import { untilWithin } from '../../../../../test/processes/until.ts';
import { startRedisSentinels, type RedisSentinels } from '../../testing/redis-sentinels.ts';
import { item } from '../../testing/state-samples.ts';
import { StateUnreachable, type State } from '../state.ts';
import { openRedisState, type RedisOptions } from './redis-state.ts';

describe('Redis: a primary with replicas, found through Sentinels', () => {
  let servers: RedisSentinels;
  beforeAll(async () => {
    servers = await startRedisSentinels();
  }, serverStartLimitMs);
  afterAll(() => servers?.close());

  const states: State[] = [];
  const open = (options: Partial<RedisOptions> = {}): State => {
    const state = openRedisState({ ...servers.options, connectMs: 500, ...options });
    states.push(state);
    return state;
  };
  afterEach(async () => {
    for (const state of states.splice(0)) await state.close();
  });

  it('says what it asked for when no Sentinel answers, without the password', async () => {
    const error: unknown = await open({ sentinels: ['127.0.0.1:1'] })
      .knows(['a'])
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StateUnreachable);
    expect(String(error)).toContain('mill of the Sentinels 127.0.0.1:1 ');
    expect(String(error)).not.toContain('of-the-sentinels');
  });

  it('does not answer before a replica has it', async () => {
    const [waiting, hasty] = [open({ replicas: 1, connectMs: 30_000 }), open()];
    await hasty.clear();
    await servers.signalReplicas('SIGSTOP');
    try {
      expect(await hasty.addItems([item('hasty')])).toEqual(['new']);
      const error: unknown = await waiting.addItems([item('waiting')]).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(StateUnreachable);
      expect(String(error)).toMatch(/NOREPLICAS 0 of 1 replicas .*see that its replicas run/);
    } finally {
      await servers.signalReplicas('SIGCONT');
    }
    // What was not answered may be there all the same: who tries again finds it.
    expect(await waiting.addItems([item('waiting')])).toEqual(['known']);
  });

  it('leaves a primary that hangs for the one that took its place', async () => {
    const state = open({ replicas: 1, commandMs: 500 });
    await state.addItems([item('before')]);
    const old = await servers.signalPrimary('SIGSTOP');
    try {
      await untilWithin(180_000)('another one takes its place', () =>
        state.addItems([item('after')]).then(
          () => true,
          () => false,
        ),
      );
      expect(await state.knows(['before', 'after'])).toEqual([true, true]);
    } finally {
      await servers.signal(old, 'SIGCONT');
    }
    await servers.untilFollowed();
  });

  it('goes on with a replica when the primary is killed, and has everything that it answered', async () => {
    // The one before has just been replaced: how soon the new one answers is not asked here.
    await open({ connectMs: 30_000 }).clear();
    const state = open({ replicas: 1 });
    const answered: string[] = [];
    let longestMs = 0;
    let isOver = false;
    const writing = (async () => {
      for (let i = 0, last = performance.now(); !isOver; i += 1) {
        const added = await state.addItems([item(`n${i}`)]).catch((error: unknown) => {
          if (!(error instanceof StateUnreachable)) throw error;
          return undefined;
        });
        if (added === undefined) {
          await sleep(20);
          continue;
        }
        answered.push(`n${i}`);
        longestMs = Math.max(longestMs, performance.now() - last);
        last = performance.now();
      }
    })();
    await sleep(500);
    await servers.signalPrimary('SIGKILL');
    const before = answered.length;
    for (const end = Date.now() + 150_000; answered.length < before + 100 && Date.now() < end; )
      await sleep(50);
    isOver = true;
    await writing;
    expect(answered.length).toBeGreaterThanOrEqual(before + 100);
    // Without a new primary nothing would have been answered for at least as long as Sentinels wait.
    expect(longestMs).toBeGreaterThan(900);
    expect((await state.knows(answered)).filter((isKnown) => !isKnown)).toEqual([]);
    expect(await state.condition()).toBe('whole');
  });
});
