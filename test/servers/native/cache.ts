import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../with-lock.ts';

export const isRoot = process.getuid?.() === 0;

/**
 * Where downloads and unpacked servers lie, for all checkouts. The home of root is closed to the user that
 * Elasticsearch runs as.
 */
export function cacheFolder(): string {
  const folder =
    process.env.TEST_SERVERS_CACHE ??
    (isRoot
      ? '/var/cache/newsmill-servers'
      : join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'newsmill-servers'));
  mkdirSync(folder, { recursive: true });
  if (isRoot) chmodSync(folder, 0o755);
  return folder;
}

/**
 * Makes a folder of the cache once: `make` fills it, and a half-filled one is made again. Answers its path.
 */
export async function cached(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheFolder(), name);
  const done = join(folder, '.done');
  if (existsSync(done)) return folder;
  await withLock(join(cacheFolder(), `${name}.lock`), async () => {
    if (existsSync(done)) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await make(folder);
    writeFileSync(done, '');
  });
  return folder;
}
