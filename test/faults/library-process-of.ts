import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MillProcess } from '../processes/start-mill.ts';

/** A hang guard, milliseconds. */
const mostMs = 60_000;

/** What a file of /proc holds; nothing where its process has just ended. */
function readOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}

/** Id of the process that has the library of an embedded mill, as soon as there is one. */
export async function libraryProcessOf({ process: mill }: MillProcess): Promise<number> {
  for (const end = Date.now() + mostMs; Date.now() < end; await sleep(10)) {
    const children = readOf(`/proc/${mill.pid}/task/${mill.pid}/children`).trim().split(' ').map(Number);
    const found = children.find((pid) => readOf(`/proc/${pid}/cmdline`).includes('library-process'));
    if (found !== undefined) return found;
  }
  throw new Error('the mill has no process for its library');
}
