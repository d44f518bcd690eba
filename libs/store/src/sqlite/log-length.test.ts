import { closeSync, openSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { logHolds } from './log-length.ts';

describe('logHolds', () => {
  let directory: string;
  let database: DatabaseSync;
  let log: number;
  const write = (pages: number) =>
    database.prepare('INSERT INTO line (text) VALUES (?)').run('x'.repeat(pages * 4_096));
  /** Also brings the log into the file, so that the next write begins it anew. */
  const frames = () => Number(database.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()?.['log']);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-log-'));
    database = new DatabaseSync(join(directory, 'mill.db'));
    database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE line (text TEXT)');
    log = openSync(join(directory, 'mill.db-wal'), 'r');
  });
  afterEach(async () => {
    closeSync(log);
    database.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('counts as SQLite does', () => {
    write(20);
    write(3);
    const long = frames();
    expect(long).toBeGreaterThan(20);
    expect([1, long, long + 1].map((count) => logHolds(log, count))).toEqual([true, true, false]);
  });

  it('does not count what is left from before the log was begun anew', () => {
    write(20);
    const before = frames();
    write(1);
    expect(logHolds(log, before)).toBe(false);
    const after = frames();
    expect(after).toBeLessThan(before);
    expect([after, after + 1].map((count) => logHolds(log, count))).toEqual([true, false]);
  });

  it('holds nothing where the log is empty', () => {
    frames();
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(logHolds(log, 1)).toBe(false);
  });
});
