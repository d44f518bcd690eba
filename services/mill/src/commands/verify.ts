import { hostname } from 'node:os';
import { join } from 'node:path';
import type { OpenPorts } from '@newsmill/runtime';
import { readSettings, settings } from '@newsmill/settings';
import { inspectData, exitCodes, millExits, complain, say } from '@newsmill/service';
import { defineCommand } from './declare/define-command.ts';
import { asJson, data } from './declare/mill-options.ts';
import { flag } from './declare/options.ts';
import { withProgress } from './telling/progress.ts';
import { userName } from './user-name.ts';
import { withPorts } from './with-ports.ts';

/** What to do about a file of the data folder that is damaged. */
const remedyOf = (file: string): string =>
  file === 'library.db'
    ? 'restart the mill: it is set aside and rebuilt from the archive'
    : 'stop the mill, then bring over what can be read of it (newsmill recover) or restore a backup (newsmill restore)';

async function verify(ports: OpenPorts, folder: string, mend: boolean) {
  const { beginVerification, carryOutVerification } = await import('@newsmill/operate');
  await ports.registry.prepare();
  const millPorts = { ...ports, now: Date.now };
  const asker = { who: userName(), by: 'command', from: hostname() } as const;
  const begun = await beginVerification(millPorts, { mend, asker, host: hostname() });
  return withProgress('verify', 'files of the archive', (report) =>
    carryOutVerification(millPorts, begun, {
      inspect: () => inspectData(readSettings({ ...process.env, [settings.data.env]: folder })),
      report,
    }),
  );
}

/** Says what is wrong with the log of changes. What it lacks nobody can mend, so it decides no exit code here. */
async function tellOfLog({ registry }: OpenPorts): Promise<readonly string[]> {
  const { verifyChanges } = await import('@newsmill/operate');
  const { faults } = await verifyChanges(registry, Date.now());
  for (const fault of faults) complain(`the log of changes: ${fault}`);
  return faults;
}

/** Ends with `no` when something is damaged, or when it was stopped. */
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
    return withPorts(options.data, async (ports) => {
      const { damagedPlaces } = await import('@newsmill/operate');
      const { verification, damaged } = await verify(ports, options.data, options.mend);
      const { state, archive, databases, askedAgain, problem: problemOfAll } = verification;
      const broken = databases.filter(({ problem }) => problem !== undefined);
      for (const { file, problem } of broken)
        complain(`${join(options.data, file)} is damaged (${problem}): ${remedyOf(file)}`);
      for (const { place, problem, url, pagesLost } of damagedPlaces(damaged))
        complain(
          pagesLost === undefined
            ? `${place} in the archive: ${problem}${url === undefined ? '' : `; the page of ${url}`}`
            : `${place} in the archive is gone, and was not pruned; ${pagesLost} pages of articles lay in it`,
        );
      const faultsOfLog = await tellOfLog(ports);
      if (problemOfAll !== undefined) complain(problemOfAll);
      if (state === 'stopped')
        complain(`stopped by ${verification.stopper ?? 'somebody'} before it was through`);
      const { files, records, whole, bytes } = archive;
      if (options.json)
        say(
          JSON.stringify(
            {
              state,
              files: databases,
              archive: { files, records, whole, bytes, damaged },
              changes: { faults: faultsOfLog },
              askedAgain,
            },
            null,
            2,
          ),
        );
      else
        say(
          `${databases.length - broken.length} of ${databases.length} files of SQLite and ${whole} of ${records} records of the archive (${bytes} bytes in ${files} files) are whole`,
        );
      if (askedAgain !== undefined) complain(`${askedAgain} of the pages are asked for again`);
      else if (damaged.length > 0)
        complain('their articles stay as they are; with --mend their pages are asked for again');
      return state === 'done' && broken.length + damaged.length === 0 ? exitCodes.done : exitCodes.no;
    });
  },
});
