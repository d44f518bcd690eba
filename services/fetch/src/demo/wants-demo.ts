import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const removedFile = (data: string): string => join(data, 'demonstration.removed');
/** What the demonstration keeps in the data folder while it is there. */
const keptFiles = (data: string): readonly string[] =>
  ['demonstration.port', 'demonstration.began'].map((name) => join(data, name));

/**
 * Whether the demonstration is to be served from this data folder. Who says no where it was before has it removed,
 * and it stays away at later starts too, until somebody says yes. `wished`: the setting; `byDefault`: what holds where
 * nothing is said.
 */
export function wantsDemo(data: string, wished: boolean | undefined, byDefault: boolean): boolean {
  if (wished === true) {
    // Its old addresses are known, and their articles gone: it begins anew, at others.
    if (existsSync(removedFile(data)))
      for (const file of [...keptFiles(data), removedFile(data)]) rmSync(file, { force: true });
    return true;
  }
  if (wished === false && keptFiles(data).some((file) => existsSync(file)))
    writeFileSync(removedFile(data), 'NEWSMILL_DEMO=yes brings the demonstration back.\n');
  return wished === undefined && byDefault && !existsSync(removedFile(data));
}

/** The files of a demonstration that was removed and of which articles may be left; none where nothing is to do. */
export function leftOfDemo(data: string): readonly string[] {
  return existsSync(removedFile(data)) ? keptFiles(data).filter((file) => existsSync(file)) : [];
}
