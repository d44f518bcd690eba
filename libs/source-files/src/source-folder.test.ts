import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSourceFolder } from './source-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsmill-sources-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const yaml = (id: string) => `id: ${id}\nname: ${id}\nchannels:\n  - url: https://${id}.example/feed\n`;
async function until(check: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2_400 && !check(); turn += 1) await sleep(50);
  expect(check()).toBe(true);
}

describe('openSourceFolder', () => {
  it('takes up new files, keeps the old state over a mistake, and survives a folder that goes away', async () => {
    writeFileSync(join(folder, 'one.yaml'), yaml('one'));
    const sources = openSourceFolder(folder);
    const halt = new AbortController();
    const watching = sources.watch(halt.signal, async () => undefined);
    const ids = () =>
      sources
        .sources()
        .map(({ id }) => id)
        .join();
    writeFileSync(join(folder, 'two.yaml'), yaml('two'));
    await until(() => ids() === 'one,two');
    writeFileSync(join(folder, 'bad.yaml'), 'id: Bad Id\n');
    await until(() => sources.problems().length > 0);
    expect(ids()).toBe('one,two');
    expect(sources.problems()[0]).toMatchObject({ file: join(folder, 'bad.yaml'), line: 1 });
    rmSync(join(folder, 'bad.yaml'));
    await until(() => sources.problems().length === 0);
    renameSync(folder, `${folder}-away`);
    await until(() => sources.problems()[0]?.message.startsWith('cannot be read') === true);
    expect(ids()).toBe('one,two');
    renameSync(`${folder}-away`, folder);
    await until(() => sources.problems().length === 0);
    halt.abort();
    await watching;
  });
  it('says which sources a change concerns, and leaves the others as they are', async () => {
    for (const id of ['one', 'two']) writeFileSync(join(folder, `${id}.yaml`), yaml(id));
    const sources = openSourceFolder(folder);
    const halt = new AbortController();
    const told: (readonly string[] | undefined)[] = [];
    const watching = sources.watch(halt.signal, async (ids) => void told.push(ids && [...ids].toSorted()));
    await until(() => !sources.isUnsure('one') && !sources.isUnsure('two'));
    const two = sources.sourceOf('two');
    told.length = 0;
    writeFileSync(join(folder, 'one.yaml'), `${yaml('one')}country: FR\n`);
    writeFileSync(join(folder, 'three.yaml'), yaml('three'));
    await until(() => sources.sourceOf('three') !== undefined && sources.sourceOf('one')?.country === 'FR');
    await until(() => told.flat().includes('three'));
    rmSync(join(folder, 'three.yaml'));
    await until(() => sources.sourceOf('three') === undefined);
    halt.abort();
    await watching;
    expect(new Set(told.flat())).toEqual(new Set(['one', 'three']));
    expect(sources.sourceOf('two')).toBe(two);
  });
  it('may concern any source where a file that says nothing of its id was there from the beginning', async () => {
    writeFileSync(join(folder, 'bad.yaml'), '[');
    const sources = openSourceFolder(folder);
    const halt = new AbortController();
    const told: unknown[] = [];
    const watching = sources.watch(halt.signal, async (ids) => void told.push(ids));
    rmSync(join(folder, 'bad.yaml'));
    await until(() => sources.problems().length === 0);
    halt.abort();
    await watching;
    expect(told.at(-1)).toBeUndefined();
  });
  it('names a secret that is not set', () => {
    writeFileSync(join(folder, 'one.yaml'), `${yaml('one')}headers:\n  X-Key: \${NEWSMILL_SECRET_ONE}\n`);
    expect(openSourceFolder(folder, { secrets: {} }).problems()[0]?.message).toContain(
      'NEWSMILL_SECRET_ONE is not set',
    );
    expect(openSourceFolder(folder, { secrets: { NEWSMILL_SECRET_ONE: 'x' } }).problems()).toEqual([]);
    const pair = "certificate: '${NEWSMILL_SECRET_ONE}'\n  key: '${NEWSMILL_SECRET_TWO}'";
    writeFileSync(join(folder, 'one.yaml'), `${yaml('one')}access:\n  ${pair}\n`);
    const [problem] = openSourceFolder(folder, { secrets: { NEWSMILL_SECRET_ONE: 'x' } }).problems();
    expect(problem?.message).toContain('NEWSMILL_SECRET_TWO is not set');
  });
});
