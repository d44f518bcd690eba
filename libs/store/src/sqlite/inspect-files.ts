import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { nodeOptions } from './node-options.ts';

/** What the process says of a file when it has read it. */
export interface FileInspected {
  readonly path: string;
  /** What is damaged. */
  readonly problem?: string;
}

/**
 * How a file is read. `sliced`: table by table with its indexes, each in a transaction of its own, which keeps nobody
 * from bringing the log into the file for long. `whole`: at once, which also finds pages that belong to two tables or
 * to none.
 */
type InspectExtent = 'sliced' | 'whole';

/**
 * Reads all of SQLite files, one after the other, in a process of its own. `tell` is called for each that is
 * there, with what is damaged in it. The files may be in use. Throws when a file ends the process.
 */
export async function inspectFiles(
  paths: readonly string[],
  extent: InspectExtent,
  tell: (inspected: FileInspected) => void,
): Promise<void> {
  const there = paths.filter((path) => existsSync(path));
  if (there.length === 0) return;
  const entry = fileURLToPath(new URL('./inspect-process.ts', import.meta.url));
  const child = fork(entry, [extent, ...there], {
    execArgv: nodeOptions(entry),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let told = 0;
  await new Promise<void>((resolve, reject) => {
    child.on('message', (inspected: FileInspected) => {
      told += 1;
      tell(inspected);
      if (told === there.length) resolve();
    });
    child.on('error', reject);
    child.on('close', (code, signal) =>
      reject(new Error(`the look at ${there[told] ?? ''} was ended (${signal ?? `exit ${code}`})`)),
    );
    child.unref();
    child.channel?.unref();
  });
}
