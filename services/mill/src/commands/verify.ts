import { join } from 'node:path';
import type { ArchiveVerified } from '@newsmill/operate';
import type { OpenPorts } from '@newsmill/runtime';
import { formsOf, readSettings, settings } from '@newsmill/settings';
import { databaseFiles } from '../process/database-files.ts';
import { defineCommand } from './declare/define-command.ts';
import { asJson, data } from './declare/mill-options.ts';
import { flag } from './declare/options.ts';
import { exitCodes, millExits } from './telling/exit-codes.ts';
import { withProgress } from './telling/progress.ts';
import { complain, say } from './telling/say.ts';
import { withPorts } from './with-ports.ts';

interface FileVerified {
  readonly path: string;
  readonly problem?: string;
}

/** The files of SQLite in a data folder, each page and document read once. */
async function verifyFiles(folder: string): Promise<readonly FileVerified[]> {
  const { inspectFiles } = await import('@newsmill/store');
  const forms = formsOf(readSettings({ ...process.env, [settings.data.env]: folder }));
  const names = [...databaseFiles(forms), ...(forms.library === 'sqlite' ? ['library.db'] : [])];
  const verified: FileVerified[] = [];
  await inspectFiles(
    names.map((name) => join(folder, name)),
    (file) => verified.push(file),
  );
  return verified;
}

/** What to do about a file of the data folder that is damaged. */
const remedyOf = (path: string): string =>
  path.endsWith('library.db')
    ? 'restart the mill: it is set aside and rebuilt from the archive'
    : 'stop the mill and restore a backup (newsmill restore)';

async function verifyPages(ports: OpenPorts): Promise<ArchiveVerified> {
  const { findLostPages, keepArchiveDamage, verifyArchive } = await import('@newsmill/operate');
  await ports.registry.prepare();
  const verified = await withProgress('verify', 'files of the archive', (report) =>
    verifyArchive(ports.archive, { report: (files) => report(files) }),
  );
  const all = { ...verified, damaged: await findLostPages({ ...ports, damaged: verified.damaged }) };
  await keepArchiveDamage(ports.registry, all, Date.now());
  return all;
}

/** Ends with `no` when something is damaged. */
export const command = defineCommand({
  name: 'verify',
  description:
    'read everything that is kept and compare it with its checksums: the files of SQLite and every page of the archive; the mill may run meanwhile',
  words: '',
  options: {
    mend: flag('take damaged pages out of the archive and ask their publishers for them again'),
    json: asJson,
    data,
  },
  examples: ['newsmill verify', 'newsmill verify --mend'],
  exits: ['done', 'no', ...millExits],
  async run(_, options) {
    const { mendArchive } = await import('@newsmill/operate');
    return withPorts(options.data, async (ports) => {
      const files = await verifyFiles(options.data);
      const { read, records, whole, bytes, damaged } = await verifyPages(ports);
      const broken = files.filter(({ problem }) => problem !== undefined);
      for (const { path, problem } of broken) complain(`${path} is damaged (${problem}): ${remedyOf(path)}`);
      for (const { file, offset, problem, url } of damaged)
        complain(
          `${file}:${offset} in the archive: ${problem}${url === undefined ? '' : `; the page of ${url}`}`,
        );
      const askedAgain = options.mend ? await mendArchive(ports, damaged, Date.now()) : undefined;
      if (options.json)
        say(
          JSON.stringify(
            { files, archive: { files: read.length, records, whole, bytes, damaged }, askedAgain },
            null,
            2,
          ),
        );
      else
        say(
          `${files.length - broken.length} of ${files.length} files of SQLite and ${whole} of ${records} records of the archive (${bytes} bytes in ${read.length} files) are whole`,
        );
      if (askedAgain !== undefined) complain(`${askedAgain} of the pages are asked for again`);
      else if (damaged.length > 0)
        complain('their articles stay as they are; with --mend their pages are asked for again');
      return broken.length + damaged.length === 0 ? exitCodes.done : exitCodes.no;
    });
  },
});
