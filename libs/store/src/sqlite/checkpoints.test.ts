import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';

const logPages = 200;
const pageBytes = 4_096;

describe('the log of a SQLite file', () => {
  let directory: string;
  let path: string;
  let file: SqliteFile;
  const logBytes = () => statSync(`${path}-wal`).size;
  const write = (pages: number) =>
    file.write(() => file.statement('INSERT INTO line (text) VALUES (?)').run('x'.repeat(pages * pageBytes)));
  /** Each of these is in a commit of its own. */
  const writeOften = async (times: number) => {
    for (let n = 0; n < times; n += 1) await write(4);
  };
  /** Pages that are in the log and not yet in the file, as another connection sees it. */
  const framesLeft = () => {
    const other = new DatabaseSync(path);
    const row = other.prepare('PRAGMA wal_checkpoint(PASSIVE)').get();
    other.close();
    return Number(row?.['log']);
  };

  /** Threads of this process that run code, beside the one that asks. */
  const threads = () => (process.report.getReport() as { workers: unknown[] }).workers.length;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-checkpoints-'));
    path = join(directory, 'mill.db');
    file = openSqliteFile(path, { groupMs: 0, logPages });
    file.execute('CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)');
  });
  afterEach(async () => {
    await file.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('stays short under constant writing, also where commits leave no gap for the thread', async () => {
    await Promise.all(Array.from({ length: 4 }, () => writeOften(800)));
    // Of the 12,800 pages and more SQLite alone would have kept 3,200 in the log.
    expect(logBytes()).toBeLessThan(2_500 * pageBytes);
    expect(file.statement('SELECT count(*) AS lines FROM line').get()).toEqual({ lines: 3_200 });
  });

  it('is left to the thread: SQLite itself steps in only far later', () => {
    expect(file.statement('PRAGMA wal_autocheckpoint').get()).toEqual({ wal_autocheckpoint: 16 * logPages });
  });

  it('goes on while a reader stays with an old state, and is short again after it', async () => {
    const reader = new DatabaseSync(path);
    reader.exec('BEGIN; SELECT count(*) FROM line');
    reader.prepare('SELECT count(*) FROM line').get();
    await writeOften(200);
    expect(reader.prepare('SELECT count(*) AS lines FROM line').get()).toEqual({ lines: 0 });
    reader.close();
    await writeOften(200);
    expect(framesLeft()).toBeLessThan(600);
    expect(file.statement('SELECT count(*) AS lines FROM line').get()).toEqual({ lines: 400 });
  });

  it('does not take the thread for another writer', async () => {
    const version = file.foreignVersion();
    await writeOften(150);
    expect(file.foreignVersion()).toBe(version);
  });

  it('has no thread while nothing is written, and a new one when something is', async () => {
    await file.close();
    const usual = threads();
    file = openSqliteFile(path, { groupMs: 0, logPages, restMs: 20 });
    let most = 0;
    for (let round = 0; round < 4; round += 1) {
      // A busy machine may take longer to start the thread than to write all of this.
      for (let n = 0, seen = usual; n < 150 || seen === usual; n += 1) {
        await write(4);
        if (n % 15 === 0) seen = Math.max(seen, threads());
        most = Math.max(most, seen);
      }
      await sleep(15 * round);
    }
    expect(most).toBe(usual + 1);
    while (threads() > usual) await sleep(10);
    // SQLite begins the log anew with the first commit after all of it was brought in.
    await write(4);
    expect(framesLeft()).toBeLessThan(2 * logPages);
  });

  it('is gone when the file is closed: the thread has ended before', async () => {
    await writeOften(150);
    const last = write(200);
    await file.close();
    await last;
    expect(existsSync(`${path}-wal`)).toBe(false);
    file = openSqliteFile(path);
    expect(file.statement('SELECT count(*) AS lines FROM line').get()).toEqual({ lines: 151 });
  });

  it('loses nothing that was acknowledged when the process is killed at any time', async () => {
    await file.close();
    await rm(path);
    let last = 0;
    for (const kill of [211, 317, 433, 541]) {
      const begun = last;
      const writer = fork(
        fileURLToPath(new URL('../testing/writing-process.ts', import.meta.url)),
        [path, `${last}`],
        {
          execArgv: ['--conditions=newsmill-source', '--no-warnings'],
        },
      );
      const ended = once(writer, 'exit');
      writer.on('message', (id) => {
        last = Number(id);
        if (last - begun === kill) writer.kill('SIGKILL');
      });
      await ended;
      const left = new DatabaseSync(path);
      expect(left.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      const { lines, most } = left.prepare('SELECT count(*) AS lines, max(id) AS most FROM line').get() ?? {};
      left.close();
      expect(lines).toBe(most);
      expect(most).toBeGreaterThanOrEqual(last);
      last = Number(most);
    }
    expect(last).toBeGreaterThan(1_500);
    file = openSqliteFile(path);
  });
});
