import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const starterList = fileURLToPath(new URL('../../../../deploy/sources', import.meta.url));

/** Puts the list of well-known feeds into a folder of sources that is not there yet. */
export function seedSources(directory: string): void {
  if (existsSync(directory)) return;
  mkdirSync(directory, { recursive: true });
  if (!existsSync(starterList)) return;
  for (const name of readdirSync(starterList))
    if (/\.ya?ml$/.test(name)) copyFileSync(join(starterList, name), join(directory, name));
}
