import { settings } from '@newsmill/settings';
import { askHealth } from './ask-health.ts';
import { defineCommand } from './declare/define-command.ts';
import type { DeclaredOption } from './declare/define-command.ts';

const address: DeclaredOption<string> = {
  takes: '<url>',
  description: 'address of the mill',
  fallbackOf: (environment) => `http://127.0.0.1:${environment[settings.port.env] ?? settings.port.fallback}`,
};

export const command = defineCommand({
  name: 'healthcheck',
  description: 'ask /readyz of a mill on this machine; exit code 0 when it is ready',
  words: '',
  options: { address },
  examples: ['newsmill healthcheck', 'newsmill healthcheck --address http://127.0.0.1:9090'],
  exits: ['done', 'no'],
  isWithoutSettings: true,
  run: (_, options) => askHealth(options.address),
});
