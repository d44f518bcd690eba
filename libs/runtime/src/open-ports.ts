import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteBus, type Bus } from '@newsmill/bus';
import { openDiskArchive, openSqliteFile, openSqliteLibrary, openSqliteState, type Archive, type Library, type State } from '@newsmill/store';
import { allTopics } from '@newsmill/contracts';

export interface OpenPorts {
  readonly bus: Bus;
  readonly state: State;
  readonly library: Library;
  readonly archive: Archive;
  close(): Promise<void>;
}

/** Opens the embedded form in a folder: queue and state in mill.db, the library in a file and process of its own, raw pages under archive/. */
export async function openPorts(data: string): Promise<OpenPorts> {
  mkdirSync(data, { recursive: true });
  const db = openSqliteFile(join(data, 'mill.db'));
  const bus = await openSqliteBus({ db });
  const state = await openSqliteState({ db });
  const library = await openSqliteLibrary({ path: join(data, 'library.db') });
  const archive = await openDiskArchive({ directory: join(data, 'archive') });
  await bus.createTopics(allTopics());
  return {
    bus,
    state,
    library,
    archive,
    async close() {
      await bus.close();
      await state.close();
      await library.close();
      await archive.close();
      await db.close();
    },
  };
}
