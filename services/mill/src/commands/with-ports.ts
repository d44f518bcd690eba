import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openPorts, type OpenPorts } from '@newsmill/runtime';

/** There is no mill in that folder. */
export class NoMill extends Error {
  override readonly name = 'NoMill';
  constructor(data: string) {
    super(`there is no mill in ${data}: start one with npm start, or name its folder with --data`);
  }
}

/** Opens the mill's files beside a running mill, for one command. */
export async function withPorts<T>(data: string, use: (ports: OpenPorts) => Promise<T>): Promise<T> {
  if (!existsSync(join(data, 'mill.db'))) throw new NoMill(data);
  const ports = await openPorts(data);
  try {
    return await use(ports);
  } finally {
    await ports.close();
  }
}
