// Where the suites put their temporary files: into memory where there is plenty. Their servers and mills sync files all
// the time; on a disk that is a sixth of the CPU time of a run. No suite kills a machine: what a process has written
// outlives it in memory too.
import { chmodSync, mkdtempSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
const gigabyte = 2 ** 30;
/** Bytes that must be free: a run takes about one, and its servers and browsers need the memory too. */
const room = 8 * gigabyte;
const memoryForAll = 12 * gigabyte;

/**
 * The folder for temporary files: that in memory, where programs may be run from it and both it and the machine have
 * room; else undefined. `mounts` and `meminfo` are the texts of /proc, `free` what the file system has, bytes.
 */
export function folderInMemory({ mounts, meminfo, free }) {
  const options = mounts
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, place, kind]) => place === memory && kind === 'tmpfs')?.[3]
    ?.split(',');
  const available = 1_024 * Number(/^MemAvailable:\s+(\d+) kB$/m.exec(meminfo)?.[1] ?? 0);
  const isFit = options?.includes('rw') === true && !options.includes('noexec');
  return isFit && free >= room && available >= memoryForAll ? memory : undefined;
}

function found() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return folderInMemory({
      mounts: readFileSync('/proc/mounts', 'utf8'),
      meminfo: readFileSync('/proc/meminfo', 'utf8'),
      free: bavail * bsize,
    });
  } catch {
    // Another system than Linux, or one that shows nothing: the disk serves.
    return undefined;
  }
}

/** A new folder for all temporary files of a run, in memory or on the disk; `TMPDIR` decides where it is given. */
export function newTemporaryFolder() {
  const isGiven = (process.env.TMPDIR ?? '') !== '';
  const folder = mkdtempSync(join((isGiven ? undefined : found()) ?? tmpdir(), 'newsmill-run-'));
  // As open as that of the system: servers and some mills run as other users.
  chmodSync(folder, 0o1777);
  return folder;
}
