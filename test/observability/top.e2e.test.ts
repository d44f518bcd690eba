import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { runCommand, startCommand } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';

const Now = z.object({
  stages: z.array(z.object({ stage: z.string(), copies: z.int(), passed: z.int(), dropped: z.int() })),
  library: z.object({ searchable: z.int(), newestAt: z.int().optional() }),
  requests: z.object({ all: z.int(), bytes: z.int() }),
  resources: z.object({ processes: z.int(), memory: z.number(), processors: z.number() }),
  room: z.array(z.object({ of: z.string() })),
  warnings: z.array(z.object({ name: z.string() })),
});

describe('what the mill counts, over time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-top-'));
  const data = join(folder, 'data');
  const sources = join(folder, 'sources');
  let web: NewsWeb;
  let mill: MillProcess;
  const top = (...words: readonly string[]) => runCommand(['top', '--data', data, ...words]);
  const read = async () => Now.parse(JSON.parse((await top('--once', '--format', 'json')).stdout));

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 40, seed: 7, delay: '5ms', interval: '2s', life: false });
    writeSources(sources, web.sources);
    mill = await startMill({
      data,
      sources,
      settings: { NEWSMILL_POLL_MIN: '1s', NEWSMILL_RETRY_LADDER: '300ms,1s,2s' },
    });
    await untilAtRest(mill.address, 40, 120_000);
  }, 180_000);
  afterAll(async () => {
    await mill?.stop();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is what it did, told once, also after it has begun again', async () => {
    const audit = await (await fetch(`${mill.address}/api/v1/audit`)).json();
    const articles = z.object({ totals: z.object({ indexed: z.int() }) }).parse(audit).totals.indexed;
    expect(articles).toBeGreaterThan(10);
    let now = await read();
    for (let tries = 0; now.library.searchable < articles && tries < 40; tries += 1) {
      await sleep(1_000);
      now = await read();
    }
    const indexed = now.library.searchable;
    expect(indexed).toBeGreaterThanOrEqual(articles);
    expect(now.stages.map(({ stage, copies }) => [stage, copies])).toEqual([
      ['fetch', 1],
      ['clean', 1],
      ['enrich', 1],
      ['index', 1],
    ]);
    expect(now.stages.find(({ stage }) => stage === 'index')?.passed).toBe(indexed);
    expect(now.requests.bytes).toBeGreaterThan(10_000);
    expect(now.resources).toMatchObject({ processes: 1 });
    expect(now.resources.memory).toBeGreaterThan(20_000_000);
    expect(now.room.map(({ of }) => of)).toContain('data');
    expect(await mill.stop()).toBe(0);
    const stopped = await read();
    expect(stopped.resources.processes).toBe(0);
    mill = await startMill({ data, sources, settings: { NEWSMILL_POLL_MIN: '1h' } });
    const again = await read();
    // What it did while it stopped counts, what it had told does not count twice.
    expect(again.library.searchable).toBeGreaterThanOrEqual(indexed);
    expect(again.library.searchable).toBeLessThan(indexed + articles);
    const series = await (await fetch(`${mill.address}/api/v1/series?name=searchable&span=hour`)).json();
    expect(series).toMatchObject({
      stepMs: 60_000,
      series: [{ name: 'searchable', unit: 'articles a minute' }],
    });
  }, 240_000);

  it('is shown as a table once, and with exit code 1 where somebody must look after something', async () => {
    const { code, stdout } = await top('--once');
    const warned = stdout.split('\n').some((line) => line.startsWith('! '));
    expect(code).toBe(warned ? 1 : 0);
    expect(stdout).toMatch(/^newsmill \d+\.\d+\.\d+ at /);
    for (const stage of ['fetch', 'clean', 'enrich', 'index'])
      expect(stdout).toMatch(new RegExp(`^${stage} +1 `, 'm'));
    expect(stdout).toContain('disk of the data folder');
  });

  it('is shown again and again, a line each time where there is no terminal, until a signal', async () => {
    const { process: child, ended } = startCommand(['top', '--data', data, '--every', '1']);
    let lines = 0;
    child.stdout?.on('data', (bytes: Buffer) => {
      lines += bytes.toString().split('\n').length - 1;
    });
    while (lines < 3) await once(child.stdout ?? child, 'data');
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^\d{4}-.*Z {2}fetch .*index /);
  });

  it('is asked for as it can be', async () => {
    expect(await top('--every', '0')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('from 1 to 3600'),
    });
    expect(await runCommand(['top', '--once', '--data', join(folder, 'nowhere')])).toMatchObject({
      code: 66,
      stderr: expect.stringContaining('there is no mill in'),
    });
  });
});
