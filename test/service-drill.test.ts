import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { broker } from '../bench/fault/faults/broker.ts';
import { elastic } from '../bench/fault/faults/elastic.ts';
import { network } from '../bench/fault/faults/network.ts';
import { rebalance } from '../bench/fault/faults/rebalance.ts';
import { redis } from '../bench/fault/faults/redis.ts';
import { faultServices, type ServiceGround, type ServicePlan } from '../bench/fault/fault-services.ts';
import { harmsOf, unharmed } from './oracle/judge.ts';
import { serverStartLimitMs, startServers } from './servers/start-servers.ts';
import { serviceDrill } from './service-drill.ts';
import { settingsOf } from './settings-of-servers.ts';

/** Faults that servers of their own have in common, and how much of each: those that wait long are commands alone. */
const doses = [
  [redis, 2],
  [broker, 1],
  [network, 1],
  [elastic, 2],
  [rebalance, 5],
] as const;

/** These doses, one after the other. */
function allShort(ground: ServiceGround): ServicePlan {
  const plans = doses.map(([plan, dose]) => plan({ ...ground, dose }));
  const restarted = {
    name: 'Elasticsearch restarted',
    strike: () => ground.servers.restart('elasticsearch'),
  };
  return {
    articles: 160,
    seconds: plans.reduce((sum, { seconds }) => sum + seconds, 15),
    copies: { index: 2 },
    between: [300, 1_000],
    blows: [restarted, ...plans.flatMap(({ blows }) => blows)],
  };
}

const unbroken = {
  ...unharmed,
  exitCodes: { fetch: [0], clean: [0], enrich: [0], index: [0], api: [0] },
};

describe('the services under blows', () => {
  const names = ['kafka', 'redis', 'elasticsearch'] as const;
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-blows-'));
  });
  afterEach(async () => {
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
      const run = { form: 'distributed', dose: 1, seed: 6, folder, tell: () => undefined } as const;
      const { verdict, broken } = await faultServices(allShort)(run);
      expect(harmsOf(verdict)).toEqual([]);
      expect(broken).toEqual([]);
    },
    serverStartLimitMs + 600_000,
  );
});
