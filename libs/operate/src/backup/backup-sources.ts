import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** No folder, no dot in front: such a name stays where it is put. */
const fileName = /^[A-Za-z0-9_][A-Za-z0-9._-]*\.ya?ml$/;

/** Whether a source file may be called so. */
export function isSourceFileName(name: string): boolean {
  return name.length <= 200 && fileName.test(name);
}

/** The source files of a folder; none where there is no folder. */
export function* readSourceFiles(directory: string): Generator<SourceFile> {
  if (!existsSync(directory)) return;
  for (const name of readdirSync(directory).sort())
    if (fileName.test(name)) yield { name, text: readFileSync(join(directory, name), 'utf8') };
}

/** Writes a source file in one step. `kept`: another one of that name is there and stays. */
export function restoreSourceFile(
  directory: string,
  { name, text }: SourceFile,
): 'written' | 'same' | 'kept' {
  if (!isSourceFileName(name)) throw new RangeError(`${JSON.stringify(name)} is no name of a source file`);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, name);
  if (existsSync(path)) return readFileSync(path, 'utf8') === text ? 'same' : 'kept';
  const draft = join(directory, `.${name}.${process.pid}.draft`);
  writeFileSync(draft, text);
  renameSync(draft, path);
  return 'written';
}
