import { defineCommand } from '../declare/define-command.ts';
import { asJsonLines, data } from '../declare/mill-options.ts';
import { exitCodes, millExits, complain, oneLine, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

const moment = (time: number) => new Date(time).toISOString().slice(0, 16);

export const command = defineCommand({
  name: 'sessions list',
  description: 'the browsers that are logged in',
  words: '',
  options: { json: asJsonLines, data },
  examples: ['newsmill sessions list'],
  exits: ['done', ...millExits],
  async run(_, { json, data: folder }) {
    const { listSessions } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const sessions = await listSessions(registry, Date.now());
      for (const session of sessions) {
        const { id, name, scope, createdAt, expiresAt, userAgent = '' } = session;
        say(
          json
            ? JSON.stringify(session)
            : oneLine(
                `${id}  ${scope.padEnd(5)}  since ${moment(createdAt)}  until ${moment(expiresAt)}  ${name}  ${userAgent}`,
              ),
        );
      }
      if (sessions.length === 0) complain('no browser is logged in');
      return exitCodes.done;
    });
  },
});
