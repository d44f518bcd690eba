import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { broker } from '../bench/fault/faults/broker.ts';
import { elastic } from '../bench/fault/faults/elastic.ts';
import { network } from '../bench/fault/faults/network.ts';
import { pause } from '../bench/fault/faults/pause.ts';
import { rebalance } from '../bench/fault/faults/rebalance.ts';
import { redis } from '../bench/fault/faults/redis.ts';
import { faultTable } from '../bench/fault/fault-table.ts';
import { openLinks, type Links } from './network/open-links.ts';
import { seededRandom } from './newsweb/seeded-random.ts';
import { unharmed } from './oracle/judge.ts';
import { serverStartLimitMs, startServers, type Servers } from './servers/start-servers.ts';
import { serviceDrill } from './service-drill.ts';
import { settingsOf } from './settings-of-servers.ts';

async function flush(servers: Servers): Promise<void> {
  const redis = new Redis(servers.redis.url);
  await redis.flushall();
  redis.disconnect();
}

const unbroken = {
  ...unharmed,
  exitCodes: { fetch: [0], clean: [0], enrich: [0], index: [0], api: [0] },
};

describe('the services under blows', () => {
  const names = ['kafka', 'redis', 'elasticsearch'] as const;
  let folder: string;
  let own: Servers | undefined;
  let links: Links | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-blows-'));
  });
  afterEach(async () => {
    await links?.close();
    links = undefined;
    await own?.close();
    own = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'lose and double nothing when each of them is killed while 300 articles come in',
    async () => {
      const servers = await startServers(names);
      const blows = (['clean', 'fetch', 'index', 'enrich', 'api'] as const).map((kill) => ({ kill }));
      const verdict = await serviceDrill({
        articles: 300,
        seed: 5,
        folder,
        servers: { ...settingsOf(servers), NEWSMILL_NAMESPACE: `blows-${randomBytes(4).toString('hex')}` },
        blows,
        between: [300, 2_000],
        limitMs: 240_000,
      });
      expect(verdict).toMatchObject(unbroken);
    },
    serverStartLimitMs + 480_000,
  );

  it(
    'lose and double nothing when servers are restarted, and by a short dose of each of their faults',
    async () => {
      const servers = await startServers(names, { own: true });
      own = servers;
      const run = { seed: 6, folder, tell: () => undefined };
      links = await openLinks(servers, run.seed);
      const ground = { ...run, servers, links, random: seededRandom(run.seed), direct: settingsOf(servers) };
      const short = (name: string) =>
        faultTable.find((fault) => fault.name === name)?.doses.distributed?.short ?? 0;
      const plans = [redis, broker, pause, network, elastic, rebalance];
      const blows = [
        { name: 'broker restarted', strike: () => servers.restart('kafka') },
        { name: 'Elasticsearch restarted', strike: () => servers.restart('elasticsearch') },
        ...plans.flatMap((plan) => plan({ ...ground, dose: short(plan.name) }).blows),
        { name: 'Redis emptied again', strike: () => flush(servers) },
      ];
      const verdict = await serviceDrill({
        articles: 300,
        seed: run.seed,
        folder,
        servers: links.settingsOf,
        copies: { index: 2 },
        blows,
        between: [300, 1_500],
        limitMs: 240_000,
      });
      expect(verdict).toMatchObject({
        ...unbroken,
        exitCodes: { ...unbroken.exitCodes, index: [0, 0] },
      });
    },
    serverStartLimitMs + 480_000,
  );
});
