import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteFile, type SqliteFile } from '../sqlite/sqlite-file.ts';
import { registryContract } from './registry.contract.ts';
import { RegistryConflict } from './registry.ts';
import { openSqliteRegistry } from './sqlite-registry.ts';

registryContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-registry-'));
  const files: SqliteFile[] = [];
  return {
    open: async (now) => {
      const db = openSqliteFile(join(directory, 'registry.db'));
      files.push(db);
      return openSqliteRegistry({ db, now });
    },
    async destroy() {
      for (const db of files) await db.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
});

describe('SQLite registry', () => {
  it('is one for all processes that open its file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'newsmill-registry-'));
    const files = [
      openSqliteFile(join(directory, 'registry.db')),
      openSqliteFile(join(directory, 'registry.db')),
    ];
    const [one, two] = files.map((db) => openSqliteRegistry({ db }));
    const revision = await one?.put('note', 'a', 1);
    expect(await two?.get('note', 'a')).toMatchObject({ value: 1, revision });
    await two?.put('note', 'a', 2, { ifRevision: revision });
    await expect(one?.put('note', 'a', 3, { ifRevision: revision })).rejects.toBeInstanceOf(RegistryConflict);
    for (const db of files) await db.close();
    await rm(directory, { recursive: true, force: true });
  });

  describe('tells what is not as it was written', () => {
    let directory: string;
    let db: SqliteFile;
    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'newsmill-registry-'));
      db = openSqliteFile(join(directory, 'registry.db'));
    });
    afterEach(async () => {
      await db.close();
      await rm(directory, { recursive: true, force: true });
    });
    const late = Date.now() + 3_600_000;

    it.each([
      ['another text', `UPDATE record SET value = '{"scope":"admin"}'`],
      ['another time of its end', `UPDATE record SET expires_at = ${late + 1}`],
      ['another id', `UPDATE record SET id = 'b'`],
      ['no end', 'UPDATE record SET expires_at = NULL'],
    ])('%s', async (_, harm) => {
      const registry = openSqliteRegistry({ db });
      await registry.put('key', 'a', { scope: 'read' }, { expiresAt: late });
      expect((await registry.list('key', { limit: 5 })).items).toHaveLength(1);
      db.execute(harm);
      await expect(registry.list('key', { limit: 5 })).rejects.toThrow(
        /registry\.db is damaged \(the key [ab] is not as it was written\)/,
      );
    });

    it('but not what an earlier release has written, before and after', async () => {
      db.execute(
        `CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, revision INTEGER NOT NULL, expires_at INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID; INSERT INTO record VALUES ('key', 'old', '1', 1, NULL)`,
      );
      const registry = openSqliteRegistry({ db });
      expect(await registry.get('key', 'old')).toMatchObject({ value: 1 });
      await registry.put('key', 'old', 2);
      // It writes the revision anew, and knows nothing of sums.
      db.execute(`UPDATE record SET value = '3', revision = 77 WHERE id = 'old'`);
      expect(await registry.get('key', 'old')).toMatchObject({ value: 3 });
      expect(openSqliteRegistry({ db })).toBeDefined();
    });
  });
});
