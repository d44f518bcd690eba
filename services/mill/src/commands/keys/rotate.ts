import { Duration, durationMs } from '@newsmill/contracts';
import { readSettings, settings } from '@newsmill/settings';
import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { text } from '../declare/options.ts';
import { exitCodes, millExits, type ExitCode, answer, complain, say, renewAdminKey } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

/** Another admin key for the mill of a folder, where it lies there. */
async function rotateAdminKey(folder: string): Promise<ExitCode> {
  const { adminKey } = readSettings({ ...process.env, [settings.data.env]: folder });
  const { env } = settings.adminKey;
  if (adminKey !== undefined) {
    complain(
      `the admin key is that of ${env}: change it there and start the mill again; one in the file of ${env}_FILE is changed in that file, and a mill that runs takes it within seconds`,
    );
    return exitCodes.no;
  }
  const key = renewAdminKey(folder);
  if (key === undefined) {
    complain(`no admin key lies in ${folder}: the mill makes it at its first start`);
    return exitCodes.no;
  }
  const { noteChange } = await import('@newsmill/operate');
  await noteChange({ what: 'key-rotated', subject: 'admin', detail: 'admin key' });
  answer({ id: 'admin', key });
  say(key);
  complain(
    'This is the new admin key; it is kept in admin.key of the data folder. A mill that runs takes it within seconds; the one before opens nothing then, and its sessions end.',
  );
  return exitCodes.done;
}

export const command = defineCommand({
  name: 'keys rotate',
  description:
    'give a key, or admin: that of the first start, another text, printed once; the one before opens for a while, that of admin no longer',
  words: '<id>',
  options: {
    overlap: text('<duration>', 'how long the text before still opens; 1d without it, 0s ends it at once'),
    data,
  },
  examples: [
    'newsmill keys rotate 0f3a9c5e71b2d846',
    'newsmill keys rotate 0f3a9c5e71b2d846 --overlap 0s',
    'newsmill keys rotate admin',
  ],
  exits: ['done', 'no', ...millExits],
  async run([id], { overlap: wanted, data: folder }) {
    const overlap = wanted ?? '1d';
    if (id === 'admin' && wanted !== undefined) {
      complain('the admin key has no overlap: the one before ends at once; leave --overlap out');
      return exitCodes.usage;
    }
    if (!Duration.safeParse(overlap).success) {
      complain(`${JSON.stringify(overlap)} is no duration; write it as 1d`);
      return exitCodes.usage;
    }
    const { rotateKey } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      if (id === 'admin') return rotateAdminKey(folder);
      const rotated = await rotateKey(registry, id, { overlapMs: durationMs(overlap), now: Date.now() });
      if (rotated === undefined) {
        complain(`no key that lasts has the id ${id}; see ./newsmill keys list`);
        return exitCodes.no;
      }
      answer({ id, key: rotated.key });
      say(rotated.key);
      complain(`This is the new text of the key ${id}; it is shown here and never again.`);
      return exitCodes.done;
    });
  },
});
