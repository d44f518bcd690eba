import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  /** CPU seconds of the process and all that it started, ended children included. */
  readonly cpuSeconds: number;
  /** Resident memory of all that are alive, megabytes; shared pages count once for each. */
  readonly rssMb: number;
}

interface Entry {
  readonly parent: number;
  readonly cpuTicks: number;
  readonly rssPages: number;
}

/** Fields of a file stat of /proc behind the name of the process, see proc(5). */
function statFields(path: string): number[] {
  const stat = readFileSync(path, 'utf8');
  return stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

/** CPU seconds of the thread that a process began with. */
export function mainThreadSeconds(pid: number): number {
  const fields = statFields(`/proc/${pid}/task/${pid}/stat`);
  return ((fields[11] ?? 0) + (fields[12] ?? 0)) / 100;
}

/** Undefined when the process has just ended. */
function readEntry(pid: number): Entry | undefined {
  try {
    const fields = statFields(`/proc/${pid}/stat`);
    const [, parent = 0] = fields;
    const cpuTicks = (fields[11] ?? 0) + (fields[12] ?? 0) + (fields[13] ?? 0) + (fields[14] ?? 0);
    return { parent, cpuTicks, rssPages: fields[21] ?? 0 };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return undefined;
    throw error;
  }
}

/** What a process and its descendants have used so far (Linux), without those below `except`. */
export function usageOf(root: number, except?: number): Usage {
  const entries = new Map<number, Entry>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const entry = readEntry(pid);
    if (entry !== undefined) entries.set(pid, entry);
  }
  const belongs = (pid: number): boolean =>
    pid !== except && (pid === root || (entries.has(pid) && belongs(entries.get(pid)?.parent ?? 0)));
  let ticks = 0;
  let pages = 0;
  for (const [pid, entry] of entries) {
    if (!belongs(pid)) continue;
    ticks += entry.cpuTicks;
    pages += entry.rssPages;
  }
  return { cpuSeconds: ticks / 100, rssMb: (pages * 4_096) / 1_048_576 };
}

/** Watches a process tree; `stop` answers CPU seconds used since the start and the greatest memory seen. */
export function watchUsage(root: number, except?: number, everyMs = 500): { stop(): Usage } {
  const before = usageOf(root, except).cpuSeconds;
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, usageOf(root, except).rssMb);
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      const last = usageOf(root, except);
      return { cpuSeconds: last.cpuSeconds - before, rssMb: Math.max(peak, last.rssMb) };
    },
  };
}
