import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFile } from '../../sqlite/sqlite-file.ts';
import { stateContract } from '../contract/state.contract.ts';
import { openSqliteState } from './sqlite-state.ts';

stateContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-state-'));
  return {
    open: async () => {
      const file = openSqliteFile(join(directory, 'mill.db'));
      const state = await openSqliteState({ db: file });
      const close = state.close.bind(state);
      return Object.assign(state, {
        close: async () => {
          await close();
          await file.close();
        },
      });
    },
    destroy: () => rm(directory, { recursive: true, force: true }),
  };
});
