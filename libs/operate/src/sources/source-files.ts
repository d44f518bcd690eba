import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Source, withoutDefaults, type SourceInput } from '@newsmill/contracts';
import type { FolderPorts } from '../mill-ports.ts';
import { Refusal } from '../refusal.ts';
import { writeBeside } from './write-source.ts';

/** A source as it is kept. */
export interface StoredSource {
  readonly source: Source;
  /** Of its file; absent where the program made it. */
  readonly text?: string;
}

interface FoundFile extends StoredSource {
  readonly path: string;
  readonly text: string;
}

/** Loaded when a source is read or written: most processes never do. */
type SourceFiles = typeof import('@newsmill/source-files');

function readSourceFile(files: SourceFiles, path: string, id: string): FoundFile | undefined {
  const text = readFileSync(path, 'utf8');
  const source = files.validateSources([{ path, text }]).sources.find((entry) => entry.id === id);
  return source === undefined ? undefined : { path, text, source };
}

/** The file of a source: usually `<id>.yaml`, but any file may hold it. */
function findFile(files: SourceFiles, directory: string, id: string): FoundFile | undefined {
  const paths = files.sourceFilesIn(directory);
  const likely = paths.filter((path) => basename(path).replace(/\.ya?ml$/, '') === id);
  for (const path of [...likely, ...paths.filter((other) => !likely.includes(other))]) {
    const found = readSourceFile(files, path, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The folder of the sources, to write to. Refuses with not-supported where they come from elsewhere, so that
 * nothing may be written there.
 */
export function ownDirectory({ folder }: FolderPorts): string {
  if (!canWrite(folder.directory))
    throw new Refusal(
      'not-supported',
      'This mill gets its sources from elsewhere; add or change the file there.',
    );
  return folder.directory;
}

function canWrite(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A source from its file, where that may be changed here, else as the mill has it. */
export async function readSource(ports: FolderPorts, id: string): Promise<StoredSource | undefined> {
  return sourceAsKept(await import('@newsmill/source-files'), ports, id);
}

function sourceAsKept(files: SourceFiles, { folder }: FolderPorts, id: string): StoredSource | undefined {
  const inFile = canWrite(folder.directory) ? findFile(files, folder.directory, id) : undefined;
  if (inFile !== undefined) return inFile;
  const source = folder.sourceOf(id);
  return source === undefined ? undefined : { source };
}

/** Shown what is there before a change; throws where that is not what the change was made for. */
export type JudgeSource = (before: StoredSource | undefined) => void;

/** Refuses a file in which the mill would find mistakes, such as a selector that cannot be read. */
function refuseMistakes(files: SourceFiles, path: string, text: string): void {
  const errors = files.validateSources([{ path, text }]).problems.map((mistake) => ({
    pointer: `#/${mistake.path.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`,
    detail:
      mistake.allowed === undefined ? mistake.message : `${mistake.message}; allowed: ${mistake.allowed}`,
  }));
  if (errors.length === 0) return;
  const words = errors.map(({ pointer, detail }) => `${pointer.slice(2)}: ${detail}`);
  throw new Refusal('bad-body', words.join('; '), errors);
}

/**
 * Replaces the file of a source, or makes one, in one step. A running mill sees the change within a second.
 * Refuses with not-supported and bad-body.
 */
export async function putSource(
  ports: FolderPorts,
  source: SourceInput & { readonly id: string },
  judge: JudgeSource,
): Promise<StoredSource & { readonly isNew: boolean }> {
  const files = await import('@newsmill/source-files');
  const directory = ownDirectory(ports);
  const before = sourceAsKept(files, ports, source.id);
  judge(before);
  if (before !== undefined && before.text === undefined)
    throw new Refusal('not-supported', 'This source is built in, so it has no file to change.');
  const path = findFile(files, directory, source.id)?.path ?? join(directory, `${source.id}.yaml`);
  const text = files.sourceToYaml(withoutDefaults(source));
  refuseMistakes(files, basename(path), text);
  const draft = join(directory, `.${source.id}.${process.pid}.draft`);
  writeFileSync(draft, text);
  renameSync(draft, path);
  writeBeside(join(directory, files.schemaFile), files.sourceSchema());
  return { source: Source.parse(source), text, isNew: before === undefined };
}

/** Removes the file of a source. Refuses with not-supported. */
export async function removeSource(ports: FolderPorts, id: string, judge: JudgeSource): Promise<void> {
  const files = await import('@newsmill/source-files');
  const directory = ownDirectory(ports);
  const before = sourceAsKept(files, ports, id);
  judge(before);
  if (before?.text === undefined)
    throw new Refusal(
      'not-supported',
      'This source is built in, so it has no file to remove; NEWSMILL_DEMO=no leaves the demonstration paper out.',
    );
  const path = findFile(files, directory, id)?.path;
  if (path !== undefined) rmSync(path);
}
