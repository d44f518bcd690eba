import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { openEmbedded, type TestMill } from './backup-samples.contract.ts';

/**
 * Mills of a test file: each test has a folder of its own, in which its mills are opened; they are closed
 * after it.
 */
export function useMills(name: string): {
  root(): string;
  readonly all: readonly TestMill[];
  open(folder: string): Promise<TestMill>;
} {
  let root: string;
  const mills: TestMill[] = [];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), `newsmill-${name}-`));
  });
  afterEach(async () => {
    for (const mill of mills.splice(0)) await mill.close();
    rmSync(root, { recursive: true, force: true });
  });
  return {
    root: () => root,
    all: mills,
    async open(folder) {
      const mill = await openEmbedded(join(root, folder));
      mills.push(mill);
      return mill;
    },
  };
}
