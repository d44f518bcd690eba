import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  /** CPU seconds of the process and all that it started, ended children included. */
  readonly cpuSeconds: number;
  /** Resident memory of all that are alive, megabytes; shared pages count once for each. */
  readonly rssMb: number;
}

interface Entry {
  readonly name: string;
  readonly parent: number;
  readonly ownTicks: number;
  /** Of children that have ended. */
  readonly endedTicks: number;
  readonly rssPages: number;
}

/** The name of a process or thread, and the fields of its file stat behind it, see proc(5). */
function readStat(folder: string): { readonly name: string; readonly fields: readonly number[] } {
  const stat = readFileSync(`${folder}/stat`, 'utf8');
  const end = stat.lastIndexOf(')');
  return {
    name: stat.slice(stat.indexOf('(') + 1, end),
    fields: stat
      .slice(end + 2)
      .split(' ')
      .map(Number),
  };
}

/** CPU seconds of the thread that a process began with. */
export function mainThreadSeconds(pid: number): number {
  return (readEntry(`/proc/${pid}/task/${pid}`)?.ownTicks ?? 0) / 100;
}

/** Whether a process was no longer there to be read. No instanceof: the error may come from another realm. */
function hasEnded(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === 'ENOENT' || error.code === 'ESRCH';
}

/** What a folder of /proc says of its process or thread; undefined when that has just ended. */
function readEntry(folder: string): Entry | undefined {
  try {
    const { name, fields } = readStat(folder);
    const [, parent = 0] = fields;
    return {
      name,
      parent,
      ownTicks: (fields[11] ?? 0) + (fields[12] ?? 0),
      endedTicks: (fields[13] ?? 0) + (fields[14] ?? 0),
      rssPages: fields[21] ?? 0,
    };
  } catch (error) {
    if (hasEnded(error)) return undefined;
    // No instanceof: in a suite the error of the file system comes from another realm.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

/** Which processes count. */
interface Tree {
  readonly root: number;
  /** Those that the root started count, itself does not: it measures. */
  readonly isRootOut?: boolean;
  /** Left out, with all below it. */
  readonly except?: number | undefined;
}

const numbersIn = (folder: string): number[] => readdirSync(folder).map(Number).filter(Number.isInteger);

function readEntries(): ReadonlyMap<number, Entry> {
  const entries = new Map<number, Entry>();
  for (const pid of numbersIn('/proc')) {
    const entry = readEntry(`/proc/${pid}`);
    if (entry !== undefined) entries.set(pid, entry);
  }
  return entries;
}

/** CPU seconds of a process by the names of its threads that live, such as `V8Worker`. */
export function secondsByThread(pid: number): Readonly<Record<string, number>> {
  const seconds: Record<string, number> = {};
  for (const thread of numbersIn(`/proc/${pid}/task`)) {
    const entry = readEntry(`/proc/${pid}/task/${thread}`);
    if (entry !== undefined) seconds[entry.name] = (seconds[entry.name] ?? 0) + entry.ownTicks / 100;
  }
  return seconds;
}

/** CPU seconds of the processes below one, ended children of theirs included, by what `nameOf` calls their commands. */
export function secondsByName(
  root: number,
  nameOf: (words: readonly string[]) => string | undefined,
): Readonly<Record<string, number>> {
  const entries = readEntries();
  const isBelow = (pid: number): boolean =>
    pid === root || (entries.has(pid) && isBelow(entries.get(pid)?.parent ?? 0));
  const seconds: Record<string, number> = {};
  for (const [pid, { ownTicks, endedTicks }] of entries) {
    const name = isBelow(pid) ? nameOf(wordsOf(pid)) : undefined;
    if (name !== undefined) seconds[name] = (seconds[name] ?? 0) + (ownTicks + endedTicks) / 100;
  }
  return seconds;
}

/** The command line of a process; empty when it has just ended. */
function wordsOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch (error) {
    if (hasEnded(error)) return [];
    throw error;
  }
}

/** CPU seconds, greatest memory and command of each process that this one started and that lives. */
export function childrenOf(pid: number): readonly (Usage & { readonly command: string })[] {
  return [...readEntries()]
    .filter(([, { parent }]) => parent === pid)
    .map(([child]) => ({
      cpuSeconds: usageOf({ root: child }).cpuSeconds,
      rssMb: memoryOf(child, 'VmHWM'),
      command: wordsOf(child)[0] ?? '',
    }));
}

/** A figure of /proc/PID/status in megabytes, such as `VmHWM`, the greatest resident memory. */
export function memoryOf(pid: number, figure: 'VmHWM' | 'VmRSS' | 'RssFile'): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const line = status.split('\n').find((one) => one.startsWith(`${figure}:`));
  return Number.parseInt(line?.slice(figure.length + 1) ?? '0', 10) / 1_024;
}

/** What a process and its descendants have used so far (Linux). */
export function usageOf({ root, isRootOut = false, except }: Tree): Usage {
  const entries = readEntries();
  const belongs = (pid: number): boolean =>
    pid !== except && (pid === root || (entries.has(pid) && belongs(entries.get(pid)?.parent ?? 0)));
  let ticks = 0;
  let pages = 0;
  for (const [pid, entry] of entries) {
    if (!belongs(pid)) continue;
    ticks += entry.endedTicks;
    if (pid === root && isRootOut) continue;
    ticks += entry.ownTicks;
    pages += entry.rssPages;
  }
  return { cpuSeconds: ticks / 100, rssMb: (pages * 4_096) / 1_048_576 };
}

/**
 * Watches a process tree; `stop` answers the greatest memory seen and the CPU seconds, of a root that counts since it
 * began, of what a root that is out has started since now.
 */
export function watchUsage(tree: Tree, everyMs = 500): { stop(): Usage } {
  const before = tree.isRootOut === true ? usageOf(tree).cpuSeconds : 0;
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, usageOf(tree).rssMb);
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      const last = usageOf(tree);
      return { cpuSeconds: last.cpuSeconds - before, rssMb: Math.max(peak, last.rssMb) };
    },
  };
}
