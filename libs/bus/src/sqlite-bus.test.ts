import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteFile } from '@newsmill/store';
import { busContract } from './bus.contract.ts';
import { openSqliteBus } from './sqlite-bus.ts';

busContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-bus-'));
  return {
    open: async () => {
      const file = openSqliteFile(join(directory, 'mill.db'));
      const bus = await openSqliteBus({ db: file });
      const close = bus.close.bind(bus);
      return Object.assign(bus, { close: async () => {
        await close();
        await file.close();
      } });
    },
    destroy: () => rm(directory, { recursive: true, force: true }),
  };
});
