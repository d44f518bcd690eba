import { mkdirSync, readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { join } from 'node:path';
import { DamagedFile } from './damage.ts';
import { isOwnFile, privateFolderMode } from './private-file.ts';

/** What stands where a file is needed; undefined: a file, or a folder that somebody else has put there. */
function oddityOf(name: string, entry: Dirent | Stats): string | undefined {
  if (entry.isFile()) return undefined;
  if (entry.isDirectory()) return isOwnFile(name) ? 'a folder' : undefined;
  if (entry.isFIFO()) return 'a named pipe';
  return entry.isSocket() ? 'a socket' : 'a device';
}

/**
 * Makes the data folder where it is missing. Throws DamagedFile where something in it is no file: whoever opens a pipe
 * waits for a writer, without a word and for ever.
 */
export function makeDataFolder(data: string): void {
  mkdirSync(data, { recursive: true, mode: privateFolderMode });
  for (const entry of readdirSync(data, { withFileTypes: true })) {
    const path = join(data, entry.name);
    // A link counts as what it leads to; one that leads nowhere is a file that is not there yet.
    const found = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
    const oddity = found === undefined ? undefined : oddityOf(entry.name, found);
    if (oddity !== undefined)
      throw new DamagedFile(
        path,
        `it is ${oddity}, where a file is needed`,
        'move it away and start again, which makes a new file where one is missing; or put back the file that was there',
      );
  }
}
