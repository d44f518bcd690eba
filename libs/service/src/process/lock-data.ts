import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { makeDataFolder, takeSqliteLock } from '@newsmill/store';
import { MillRuns } from './mill-runs.ts';

/** Who works on a data folder; for people only, the lock itself decides. */
const Holder = z.object({
  pid: z.int(),
  host: z.string(),
  since: z.string(),
  address: z.string().optional(),
});
type Holder = z.output<typeof Holder>;

export interface DataLock {
  /** Writes down where this mill can be found. */
  tell(address: string): void;
  release(): void;
}

/** What the mill that has the folder says of itself there. */
function readHolder(path: string): string {
  try {
    const { pid, host, address, since } = Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
    return `process ${pid} on ${host}${address === undefined ? '' : `, ${address}`}, since ${since}`;
  } catch {
    return 'has not said yet who it is';
  }
}

/**
 * Makes the data folder where it is missing, and keeps every other mill out of it. Throws MillRuns with the
 * name of the one that has it, DamagedFile where something in the folder is no file.
 */
export function lockData(data: string, now: number): DataLock {
  makeDataFolder(data);
  const path = join(data, 'mill.holder');
  const lock = takeSqliteLock(join(data, 'mill.lock'));
  if (lock === undefined) throw new MillRuns(data, readHolder(path));
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date(now).toISOString() };
  const write = (text: Holder) => writeFileSync(path, `${JSON.stringify(text)}\n`, { mode: 0o600 });
  write(holder);
  return {
    tell: (address) => write({ ...holder, address }),
    release() {
      rmSync(path, { force: true });
      lock.release();
    },
  };
}
