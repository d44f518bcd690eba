import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fullDiskOf } from './watch-full-disk.ts';

describe('fullDiskOf', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsmill-full-disk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('says that a disk is full where less than the least is left, and nothing of one that is not there', async () => {
    expect(await fullDiskOf(folder)).toBeUndefined();
    expect(await fullDiskOf(folder, Number.MAX_SAFE_INTEGER)).toContain('the disk is full');
    expect(await fullDiskOf(join(folder, 'gone'), Number.MAX_SAFE_INTEGER)).toBeUndefined();
  });
});
