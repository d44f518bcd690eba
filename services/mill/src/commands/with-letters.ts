import type { OpenPorts } from '@newsmill/runtime';
import { readSettings, settings } from '@newsmill/settings';
import { withPorts } from './with-ports.ts';

/** As withPorts, for a command that asks for dead letters: it reads those that came since somebody here asked last. */
export async function withLetters<T>(data: string, use: (ports: OpenPorts) => Promise<T>): Promise<T> {
  const { keepLettersIndex } = await import('@newsmill/service');
  return withPorts(data, (ports) => {
    keepLettersIndex(ports.bus, readSettings({ ...process.env, [settings.data.env]: data }));
    return use(ports);
  });
}
