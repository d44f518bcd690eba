import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isDistributed, openPorts, readSettings, settings, type OpenPorts } from '@newsmill/runtime';

/** There is no mill in that folder. */
export class NoMill extends Error {
  override readonly name = 'NoMill';
  constructor(data: string) {
    super(
      `there is no mill in ${data}: start one with npm start, name its folder with --data, or set NEWSMILL_KAFKA_BROKERS, NEWSMILL_REDIS_URL and NEWSMILL_ELASTICSEARCH_URL of a distributed one`,
    );
  }
}

/** Opens what the mill works on, beside a running mill, for one command: its files, or the servers that the environment names. Throws NoMill, BadSettings. */
export async function withPorts<T>(data: string, use: (ports: OpenPorts) => Promise<T>): Promise<T> {
  const chosen = readSettings({ ...process.env, [settings.data.env]: data });
  if (!isDistributed(chosen) && !existsSync(join(data, 'mill.db'))) throw new NoMill(data);
  const ports = await openPorts(chosen);
  try {
    return await use(ports);
  } finally {
    await ports.close();
  }
}
