import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { z } from 'zod';
import type { Bus } from '@newsmill/bus';
import { ledger, pageFetched, stages } from '@newsmill/contracts';
import { secondsByName } from '../process-tree.ts';

const Topic = z.object({
  messages: z.int(),
  keys: z.int(),
  /** Pages that clean has sent itself, to be cleaned again. */
  again: z.int(),
  bytes: z.int(),
});
/** What a run of the distributed form took, by part. */
export const Taken = z.object({
  /** CPU seconds of all copies of a service, and of a server, since all of them ran. */
  seconds: z.record(z.string(), z.number()),
  topics: z.record(z.string(), Topic),
  archiveBytes: z.number(),
  stateBytes: z.number(),
  libraryBytes: z.number(),
});
export type Taken = z.output<typeof Taken>;

/** The service or server that a process is, by its command line. */
export function partOf(words: readonly string[]): string | undefined {
  const role = words.indexOf('--role');
  if (role >= 0) return words[role + 1];
  const line = words.join(' ');
  if (line.includes('kafka.Kafka')) return 'Kafka';
  if (line.includes('redis-server')) return 'Redis';
  return line.includes('org.elasticsearch') ? 'Elasticsearch' : undefined;
}

async function topicsOf(bus: Bus): Promise<Taken['topics']> {
  const names = [...stages.flatMap((stage) => ('from' in stage ? [stage.from.name] : [])), ledger.name];
  const topics: Taken['topics'] = {};
  for (const name of names) {
    const keys = new Set<string>();
    let [messages, again, bytes] = [0, 0, 0];
    for await (const { key, headers, value } of bus.browse(name)) {
      messages += 1;
      if (name === pageFetched.name && headers['ce_source'] === 'newsmill/clean') again += 1;
      keys.add(key);
      bytes += key.length + value.byteLength + JSON.stringify(headers).length;
    }
    topics[name] = { messages, keys: keys.size, again, bytes };
  }
  return topics;
}

/** Bytes that a Redis holds. */
async function redisBytes(url: string): Promise<number> {
  const redis = new Redis(url);
  try {
    return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1] ?? 0);
  } finally {
    redis.disconnect();
  }
}

const Stats = z.object({
  _all: z.object({ primaries: z.object({ store: z.object({ size_in_bytes: z.number() }) }) }),
});

/** Bytes of the indices of a namespace, merged into as few segments as they come to in the end. */
async function libraryBytes(url: string, namespace: string): Promise<number> {
  const indices = `${url}/${namespace}-*`;
  for (const work of ['_forcemerge?max_num_segments=1', '_flush'])
    await fetch(`${indices}/${work}`, { method: 'POST' });
  const answer: unknown = await (await fetch(`${indices}/_stats/store`)).json();
  return Stats.parse(answer)._all.primaries.store.size_in_bytes;
}

function folderBytes(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** Begins to measure what services and servers below this process take; `end` when all work is done. */
export async function watchTaken(place: {
  readonly bus: Bus;
  readonly redis: string;
  readonly elastic: string;
  readonly namespace: string;
  readonly archive: string;
}): Promise<{ end(): Promise<Taken> }> {
  const before = secondsByName(process.pid, partOf);
  const stateBefore = await redisBytes(place.redis);
  return {
    async end() {
      const after = secondsByName(process.pid, partOf);
      const stateBytes = (await redisBytes(place.redis)) - stateBefore;
      return {
        seconds: Object.fromEntries(
          Object.entries(after).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)]),
        ),
        topics: await topicsOf(place.bus),
        archiveBytes: folderBytes(place.archive),
        stateBytes,
        libraryBytes: await libraryBytes(place.elastic, place.namespace),
      };
    },
  };
}
