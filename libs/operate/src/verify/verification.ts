import { recordsOf, RegistryConflict, type Records, type Registry } from '@newsmill/store';
import { z } from 'zod';
import { changeRecord } from '../change-record.ts';
import { Asker } from '../changes/change.ts';
import { noteChange } from '../changes/note-change.ts';
import { newestFirstId } from '../dead/newest-first-id.ts';
import { Refusal } from '../refusal.ts';
import { DatabaseFile } from './integrity-looks.ts';

const count = z.int().nonnegative();

/** What of an archive has been read. */
const ArchiveRead = z.object({
  files: count,
  filesThere: count,
  bytes: count,
  bytesThere: count,
  records: count,
  whole: count.describe('Records without a fault.'),
});

/** A verification of all that is kept, as the registry has it. Times are epoch milliseconds. */
export const Verification = z.object({
  id: z.string(),
  state: z.enum(['asked', 'running', 'done', 'stopped', 'failed', 'interrupted']),
  mend: z.boolean(),
  asker: Asker,
  askedAt: count,
  startedAt: count.optional(),
  updatedAt: count,
  host: z.string().optional().describe('The machine that does it.'),
  stopper: z.string().optional().describe('Who asked it to stop.'),
  databases: z.array(DatabaseFile).readonly(),
  archive: ArchiveRead,
  damaged: count.describe('Damaged records that were found in the archive.'),
  askedAgain: count.optional().describe('Pages that publishers are asked for again.'),
  problem: z.string().optional(),
});
export type Verification = z.output<typeof Verification>;

/** A verification that was silent for so long has no process any more, milliseconds. */
const silentMs = 60_000;
const keptMs = 400 * 86_400_000;
/** There is one alone: the last one, or the one that goes on. */
const only = 'last';
const untouched: Verification['archive'] = {
  files: 0,
  filesThere: 0,
  bytes: 0,
  bytesThere: 0,
  records: 0,
  whole: 0,
};

function verifications(registry: Registry): Records<Verification> {
  return recordsOf(registry, 'verification', Verification);
}

function standing(verification: Verification, now: number): Verification {
  return verification.state === 'running' && verification.updatedAt < now - silentMs
    ? { ...verification, state: 'interrupted' }
    : verification;
}

const isUnderWay = ({ state }: Verification): boolean => state === 'asked' || state === 'running';

/** What is needed to ask for a verification. */
export interface VerificationPorts {
  readonly registry: Registry;
  now(): number;
}

/** The last verification, or the one that goes on; `interrupted` where its process ended in the middle of it. */
export async function lastVerification({
  registry,
  now,
}: VerificationPorts): Promise<Verification | undefined> {
  const known = await verifications(registry).get(only);
  return known === undefined ? undefined : standing(known.value, now());
}

interface Wanted {
  readonly mend: boolean;
  readonly asker: Asker;
}

/** Keeps a new one where none goes on. Refuses with verification-runs. */
async function open({ registry, now }: VerificationPorts, verification: Verification): Promise<Verification> {
  const records = verifications(registry);
  const known = await records.get(only);
  const before = known === undefined ? undefined : standing(known.value, now());
  if (before !== undefined && isUnderWay(before))
    throw new Refusal(
      'verification-runs',
      `A verification ${before.state === 'asked' ? 'waits to be begun' : `runs on ${before.host ?? 'another machine'}`}, which ${before.asker.who} asked for at ${new Date(before.askedAt).toISOString()}.`,
    );
  try {
    await records.put(only, verification, {
      ifRevision: known?.revision ?? null,
      expiresAt: now() + keptMs,
    });
  } catch (error) {
    if (!(error instanceof RegistryConflict)) throw error;
    throw new Refusal('verification-runs', 'Another verification has just been asked for.', [], {
      cause: error,
    });
  }
  await noteChange({
    what: 'verification-started',
    ...(verification.mend ? { detail: 'damaged pages are mended' } : {}),
  });
  return verification;
}

function newVerification({ mend, asker }: Wanted, now: number): Verification {
  return {
    id: newestFirstId(now),
    state: 'asked',
    mend,
    asker,
    askedAt: now,
    updatedAt: now,
    databases: [],
    archive: untouched,
    damaged: 0,
  };
}

/** Asks the mill for a verification: a process with the fetch service does it. Refuses with verification-runs. */
export async function askVerification(ports: VerificationPorts, wanted: Wanted): Promise<Verification> {
  return open(ports, newVerification(wanted, ports.now()));
}

/** Begins one in this process. Refuses with verification-runs. */
export async function beginVerification(
  ports: VerificationPorts,
  { host, ...wanted }: Wanted & { readonly host: string },
): Promise<Verification> {
  const now = ports.now();
  return open(ports, { ...newVerification(wanted, now), state: 'running', startedAt: now, host });
}

/** Takes the one that was asked for, of several processes in one alone; undefined where none waits. */
export async function takeVerification(
  { registry, now }: VerificationPorts,
  host: string,
): Promise<Verification | undefined> {
  let taken: Verification | undefined;
  await changeRecord(verifications(registry), only, (known) => {
    taken =
      known?.state === 'asked'
        ? { ...known, state: 'running', startedAt: now(), updatedAt: now(), host }
        : undefined;
    return taken;
  });
  return taken;
}

/** Tells of one that goes on; what was kept then. undefined where another has taken its place. */
export async function tellVerification(
  { registry, now }: VerificationPorts,
  id: string,
  told: Partial<Omit<Verification, 'id'>>,
): Promise<Verification | undefined> {
  const kept = await changeRecord(verifications(registry), only, (known) =>
    known?.id === id ? { ...known, ...told, updatedAt: now() } : undefined,
  );
  return kept?.id === id ? kept : undefined;
}

/** Asks the one that waits or goes on to stop, in whatever process it is. Refuses with no-verification. */
export async function stopVerification(
  { registry, now }: VerificationPorts,
  who: string,
): Promise<Verification> {
  let stopped = false;
  const kept = await changeRecord(verifications(registry), only, (known) => {
    stopped = known !== undefined && isUnderWay(standing(known, now()));
    if (known === undefined || !stopped) return undefined;
    return { ...known, stopper: who, ...(known.state === 'asked' ? { state: 'stopped' as const } : {}) };
  });
  if (kept === undefined || !stopped) throw new Refusal('no-verification', 'No verification goes on.');
  await noteChange({ what: 'verification-stopped' });
  return standing(kept, now());
}
