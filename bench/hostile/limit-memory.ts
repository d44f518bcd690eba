import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A control group with a limit of memory, version 1 or 2. */
export interface LimitedGroup {
  /** The file that a process writes its id into to join; undefined where no group can be made. */
  readonly procs?: string;
  /** Why there is none. */
  readonly problem?: string;
  /** Greatest memory so far, in MB. */
  peak(): number | undefined;
  /** How many of its processes the kernel has killed for want of memory. */
  kills(): number | undefined;
  /** Resolves when its last process is gone and it is removed. */
  remove(): Promise<void>;
}

const top = '/sys/fs/cgroup';
const isV2 = existsSync(join(top, 'cgroup.controllers'));

/** Makes a control group where this machine lets us. */
export function limitMemory(name: string, megabytes: number): LimitedGroup {
  const group = isV2 ? join(top, name) : join(top, 'memory', name);
  try {
    mkdirSync(group);
    writeFileSync(join(group, isV2 ? 'memory.max' : 'memory.limit_in_bytes'), String(megabytes * 2 ** 20));
    if (isV2) writeFileSync(join(group, 'memory.swap.max'), '0');
  } catch (error) {
    return {
      problem: error instanceof Error ? error.message : String(error),
      peak: () => undefined,
      kills: () => undefined,
      remove: () => Promise.resolve(),
    };
  }
  const peakFile = join(group, isV2 ? 'memory.peak' : 'memory.max_usage_in_bytes');
  const killsFile = join(group, isV2 ? 'memory.events' : 'memory.oom_control');
  return {
    procs: join(group, 'cgroup.procs'),
    peak: () => Math.round(Number(readFileSync(peakFile, 'utf8')) / 2 ** 20),
    kills() {
      const count = /^oom_kill (\d+)$/m.exec(readFileSync(killsFile, 'utf8'))?.[1];
      return count === undefined ? undefined : Number(count);
    },
    async remove() {
      for (let tries = 1; ; tries += 1) {
        try {
          return rmdirSync(group);
        } catch (error) {
          if (tries === 20) throw error;
          await sleep(500);
        }
      }
    },
  };
}
