import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceInput } from '@newsmill/contracts';
import { startLoopbackPaper, type LoopbackPaper } from '../papers/loopback-paper.ts';
import { runCommand } from '../processes/run-command.ts';
import { startMill, untilAtRest, writeSources } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-plan-'));
const [data, sources, changed] = [join(folder, 'data'), join(folder, 'sources'), join(folder, 'changed')];

describe('sources plan', () => {
  let paper: LoopbackPaper;
  const sourceOf = (id: string, more: Partial<SourceInput> = {}): SourceInput => ({
    id,
    name: `The ${id}`,
    language: 'en',
    channels: [{ url: `${paper.origin}/feed.xml`, interval: '1h' }],
    allowPrivate: [new URL(paper.origin).host],
    limits: { delay: '50ms' },
    ...more,
  });
  const plan = (...words: string[]) =>
    runCommand(['sources', 'plan', ...words, '--sources', sources, '--data', data]);

  beforeAll(async () => {
    paper = await startLoopbackPaper();
    mkdirSync(changed);
    writeSources(sources, [sourceOf('herald'), sourceOf('post')]);
    const mill = await startMill({ data, sources, settings: { NEWSMILL_LOG_LEVEL: 'error' } });
    await untilWithin(180_000)('an article', async () => {
      const answer = await fetch(`${mill.address}/api/v1/search?q=crane&limit=1`);
      return ((await answer.json()) as { total: number }).total > 0;
    });
    // What pages became is counted by the state a moment later.
    await untilAtRest(mill.address, 1, 30_000);
    await mill.stop();
  }, 240_000);
  afterAll(() => {
    paper?.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says that nothing changes where the files are as the mill took them up', async () => {
    const { code, stdout } = await plan();
    expect(stdout).toMatch(
      /^0 added, 0 changed, 0 removed, 2 as they are\n.*: 48 of channels, \d+ of pages\n$/,
    );
    expect(code).toBe(0);
  });

  it('compares a folder of changed files with those of the mill, and its requests with what was polled', async () => {
    const channels = [{ url: `${paper.origin}/feed.xml`, interval: '30m' }];
    writeSources(changed, [sourceOf('herald', { channels, tags: ['local'] }), sourceOf('courier')]);
    const { code, stdout } = await plan(changed);
    expect(stdout).toContain('+ courier  added  The courier\n    requests a day: 24 of channels\n');
    expect(stdout).toMatch(/- post {2}removed .*\n {4}requests a day: 24 of channels/);
    expect(stdout).toMatch(/~ herald {2}changed .*\n {4}requests a day: 24 -> 48 of channels/);
    expect(stdout).toContain(
      `channels[${paper.origin}/feed.xml].interval: "1h" -> "30m"\n    tags: + "local"`,
    );
    expect(stdout).toContain('1 added, 1 changed, 1 removed, 0 as they are\n');
    expect(code).toBe(0);
    const { sources: planned } = JSON.parse((await plan(changed, '--json')).stdout) as {
      sources: { id: string; effect: string }[];
    };
    expect(planned.map(({ id, effect }) => `${effect} ${id}`)).toEqual([
      'added courier',
      'changed herald',
      'removed post',
    ]);
  });

  it('compares one file, beside which the other sources stay as they are', async () => {
    writeSources(changed, [sourceOf('herald', { tags: ['local'] })]);
    const { code, stdout } = await plan(join(changed, 'herald.yaml'));
    expect(stdout).toContain('~ herald  changed');
    expect(stdout).toContain('0 added, 1 changed, 0 removed, 1 as they are\n');
    expect(code).toBe(0);
  });

  it('tells the mistakes of the files, drops no source for one, and ends with code 78', async () => {
    writeSources(changed, [sourceOf('herald')]);
    writeFileSync(join(changed, 'post.yaml'), 'id: post\nnmae: x\n');
    const { code, stdout, stderr } = await plan(changed);
    expect(stderr).toContain('post.yaml:2:1 nmae: unknown key');
    expect(stdout).toContain('! post  kept');
    expect(stdout).not.toContain('- post');
    expect(code).toBe(78);
  });

  it('says what the files change besides channels, and what a source leaves behind that goes', async () => {
    rmSync(join(sources, 'post.yaml'));
    writeSources(sources, [
      sourceOf('herald', {
        rules: { remove: ['.promo'] },
        exclude: [{ title: ['Live: *'] }],
        retention: '30d',
      }),
    ]);
    const { code, stdout } = await plan();
    expect(stdout).toMatch(
      /- post {2}removed {2}The post\n.*\n {4}leaves \d+ articles?, which stay and are visited no more/,
    );
    expect(stdout).toContain('~ herald  changed  The herald\n');
    for (const line of [
      'retention: + "30d"',
      'exclude: + [{"title":["Live: *"]}]',
      'rules: + {"remove":[".promo"]}',
    ])
      expect(stdout).toContain(`    ${line}\n`);
    expect(stdout).toContain('0 added, 1 changed, 1 removed, 0 as they are\n');
    expect(stdout).not.toContain('not known');
    expect(code).toBe(0);
  });
});
