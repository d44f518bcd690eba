import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, settings, type Settings } from '@newsmill/settings';
import { actHere } from './act-here.ts';
import { defineCommand } from './declare/define-command.ts';
import { data } from './declare/mill-options.ts';
import { exitCodes, millExits } from './telling/exit-codes.ts';
import { answer, complain, say } from './telling/say.ts';
import { NoMill } from './with-ports.ts';

/** Fills the state from the ledger that was brought over, and writes down what was done. */
async function finish(chosen: Settings, files: readonly { readonly file: string }[]): Promise<void> {
  const { openPorts } = await import('@newsmill/runtime');
  const { noteChange, rebuildState } = await import('@newsmill/operate');
  const ports = await openPorts(chosen);
  try {
    // The mill finds the sources when it starts.
    if (files.some(({ file }) => file === 'mill.db'))
      await rebuildState({ ...ports, now: Date.now }, [], chosen);
    await actHere(ports.registry, async () => {
      for (const { file } of files) await noteChange({ what: 'file-recovered', subject: file });
    });
  } finally {
    await ports.close();
  }
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
    if (!['mill.db', 'registry.db'].some((file) => existsSync(join(options.data, file))))
      throw new NoMill(options.data);
    const { lockData } = await import('../process/lock-data.ts');
    const { recoverData } = await import('../process/recover-data.ts');
    const lock = lockData(options.data, Date.now());
    try {
      const files = await recoverData(chosen, Date.now());
      if (files.length > 0) await finish(chosen, files);
      for (const { file, problem, tables, aside } of files) {
        const rows = tables.reduce((sum, table) => sum + table.rows, 0);
        const gaps = tables.reduce((sum, table) => sum + table.gaps, 0);
        complain(
          `${join(options.data, file)} was damaged (${problem.replaceAll('\n', ' ')}): ${rows} rows were brought over, and ${gaps} places could not be read; the damaged file is ${aside}`,
        );
      }
      if (files.length > 0)
        complain(
          'start the mill, then let newsmill audit --mend find what the ledger does not know any more',
        );
      answer({ files });
      if (files.length === 0) say('the files of the mill are whole: nothing was changed');
      return exitCodes.done;
    } finally {
      lock.release();
    }
  },
});
