import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf, readSettings, settings } from '@newsmill/settings';
import type { Library, State } from '@newsmill/store';
import type { Environment } from '../declare/define-command.ts';
import { withPorts } from '../with-ports.ts';

interface Readable {
  readonly state: Pick<State, 'channels' | 'channelsOf' | 'countFates' | 'read'>;
  readonly library: Pick<Library, 'countTold'>;
}

/** Nobody has polled anything yet. */
const emptyMill: Readable = {
  state: {
    channels: () => Promise.resolve([]),
    channelsOf: () => Promise.resolve([]),
    countFates: () => Promise.resolve([]),
    read: () => Promise.resolve(new Map<string, string>()),
  },
  library: { countTold: () => Promise.resolve(new Map<string, number>()) },
};

/** Whether there is a mill whose state can be asked. */
export function hasState(data: string, environment: Environment): boolean {
  return (
    formsOf(readSettings({ ...environment, [settings.data.env]: data })).bus !== 'sqlite' ||
    existsSync(join(data, 'mill.db'))
  );
}

/** Reads what a mill has; before there is one, it is empty. */
export function withState<T>(
  data: string,
  environment: Environment,
  use: (ports: Readable) => Promise<T>,
): Promise<T> {
  return hasState(data, environment) ? withPorts(data, use) : use(emptyMill);
}
