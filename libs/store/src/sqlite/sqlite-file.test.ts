import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';

describe('SqliteFile', () => {
  let directory: string;
  let file: SqliteFile;
  const add = (text: string) =>
    file.write(() => file.statement('INSERT INTO line (text) VALUES (?)').run(text).changes);
  const lines = () =>
    file
      .statement('SELECT text FROM line ORDER BY id')
      .all()
      .map((row) => row['text']);

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-file-'));
    file = openSqliteFile(join(directory, 'mill.db'), { turnMs: 1_000 });
    file.execute('CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT UNIQUE)');
  });
  afterEach(async () => {
    await file.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('leaves the sync of each commit to the file, which does it before it answers', () => {
    expect(file.statement('PRAGMA synchronous').get()).toEqual({ synchronous: 1 });
    expect(file.statement('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });

  it('undoes what failed, and not its neighbours', async () => {
    const failing = file.write(() => {
      file.statement('INSERT INTO line (text) VALUES (?)').run('half');
      throw new Error('second thoughts');
    });
    const outcomes = await Promise.allSettled([add('a'), failing, add('b'), add('a'), add('c')]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(lines()).toEqual(['a', 'b', 'c']);
    await expect(add('a')).rejects.toThrow(/UNIQUE/);
    await add('d');
    expect(lines()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('writes nothing of a group that finds the disk full, and goes on when there is room', async () => {
    await add('before');
    file.execute('PRAGMA max_page_count = 8');
    const outcomes = await Promise.allSettled([add('small'), add('x'.repeat(100_000)), add('other')]);
    expect(
      outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason.errcode : 'written')),
    ).toEqual([13, 13, 13]);
    expect(lines()).toEqual(['before']);
    file.execute('PRAGMA max_page_count = 1000000');
    await Promise.all([add('small'), add('x'.repeat(100_000))]);
    expect(lines()).toHaveLength(3);
  });

  it('leaves what does not fit into a turn of the event loop to the next ones, in order', async () => {
    await file.close();
    file = openSqliteFile(join(directory, 'mill.db'), { turnMs: 0 });
    let turn = 0;
    const counting = setInterval(() => (turn += 1), 0);
    const turns = new Map<string, number>();
    const noted = (text: string) =>
      file.write(() => {
        turns.set(text, turn);
        file.statement('INSERT INTO line (text) VALUES (?)').run(text);
      });
    const count = () => new Promise((resolve) => setImmediate(() => resolve((turn += 1))));
    const written = Promise.all(['a', 'b', 'c'].map(noted));
    for (let n = 0; n < 3; n += 1) await count();
    await Promise.all([written, noted('d')]);
    clearInterval(counting);
    expect(new Set(turns.values()).size).toBe(4);
    expect(lines()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('fails what is queued where another writer holds the file, and goes on after it', async () => {
    await file.close();
    file = openSqliteFile(join(directory, 'mill.db'), { turnMs: 0, busyMs: 0 });
    const other = new DatabaseSync(join(directory, 'mill.db'));
    other.exec('BEGIN IMMEDIATE');
    const outcomes = await Promise.allSettled([add('a'), add('b')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    other.close();
    await add('c');
    expect(lines()).toEqual(['c']);
  });

  it('commits what is queued before it closes, and takes nothing after', async () => {
    const added = add('last');
    await file.close();
    expect(await added).toBe(1);
    await expect(file.write(() => 1)).rejects.toThrow(/closed/);
    file = openSqliteFile(join(directory, 'mill.db'));
    expect(lines()).toEqual(['last']);
  });

  it('sees that another connection has written', async () => {
    const version = file.foreignVersion();
    await add('own');
    expect(file.foreignVersion()).toBe(version);
    const other = openSqliteFile(join(directory, 'mill.db'));
    await other.write(() => other.statement('INSERT INTO line (text) VALUES (?)').run('foreign'));
    await other.close();
    expect(file.foreignVersion()).not.toBe(version);
  });
});
