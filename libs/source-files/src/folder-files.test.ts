import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFileSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderFiles, mostInSweep } from './folder-files.ts';

const nothing: ReadonlySet<string> = new Set();
const count = mostInSweep * 2 + 50;
/** Long before the first look, which does not trust what has just been written. */
const longAgo = new Date('2026-01-01T00:00:00Z');

let folder: string;
const pathOf = (n: number) => join(folder, `paper-${String(n).padStart(4, '0')}.yaml`);
const yaml = (n: number, name = 'Paper') =>
  `id: paper-${n}\nname: ${name}\nchannels:\n  - url: https://paper${n}.example/feed\n`;

function write(n: number): void {
  writeFileSync(pathOf(n), yaml(n));
  utimesSync(pathOf(n), longAgo, longAgo);
}

const namesIn = (files: FolderFiles) => files.files().map(({ good }) => good?.name);

describe('files of a folder with many sources', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-files-'));
    for (let n = 0; n < count; n += 1) write(n);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads a file that it was told of when two looks have seen the same of it, and no other', async () => {
    const files = new FolderFiles(folder, undefined);
    const before = files.files();
    writeFileSync(pathOf(449), yaml(449, 'Changed'));
    expect(await files.look(new Set([pathOf(449)]))).toBe(true);
    expect(files.files()[449]).toMatchObject({ isUnsettled: true, good: { name: 'Paper' } });
    expect(await files.look(nothing)).toBe(true);
    expect(files.files()[449]).toMatchObject({ isUnsettled: false, good: { name: 'Changed' } });
    const after = files.files();
    expect(after.filter((file, n) => file !== before[n])).toEqual([after[449]]);
    expect(await files.look(nothing)).toBe(false);
  });

  it('looks at a slice where nothing tells of changes, and so at all of them in some looks', async () => {
    const files = new FolderFiles(folder, undefined);
    for (const n of [0, mostInSweep, count - 1]) appendFileSync(pathOf(n), '# a remark\n');
    const unsettled = () =>
      files.files().flatMap(({ isUnsettled, reading }) => (isUnsettled ? [reading.path] : []));
    expect(await files.look(nothing)).toBe(true);
    expect(unsettled()).toEqual([pathOf(0)]);
    await files.look(nothing);
    expect(unsettled()).toEqual([pathOf(mostInSweep)]);
    await files.look(nothing);
    expect(unsettled()).toEqual([pathOf(count - 1)]);
    await files.look(nothing);
    expect(unsettled()).toEqual([]);
  });

  it('looks at all files when one is put in the place of another', async () => {
    const files = new FolderFiles(folder, undefined);
    writeFileSync(join(folder, '.new'), yaml(449, 'Replaced'));
    renameSync(join(folder, '.new'), pathOf(449));
    await files.look(nothing);
    await files.look(nothing);
    expect(namesIn(files)[449]).toBe('Replaced');
  });

  it('keeps the order of the names when files come and go', async () => {
    const files = new FolderFiles(folder, undefined);
    rmSync(pathOf(3));
    writeFileSync(join(folder, 'a.yaml'), yaml(9_999, 'First'));
    expect(await files.look(nothing)).toBe(true);
    expect(files.files()).toHaveLength(count + 1);
    await files.look(nothing);
    expect(namesIn(files).slice(0, 2)).toEqual(['First', 'Paper']);
    expect(files.files()).toHaveLength(count);
    expect(files.files().map(({ good }) => good?.id)).not.toContain('paper-3');
  });
});
