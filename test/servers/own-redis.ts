import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureRedis } from './native/install-tools.ts';
import { ownServer } from './own-server.ts';
import { serverImages } from './server-versions.ts';
import type { OwnServer } from './servers.ts';

/** A Redis, or a Sentinel, with a configuration of its own. */
export interface RedisPlan {
  /** For what it writes. */
  readonly folder: string;
  /** The folder around it that has the certificates, where it needs some. */
  readonly around?: string;
  readonly port: number;
  /** Lines of its configuration beside its folder and where it listens. */
  readonly lines: readonly string[];
  readonly isSentinel?: boolean;
  isReady(): Promise<boolean>;
}

/** Makes one, which is not started yet. It listens on the loopback alone. */
export function ownRedis(plan: RedisPlan): Promise<OwnServer<'redis'>> {
  const { folder, around, port, lines, isSentinel, isReady } = plan;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'redis.conf');
  writeFileSync(file, [`dir ${folder}`, 'bind 127.0.0.1', ...lines, ''].join('\n'));
  const words = [file, ...(isSentinel === true ? ['--sentinel'] : [])];
  return ownServer({
    kind: 'redis',
    name: isSentinel === true ? 'Sentinel' : 'Redis',
    folder,
    around,
    address: { url: `redis://127.0.0.1:${port}` },
    asContainer: { image: serverImages.redis, command: ['redis-server', ...words] },
    asProcess: async () => ({
      command: await ensureRedis((text) => void process.stderr.write(`${text}\n`)),
      args: () => words,
    }),
    isReady,
  });
}
