import { settings } from '@newsmill/settings';
import { serviceNames, type ServiceName } from '@newsmill/contracts';
import { defineCommand, type DeclaredOption } from './declare/define-command.ts';
import { offSwitch, text } from './declare/options.ts';
import { millExits } from '@newsmill/service';

const role: DeclaredOption<readonly ServiceName[] | undefined> = {
  takes: '<service...>',
  description: 'only these services: several processes together make a mill',
  choices: serviceNames,
};

export const command = defineCommand({
  name: 'run',
  description:
    'run the mill: all services in one process, or the named ones over Kafka, Redis and Elasticsearch',
  words: '',
  options: {
    role,
    port: text('<number>', settings.port.description),
    host: text('<address>', settings.host.description),
    data: text('<folder>', settings.data.description),
    sources: text('<folder>', settings.sources.description),
    demo: offSwitch('without the demonstration papers; their articles are removed'),
  },
  examples: [
    'newsmill run',
    'newsmill run --port 9090 --data /srv/mill --no-demo',
    'newsmill run --role fetch api',
  ],
  hasOwnForm: true,
  exits: ['done', 'no', ...millExits],
  // Its options come before the settings.
  isWithoutSettings: true,
  async run(_, { role: named, demo, ...given }, environment) {
    const { allServices, runServices } = await import('@newsmill/service');
    const { createMill } = await import('../create-mill.ts');
    const own = {
      [settings.port.env]: given.port,
      [settings.host.env]: given.host,
      [settings.data.env]: given.data,
      [settings.sources.env]: given.sources,
      [settings.demo.env]: demo ? undefined : 'no',
    };
    const options = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
    const services = named ?? allServices;
    return runServices({ services, create: createMill(services), given: environment, options });
  },
});
