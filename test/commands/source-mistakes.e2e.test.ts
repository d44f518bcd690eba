import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceInput } from '@newsmill/contracts';
import { startLoopbackPaper, type LoopbackPaper } from '../papers/loopback-paper.ts';
import { runCommand } from '../processes/run-command.ts';
import { startMill, writeSources, type MillProcess } from '../processes/start-mill.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-mistakes-'));
const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
const settings = { NEWSMILL_LOG_LEVEL: 'error', NEWSMILL_POLL_MIN: '1s', NEWSMILL_REVISITS: '1s,2s,3s,4s' };

interface SourcesAnswer {
  readonly sources: readonly { readonly id: string }[];
  readonly problems: readonly {
    readonly file: string;
    readonly line: number;
    readonly path: string;
    readonly suggestion?: string;
    readonly effect: string;
  }[];
}

describe('a mill with a mistake in one source file', () => {
  let [bad, good]: LoopbackPaper[] = [];
  let mill: MillProcess;
  const text = async (path: string): Promise<string> => (await fetch(`${mill.address}${path}`)).text();
  const json = async <T>(path: string): Promise<T> => JSON.parse(await text(path));
  const total = async () => (await json<{ total: number }>('/api/v1/search?limit=1')).total;
  async function until(check: () => boolean | Promise<boolean>): Promise<void> {
    for (let turn = 0; turn < 600 && !(await check()); turn += 1) await sleep(200);
    expect(await check()).toBe(true);
  }
  const sourceOf = (id: string, paper: LoopbackPaper, more: Partial<SourceInput> = {}): SourceInput => ({
    id,
    name: id,
    language: 'en',
    channels: [{ url: `${paper.origin}/feed.xml`, interval: '1s' }],
    allowPrivate: [new URL(paper.origin).host],
    limits: { delay: '50ms' },
    ...more,
  });

  beforeAll(async () => {
    [bad, good] = await Promise.all([startLoopbackPaper(), startLoopbackPaper()]);
    writeSources(sources, [sourceOf('bad', bad), sourceOf('good', good)]);
    mill = await startMill({ data, sources, settings });
    await until(async () => (await total()) === 2);
    await mill.stop();
    // Read, this rule would take the article out at the start.
    writeSources(sources, [sourceOf('bad', bad, { retention: '1s' })]);
    writeFileSync(
      join(sources, 'bad.yaml'),
      `${readFileSync(join(sources, 'bad.yaml'), 'utf8')}chanels: []\n`,
    );
    mill = await startMill({ data, sources, settings });
  });
  afterAll(async () => {
    await mill?.kill();
    for (const paper of [bad, good]) paper?.server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts, and goes on with all the others, new ones too', async () => {
    const [polled, idle] = [good?.polls ?? 0, bad?.polls ?? 0];
    await until(() => (good?.polls ?? 0) > polled + 3);
    expect(bad?.polls).toBe(idle);
    writeSources(sources, [sourceOf('new', good ?? bad!)]);
    await until(async () =>
      (await json<SourcesAnswer>('/api/v1/sources')).sources.map(({ id }) => id).includes('new'),
    );
  });
  it('says so in words and numbers, and is ready', async () => {
    expect((await fetch(`${mill.address}/readyz`)).status).toBe(200);
    expect(await text('/readyz?verbose')).toMatch(
      /^ok\nsources: 1 source file left out.*\n.*bad\.yaml:\d+:1 chanels: unknown key; allowed: id, .*; did you mean channels\?/,
    );
    expect(await text('/metrics')).toMatch(/^newsmill_source_problems\{effect="out"\} 1$/m);
    const { problems } = await json<SourcesAnswer>('/api/v1/sources');
    expect(problems).toEqual([
      expect.objectContaining({
        file: join(sources, 'bad.yaml'),
        path: 'chanels',
        suggestion: 'channels',
        effect: 'out',
      }),
    ]);
    const page = await text('/sources');
    for (const words of [
      'bad.yaml:',
      '<strong>chanels</strong>',
      'did you mean <code>channels</code>',
      'allowed: id, name',
      'The source is left out.',
    ])
      expect(page).toContain(words);
  });
  it('tells the same as validate', async () => {
    const { code, stderr } = await runCommand(['validate', sources]);
    const [, told = ''] = (await text('/readyz?verbose')).split('stays in force:\n  ');
    expect(code).toBe(78);
    expect(stderr.split('\n')[0]).toBe(told.trim());
  });
  it('lets nothing of the source go: no article by its rules, no item of its frontier, no word in the ledger', async () => {
    await sleep(6_000);
    expect(await total()).toBe(2);
    const way = await text(`/api/v1/ledger?url=${encodeURIComponent(`${bad?.origin}/story/crane`)}`);
    expect(way).toContain('"fate":"indexed"');
    expect(way).not.toContain('no-source');
  });
  it('takes the source up again as it was, when its file is mended', async () => {
    const idle = bad?.polls ?? 0;
    writeSources(sources, [sourceOf('bad', bad ?? good!)]);
    await until(() => (bad?.polls ?? 0) > idle);
    expect(await total()).toBe(2);
    expect(await text('/readyz?verbose')).toBe('ok\n');
    expect(await mill.stop()).toBe(0);
    const audit = await runCommand(['audit', '--data', data]);
    expect(audit).toMatchObject({ code: 0, stdout: expect.stringContaining('everything balances') });
  });
});
