import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  openReceiver,
  verified,
  type Receiver,
} from '../../services/index/src/alerts/alert-mill.contract.ts';
import { serverImages } from '../servers/server-versions.ts';
import { until, type ComposeProject } from './compose-project.ts';
import {
  baseImage,
  commandLines,
  exitCodes,
  killInside,
  openComposeGround,
  powerless,
  rightsOf,
  sourceOf,
  startLimitMs,
  untilBalanced,
  untilFound,
  type ComposeGround,
} from './compose-steps.ts';
import { describeOnEngine } from './describe-on-engine.ts';

/** What is newsmill itself, and its servers. */
const services = ['fetch', 'clean', 'enrich', 'index', 'api'];
const servers = ['kafka', 'redis', 'elasticsearch'];

/** Prints the limits of each JVM of a container. */
const limitsOfJvms =
  'for process in /proc/[0-9]*; do [ "$(cat $process/comm)" = java ] && cat $process/limits; done; true';

/** Asks Elasticsearch inside its network, which this machine is part of, as `newsmill_USER`. */
async function askElastic(
  project: ComposeProject,
  user: string,
  path: string,
  { method = 'GET', body }: { readonly method?: string; readonly body?: unknown } = {},
): Promise<{ readonly status: number; readonly answer: Readonly<Record<string, unknown>> }> {
  const [container] = await project.containers('elasticsearch');
  const [network] = Object.values(container?.NetworkSettings.Networks ?? {});
  const password = project.secrets[`ELASTIC_${user.toUpperCase()}_PASSWORD`] ?? '';
  const response = await fetch(`http://${network?.IPAddress}:9200${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Basic ${Buffer.from(`newsmill_${user}:${password}`).toString('base64')}`,
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, answer: await response.json() };
}

async function countAsReader(project: ComposeProject, query: object): Promise<unknown> {
  const path = '/newsmill-articles/_count';
  return (await askElastic(project, 'reader', path, { method: 'POST', body: { query } })).answer.count;
}

const { kafka, redis, elasticsearch } = serverImages;

