import { deadLetters, ledger } from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import type { State } from '@newsmill/store';
import { messageName, waitingMessages } from './backup-messages.ts';
import type { BackupPorts } from './backup-mill.ts';
import { Refusal } from '../refusal.ts';

/** The mill that is to be restored into has something in it. Nothing was changed. */
export class NotEmpty extends Refusal {
  override readonly name = 'NotEmpty';
  constructor(found: readonly string[]) {
    super(
      'not-empty',
      `the target mill is not empty: it has ${found.join(', ')}; use an empty one, or add the backup with --merge`,
    );
  }
}

/** Another process has recreated the state while it was being restored. */
class RestoreOvertaken extends Refusal {
  override readonly name = 'RestoreOvertaken';
  constructor() {
    super(
      'restore-overtaken',
      'another process is rebuilding the state: stop the fetch service, wait half a minute, and restore again with --merge',
    );
  }
}

const owner = 'restore';
const leaseMs = 30_000;

function markOf(sha256: string): string {
  return `restore:${sha256}`;
}

/** Whether a restore of this backup was begun here and not ended. */
async function wasBegun(state: State, sha256: string, now: number): Promise<boolean> {
  const key = markOf(sha256);
  if ((await state.condition()) === 'whole') return (await state.read([key], now)).has(key);
  for await (const record of state.exportRecords())
    if (record.kind === 'entry' && record.entry.key === key) return true;
  return false;
}

async function hasAny(items: AsyncIterable<unknown>): Promise<boolean> {
  for await (const _ of items) return true;
  return false;
}

/** Throws NotEmpty, unless an earlier restore of the same backup is to be completed. */
export async function refuseWhenNotEmpty(
  { bus, state, library, archive }: BackupPorts,
  sha256: string,
  now: number,
): Promise<void> {
  const found: string[] = [];
  const articles = await library.count();
  if (articles > 0) found.push(`${articles} articles`);
  if (await hasAny(bus.browse(ledger.name, { limit: 1 }))) found.push('a ledger');
  if (await hasAny(bus.browse(deadLetters.name, { limit: 1 }))) found.push('dead letters');
  if (await hasAny(waitingMessages(bus))) found.push('messages in progress');
  if (await hasAny(archive.files())) found.push('archived pages');
  if (found.length > 0 && !(await wasBegun(state, sha256, now))) throw new NotEmpty(found);
}

/**
 * Names of the messages and dead letters that are there already: a restore that is completed, or merged,
 * writes none of them again.
 */
export async function namesThere(bus: Bus): Promise<Set<string>> {
  const names = new Set<string>();
  for await (const message of waitingMessages(bus)) names.add(messageName(message));
  for await (const message of bus.browse(deadLetters.name)) names.add(messageName(message));
  return names;
}

/**
 * Does the work with a mark in the state that says that it was begun, and takes the mark away at its end. A
 * state that is lost, or never was filled, counts as being rebuilt meanwhile and is whole afterwards. Throws
 * RestoreOvertaken.
 */
export async function markedAsBegun(
  state: State,
  sha256: string,
  now: number,
  work: () => Promise<void>,
): Promise<void> {
  const isLost = (await state.condition()) === 'lost';
  const begin = () => state.beginRebuild({ owner, leaseMs });
  if (isLost && !(await begin())) throw new RestoreOvertaken();
  // A renewal that fails shows at the end: somebody else has taken over.
  const renewing = setInterval(() => void (isLost && begin().catch(() => undefined)), leaseMs / 3);
  try {
    await state.importRecords([{ kind: 'entry', entry: { key: markOf(sha256), value: 'begun' } }]);
    await work();
    if (isLost && !(await state.endRebuild({ owner, quietUntil: now }))) throw new RestoreOvertaken();
  } finally {
    clearInterval(renewing);
  }
  await state.write([{ key: markOf(sha256), value: null }]);
}
