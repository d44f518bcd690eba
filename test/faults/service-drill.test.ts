import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { broker } from '../../bench/fault/faults/broker.ts';
import { elastic } from '../../bench/fault/faults/elastic.ts';
import { network } from '../../bench/fault/faults/network.ts';
import { rebalance } from '../../bench/fault/faults/rebalance.ts';
import { redis } from '../../bench/fault/faults/redis.ts';
import { faultServices, type ServiceGround, type ServicePlan } from '../../bench/fault/fault-services.ts';
import { harmsOf } from '../oracle/judge.ts';
import { serverStartLimitMs } from '../servers/start-servers.ts';

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
  const killed = (['clean', 'fetch', 'index', 'enrich', 'api'] as const).map((kill) => ({ kill }));
  const restarted = {
    name: 'Elasticsearch restarted',
    strike: () => ground.servers.restart('elasticsearch'),
  };
  return {
    articles: 120,
    seconds: plans.reduce((sum, { seconds }) => sum + seconds, 25),
    copies: { index: 2 },
    between: [300, 1_000],
    blows: [...killed, restarted, ...plans.flatMap(({ blows }) => blows)],
  };
}

describe('the services under blows', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-blows-'));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'lose and double nothing when each is killed, their servers are restarted, and by a short dose of each fault',
    async () => {
      const run = { form: 'distributed', dose: 1, seed: 6, folder, tell: () => undefined } as const;
      const { verdict, broken } = await faultServices(allShort)(run);
      expect(harmsOf(verdict)).toEqual([]);
      expect(broken).toEqual([]);
    },
    serverStartLimitMs + 600_000,
  );
});
