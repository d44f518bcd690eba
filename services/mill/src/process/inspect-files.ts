import { existsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseFile } from '@newsmill/operate';
import { defineRole } from '@newsmill/runtime';
import { formSettings, formsOf } from '@newsmill/settings';
import { inspectFiles as readForDamage } from '@newsmill/store';
import { databaseFiles } from './database-files.ts';

/** How often the files are read for damage, milliseconds. */
const inspectEveryMs = 86_400_000;
/** A library up to this size is read whole before the mill is ready: a second or two. */
const mostAtStart = 64 * 1_024 * 1_024;

/**
 * Reads the files in the data folder for damage, at the start and once a day, table by table, in processes of their
 * own that yield to all others.
 */
export const inspectFiles = defineRole({
  name: 'inspect-files',
  takes: ['data', ...formSettings],
  async start(ports) {
    const halt = new AbortController();
    const { data } = ports.settings;
    const forms = formsOf(ports.settings);
    const files = databaseFiles(forms);
    function tell(file: string, detail: string | undefined): void {
      if (detail === undefined) return void ports.health.clear(file);
      const isNew = ports.health.block(
        file,
        `${join(data, file)} is damaged (${detail}): stop the mill, then bring over what can be read of it (./newsmill recover), restore a backup (./newsmill restore), or move ${file}, ${file}-wal and ${file}-shm away`,
      );
      if (isNew) ports.note('file.damaged', { file, detail });
    }
    async function once(isLibraryRead: boolean): Promise<void> {
      if (!isLibraryRead) await ports.library.inspect();
      const read: DatabaseFile[] = [];
      await readForDamage(
        files.map((file) => join(data, file)),
        'sliced',
        ({ path, problem }) => {
          tell(basename(path), problem);
          read.push({ file: basename(path), ...(problem === undefined ? {} : { problem }) });
        },
      );
      if (read.length === 0) return;
      const { keepDatabaseLook } = await import('@newsmill/operate');
      await keepDatabaseLook(ports.registry, { at: ports.now(), host: hostname(), files: read });
    }
    // A small library is read before the mill is called ready; a large one beside its work.
    const file = join(data, 'library.db');
    const isSmall = forms.library === 'sqlite' && existsSync(file) && statSync(file).size < mostAtStart;
    if (isSmall) await ports.library.inspect();
    const loop = (async () => {
      for (let isLibraryRead = isSmall; !halt.signal.aborted; isLibraryRead = false) {
        await once(isLibraryRead).catch((error: unknown) =>
          ports.note('files.unread', { error: error instanceof Error ? error.message : String(error) }),
        );
        await sleep(inspectEveryMs, undefined, { signal: halt.signal }).catch(() => undefined);
      }
    })();
    return {
      async stop() {
        halt.abort();
        await loop;
      },
    };
  },
});
