import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { actHere } from './act-here.ts';
import type { OpenPorts } from '@newsmill/runtime';
import { NoMill } from '@newsmill/service';
import { formsOf, readSettings, settings } from '@newsmill/settings';

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
