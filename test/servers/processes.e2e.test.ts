import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { runCommand } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';
import { serverStartLimitMs, startServers } from './start-servers.ts';
import { settingsOf } from './settings-of-servers.ts';
import { startServices, type Services } from '../processes/start-services.ts';

const View = z.object({
  processes: z.array(
    z.object({
      services: z.array(z.string()),
      pid: z.int(),
      version: z.string(),
      lastMessageAt: z.int().optional(),
    }),
  ),
  missing: z.array(z.string()),
  stuck: z.array(z.object({ service: z.string(), topic: z.string(), messages: z.int() })),
});
type View = z.output<typeof View>;

async function viewOf(address: string): Promise<View> {
  return View.parse(await (await fetch(`${address}/api/v1/processes`)).json());
}

/** Asks until the answer is as wanted, or the time is up; the caller says what it expected. */
async function until(address: string, isWanted: (view: View) => boolean): Promise<View> {
  const end = Date.now() + 150_000;
  let view = await viewOf(address);
  while (!isWanted(view) && Date.now() < end) {
    await sleep(500);
    view = await viewOf(address);
  }
  return view;
}

const readyOf = async (address: string): Promise<string> => (await fetch(`${address}/readyz?verbose`)).text();

describe('the processes of a mill in parts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-processes-'));
  let web: NewsWeb;
  let services: Services;

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 40, seed: 7, delay: '5ms', interval: '2s', life: true });
    const sources = join(folder, 'sources');
    writeSources(sources, web.sources);
    services = await startServices({
      NEWSMILL_RETRY_LADDER: '300ms,1s,2s',
      NEWSMILL_POLL_MIN: '1s',
      NEWSMILL_LOG_LEVEL: 'error',
      NEWSMILL_STUCK_AFTER: '3s',
      ...settingsOf(await startServers(['kafka', 'redis', 'elasticsearch'])),
      NEWSMILL_NAMESPACE: `e2e-${randomBytes(4).toString('hex')}`,
      NEWSMILL_DATA: join(folder, 'services'),
      NEWSMILL_SOURCES: sources,
      NEWSMILL_ADMIN_KEY: 'a-key-for-this-test-alone',
    });
    await untilAtRest(services.address, 40, 200_000);
  }, serverStartLimitMs);
  afterAll(async () => {
    await services?.stop();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'shows each, with its work, and names what a dead one leaves undone until it lives again',
    async () => {
      const whole = await until(
        services.address,
        ({ processes }) => processes.filter(({ lastMessageAt }) => lastMessageAt !== undefined).length >= 4,
      );
      expect(whole.missing).toEqual([]);
      expect(whole.processes.flatMap((process) => process.services).sort()).toEqual([
        'api',
        'clean',
        'enrich',
        'fetch',
        'index',
      ]);
      expect(await (await fetch(`${services.address}/processes`)).text()).toContain('complete');

      await services.kill('clean');
      web.phase(2);
      const broken = await until(
        services.address,
        ({ missing, stuck }) => missing.includes('clean') && stuck.some(({ service }) => service === 'clean'),
      );
      expect(broken.missing).toEqual(['clean']);
      expect(broken.stuck).toContainEqual(
        expect.objectContaining({ service: 'clean', topic: expect.stringContaining('page.fetched') }),
      );
      expect(await (await fetch(`${services.address}/processes`)).text()).toContain('No process runs clean');
      // The lag is known although the process that has most to do with it is dead.
      expect(await (await fetch(`${services.addressOf('fetch')}/metrics`)).text()).toMatch(
        /newsmill_consumer_lag_messages\{group="newsmill-clean",topic="[^"]*page\.fetched"\} [1-9]/,
      );
      const { code, stderr } = await runCommand(['processes'], services.settings);
      expect([code, stderr]).toEqual([1, expect.stringContaining('no process runs clean')]);
      const end = Date.now() + 120_000;
      while (!(await readyOf(services.address)).includes('no process runs clean') && Date.now() < end)
        await sleep(1_000);
      expect(await readyOf(services.address)).toContain('no process runs clean');

      await services.start('clean');
      const mended = await until(
        services.address,
        ({ missing, stuck }) => missing.length === 0 && stuck.length === 0,
      );
      expect(mended).toMatchObject({ missing: [], stuck: [] });
    },
    serverStartLimitMs,
  );

  it('goes without waiting when it is stopped', async () => {
    await services.end('enrich');
    expect((await viewOf(services.address)).missing).toEqual(['enrich']);
    await services.start('enrich');
  });
});

describe('a mill in one process', () => {
  it('announces itself, and its command says so', async () => {
    const data = mkdtempSync(join(tmpdir(), 'newsmill-alone-'));
    const mill = await startMill({ data, settings: { NEWSMILL_DEMO: 'no' } });
    try {
      const { processes, missing } = await until(mill.address, (view) => view.processes.length > 0);
      expect(missing).toEqual([]);
      expect(processes.map(({ services: names }) => names.toSorted())).toEqual([
        ['api', 'clean', 'enrich', 'fetch', 'index'],
      ]);
      const { code, stdout } = await runCommand(['processes'], { NEWSMILL_DATA: data });
      expect([code, stdout]).toEqual([0, expect.stringContaining(String(processes[0]?.pid))]);
    } finally {
      await mill.stop();
    }
    expect((await runCommand(['processes'], { NEWSMILL_DATA: data })).code).toBe(1);
    rmSync(data, { recursive: true, force: true });
  }, 180_000);
});
