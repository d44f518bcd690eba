import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { articleCleaned, deadLetters, pageFetched } from '@newsmill/contracts';
import { judgeDrill } from '../oracle/judge-drill.ts';
import { openKafkaGround, type KafkaGround } from './kafka-ground.ts';
import { runCommand } from '../processes/run-command.ts';
import { serverStartLimitMs } from './start-servers.ts';
import { untilAtRest } from '../processes/start-mill.ts';
import { startServices, type Services } from '../processes/start-services.ts';
import { untilWithin } from '../processes/until.ts';

describe('topics that are deleted', () => {
  const log: string[] = [];
  const articles = 70;
  let ground: KafkaGround;
  let services: Services;
  let settings: Readonly<Record<string, string>>;
  let began: number;

  beforeAll(async () => {
    // The first poll tells of all articles; further ones would only be work in minutes of waiting.
    ground = await openKafkaGround('shared', { articles, seed: 33, delay: '100ms', interval: '30s' });
    // Nothing comes again by itself: what is lost stays lost.
    settings = { ...ground.settings, NEWSMILL_LOG_LEVEL: 'info', NEWSMILL_REVISITS: '' };
    began = Date.now();
    services = await startServices(settings, ['fetch', 'index'], log);
  }, serverStartLimitMs);
  afterAll(async () => {
    await services?.stop();
    await ground?.close();
  });

  const count = (name: string, first = 0) =>
    log.slice(first).filter((line) => line.includes(`"msg":"${name}"`)).length;
  const until = untilWithin(240_000, 250);
  async function waitingIn(topic: string): Promise<number> {
    const offsets = await ground.admin.fetchTopicOffsets(ground.topic(topic));
    return offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  }
  const isThere = async (topic: string) => (await ground.admin.listTopics()).includes(ground.topic(topic));
  interface Totals {
    readonly totals: { readonly dead: number; readonly underWay: number };
    readonly deadLetters: number;
    readonly balanced: boolean;
  }
  const audit = async (): Promise<Totals> =>
    (await fetch(`${services.address}/api/v1/audit?from=2000-01-01`)).json();

  it('are made at a start, and what waited in them is fetched again', async () => {
    // Nobody cleans, so pages wait.
    await until('waiting pages', async () => (await waitingIn(pageFetched.name)) >= 40);
    await services.stop();
    await ground.admin.deleteTopics({
      topics: [pageFetched.name, 'newsmill.clean.retry.1', deadLetters.name].map(ground.topic),
    });
    await until('gone', async () => !(await isThere(pageFetched.name)));
    const answer = await runCommand(['audit'], settings);
    expect([answer.code, answer.stdout]).toEqual([
      expect.any(Number),
      expect.stringContaining('items discovered'),
    ]);
    services = await startServices(settings, ['fetch', 'clean', 'index', 'api'], log);
    expect(count('topics.made')).toBeGreaterThan(1);
    await until('mending', () => count('topics.mended') > 0);
    await until('clean articles', async () => (await waitingIn(articleCleaned.name)) >= articles * 0.8);
  }, 600_000);

  it('in flow are made again by the services, and take neither messages nor dead letters with them', async () => {
    const dying = ground.web.expected.filter(({ fate }) => fate === 'dead').length;
    expect(dying).toBeGreaterThan(0);
    let before = 0;
    await until('all dead letters', async () => {
      const { totals, deadLetters: letters } = await audit();
      before = letters;
      return totals.dead === letters && letters >= dying;
    });
    // Nobody enriches, so articles wait.
    const first = log.length;
    await ground.admin.deleteTopics({ topics: [articleCleaned.name, deadLetters.name].map(ground.topic) });
    await until('topics', () => count('topics.restored', first) > 0);
    await services.start('enrich');
    await until('mending', () => count('topics.mended', first) > 0);
    await until('dead letters', async () => (await audit()).deadLetters >= before);
    await untilAtRest(services.address, articles * 0.8, 240_000);
    expect((await audit()).totals.dead).toBe(before);
  }, 600_000);

  it('have lost nothing and doubled nothing', async () => {
    await untilAtRest(services.address, articles * 0.8, 240_000);
    await services.stop();
    expect(await judgeDrill(ground.web, settings, began)).toMatchObject({
      lost: [],
      doubled: [],
      wrong: [],
      fateless: [],
      phantom: [],
      unbalanced: [],
    });
    const audited = await runCommand(['audit'], settings);
    expect([audited.code, audited.stderr]).toEqual([0, '']);
  }, 300_000);
});
