import { writeSync } from 'node:fs';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { articleNumber, messageNumber, numbersTopic } from './numbered.ts';

/*
 * Entry of a process that publishes messages and writes articles one after the other, and says each
 * acknowledgement with one write to its output: what the system was asked to do before it can be seen.
 */
const [, , data = '', count = '0'] = process.argv;
const ports = await openPorts(readSettings({ NEWSMILL_DATA: data }));
await ports.library.prepare();
await ports.bus.createTopics([numbersTopic]);
for (let number = 0; number < Number(count); number += 1) {
  if (number % 2 === 0) await ports.bus.publish([messageNumber(number)]);
  else await ports.library.write([articleNumber(number)]);
  writeSync(1, `acknowledged ${number % 2 === 0 ? 'mill' : 'library'} ${number}\n`);
}
await ports.close();
