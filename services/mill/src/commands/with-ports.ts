import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { actHere } from './act-here.ts';
import type { OpenPorts } from '@newsmill/runtime';
import { choosersOfShared, formsOf, readSettings, settings } from '@newsmill/settings';

/** There is no mill in that folder. */
export class NoMill extends Error {
  override readonly name = 'NoMill';
  constructor(data: string) {
    super(
      `there is no mill in ${data}: start one with npm start, name its folder with --data, or set ${choosersOfShared()
        .map((name) => settings[name].env)
        .join(', ')} of a distributed one`,
    );
  }
}

/**
 * Opens what the mill works on, beside a running mill, for one command: its files, or the servers that the
 * environment names. Throws NoMill, BadSettings.
 */
export async function withPorts<T>(data: string, use: (ports: OpenPorts) => Promise<T>): Promise<T> {
  const { openPorts } = await import('@newsmill/runtime');
  const chosen = readSettings({ ...process.env, [settings.data.env]: data });
  if (formsOf(chosen).bus === 'sqlite' && !existsSync(join(data, 'mill.db'))) throw new NoMill(data);
  const ports = await openPorts(chosen);
  try {
    return await actHere(ports.registry, () => use(ports));
  } finally {
    await ports.close();
  }
}
