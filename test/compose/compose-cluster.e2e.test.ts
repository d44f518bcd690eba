import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serverImages } from '../servers/server-versions.ts';
import { until } from './compose-project.ts';
import {
  baseImage,
  commandLines,
  openComposeGround,
  powerless,
  rightsOf,
  sourceOf,
  startLimitMs,
  total,
  untilBalanced,
  untilFound,
  type ComposeGround,
} from './compose-steps.ts';
import { describeOnEngine } from './describe-on-engine.ts';
import { watchArrivals } from './watch-arrivals.ts';

const services = ['fetch', 'clean', 'enrich', 'index', 'api'];
const three = (name: string): string[] => [name, `${name}-2`, `${name}-3`];
const servers = ['kafka', 'redis', 'sentinel', 'elasticsearch'].flatMap(three);

/** What the containers of the cluster take, with room for the tests beside them. */
const neededBytes = 9e9;
const availableBytes =
  Number(/^MemAvailable:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? 0) * 1_024;

const tls = '--tls --cacert /certificates/ca.pem';
/** How long a server stays away: longer than the others need to do without it. */
const awayMs = 20_000;

/** Asks the cluster of brokers, as newsmill does, what its topics are like. */
const describeTopics = `
  const { Kafka } = require('kafkajs');
  const { env } = process;
  const kafka = new Kafka({
    brokers: env.NEWSMILL_KAFKA_BROKERS.split(','),
    logLevel: 0,
    ssl: { ca: [require('fs').readFileSync(env.NEWSMILL_KAFKA_CA, 'utf8')] },
    ...(env.PASSWORD === '' ? {} : { sasl: { mechanism: 'plain', username: 'newsmill', password: env.PASSWORD } }),
    retry: { retries: 1 },
  });
  (async () => {
    const admin = kafka.admin();
    await admin.connect();
    const { topics } = await admin.fetchTopicMetadata();
    const ours = topics.filter(({ name }) => name.startsWith('newsmill.'));
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: ours.map(({ name }) => ({ type: 2, name, configNames: ['min.insync.replicas'] })),
    });
    console.log(JSON.stringify({
      replicas: [...new Set(ours.flatMap(({ partitions }) => partitions.map(({ replicas }) => replicas.length)))],
      inSync: [...new Set(resources.flatMap(({ configEntries }) => configEntries.map(({ configValue }) => configValue)))],
    }));
    process.exit(0);
  })().catch((error) => { console.error(error.message); process.exit(1); });
`;

const title = 'docker-compose.yml with deploy/compose.cluster.yml';
if (process.env.TEST_CLUSTER !== '1')
  it.skip(`${title} (skipped: twelve servers on this machine take five minutes for themselves; TEST_CLUSTER=1 runs it)`, () =>
    undefined);
else if (availableBytes < neededBytes)
  it.skip(`${title} (skipped: a cluster needs ${neededBytes / 1e9} GB of free memory)`, () => undefined);
