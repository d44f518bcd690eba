import { noteChange } from '../changes/note-change.ts';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Source } from '@newsmill/contracts';
import type { Problem } from '@newsmill/source-files';
import type { FolderPorts } from '../mill-ports.ts';
import { Refusal } from '../refusal.ts';
import { ownDirectory, readSource, replaceFile, soundSource } from './source-files.ts';

/** A source file as it lies in the folder, which need not give a source. */
export interface FileOfSource {
  /** Its name in the folder. */
  readonly name: string;
  readonly text: string;
  readonly problems: readonly Omit<Problem, 'file'>[];
}

async function pathOf(directory: string, name: string): Promise<string | undefined> {
  const { sourceFilesIn } = await import('@newsmill/source-files');
  return sourceFilesIn(directory).find((path) => basename(path) === name);
}

/**
 * A file of the folder of sources with what is wrong in it; undefined where there is none of that name. Refuses with
 * not-supported where the sources come from elsewhere.
 */
export async function readFileOfSource(ports: FolderPorts, name: string): Promise<FileOfSource | undefined> {
  const path = await pathOf(ownDirectory(ports), name);
  if (path === undefined) return undefined;
  const { validateSources } = await import('@newsmill/source-files');
  const text = readFileSync(path, 'utf8');
  return { name, text, problems: validateSources([{ path: name, text }]).problems };
}

/**
 * Replaces the text of a file, in one step; a running mill takes it up within a second. Refuses with not-supported,
 * unknown-source for a name that no file has, and bad-body where the text has mistakes, or the id of the source of
 * another file. `judge` is shown the text that is there, and throws where that is not what the change was made for.
 */
export async function mendFile(
  ports: FolderPorts,
  { name, text }: { readonly name: string; readonly text: string },
  judge: (before: string) => void,
): Promise<Source> {
  const directory = ownDirectory(ports);
  const path = await pathOf(directory, name);
  if (path === undefined)
    throw new Refusal('unknown-source', `There is no source file ${JSON.stringify(name.slice(0, 200))}.`);
  const before = readFileSync(path, 'utf8');
  judge(before);
  const files = await import('@newsmill/source-files');
  const source = soundSource(files, { path: name, text, id: undefined });
  const other = await readSource(ports, source.id);
  const isKept = ports.folder
    .problems()
    .some(({ file, effect }) => basename(file) === name && effect === 'kept');
  const isOwn = other === undefined || other.text === before || (other.text === undefined && isKept);
  if (!isOwn)
    throw new Refusal('bad-body', `id: another file has the source ${source.id} already`, [
      { pointer: '#/id', detail: 'one that no other file has' },
    ]);
  replaceFile({ files, directory, path }, text);
  await noteChange({ what: 'source-changed', subject: source.id, detail: name });
  return source;
}
