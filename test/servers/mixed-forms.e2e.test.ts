import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from '@newsmill/contracts';
import { openPorts, type OpenPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { setTimeout as sleep } from 'node:timers/promises';
import { millContract } from '../pipeline/mill-run.contract.ts';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { readOutcome, type Outcome } from '../oracle/read-outcome.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';
import { serverStartLimitMs, startServers } from './start-servers.ts';

const newNamespace = () => `mixed-${randomBytes(4).toString('hex')}`;

async function searchAndPagesInServers(): Promise<Readonly<Record<string, string>>> {
  const { elasticsearch, s3 } = await startServers(['elasticsearch', 's3']);
  return {
    NEWSMILL_NAMESPACE: newNamespace(),
    NEWSMILL_ELASTICSEARCH_URL: elasticsearch.url,
    NEWSMILL_S3_ENDPOINT: s3.endpoint,
    NEWSMILL_S3_BUCKET: s3.bucket,
    NEWSMILL_S3_REGION: s3.region,
    NEWSMILL_S3_ACCESS_KEY: s3.accessKey,
    NEWSMILL_S3_SECRET_KEY: s3.secretKey,
  };
}

millContract(
  'a mill with its articles in Elasticsearch and its pages in S3',
  { settings: searchAndPagesInServers, shownAfterMs: 1_500 },
  serverStartLimitMs,
);

millContract(
  'a mill with its state in Redis',
  {
    async settings() {
      const { redis } = await startServers(['redis']);
      return { NEWSMILL_NAMESPACE: newNamespace(), NEWSMILL_REDIS_URL: redis.url };
    },
    shownAfterMs: 0,
  },
  serverStartLimitMs,
);

describe('ports in mixed forms', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-mixed-'));
  let ports: OpenPorts;
  beforeAll(async () => {
    ports = await openPorts(readSettings({ ...(await searchAndPagesInServers()), NEWSMILL_DATA: folder }));
  }, serverStartLimitMs);
  afterAll(async () => {
    await ports?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leave no file of a port that is in a server', () => {
    expect(
      ['mill.db', 'library.db', 'registry.db', 'archive'].filter((name) => existsSync(join(folder, name))),
    ).toEqual(['mill.db']);
  });
  it('answer, each from where it is', async () => {
    await ports.library.prepare();
    await ports.archive.ping('write');
    expect(await ports.library.count()).toBe(0);
    expect(await ports.state.channels()).toEqual([]);
    expect(await ports.bus.lag(pipeline.clean.group)).not.toEqual([]);
  });
});

describe('an embedded mill that is given servers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-given-'));
  let web: NewsWeb;
  let before: Outcome;
  let after: Outcome;

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 30, seed: 13, delay: '20ms', interval: '2s' });
    const sources = join(folder, 'sources');
    writeSources(sources, web.sources);
    const settings = {
      NEWSMILL_RETRY_LADDER: '300ms,1s,2s',
      NEWSMILL_POLL_MIN: '1s',
      NEWSMILL_LOG_LEVEL: 'error',
    };
    const data = join(folder, 'data');
    const alone = await startMill({ data, sources, settings });
    await untilAtRest(alone.address, 30, 200_000);
    await alone.stop();
    before = await readOutcome({ NEWSMILL_DATA: data });
    const { redis, elasticsearch } = await startServers(['redis', 'elasticsearch']);
    const servers = {
      NEWSMILL_NAMESPACE: newNamespace(),
      NEWSMILL_REDIS_URL: redis.url,
      NEWSMILL_ELASTICSEARCH_URL: elasticsearch.url,
    };
    const given = await startMill({ data, sources, settings: { ...settings, ...servers } });
    const end = Date.now() + 180_000;
    for (let total = 0; total < before.documents.length && Date.now() < end; await sleep(500)) {
      const answer = await fetch(`${given.address}/api/v1/search?limit=1`);
      const page: { total?: number } = await answer.json();
      total = page.total ?? 0;
    }
    await untilAtRest(given.address, 30, 200_000);
    await given.stop();
    after = await readOutcome({ ...servers, NEWSMILL_DATA: data });
  }, serverStartLimitMs);
  afterAll(async () => {
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings its articles and what became of every address there', () => {
    const ids = ({ documents }: Outcome) => documents.map(({ id }) => id).sort();
    expect(before.documents.length).toBeGreaterThan(15);
    expect(ids(after)).toEqual(ids(before));
    expect([...after.fates.keys()].sort()).toEqual([...before.fates.keys()].sort());
    expect(after.problems).toEqual([]);
  });
});
