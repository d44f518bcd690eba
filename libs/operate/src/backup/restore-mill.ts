import { allTopics, deadLetters, ledger } from '@newsmill/contracts';
import { RegistryConflict, type Archive, type Registry } from '@newsmill/store';
import type { FrameWithBytes, RegistryKindRecord } from './backup-format.ts';
import { messageName } from './backup-messages.ts';
import type { BackupPorts } from './backup-mill.ts';
import { isLeftOut } from './backup-grants.ts';
import { readBackup } from './backup-reader.ts';
import type { CheckedBackup } from './check-backup.ts';
import { restoreSourceFile } from './backup-sources.ts';
import { RestoreBatches, type RejectedArticle } from './restore-batches.ts';
import { markedAsBegun, namesThere, refuseWhenNotEmpty } from './restore-target.ts';

export interface RestoreOptions {
  readonly path: string;
  /** What checkBackup found: nothing is restored that was not proven. */
  readonly checked: CheckedBackup;
  /** Whether keys, webhooks and other powers in it are restored too. */
  readonly withKeys: boolean;
  /** Folder of the source files. */
  readonly sources: string;
  /** Whether to add to a mill that has something in it. */
  readonly merge: boolean;
  /** Told of each record: how many were read, and of how many; the file is read twice. */
  readonly report?: (done: number, total: number) => void;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface Restored {
  /** Names of source files that differ from those of the same name that were there, and stayed. */
  readonly keptSources: readonly string[];
  /** Articles that the library did not take. */
  readonly rejected: readonly RejectedArticle[];
}

/**
 * Puts a backup that was checked into a mill that does not run, of whatever form: the sources, all that is
 * known and the archive, and last the messages, which refer to both. Each step may be repeated, so a restore
 * that was broken off is completed by doing it again. What grants something to somebody is left out unless it
 * is asked for. Throws NotEmpty before anything was changed; RestoreOvertaken, BackupChanged.
 */
export async function restoreMill(ports: BackupPorts, options: RestoreOptions): Promise<Restored> {
  const { checked } = options;
  await ports.bus.createTopics(allTopics());
  await ports.library.prepare();
  await ports.registry.prepare();
  await ports.archive.ping('write');
  if (!options.merge) await refuseWhenNotEmpty(ports, checked.sha256, options.now);
  const batches = new RestoreBatches(ports);
  const keptSources: string[] = [];
  await markedAsBegun(ports.state, checked.sha256, options.now, async () => {
    keptSources.push(...(await restoreKnowledge(ports, batches, options)));
    await restoreMessages(ports, batches, options);
  });
  return { keptSources, rejected: batches.rejected };
}

/** The frames of the file, each of which is told; `before`: those of a reading before. */
async function* countedFrames(
  { path, checked, report }: RestoreOptions,
  before: (all: number) => number,
): AsyncGenerator<FrameWithBytes> {
  const all = Object.values(checked.counts).reduce((sum, count) => sum + count, 0);
  let done = before(all);
  for await (const frame of readBackup(path, checked.sha256)) {
    yield frame;
    done += 1;
    report?.(Math.min(done, 2 * all), 2 * all);
  }
}

/** Everything but messages. Answers the source files that stayed as they were. */
async function restoreKnowledge(
  ports: BackupPorts,
  batches: RestoreBatches,
  options: RestoreOptions,
): Promise<string[]> {
  const { sources, checked, withKeys } = options;
  const kept: string[] = [];
  const grants = new Set(checked.grants.map(({ at }) => at));
  const frames = countedFrames(options, () => 0);
  for (let next = await frames.next(); next.done !== true; next = await frames.next()) {
    const { frame, bytes = new Uint8Array() } = next.value;
    if (!withKeys && isLeftOut(frame, grants)) continue;
    if (frame.kind === 'source' && restoreSourceFile(sources, frame) === 'kept') kept.push(frame.name);
    else if (frame.kind === 'state') await batches.addState(frame.record);
    else if (frame.kind === 'library') await batches.addLibrary(frame.record);
    else if (frame.kind === 'registry') await restoreRecord(ports.registry, frame.record);
    else if (frame.kind === 'ledger')
      await batches.addMessage({ topic: ledger.name, key: frame.key, headers: frame.headers, value: bytes });
    else if (frame.kind === 'file') await restoreFile(ports.archive, frame.name, frames);
  }
  await batches.finish();
  return kept;
}

/** What is there already stays. */
async function restoreRecord(
  registry: Registry,
  { of, id, value, expiresAt }: RegistryKindRecord,
): Promise<void> {
  try {
    await registry.put(of, id, value, { ifRevision: null, expiresAt });
  } catch (error) {
    if (!(error instanceof RegistryConflict)) throw error;
    return;
  }
}

async function restoreFile(
  archive: Archive,
  name: string,
  frames: AsyncIterator<FrameWithBytes>,
): Promise<void> {
  const pieces = piecesOf(frames);
  await archive.writeFile(name, pieces);
  // Of a file that is there already nothing was read.
  for (let left = await pieces.next(); left.done !== true; ) left = await pieces.next();
}

/** Not a generator: one that is left early would end, and the next frame must be that of the next file. */
function piecesOf(frames: AsyncIterator<FrameWithBytes>): AsyncIterableIterator<Uint8Array, undefined> {
  let isOver = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (isOver) return { done: true, value: undefined };
      const next = await frames.next();
      isOver = next.done === true || next.value.frame.kind !== 'piece';
      return next.done === true || isOver
        ? { done: true, value: undefined }
        : { done: false, value: next.value.bytes ?? new Uint8Array() };
    },
  };
}

async function restoreMessages(
  { bus }: BackupPorts,
  batches: RestoreBatches,
  options: RestoreOptions,
): Promise<void> {
  const there = await namesThere(bus);
  for await (const { frame, bytes: value = new Uint8Array() } of countedFrames(options, (all) => all)) {
    if (frame.kind !== 'message' && frame.kind !== 'dead') continue;
    const message = {
      topic: frame.kind === 'dead' ? deadLetters.name : frame.topic,
      key: frame.key,
      headers: frame.headers,
      value,
    };
    const name = messageName(message);
    if (there.has(name)) continue;
    there.add(name);
    await batches.addMessage(message);
  }
  await batches.finish();
}
