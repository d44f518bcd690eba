import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFile, openSqliteState, type State } from '@newsmill/store';

/** Lets `work` use an empty state in a file of its own; `bytes` tells the size of that file. */
export async function withSqlite<T>(work: (state: State, bytes: () => number) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-bench-'));
  const path = join(folder, 'state.db');
  const file = openSqliteFile(path);
  const state = await openSqliteState({ db: file });
  try {
    return await work(state, () => {
      file.execute('PRAGMA wal_checkpoint(TRUNCATE)');
      return statSync(path).size;
    });
  } finally {
    await state.close();
    await file.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
