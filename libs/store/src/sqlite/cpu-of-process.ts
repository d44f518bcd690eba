import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second (proc(5), sysconf(_SC_CLK_TCK)). */
const tickMs = 10;

/**
 * Milliseconds of CPU time that another process of this machine has used; undefined where it is gone, or the system
 * does not say.
 */
export function cpuOfProcess(pid: number): number | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  // The name in brackets may have spaces and brackets in it.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return user === undefined || system === undefined ? undefined : (user + system) * tickMs;
}
