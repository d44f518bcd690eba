import { basename, join } from 'node:path';
import type { DatabaseFile } from '@newsmill/operate';
import { formsOf, type Settings } from '@newsmill/settings';
import { databaseFiles } from './database-files.ts';

/** Reads each file of SQLite in a data folder at once and whole, in a process of its own. */
export async function inspectData(
  settings: Parameters<typeof formsOf>[0] & Pick<Settings, 'data'>,
): Promise<readonly DatabaseFile[]> {
  const { inspectFiles } = await import('@newsmill/store');
  const forms = formsOf(settings);
  const names = [...databaseFiles(forms), ...(forms.library === 'sqlite' ? ['library.db'] : [])];
  const files: DatabaseFile[] = [];
  await inspectFiles(
    names.map((name) => join(settings.data, name)),
    'whole',
    ({ path, problem }) =>
      files.push({ file: basename(path), ...(problem === undefined ? {} : { problem }) }),
  );
  return files;
}
