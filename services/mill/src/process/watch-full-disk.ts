import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineRole, type Role } from '@newsmill/runtime';

const everyMs = 500;
/** With less than this nothing of any size can be written, bytes. */
const leastBytes = 1_048_576;

/** Whether so much can be written now; what was written is taken away again before it reaches the disk. */
async function canWrite(folder: string, bytes: number): Promise<boolean> {
  const file = join(folder, `.room-${process.pid}`);
  try {
    await writeFile(file, Buffer.alloc(Math.min(bytes, leastBytes)));
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOSPC');
  } finally {
    await rm(file, { force: true });
  }
}

/** Why nothing can be written to the disk of a folder; undefined while something can, or where there is no such folder. */
export async function fullDiskOf(folder: string, least = leastBytes): Promise<string | undefined> {
  const told = await statfs(folder).catch(() => undefined);
  if (told === undefined || told.blocks === 0) return undefined;
  const free = told.bavail * told.bsize;
  if (free >= least) return undefined;
  // What a disk keeps back is in part for the superuser and in part for nobody, and it does not say how much.
  const isKept = process.getuid?.() === 0 && told.bfree * told.bsize >= least;
  return isKept && (await canWrite(folder, least))
    ? undefined
    : `the disk is full: ${free} bytes are left; free space, intake resumes by itself`;
}

/**
 * Says in `/readyz` that the disk of the data folder is full, as found twice a second: the next write may come much
 * later, and says so itself.
 */
export function watchFullDisk(): Role {
  return defineRole({
    name: 'full-disk',
    takes: ['data'],
    async start({ settings, health }) {
      const halt = new AbortController();
      const loop = (async () => {
        while (!halt.signal.aborted) {
          const why = await fullDiskOf(settings.data);
          if (why === undefined) health.clear('full-disk');
          else health.block('full-disk', why);
          await sleep(everyMs, undefined, { signal: halt.signal }).catch(() => undefined);
        }
      })();
      return {
        async stop() {
          halt.abort();
          await loop;
        },
      };
    },
  });
}
