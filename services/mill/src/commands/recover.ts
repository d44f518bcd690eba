import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenPorts } from '@newsmill/runtime';
import { readSettings, settings, type Settings } from '@newsmill/settings';
import type { RecoveredFile } from '../process/recover-data.ts';
import { actHere } from './act-here.ts';
import { defineCommand } from './declare/define-command.ts';
import { data } from './declare/mill-options.ts';
import { answer, complain, exitCodes, millExits, NoMill, say } from '@newsmill/service';

/** Whether a folder has files of a mill, also such as an ended recovery left. */
const isMill = (data: string): boolean =>
  statSync(data, { throwIfNoEntry: false })?.isDirectory() === true &&
  readdirSync(data).some((name) => /^(?:mill|registry)\.db\b/.test(name));

/**
 * Fills the state from the ledger that was brought over and from what the library shows; answers how many articles the
 * ledger did not know any more.
 */
async function rebuild(ports: OpenPorts, chosen: Settings): Promise<number> {
  const { rebuildState, tellOfLibrary } = await import('@newsmill/operate');
  const millPorts = { ...ports, now: Date.now };
  // The mill finds the sources when it starts.
  await rebuildState(millPorts, [], chosen);
  const told = await tellOfLibrary(millPorts);
  if (told > 0) {
    // When pages are visited again follows from all that the ledger says.
    await ports.state.clear();
    await rebuildState(millPorts, [], chosen);
  }
  return told;
}

/** What could be brought over, and what is lost. */
function countsOf({ tables, unreadable }: RecoveredFile): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0) - unreadable.length;
  const gaps = tables.reduce((sum, table) => sum + table.gaps, 0);
  return `${rows} rows were brought over, and ${gaps} places could not be read`;
}

/** Completes what was brought over, and writes down what was done. */
async function finish(
  chosen: Settings,
  names: readonly string[],
  files: readonly RecoveredFile[],
): Promise<number> {
  const { openPorts } = await import('@newsmill/runtime');
  const { noteChange } = await import('@newsmill/operate');
  const ports = await openPorts(chosen);
  try {
    const told = names.includes('mill.db') ? await rebuild(ports, chosen) : 0;
    await actHere(ports.registry, async () => {
      for (const name of names) {
        const recovered = files.find(({ file }) => file === name);
        await noteChange({
          what: 'file-recovered',
          subject: name,
          ...(recovered === undefined ? {} : { detail: countsOf(recovered) }),
        });
      }
    });
    return told;
  } finally {
    await ports.close();
  }
}

function describe(data: string, recovered: RecoveredFile): string {
  const { file, problem, unreadable, aside } = recovered;
  const lost = unreadable.map(({ kind, id }) => `${kind} ${id}`);
  return `${join(data, file)} was damaged (${problem.replaceAll('\n', ' ')}): ${countsOf(recovered)}${lost.length === 0 ? '' : `; nothing could be read of ${lost.join(', ')}`}; the damaged file is ${aside}`;
}

export const command = defineCommand({
  name: 'recover',
  description:
    'write a damaged mill.db or registry.db anew from what can still be read of it, and the state from the ledger; the mill must not run, and the damaged file is kept',
  words: '',
  options: { data },
  examples: ['newsmill recover', 'newsmill recover --data /srv/mill'],
  exits: ['done', ...millExits],
  async run(_, options, environment) {
    const chosen = readSettings({ ...environment, [settings.data.env]: options.data });
    if (!isMill(options.data)) throw new NoMill(options.data);
    const { lockData } = await import('@newsmill/service');
    const { endRecovery, recoverData, takeUpRecovery } = await import('../process/recover-data.ts');
    const lock = lockData(options.data, Date.now());
    try {
      const left = takeUpRecovery(chosen, Date.now());
      const files = await recoverData(chosen, Date.now());
      const names = [...new Set([...left, ...files.map(({ file }) => file)])];
      const told = names.length > 0 ? await finish(chosen, names, files) : 0;
      endRecovery(chosen, names);
      for (const file of left) complain(`${file}: a recovery that was ended has been finished`);
      for (const file of files) complain(describe(options.data, file));
      if (told > 0) complain(`the ledger has got back ${told} articles of the library that it had lost`);
      if (names.includes('registry.db'))
        complain(
          'what registry.db has lost is not known: look through keys list, alerts list and changes verify, and make anew what is missing',
        );
      if (names.includes('mill.db'))
        complain('start the mill, then let newsmill audit --mend find what was on its way and is lost');
      answer({ files, told });
      if (names.length === 0) say('the files of the mill are whole: nothing was changed');
      return exitCodes.done;
    } finally {
      lock.release();
    }
  },
});
