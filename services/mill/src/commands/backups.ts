import { defineCommand } from './declare/define-command.ts';
import { asJsonLines, data } from './declare/mill-options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withPorts } from './with-ports.ts';

/** Ends with `no` where the newest is old, or none is known. */
export const command = defineCommand({
  name: 'backups',
  description:
    'when backups were made in the last 90 days, where and by whom signed; exit code 1 where the newest is older than 8 days',
  words: '',
  options: { json: asJsonLines, data },
  examples: ['newsmill backups'],
  exits: ['done', 'no', ...millExits],
  async run(_, { json, data: folder }) {
    const { listBackups, oldBackupMs } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const backups = await listBackups(registry);
      for (const backup of backups) {
        const { when, host, path, bytes, withArchive, counts, signedBy } = backup;
        say(
          json
            ? JSON.stringify(backup)
            : `${when}  ${host}:${path}  ${bytes} bytes, ${counts['library'] ?? 0} records of articles${withArchive ? '' : ', without the archive'}, signed by ${signedBy}`,
        );
      }
      if (backups.length === 0) complain('no backup is known; newsmill backup <file> makes one');
      const [newest] = backups;
      return newest === undefined || Date.now() - Date.parse(newest.when) > oldBackupMs
        ? exitCodes.no
        : exitCodes.done;
    });
  },
});
