import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFile, openSqliteRegistry } from '@newsmill/store';
import { keepBackupReceipt, lastBackupAt, listBackups } from './backup-receipt.ts';

const folder = mkdtempSync(join(tmpdir(), 'newsmill-receipts-'));
const db = openSqliteFile(join(folder, 'mill.sqlite'));
const registry = openSqliteRegistry({ db });

describe('the receipts of backups', () => {
  afterAll(async () => {
    for (const port of [registry, db]) await port.close();
    rmSync(folder, { recursive: true, force: true });
  });
  it('have the newest first, and say when it was begun', async () => {
    expect([await listBackups(registry), await lastBackupAt(registry)]).toEqual([[], undefined]);
    const now = Date.now();
    const receipt = {
      host: 'mill-1',
      path: '/var/backups/mill.backup',
      bytes: 12_345,
      tookMs: 800,
      withArchive: true,
      form: 'embedded',
      newsmill: '0.1.0',
      signedBy: 'SHA256:abc',
      counts: { library: 14 },
    };
    await keepBackupReceipt(registry, { ...receipt, when: now - 1_000 });
    await keepBackupReceipt(registry, { ...receipt, when: now, withArchive: false });
    expect(
      (await listBackups(registry)).map(({ when, withArchive }) => [Date.parse(when), withArchive]),
    ).toEqual([
      [now, false],
      [now - 1_000, true],
    ]);
    expect(await lastBackupAt(registry)).toBe(now);
  });
});