await describeOnEngine(
  'docker-compose.yml with the profile full',
  [baseImage, kafka, redis, elasticsearch],
  (engine) => {
    let ground: ComposeGround;
    let press: ComposeGround['press'];
    let receiver: Receiver;
    let project: ComposeGround['project'];

    beforeAll(async () => {
      receiver = await openReceiver(() => 204, engine.bridge);
      ground = await openComposeGround(engine, 'full');
      ({ press, project } = ground);
      await project.start();
    }, startLimitMs);
    afterAll(async () => {
      await receiver?.close();
      await ground?.remove();
    });

    it(
      'becomes healthy, and its setup ends with exit code 0',
      async () => {
        await project.untilHealthy(...servers, ...services);
        const [setup] = await project.containers('setup');
        expect(setup?.State).toMatchObject({ Status: 'exited', ExitCode: 0 });
      },
      startLimitMs,
    );
    it('takes up a source file that is put into its folder, and finds its articles', async () => {
      writeFileSync(join(project.sources, 'harbour-post.yaml'), sourceOf('harbour-post', press.paper));
      const words = press.publish(5);
      await untilFound(project.api, words);
      for (const word of words) expect(await countAsReader(project, { match: { content: word } })).toBe(1);
    });
    it('lets the reader of Elasticsearch read articles, and its writer keep them, and nothing more', async () => {
      const [month = ''] = Object.keys(
        (await askElastic(project, 'writer', '/newsmill-articles/_alias')).answer,
      );
      expect(month).toMatch(/^newsmill-articles/);
      const article = { title: 'x' };
      // biome-ignore format: a table, read by its rows
      const asked: readonly (readonly [string, string, string, number, unknown?])[] = [
      ['reader', 'GET', '/_cluster/health', 200],
      ['reader', 'PUT', `/${month}/_doc/x`, 403, article],
      ['reader', 'DELETE', `/${month}`, 403],
      ['reader', 'PUT', '/newsmill-other', 403],
      ['reader', 'GET', '/other/_search', 403],
      ['reader', 'GET', '/_security/user', 403],
      ['writer', 'PUT', '/_security/user/x', 403, { password: 'something-long', roles: ['superuser'] }],
      ['writer', 'GET', '/_security/role', 403],
      ['writer', 'PUT', '/other/_doc/x', 403, article],
      ['nobody', 'GET', '/_cluster/health', 401],
    ];
      const statuses = [];
      for (const [user, method, path, , body] of asked)
        statuses.push([user, method, path, (await askElastic(project, user, path, { method, body })).status]);
      expect(statuses).toEqual(asked.map(([user, method, path, status]) => [user, method, path, status]));
    });
    it('sends a webhook out of its network', async () => {
      const answer = await fetch(`${project.api}/api/v1/saved-searches`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${project.secrets.NEWSMILL_ADMIN_KEY}`,
        },
        body: JSON.stringify({
          name: 'Harbours',
          q: 'harbour',
          webhook: { url: receiver.url, allowPrivate: true },
        }),
      });
      expect(answer.status).toBe(201);
      const { secret }: { secret: string } = await answer.json();
      const [word] = press.publish(1);
      await until('the webhook arrives', () => receiver.received.length > 0);
      expect(receiver.received.map((received) => verified(secret, received))).toContainEqual(
        expect.objectContaining({
          type: 'search.matched',
          data: expect.objectContaining({
            articles: [expect.objectContaining({ title: `About the ${word}` })],
          }),
        }),
      );
    });
    it('lets fetch, enrich, index and api reach a listener outside, and puts the others on an internal network', async () => {
      const ask = `fetch('${press.paper.origin}/feed.xml').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`;
      for (const service of services.filter((name) => name !== 'clean'))
        await project.exec(service, 'node', '-e', ask);
      for (const service of ['clean', ...servers]) {
        const [container] = await project.containers(service);
        const networks = Object.keys(container?.NetworkSettings.Networks ?? {});
        const inspect = ['network', 'inspect', '--format', '{{.Internal}}', ...networks];
        expect((await engine.docker(inspect)).trim()).toBe('true');
      }
    });
    it('gives no container any rights, and shows no secret in its processes', async () => {
      const all = [...services, ...servers];
      expect(await Promise.all(all.map((service) => rightsOf(project, service)))).toEqual(
        all.map(() => powerless),
      );
      const lines = await commandLines(engine, project, all);
      expect(Object.values(project.secrets).filter((secret) => lines.includes(secret))).toEqual([]);
    });
    it('gives Kafka and Elasticsearch all the open files that the engine has for a container', async () => {
      for (const service of ['kafka', 'elasticsearch']) {
        const limits = await project.exec(service, 'sh', '-c', limitsOfJvms);
        const files = [...limits.matchAll(/^Max open files\s+(\d+)\s+(\d+)/gm)];
        expect(files.length).toBeGreaterThan(0);
        expect(files.map(([, soft]) => soft)).toEqual(files.map(([, , hard]) => hard));
      }
    });
    it('works with three copies of a stage', async () => {
      await project.compose('up', '--detach', '--no-recreate', '--scale', 'clean=3');
      await until('three copies run', async () => {
        const copies = await project.containers('clean');
        return copies.length === 3 && copies.every(({ State }) => State.Running);
      });
      await untilFound(project.api, press.publish(10));
    });
    it(
      'loses nothing and doubles nothing when each of its services is killed while articles flow',
      async () => {
        const flow = setInterval(() => press.publish(1), 250);
        try {
          for (const service of services) {
            await sleep(1_500);
            await killInside(project, service);
          }
          await sleep(1_500);
        } finally {
          clearInterval(flow);
        }
        await untilFound(project.api, press.paper.stories);
        await untilBalanced(project, 'api');
        expect(await countAsReader(project, { match_all: {} })).toBe(press.paper.stories.length);
      },
      startLimitMs,
    );
    it('writes a backup from a container of its own', async () => {
      const key = 'NEWSMILL_BACKUP_KEY=/tmp/key';
      const words = ['run', '--rm', '-T', '--no-deps', '-e', key, 'api', 'backup', '/tmp/backup'];
      expect(await project.compose(...words)).toMatch(/SHA256:/);
    });
    it('ends each service with exit code 0', async () => {
      const none = [0];
      expect(await exitCodes(project, services)).toEqual({
        fetch: none,
        clean: [0, 0, 0],
        enrich: none,
        index: none,
        api: none,
      });
    });
  },
);
