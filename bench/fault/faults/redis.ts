import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { ServiceGround, ServicePlan } from '../fault-services.ts';

async function asAdmin(url: string, work: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url);
  try {
    await work(redis);
  } finally {
    redis.disconnect();
  }
}

/** Each with what it does to Redis; over when it ends. */
function blowsOf({ servers }: ServiceGround): readonly { name: string; strike: () => Promise<void> }[] {
  const admin = (work: (redis: Redis) => Promise<unknown>) => asAdmin(servers.redis.url, work);
  return [
    { name: 'emptied', strike: () => admin((redis) => redis.flushall()) },
    {
      name: 'full for 5 s',
      strike: () =>
        admin(async (redis) => {
          await redis.config('SET', 'maxmemory', '1');
          await sleep(5_000);
          await redis.config('SET', 'maxmemory', '0');
        }),
    },
    { name: 'killed, back and empty', strike: () => servers.restart('redis', { signal: 'SIGKILL' }) },
    {
      name: 'a replica that is read-only for 8 s',
      strike: () =>
        admin(async (redis) => {
          // Of a primary that is not there: what it has stays, and nobody may write.
          await redis.replicaof('127.0.0.1', '1');
          await sleep(8_000);
          await redis.replicaof('NO', 'ONE');
        }),
    },
    {
      name: 'hangs for 12 s',
      strike: () =>
        admin(async (redis) => {
          await redis.client('PAUSE', 12_000, 'ALL');
          await sleep(12_000);
        }),
    },
    {
      name: 'away for 10 s, back and empty',
      strike: async () => {
        await servers.stopServer('redis');
        await sleep(10_000);
        await servers.startServer('redis');
      },
    },
    {
      name: 'forgets its scripts and drops its clients',
      strike: () =>
        admin(async (redis) => {
          await redis.script('FLUSH', 'SYNC');
          await redis.call('CLIENT', 'KILL', 'TYPE', 'normal');
        }),
    },
  ];
}

/** F6: Redis is emptied, full, killed, read-only, hanging, away. */
export function redis(ground: ServiceGround): ServicePlan {
  const kinds = blowsOf(ground);
  return {
    articles: Math.max(300, ground.dose * 60),
    seconds: ground.dose * 9,
    between: [1_500, 4_000],
    blows: Array.from({ length: ground.dose }, (_, number) => {
      const { name, strike } = kinds[number % kinds.length] ?? {
        name: '',
        strike: () => Promise.resolve(),
      };
      return {
        name: `Redis: ${name}`,
        strike: () => {
          ground.tell(`${number + 1}: Redis: ${name}`);
          return strike();
        },
      };
    }),
  };
}
