import { readFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';

/** What a process may use of its machine. */
export interface Machine {
  /** Cores, or the part of them that its control group may use. */
  readonly cores: number;
  readonly memoryBytes: number;
  /** Whether the memory is a limit of its control group, not just what the machine has. */
  readonly isLimited: boolean;
}

/** A text file of the system; undefined where there is none. */
export type ReadText = (path: string) => string | undefined;

interface Mount {
  readonly version: 1 | 2;
  /** What of the hierarchy is seen at the mount point. */
  readonly root: string;
  readonly point: string;
  readonly controllers: readonly string[];
}

/** Control groups as /proc/self/mountinfo shows them. */
function mountsIn(text: string): Mount[] {
  return text.split('\n').flatMap((line): Mount[] => {
    const [left = '', right = ''] = line.split(' - ');
    const [, , , root = '', point = ''] = left.split(' ');
    const [kind, , options = ''] = right.split(' ');
    return kind === 'cgroup2'
      ? [{ version: 2, root, point, controllers: [] }]
      : kind === 'cgroup'
        ? [{ version: 1, root, point, controllers: options.split(',') }]
        : [];
  });
}

/**
 * The folders of the group of this process and of all groups around it that can be seen: each of them limits
 * it.
 */
function foldersOf(mount: Mount, path: string): string[] {
  const inside =
    mount.root === '/'
      ? path
      : path === mount.root || path.startsWith(`${mount.root}/`)
        ? path.slice(mount.root.length)
        : '/';
  const names = inside.split('/').filter((name) => name !== '' && name !== '..');
  return names
    .map((_, index) => [mount.point, ...names.slice(0, names.length - index)].join('/'))
    .concat(mount.point);
}

function numberIn(text: string | undefined): number | undefined {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

function coresOf(quota: number | undefined, period: number | undefined): number | undefined {
  return quota === undefined || period === undefined ? undefined : quota / period;
}

/** Limits of one folder: bytes, and cores. What is not there is no limit. */
function limitsIn(
  folder: string,
  { version, controllers }: Mount,
  read: ReadText,
): { readonly bytes: readonly (number | undefined)[]; readonly cores: number | undefined } {
  if (version === 2) {
    const [quota, period] = (read(`${folder}/cpu.max`) ?? '').split(' ');
    return {
      bytes: [numberIn(read(`${folder}/memory.max`)), numberIn(read(`${folder}/memory.high`))],
      cores: coresOf(numberIn(quota), numberIn(period)),
    };
  }
  const bytes = controllers.includes('memory') ? [numberIn(read(`${folder}/memory.limit_in_bytes`))] : [];
  return {
    bytes,
    cores: controllers.includes('cpu')
      ? coresOf(numberIn(read(`${folder}/cpu.cfs_quota_us`)), numberIn(read(`${folder}/cpu.cfs_period_us`)))
      : undefined,
  };
}

/**
 * The least of what the control groups of this process allow, of both versions and at every level. Node
 * itself asks for the innermost group alone, and for no quota of version 1.
 */
export function groupLimits(read: ReadText): { readonly memoryBytes: number; readonly cores: number } {
  const groups = (read('/proc/self/cgroup') ?? '').split('\n').map((line) => line.split(':'));
  const least = { memoryBytes: Number.POSITIVE_INFINITY, cores: Number.POSITIVE_INFINITY };
  for (const mount of mountsIn(read('/proc/self/mountinfo') ?? '')) {
    const group = groups.find(([number, names = '']) =>
      mount.version === 2
        ? number === '0' && names === ''
        : names.split(',').some((name) => name !== '' && mount.controllers.includes(name)),
    );
    if (group === undefined) continue;
    for (const folder of foldersOf(mount, group.slice(2).join(':'))) {
      const { bytes, cores } = limitsIn(folder, mount, read);
      least.memoryBytes = Math.min(
        least.memoryBytes,
        ...bytes.map((value) => value ?? Number.POSITIVE_INFINITY),
      );
      least.cores = Math.min(least.cores, cores ?? Number.POSITIVE_INFINITY);
    }
  }
  return least;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** What this process may use: the machine, and its control groups where they allow less. */
export function readMachine(read: ReadText = readIfThere): Machine {
  const limits = groupLimits(read);
  const total = totalmem();
  return {
    cores: Math.max(1, Math.floor(Math.min(availableParallelism(), limits.cores))),
    memoryBytes: Math.min(total, limits.memoryBytes),
    isLimited: limits.memoryBytes < total,
  };
}
