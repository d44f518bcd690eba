import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteBus } from '@newsmill/bus';
import { openSqliteFile } from '@newsmill/store';
import { unharmed } from '../../../test/oracle/judge.ts';
import { seededRandom, type Random } from '../../../test/newsweb/seeded-random.ts';
import { aptInstall, hasCommand } from '../../../tools/apt-install.mjs';
import type { FaultFindings, FaultRun, Hindrance } from '../fault.ts';
import { isWhole, messageNumber, numbersTopic } from './numbered.ts';
import { unsyncedAcknowledgements } from './unsynced-acknowledgements.ts';

const published = 600;
const sector = 512;

/** A file as a power cut may leave it: what was synced is whole, and behind it anything. */
interface Recording {
  readonly database: Buffer;
  readonly log: Buffer;
  /** Length of the log when each message was acknowledged. */
  readonly ends: readonly number[];
  /** The file after the log was brought into it. */
  readonly checkpointed: Buffer;
}

/** Publishes messages through the bus of the mill, and notes how long its log was at each acknowledgement. */
async function record(folder: string): Promise<Recording> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'mill.db');
  // The log stays a log: nothing is brought into the file meanwhile.
  const file = openSqliteFile(path, { logPages: 1_000_000, groupMs: 0 });
  const bus = await openSqliteBus({ db: file });
  await bus.createTopics([numbersTopic]);
  const whole = new DatabaseSync(path);
  whole.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  whole.close();
  const ends: number[] = [];
  for (let number = 0; number < published; number += 1) {
    await bus.publish([messageNumber(number)]);
    ends.push(statSync(`${path}-wal`).size);
  }
  const [database, log] = [readFileSync(path), readFileSync(`${path}-wal`)];
  const after = join(folder, 'after.db');
  writeFileSync(after, database);
  writeFileSync(`${after}-wal`, log);
  const checkpoint = new DatabaseSync(after);
  checkpoint.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  checkpoint.close();
  const checkpointed = readFileSync(after);
  await bus.close();
  await file.close();
  return { database, log, ends, checkpointed };
}

/** What one power cut leaves, and how many bytes of the log were certainly on the disk. */
function cut(recording: Recording, random: Random): { database: Buffer; log: Buffer; safe: number } {
  const { database, log, checkpointed } = recording;
  const at = Math.floor(random() * log.length);
  const kind = random();
  if (kind < 0.4) return { database, log: log.subarray(0, at), safe: at };
  if (kind < 0.7) {
    const from = Math.floor(at / sector) * sector;
    const torn = Buffer.from(log);
    torn.fill(0, from, Math.min(log.length, from + sector));
    return { database, log: torn, safe: from };
  }
  // In the midst of a checkpoint: some sectors of the file are new, others old; the log is still there.
  const mixed = Buffer.alloc(checkpointed.length);
  database.copy(mixed);
  for (let from = 0; from < checkpointed.length; from += sector)
    if (random() < 0.5) checkpointed.copy(mixed, from, from, from + sector);
  return { database: mixed, log, safe: log.length };
}

interface Trials {
  readonly lost: string[];
  readonly torn: string[];
  readonly phantom: string[];
  /** Trials after which the file could not be opened. */
  readonly unopened: string[];
}

/** Opens what a power cut left as a mill does, and reads all that is there. */
async function readBack(path: string): Promise<readonly { number: number; whole: boolean }[]> {
  const file = openSqliteFile(path);
  try {
    const bus = await openSqliteBus({ db: file });
    await bus.createTopics([numbersTopic]);
    const found: { number: number; whole: boolean }[] = [];
    for await (const { key, value } of bus.browse(numbersTopic.name))
      found.push({ number: Number(key), whole: isWhole(Number(key), value) });
    await bus.close();
    return found;
  } finally {
    await file.close();
  }
}

