import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Bus } from '@newsmill/bus';
import { keepDeadIndex } from '@newsmill/operate';
import { formsOf, type formSettings, type Settings } from '@newsmill/settings';

type Placed = Pick<Settings, 'data' | 'namespace' | (typeof formSettings)[number]>;

/**
 * Keeps the index of dead letters in the data folder, so that whoever starts or runs a command there reads only what
 * is new. Beside a queue in servers machines may share the folder: there each has a file of its own.
 */
export function keepLettersIndex(bus: Bus, settings: Placed): void {
  const own = formsOf(settings).bus === 'sqlite' ? '' : `-${hostname()}-${settings.namespace}`;
  keepDeadIndex(bus, join(settings.data, `dead-letters${own.replaceAll(/[^\w.-]/g, '_')}.db`));
}