else
  await describeOnEngine(
    title,
    [baseImage, serverImages.kafka, serverImages.redis, serverImages.elasticsearch],
    (engine) => {
      let ground: ComposeGround;
      let press: ComposeGround['press'];
      let project: ComposeGround['project'];

      beforeAll(async () => {
        ground = await openComposeGround(engine, 'cluster');
        ({ press, project } = ground);
        await project.start();
      }, startLimitMs);
      afterAll(async () => {
        await ground?.remove();
      });
      const sh = (service: string, command: string): Promise<string> =>
        project.exec(service, 'sh', '-c', command);
      const primary = async (): Promise<string> => {
        const ask = `redis-cli -p 26379 ${tls} --raw sentinel get-master-addr-by-name newsmill`;
        return (await sh('sentinel', ask)).split('\n')[0] ?? '';
      };

      it(
        'becomes healthy, and finds the articles of a source',
        async () => {
          await project.untilHealthy(...servers, ...services);
          writeFileSync(join(project.sources, 'harbour-post.yaml'), sourceOf('harbour-post', press.paper));
          await untilFound(project.api, press.publish(5));
        },
        startLimitMs,
      );
      it('gives no container any rights, and shows no secret in its processes', async () => {
        const all = [...services, ...servers];
        expect(await Promise.all(all.map((service) => rightsOf(project, service)))).toEqual(
          all.map(() => powerless),
        );
        const lines = await commandLines(engine, project, all);
        expect(Object.values(project.secrets).filter((secret) => lines.includes(secret))).toEqual([]);
      });
      it('keeps each message three times, two of which must be there', async () => {
        const asked = await sh(
          'api',
          `PASSWORD=$NEWSMILL_KAFKA_SASL_PASSWORD node -e "$(cat <<'SCRIPT'\n${describeTopics}\nSCRIPT\n)"`,
        );
        expect(JSON.parse(asked)).toEqual({ replicas: [3], inSync: ['2'] });
      });
      it('lets nobody in without TLS, nor without a password', async () => {
        const refusals = [
          sh('redis-2', 'redis-cli ping | grep -q PONG'),
          sh('redis-2', `REDISCLI_AUTH= redis-cli ${tls} ping | grep -q PONG`),
          sh('sentinel-2', `REDISCLI_AUTH= redis-cli -p 26379 ${tls} ping | grep -q PONG`),
          sh('api', `PASSWORD= node -e "$(cat <<'SCRIPT'\n${describeTopics}\nSCRIPT\n)"`),
          sh('api', `PASSWORD=wrong node -e "$(cat <<'SCRIPT'\n${describeTopics}\nSCRIPT\n)"`),
          sh('api', 'node -e "fetch(\'http://elasticsearch:9200\').then(() => 0, () => process.exit(1))"'),
        ];
        expect((await Promise.allSettled(refusals)).map(({ status }) => status)).toEqual(
          refusals.map(() => 'rejected'),
        );
        const anonymous = `NODE_EXTRA_CA_CERTS=/certificates/ca.pem node -e "fetch('https://elasticsearch-2:9200').then(({ status }) => console.log(status))"`;
        expect((await sh('api', anonymous)).trim()).toBe('401');
      });
      it(
        'loses nothing and doubles nothing when a broker, a node and the primary of Redis are killed while articles flow',
        async () => {
          const arrivals = watchArrivals(() => total(project.api));
          const flow = setInterval(() => press.publish(1), 500);
          const stalls: string[] = [];
          const stall = async (what: string, work: () => Promise<void>): Promise<void> => {
            arrivals.begin();
            await work();
            stalls.push(`${what}: ${(arrivals.longestMs() / 1_000).toFixed(1)} s`);
          };
          try {
            await stall('nothing is killed', () => sleep(awayMs));
            for (const victim of [
              () => Promise.resolve('kafka'),
              () => Promise.resolve('elasticsearch'),
              primary,
            ]) {
              const service = await victim();
              const [container] = await project.containers(service);
              const id = container?.Id ?? '';
              // Killed by the engine it stays away, other than by the kernel.
              await stall(`${service} is killed`, async () => {
                await engine.docker(['kill', id]);
                await sleep(awayMs);
                await arrivals.untilNext();
              });
              await stall(`${service} comes back`, async () => {
                await engine.docker(['start', id]);
                await project.untilHealthy(service);
                await arrivals.untilNext();
              });
            }
            expect(await primary()).not.toBe('redis');
          } finally {
            clearInterval(flow);
            arrivals.end();
          }
          process.stdout.write(`The longest stalls of a cluster:\n  ${stalls.join('\n  ')}\n`);
          await untilFound(project.api, press.paper.stories);
          await untilBalanced(project, 'api');
          await until(
            'every story is there once',
            async () => (await total(project.api)) === press.paper.stories.length,
          );
        },
        startLimitMs,
      );
    },
  );
