import type { CheckedBackup } from '@newsmill/operate';
import { readSettings, settings } from '@newsmill/settings';
import { actHere } from './act-here.ts';
import { defineCommand } from './declare/define-command.ts';
import { data, sources, sourcesFolder } from './declare/mill-options.ts';
import { flag, several } from './declare/options.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { withProgress } from './telling/progress.ts';

const originOf = ({ manifest, signer, counts }: CheckedBackup) => ({ manifest, signer, counts });

function tellOrigin({ manifest, signer, counts }: CheckedBackup): void {
  say(
    `backup of ${manifest.time} by newsmill ${manifest.newsmill} (${manifest.form}), ${signer === undefined ? 'not signed' : `signed by ${signer}`}: ${counts.library ?? 0} records of articles, ${counts.state ?? 0} of the state, ${counts.file ?? 0} files of the archive, ${counts.source ?? 0} sources`,
  );
}

/** Ends with `no` when the library did not take some articles. */
export const command = defineCommand({
  name: 'restore',
  description:
    'put a backup into an empty mill that does not run, of whatever form; all of the file is proven before anything is written',
  words: '<file>',
  options: {
    merge: flag('add it to a mill that has something in it'),
    withKeys: flag(
      'also keys of the API, webhooks, subscriptions to hubs and sources with private addresses or headers; each is named',
    ),
    signedBy: several('<fingerprint...>', 'also of a mill with this key: what newsmill backup printed there'),
    trustUnsigned: flag('also one without signature, of an older newsmill: anybody may have written it'),
    check: flag('only prove it and say what is in it'),
    sources,
    data,
  },
  examples: [
    'newsmill restore --check mill.backup',
    'newsmill restore mill.backup --data /srv/mill --with-keys',
  ],
  exits: ['done', 'no', ...millExits],
  async run([path], options, environment) {
    const { checkBackup, noteChange, readBackupKey, restoreMill } = await import('@newsmill/operate');
    const { openPorts } = await import('@newsmill/runtime');
    const chosen = readSettings({ ...environment, [settings.data.env]: options.data });
    const checked = await checkBackup(path, {
      own: readBackupKey(chosen)?.fingerprint,
      signedBy: options.signedBy,
      unsigned: options.trustUnsigned,
    });
    if (options.check) {
      tellOrigin(checked);
      for (const { what } of checked.grants) say(`with --with-keys: ${what}`);
      answer(originOf(checked));
      say('all of it can be read; nothing was changed');
      return exitCodes.done;
    }
    const ports = await openPorts(chosen);
    try {
      const { keptSources, rejected } = await withProgress('restore', 'records', (report) =>
        restoreMill(ports, {
          report,
          path,
          checked,
          withKeys: options.withKeys,
          sources: sourcesFolder(options, environment),
          merge: options.merge,
          now: Date.now(),
        }),
      );
      for (const name of keptSources)
        complain(`${name}: another one was there and stays; the backup has it too`);
      for (const { id, detail } of rejected) complain(`article ${id} was not taken: ${detail}`);
      for (const { what } of checked.grants) {
        if (options.withKeys) say(`restored: ${what}`);
        else complain(`left out: ${what}`);
      }
      if (checked.grants.length > 0 && !options.withKeys)
        complain('what was left out comes with: newsmill restore --merge --with-keys, if all of it is yours');
      await actHere(ports.registry, () =>
        noteChange({
          what: 'backup-restored',
          subject: path,
          detail: `${checked.signer === undefined ? 'not signed' : `signed by ${checked.signer}`}, of ${checked.manifest.time}${options.withKeys ? ', with keys' : ''}${options.merge ? ', merged' : ''}`,
        }),
      );
      answer({ ...originOf(checked), keptSources, rejected });
      tellOrigin(checked);
      return rejected.length === 0 ? exitCodes.done : exitCodes.no;
    } finally {
      await ports.close();
    }
  },
});
