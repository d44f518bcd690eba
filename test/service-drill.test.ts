import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-blows-'));
  });
  afterEach(async () => {
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
    'lose and double nothing when the broker and Elasticsearch are restarted and Redis is emptied',
    async () => {
      const servers = await startServers(names, { own: true });
      own = servers;
      const blows = [
        { name: 'Redis emptied', strike: () => flush(servers) },
        { name: 'broker restarted', strike: () => servers.restart('kafka') },
        { name: 'Elasticsearch restarted', strike: () => servers.restart('elasticsearch') },
        { name: 'Redis emptied again', strike: () => flush(servers) },
      ];
      const verdict = await serviceDrill({
        articles: 300,
        seed: 6,
        folder,
        servers: settingsOf(servers),
        blows,
        between: [1_500, 3_000],
        limitMs: 240_000,
      });
      expect(verdict).toMatchObject(unbroken);
    },
    serverStartLimitMs + 480_000,
  );
});
