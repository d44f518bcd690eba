import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
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
});
