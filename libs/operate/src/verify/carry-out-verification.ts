import { setTimeout as sleep } from 'node:timers/promises';
import type { Archive, Library, State } from '@newsmill/store';
import { appendChange } from '../changes/change-log.ts';
import { actAs } from '../changes/note-change.ts';
import { keepArchiveDamage } from './archive-damage.ts';
import { findLostPages } from './find-lost-pages.ts';
import type { DatabaseFile } from './integrity-looks.ts';
import { mendArchive } from './mend-archive.ts';
import { paced } from './paced.ts';
import { tellVerification, type Verification, type VerificationPorts } from './verification.ts';
import { verifyArchive, type ArchiveVerified, type DamagedRecord } from './verify-archive.ts';

/** How often it says how far it is, and looks whether it is to stop, milliseconds. */
const tellMs = 2_000;
/** Longer than the reading of any archive; then it is given up, milliseconds. */
const mostMs = 48 * 3_600_000;

export interface CarryOutPorts extends VerificationPorts {
  readonly archive: Archive;
  readonly library: Pick<Library, 'origins'>;
  readonly state: State;
}

export interface CarryOutOptions {
  /** Reads the files of SQLite that this process has. */
  readonly inspect: () => Promise<readonly DatabaseFile[]>;
  /** Bytes of the archive in a second, at most; without it as fast as it goes. */
  readonly pace?: number;
  /** The process is to end. */
  readonly signal?: AbortSignal;
  /** Files of the archive that were read, of how many. */
  readonly report?: (files: number, filesThere: number) => void;
}

/** What became of a verification, and every damaged record that it found. */
export interface CarriedOut {
  readonly verification: Verification;
  readonly damaged: readonly DamagedRecord[];
}

/** Why one ends before it is through. */
class Halted extends Error {
  override readonly name = 'Halted';
  readonly state: 'stopped' | 'failed' | 'interrupted';
  constructor(state: Halted['state'], problem?: string) {
    super(problem ?? state);
    this.state = state;
  }
}

/** What is known of it so far. */
class Findings {
  databases: readonly DatabaseFile[] = [];
  archive: Verification['archive'];
  damaged: readonly DamagedRecord[] = [];
  askedAgain: number | undefined;
  constructor({ archive }: Verification) {
    this.archive = archive;
  }
  get told(): Partial<Verification> {
    const { databases, archive, damaged, askedAgain } = this;
    return {
      databases,
      archive,
      damaged: damaged.length,
      ...(askedAgain === undefined ? {} : { askedAgain }),
    };
  }
}

/**
 * Carries out a verification that has begun: reads the files of SQLite and the archive, keeps what is damaged, and
 * mends it where that was asked for. It says every two seconds how far it is, ends when it is told to or after two
 * days, and whatever happens to it is told in what it answers. Rejects where the registry cannot be written.
 */
export async function carryOutVerification(
  ports: CarryOutPorts,
  verification: Verification,
  options: CarryOutOptions,
): Promise<CarriedOut> {
  const findings = new Findings(verification);
  const halt = new AbortController();
  const ended = new AbortController();
  const outer = () => halt.abort(new Halted('interrupted', 'its process was stopped'));
  if (options.signal?.aborted === true) outer();
  options.signal?.addEventListener('abort', outer, { once: true });
  const telling = (async () => {
    while (!ended.signal.aborted) {
      await sleep(tellMs, undefined, { signal: ended.signal }).catch(() => undefined);
      if (ended.signal.aborted) return;
      const kept = await tellVerification(ports, verification.id, findings.told);
      if (kept === undefined) halt.abort(new Halted('interrupted', 'another verification took its place'));
      else if (kept.stopper !== undefined) halt.abort(new Halted('stopped'));
      else if (ports.now() - kept.askedAt > mostMs)
        halt.abort(new Halted('failed', 'it was not through after 48 hours'));
    }
  })();
  telling.catch((error: unknown) => halt.abort(error));
  const end = await workOf(ports, { verification, options, findings, signal: halt.signal });
  ended.abort();
  options.signal?.removeEventListener('abort', outer);
  await telling;
  const told = { ...findings.told, ...end };
  const kept = await tellVerification(ports, verification.id, told);
  return { verification: kept ?? { ...verification, ...told }, damaged: findings.damaged };
}

interface Work {
  readonly verification: Verification;
  readonly options: CarryOutOptions;
  readonly findings: Findings;
  readonly signal: AbortSignal;
}

/** Does it, and answers how it ended. */
async function workOf(
  ports: CarryOutPorts,
  { verification, options, findings, signal }: Work,
): Promise<Pick<Verification, 'state' | 'problem'>> {
  try {
    findings.databases = await options.inspect();
    signal.throwIfAborted();
    const verified = await readArchive(ports, { options, findings, signal });
    signal.throwIfAborted();
    const damaged = await findLostPages({ ...ports, damaged: verified.damaged, signal });
    findings.damaged = damaged;
    await keepArchiveDamage(ports.registry, { ...verified, damaged, isWhole: true }, ports.now());
    if (!verification.mend) return { state: 'done' };
    const { askedAgain, problem } = await mendAs(ports, verification, damaged);
    findings.askedAgain = askedAgain;
    return problem === undefined ? { state: 'done' } : { state: 'done', problem };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (!(error instanceof Halted)) return { state: 'failed', problem: error.message };
    return error.state === 'stopped' ? { state: 'stopped' } : { state: error.state, problem: error.message };
  }
}

/** Reads the archive and says how far it is; what was found until an early end is kept, too. */
async function readArchive(
  ports: CarryOutPorts,
  { options, findings, signal }: Omit<Work, 'verification'>,
): Promise<ArchiveVerified> {
  let [filesThere, bytesThere] = [0, 0];
  for await (const { bytes } of ports.archive.files()) {
    filesThere += 1;
    bytesThere += bytes;
  }
  findings.archive = { ...findings.archive, filesThere, bytesThere };
  const rest = options.pace === undefined ? undefined : paced(options.pace, signal);
  const verified = await verifyArchive(ports.archive, {
    rest: async (bytes) => {
      const { archive } = findings;
      findings.archive = { ...archive, records: archive.records + 1, bytes: archive.bytes + bytes };
      await rest?.(bytes);
    },
    report(files) {
      findings.archive = { ...findings.archive, files };
      options.report?.(files, filesThere);
    },
    signal,
  });
  const { read, there, records, whole, bytes, damaged } = verified;
  findings.damaged = damaged;
  findings.archive = {
    files: read.length,
    filesThere: there.length,
    records,
    whole,
    bytes,
    bytesThere: Math.max(bytes, bytesThere),
  };
  if (signal.aborted) await keepArchiveDamage(ports.registry, verified, ports.now());
  return verified;
}

/** Mends in the name of whoever asked; what the log of changes could not take is told. */
async function mendAs(
  ports: CarryOutPorts,
  { asker }: Verification,
  damaged: readonly DamagedRecord[],
): Promise<{ readonly askedAgain: number; readonly problem?: string }> {
  let unwritten: string | undefined;
  const askedAgain = await actAs(
    {
      write: (change) =>
        appendChange(ports.registry, asker, change, ports.now()).then(
          () => undefined,
          (error: unknown) => {
            unwritten = error instanceof Error ? error.message : String(error);
          },
        ),
    },
    () => mendArchive(ports, damaged, ports.now()),
  );
  return unwritten === undefined
    ? { askedAgain }
    : { askedAgain, problem: `it is mended, but the log of changes does not have it: ${unwritten}` };
}
