import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { openRedisState, type RedisOptions } from '../state/redis/redis-state.ts';
import type { State } from '../state/state.ts';
import type { StatePlace } from './state-samples.ts';

/** A place in a Redis that other tests use too. */
export interface RedisPlace extends StatePlace {
  readonly namespace: string;
  open(options?: Partial<RedisOptions>): Promise<State>;
  /** Takes everything away behind the state's back. */
  lose(): Promise<void>;
  /** Bytes of all keys. */
  bytes(): Promise<number>;
  keys(): Promise<string[]>;
}

/**
 * A new place: lost, as a fresh server is, or whole. `login`: the user that states are opened as; its keys begin
 * with `test-`.
 */
export async function makeRedisPlace(
  url: string,
  condition: 'lost' | 'whole',
  login?: RedisOptions['login'],
): Promise<RedisPlace> {
  const namespace = `test-${randomUUID()}`;
  const redis = new Redis(url);
  const open = async (options: Partial<RedisOptions> = {}) =>
    openRedisState({ url, namespace, login, ...options });
  async function keys(): Promise<string[]> {
    const found: string[] = [];
    for await (const page of redis.scanStream({ match: `${namespace}:*`, count: 1_000 })) found.push(...page);
    return found;
  }
  async function lose(): Promise<void> {
    const found = await keys();
    if (found.length > 0) await redis.unlink(...found);
  }
  if (condition === 'whole') {
    const state = await open();
    await state.clear();
    await state.close();
  }
  return {
    namespace,
    open,
    keys,
    lose,
    bytes: async () =>
      (
        await Promise.all((await keys()).map((key) => redis.memory('USAGE', key, 'SAMPLES', 0)))
      ).reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0),
    destroy: async () => {
      await lose();
      redis.disconnect();
    },
  };
}
