import { defineCommand } from '../declare/define-command.ts';
import { asJsonLines, data } from '../declare/mill-options.ts';
import { exitCodes, millExits, complain, oneLine, say } from '@newsmill/service';
import { withPorts } from '../with-ports.ts';

const moment = (time: number | undefined) =>
  time === undefined ? 'never' : new Date(time).toISOString().slice(0, 16);

export const command = defineCommand({
  name: 'keys list',
  description: 'all keys, without their secrets',
  words: '',
  options: { json: asJsonLines, data },
  examples: ['newsmill keys list'],
  exits: ['done', ...millExits],
  async run(_, { json, data: folder }) {
    const { listKeys } = await import('@newsmill/operate');
    return withPorts(folder, async ({ registry }) => {
      await registry.prepare();
      const keys = await listKeys(registry);
      for (const key of keys)
        say(
          json
            ? JSON.stringify(key)
            : oneLine(
                `${key.id}  ${key.scope.padEnd(5)}  made ${moment(key.createdAt)}  used ${moment(key.lastUsedAt)}  expires ${moment(key.expiresAt)}  ${key.name}`,
              ),
        );
      if (keys.length === 0) complain('no keys except the one from the first start');
      return exitCodes.done;
    });
  },
});
