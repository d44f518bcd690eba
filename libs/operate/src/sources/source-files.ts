import { compareSources } from './compare-sources.ts';
import { noteChange } from '../changes/note-change.ts';
import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { withoutDefaults, type Source, type SourceInput } from '@newsmill/contracts';
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
export type SourceFiles = typeof import('@newsmill/source-files');

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

/** Whether the files of the sources can be changed here. */
export function mayChangeFiles({ folder }: FolderPorts): boolean {
  return canWrite(folder.directory);
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
  const files = await import('@newsmill/source-files');
  const { directory, sourceOf } = ports.folder;
  const inFile = canWrite(directory) ? findFile(files, directory, id) : undefined;
  if (inFile !== undefined) return inFile;
  const source = sourceOf(id);
  return source === undefined ? undefined : { source };
}

/** Shown what is there before a change; throws where that is not what the change was made for. */
export type JudgeSource = (before: StoredSource | undefined) => void;

/**
 * The source of a file. Refuses one in which the mill would find mistakes, such as a selector that cannot be read,
 * and one that gives another id.
 */
export function soundSource(files: SourceFiles, { path, text, id }: SourceText): Source {
  const { sources, problems } = files.validateSources([{ path, text }]);
  const errors = problems.map((mistake) => ({
    pointer: `#/${mistake.path.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`,
    detail:
      mistake.allowed === undefined ? mistake.message : `${mistake.message}; allowed: ${mistake.allowed}`,
  }));
  const source = sources.find((one) => id === undefined || one.id === id);
  if (errors.length === 0 && source !== undefined) return source;
  if (errors.length === 0)
    errors.push({
      pointer: '#/id',
      detail: `stays ${JSON.stringify(id)}; for another id add a source and remove this one`,
    });
  const words = errors.map(({ pointer, detail }) => `${pointer.slice(2)}: ${detail}`);
  throw new Refusal('bad-body', words.join('; '), errors);
}

interface SourceText {
  /** Name of the file, for what is said of it. */
  readonly path: string;
  readonly text: string;
  /** The id that it must have; without it any. */
  readonly id: string | undefined;
}

/** Where a source is written. */
interface Place {
  readonly files: SourceFiles;
  readonly directory: string;
  /** The file that has it; absent for a new one. */
  readonly filed: FoundFile | undefined;
  /** Of that file, else of one with its name. */
  readonly path: string;
}

/** Refuses a source whose file is there and cannot be read: what it says would be lost. */
function refuseBroken(files: SourceFiles, directory: string, id: string): void {
  const broken = files.sourceFilesIn(directory).find((path) => basename(path).replace(/\.ya?ml$/, '') === id);
  if (broken !== undefined)
    throw new Refusal(
      'not-supported',
      `The file ${basename(broken)} has mistakes or another id: mend it on the page Sources, or by an editor; ./newsmill validate names them.`,
    );
}

/** Refuses with not-supported, also for a source that is built in: `builtIn` says what that means. */
async function placeOf(
  ports: FolderPorts,
  id: string,
  judge: JudgeSource,
  builtIn = 'so it has no file to change.',
): Promise<Place> {
  const files = await import('@newsmill/source-files');
  const directory = ownDirectory(ports);
  const filed = findFile(files, directory, id);
  if (filed === undefined) refuseBroken(files, directory, id);
  const known = ports.folder.sourceOf(id);
  const before = filed ?? (known === undefined ? undefined : { source: known });
  judge(before);
  if (before !== undefined && filed === undefined)
    throw new Refusal('not-supported', `This source is built in, ${builtIn}`);
  return { files, directory, filed, path: filed?.path ?? join(directory, `${id}.yaml`) };
}

/** Writes a file without mistakes in one step. */
function writeFile(place: Place, id: string, text: string): Source {
  const source = soundSource(place.files, { path: basename(place.path), text, id });
  replaceFile(place, text);
  return source;
}

/** Tells the log of changes what became of a source. */
async function noteWritten(before: Source | undefined, after: Source): Promise<void> {
  await noteChange(
    before === undefined
      ? { what: 'source-added', subject: after.id, detail: after.name }
      : { what: 'source-changed', subject: after.id, fields: compareSources(before, after) },
  );
}

/** Replaces a file in one step, so that a running mill never reads half of it. */
export function replaceFile({ files, directory, path }: Omit<Place, 'filed'>, text: string): void {
  const draft = join(directory, `.${basename(path)}.${process.pid}.draft`);
  writeFileSync(draft, text);
  renameSync(draft, path);
  writeBeside(join(directory, files.schemaFile), files.sourceSchema());
}

/**
 * Replaces what the file of a source says, or makes one, in one step; comments of the file stay where its YAML has no
 * anchors. A running mill sees the change within a second.
 * Refuses with not-supported and bad-body.
 */
export async function putSource(
  ports: FolderPorts,
  source: SourceInput & { readonly id: string },
  judge: JudgeSource,
): Promise<StoredSource & { readonly isNew: boolean }> {
  const place = await placeOf(ports, source.id, judge);
  const { files, filed } = place;
  const given = withoutDefaults(source);
  const kept = filed === undefined ? undefined : files.changeInText(filed.text, given);
  const text = kept ?? files.sourceToYaml(given);
  const written = writeFile(place, source.id, text);
  await noteWritten(filed?.source, written);
  return { source: written, text, isNew: filed === undefined };
}

/** As placeOf, of a source that has a file; refuses with unknown-source else. */
async function filedPlace(
  ...asked: Parameters<typeof placeOf>
): Promise<Place & { readonly filed: FoundFile }> {
  const place = await placeOf(...asked);
  const { filed } = place;
  if (filed !== undefined) return { ...place, filed };
  throw new Refusal('unknown-source', `There is no source ${JSON.stringify(asked[1])}.`);
}

/** A source as it was written. */
type WrittenFile = StoredSource & { readonly text: string };

/**
 * Replaces the text of the file of a source, comments and all, in one step. Refuses with not-supported,
 * unknown-source, and bad-body where the text has mistakes or gives another id.
 */
export async function editSource(
  ports: FolderPorts,
  { id, text }: { readonly id: string; readonly text: string },
  judge: JudgeSource,
): Promise<WrittenFile> {
  const place = await filedPlace(ports, id, judge);
  const source = writeFile(place, id, text);
  await noteWritten(place.filed.source, source);
  return { source, text };
}

/**
 * Pauses a source, or lets it go on: `enabled` of its file; every other character of it stays. While it is paused
 * nothing of it is polled; pages that it told of before are still fetched. Refuses with not-supported and
 * unknown-source.
 */
export async function switchSource(ports: FolderPorts, id: string, enabled: boolean): Promise<WrittenFile> {
  const place = await filedPlace(ports, id, () => undefined);
  const { files, filed } = place;
  if (filed.source.enabled === enabled) return filed;
  const text = files.switchInText(filed.text, enabled);
  if (text === undefined)
    throw new Refusal(
      'not-supported',
      `The file of ${id} cannot be switched by itself; write enabled: ${enabled} into it.`,
    );
  const source = writeFile(place, id, text);
  await noteChange({ what: enabled ? 'source-resumed' : 'source-paused', subject: id });
  return { source, text };
}

/** Removes the file of a source. Refuses with not-supported and unknown-source. */
export async function removeSource(ports: FolderPorts, id: string, judge: JudgeSource): Promise<void> {
  const remedy =
    'so it has no file to remove; NEWSMILL_DEMO=no removes the demonstration with all its articles.';
  const { path } = await filedPlace(ports, id, judge, remedy);
  rmSync(path);
  await noteChange({ what: 'source-removed', subject: id });
}
