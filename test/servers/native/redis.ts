import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-ports.ts';
import { redisAnswers } from '../readiness.ts';
import { redisArguments } from '../redis-arguments.ts';
import type { RunningServer, Say } from '../servers.ts';
import { ensureRedis } from './install-tools.ts';
import { serverInProcess } from './server-process.ts';

/** Redis of the distribution, without persistence: it is empty after a restart. */
export async function nativeRedis(runFolder: string, say: Say): Promise<RunningServer<'redis'>> {
  const command = await ensureRedis(say);
  const port = await freePort();
  const folder = join(runFolder, 'redis');
  mkdirSync(folder, { recursive: true });
  return serverInProcess<'redis'>(
    { url: `redis://127.0.0.1:${port}` },
    {
      name: 'Redis',
      command,
      args: () => ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, ...redisArguments],
      folder,
      isReady: () => redisAnswers('127.0.0.1', port),
    },
  );
}
