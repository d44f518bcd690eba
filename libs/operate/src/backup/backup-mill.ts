import {
  deadLetters,
  frontierFacts,
  ledger,
  ledgerGroup,
  type FrontierItem,
  type LedgerEvent,
} from '@newsmill/contracts';
import type { StoredMessage } from '@newsmill/bus';
import type { OpenPorts } from '@newsmill/runtime';
import { StateLost, type State, type StateRecord } from '@newsmill/store';
import { readSourceFiles } from './backup-sources.ts';
import { waitingMessages } from './backup-messages.ts';
import { backupFormat, type BackupCounts, type FrameWithBytes, type MessageHead } from './backup-format.ts';
import { passingKinds } from './backup-schemas.ts';
import type { BackupKey } from './backup-key.ts';
import { writeBackup } from './backup-writer.ts';

/** What a mill works on. */
export type BackupPorts = Pick<OpenPorts, 'bus' | 'state' | 'library' | 'archive' | 'registry'>;

export interface BackupOptions {
  readonly path: string;
  /** Folder of the source files. */
  readonly sources: string;
  /** Of the newsmill that writes. */
  readonly version: string;
  /** `embedded` or `distributed`: for whoever looks at the file; it can be restored into either. */
  readonly form: string;
  readonly withArchive: boolean;
  /** Told of each record that is written: how many there are. */
  readonly report?: (done: number) => void;
  /** Signs it: only a backup that is signed by somebody known is restored. */
  readonly key: BackupKey;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Clocks of the processes of one mill may differ by this much, milliseconds. */
const clockSlackMs = 600_000;
const batchSize = 500;
/**
 * Writes all of a mill into one file, of whatever form. It may run meanwhile: nothing that was in it at the
 * start is lost by a restore.
 *
 * Why: everything moves in one direction, from the frontier through the topics to the library, and is written
 * to the next place before it is taken out of the one before. The places are read in that direction, so what
 * has left a place before it was read is in one that is read later. Retries move to later topics, or within
 * one to its end. A replay alone goes back, from the dead letters to a topic or the frontier; that is why
 * dead letters are read first and once more after the library. The ledger is read after those, first what the
 * state has not folded, then what it has: an event that is in neither is of a move that was made after its
 * place was read, so the restored mill makes that move again. What the state remembers of an article (claims,
 * owners, fingerprints) is written before the article moves on, and read after it. Pages that were discovered
 * meanwhile are read with that once more, to be fetched again, since their messages may have come too late.
 * The archive comes last: messages and articles refer to it. What is in the file twice is harmless: versions,
 * keys and folds make restoring it twice the same as once. The state of a mill at rest needs none of this and
 * is restored as it was.
 */
export async function backupMill(ports: BackupPorts, options: BackupOptions): Promise<BackupCounts> {
  if ((await ports.state.condition()) === 'lost') throw new StateLost();
  return writeBackup(options.path, counted(framesOf(ports, options), options.report), options.key);
}

/** The same frames, each of which is told. */
async function* counted(
  frames: AsyncIterable<FrameWithBytes>,
  report: BackupOptions['report'],
): AsyncGenerator<FrameWithBytes> {
  let done = 0;
  for await (const frame of frames) {
    yield frame;
    done += 1;
    report?.(done);
  }
}

async function* framesOf(ports: BackupPorts, options: BackupOptions): AsyncGenerator<FrameWithBytes> {
  yield {
    frame: {
      kind: 'manifest',
      format: backupFormat,
      newsmill: options.version,
      form: options.form,
      time: new Date(options.now).toISOString(),
      archive: options.withArchive,
      signer: options.key.publicKey,
    },
  };
  for (const source of readSourceFiles(options.sources)) yield { frame: { kind: 'source', ...source } };
  yield* deadFrames(ports);
  yield* frontierFrames(ports);
  for await (const message of waitingMessages(ports.bus))
    yield { frame: { kind: 'message', topic: message.topic, ...headOf(message) }, bytes: message.value };
  for await (const record of ports.library.exportRecords()) yield { frame: { kind: 'library', record } };
  yield* deadFrames(ports);
  for await (const message of ports.bus.backlog(ledger.name, ledgerGroup))
    yield { frame: { kind: 'ledger', ...headOf(message) }, bytes: message.value };
  yield* memoryFrames(ports, options.now - clockSlackMs);
  yield* registryFrames(ports);
  if (options.withArchive) yield* archiveFrames(ports);
}

function headOf({ key, headers }: StoredMessage): MessageHead {
  return { key, headers };
}

async function* deadFrames({ bus }: BackupPorts): AsyncGenerator<FrameWithBytes> {
  for await (const message of bus.browse(deadLetters.name))
    yield { frame: { kind: 'dead', ...headOf(message) }, bytes: message.value };
}

/** When hosts may be asked again is kept; who is asking now is not: a restored mill asks for itself. */
async function* frontierFrames({ state }: BackupPorts): AsyncGenerator<FrameWithBytes> {
  for await (const record of state.exportRecords()) {
    if (record.kind === 'item') yield stateFrame(record);
    if (record.kind !== 'host') continue;
    const { holder: _holder, lease: _lease, ...host } = record;
    yield stateFrame(host);
  }
}

/** What the state remembers, and pages that were discovered after `since` once more. */
async function* memoryFrames({ state }: BackupPorts, since: number): AsyncGenerator<FrameWithBytes> {
  let events: LedgerEvent[] = [];
  for await (const record of state.exportRecords()) {
    if (record.kind === 'event') events.push(record.event);
    else if (record.kind === 'item' && record.item.kind === 'page' && record.item.firstSeen >= since)
      yield stateFrame({ kind: 'item', item: unfetched(record.item) });
    else if (record.kind !== 'item' && record.kind !== 'host') yield stateFrame(record);
    if (events.length < batchSize) continue;
    yield* eventFrames(state, events);
    events = [];
  }
  yield* eventFrames(state, events);
}

/**
 * Takes hold only where the frontier was read before the page was discovered: of two records of an item, the
 * first one stays.
 */
function unfetched(item: FrontierItem): FrontierItem {
  return item.fetchedAt === 0 && item.dueAt !== null
    ? item
    : { ...item, dueAt: item.firstSeen, fetchedAt: 0 };
}

/**
 * Events of the discovery get what the frontier knows: the distributed form rebuilds a lost state from its
 * ledger.
 */
async function* eventFrames(state: State, events: readonly LedgerEvent[]): AsyncGenerator<FrameWithBytes> {
  const found = events.filter((event) => event.stage === 'discover');
  const items = await state.getItems(found.map((event) => event.item));
  const known = new Map(found.map((event, i) => [event, items[i]]));
  for (const event of events) {
    const item = known.get(event);
    yield stateFrame({
      kind: 'event',
      event: item === undefined ? event : { ...event, frontier: frontierFacts(item) },
    });
  }
}

function stateFrame(record: StateRecord): FrameWithBytes {
  return { frame: { kind: 'state', record } };
}

async function* registryFrames({ registry }: BackupPorts): AsyncGenerator<FrameWithBytes> {
  for await (const { kind: of, revision: _revision, ...record } of registry.exportRecords())
    if (!passingKinds.has(of)) yield { frame: { kind: 'registry', record: { of, ...record } } };
}

async function* archiveFrames({ archive }: BackupPorts): AsyncGenerator<FrameWithBytes> {
  for await (const { name } of archive.files()) {
    yield { frame: { kind: 'file', name } };
    for await (const bytes of archive.readFile(name)) yield { frame: { kind: 'piece' }, bytes };
    yield { frame: { kind: 'file-end' } };
  }
}
