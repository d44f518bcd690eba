import { defineCommand } from '../declare/define-command.ts';
import { data } from '../declare/mill-options.ts';
import { flag } from '../declare/options.ts';
import { exitCodes, millExits, answer, complain, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

export const command = defineCommand({
  name: 'sessions end',
  description: 'log a browser out, or with --all every one, at once',
  words: '[id]',
  wordMeanings: { '[id]': 'id of a session, as `sessions list` shows it' },
  options: { all: flag('every session'), data },
  examples: ['newsmill sessions end 5f1d3c9ab2e84c605f1d3c9ab2e84c60', 'newsmill sessions end --all'],
  exits: ['done', 'no', ...millExits],
  async run([id], { all, data: folder }) {
    if (all === (id !== undefined)) {
      complain('name one session by its id (newsmill sessions list), or end all of them with --all');
      return exitCodes.usage;
    }
    const { endAllSessions, endSession } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const ended =
        id === undefined
          ? await endAllSessions(registry, Date.now())
          : Number(await endSession(registry, id));
      answer({ ended });
      say(`${ended} ${ended === 1 ? 'session' : 'sessions'} ended`);
      if (all || ended > 0) return exitCodes.done;
      complain(`no session has the id ${id}; see ./newsmill sessions list`);
      return exitCodes.no;
    });
  },
});