async function tryCuts(recording: Recording, { dose, seed, folder }: FaultRun): Promise<Trials> {
  const random = seededRandom(seed, 'power');
  const trials: Trials = { lost: [], torn: [], phantom: [], unopened: [] };
  const path = join(folder, 'cut', 'mill.db');
  mkdirSync(join(folder, 'cut'));
  for (let trial = 1; trial <= dose; trial += 1) {
    for (const part of ['', '-wal', '-shm']) rmSync(path + part, { force: true });
    const { database, log, safe } = cut(recording, random);
    writeFileSync(path, database);
    writeFileSync(`${path}-wal`, log);
    try {
      const found = await readBack(path);
      const acknowledged = recording.ends.filter((end) => end <= safe).length;
      if (found.length < acknowledged)
        trials.lost.push(`trial ${trial}: ${acknowledged - found.length} acknowledged messages are gone`);
      if (found.some(({ whole }) => !whole)) trials.torn.push(`trial ${trial}`);
      if (found.some(({ number }, place) => number !== place) || found.length > published)
        trials.phantom.push(`trial ${trial}: what is there is no prefix of what was published`);
    } catch (error) {
      trials.unopened.push(
        `trial ${trial}: the file cannot be opened: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }
  return trials;
}

/** Why strace is not here and cannot be installed; undefined where it is there now. */
const whyNoStrace = (): string | undefined => (hasCommand('strace') ? undefined : aptInstall(['strace']));

/** Why the system calls of a process cannot be read here: by reading some. */
export function powerHindrance(): Hindrance | undefined {
  const why = whyNoStrace();
  const tried = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' });
  if (tried.status === 0) return undefined;
  const said = tried.error === undefined ? tried.stderr.trim().split('\n').at(-1) : tried.error.message;
  return { part: 'acknowledgements by their system calls', why: why ?? `strace: ${said}` };
}

/** Acknowledgements that a process told before the disk had them, by its system calls; or why none were seen. */
function traceAcknowledgements(folder: string, count: number): readonly string[] | { readonly why: string } {
  const why = whyNoStrace();
  if (why !== undefined) return { why };
  const log = join(folder, 'calls.txt');
  const data = join(folder, 'traced');
  mkdirSync(data);
  const run = spawnSync(
    'strace',
    [
      '-f',
      '-y',
      '-s',
      '64',
      '-e',
      'trace=write,pwrite64,pwritev,fsync,fdatasync',
      '-o',
      log,
      process.execPath,
      '--conditions=newsmill-source',
      '--disable-warning=ExperimentalWarning',
      fileURLToPath(new URL('./acknowledge.ts', import.meta.url)),
      data,
      String(count),
    ],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  if (run.status !== 0) return { why: `strace ended with ${run.status}: ${run.stderr.slice(0, 400)}` };
  const { acknowledged, unsynced } = unsyncedAcknowledgements(readFileSync(log, 'utf8'));
  return acknowledged === count
    ? unsynced
    : [`${acknowledged} of ${count} acknowledgements were seen in the system calls`];
}

/**
 * F14: the power goes. The log of the mill is cut at any byte, one of its sectors is zero, or a checkpoint has
 * written some sectors and not others: all that was acknowledged is there, and nothing else. And by the system
 * calls of a process, each acknowledgement comes after the sync of what it acknowledges.
 */
export async function powerLoss(run: FaultRun): Promise<FaultFindings> {
  const recording = await record(join(run.folder, 'recorded'));
  copyFileSync(join(run.folder, 'recorded', 'mill.db'), join(run.folder, 'kept.db'));
  const { lost, torn, phantom, unopened } = await tryCuts(recording, run);
  const traced = Math.max(20, Math.round(run.dose / 2));
  const early = traceAcknowledgements(run.folder, traced);
  const isTraced = !('why' in early);
  if (!isTraced) run.tell(`acknowledgements were not traced: ${early.why}`);
  return {
    articles: published,
    verdict: { ...unharmed, lost, torn, phantom },
    extra: {
      'acknowledged before the sync': isTraced ? `${early.length} of ${traced}` : `not traced, ${early.why}`,
    },
    broken: [...unopened, ...(isTraced ? early : [])],
  };
}
