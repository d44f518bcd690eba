import { problemsInWords, roomInWords } from '@newsmill/contracts';
import { readSettings } from '@newsmill/settings';
import { defineCommand } from './declare/define-command.ts';
import { asJson, data } from './declare/mill-options.ts';
import { exitCodes, millExits, complain, say } from '@newsmill/service';
import { withPorts } from './with-ports.ts';

const moment = (time: number | undefined): string =>
  time === undefined ? 'never' : new Date(time).toISOString().slice(0, 19);

/** Ends with `no` where a service runs nowhere, work is stuck, room is short, or no process lives at all. */
export const command = defineCommand({
  name: 'processes',
  description:
    'which processes of the mill live, what none of them runs, what does not move, and how many days of room are left',
  words: '',
  options: { json: asJson, data },
  examples: ['newsmill processes', 'newsmill processes --json'],
  exits: ['done', 'no', ...millExits],
  async run(_, { json, data: folder }) {
    const { readProcesses } = await import('@newsmill/operate');
    const settings = readSettings(process.env);
    const view = await withPorts(folder, ({ state }) => readProcesses({ state, settings, now: Date.now }));
    const { processes, room } = view;
    const problems = problemsInWords(view);
    if (json) say(JSON.stringify(view, null, 2));
    else {
      for (const { services, host, pid, version, since, lastMessageAt, problems } of processes)
        say(
          `${services.join(' ').padEnd(32)} ${host} ${pid}  ${version}  since ${moment(since)}  last message ${moment(lastMessageAt)}${problems.map(({ name, reason }) => `\n  ${name}: ${reason}`).join('')}`,
        );
      for (const one of room) say(`${one.host}  ${roomInWords(one)}`);
    }
    if (processes.length === 0) complain('no process of this mill has announced itself: none runs');
    for (const problem of problems.values()) complain(problem);
    return processes.length === 0 || problems.size > 0 ? exitCodes.no : exitCodes.done;
  },
});
