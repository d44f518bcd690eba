import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import type { Health } from '@newsmill/runtime';
import { Every, HEALTH, SETTINGS } from '@newsmill/runtime/nest';
import type { Settings } from '@newsmill/settings';

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

/**
 * Why nothing can be written to the disk of a folder; undefined while something can, or where there is no such folder.
 */
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
@Injectable()
export class DiskWatch {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(HEALTH) private readonly health: Health,
  ) {}

  @Every('0.5s', 'disk-watch')
  async look(): Promise<void> {
    const why = await fullDiskOf(this.settings.data);
    if (why === undefined) this.health.clear('full-disk');
    else this.health.block('full-disk', why);
  }
}
