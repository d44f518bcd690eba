import { setTimeout as sleep } from 'node:timers/promises';
import type { OutgoingMessage } from '@newsmill/bus';
import type { Channel, Source } from '@newsmill/contracts';
import type { ArchivedReading } from '@newsmill/fetch';
import { Unreadable } from '@newsmill/reading';
import { publishDurably, waitingFor } from '@newsmill/runtime';
import { readWarc, type WarcRecord } from '@newsmill/store';
import { archivedMessages, type ArchivedRecord } from './archived-messages.ts';
import type { BackfillPorts } from './backfill-ports.ts';
import { addBatch, type BackfillProgress } from './backfill-progress.ts';
import { openArchiveFile } from './open-archive-file.ts';

/** Pages handed on between two looks at the queues: what a live page may have to wait for. */
const batchPages = 8;
/** One turn; then the channel is put back, and whatever is more urgent comes first. */
const turnMs = 5_000;
const queueLookMs = 100;

/** How far a turn came, and whether it ended because live pages were waiting. */
export interface Turn {
  readonly progress: BackfillProgress;
  readonly isPaused: boolean;
}

/** Hands a batch on: ledger and pages first, then the frontier, which keeps what it knows better. */
async function handOn(
  batch: readonly ArchivedReading[],
  ports: BackfillPorts,
  signal: AbortSignal,
): Promise<void> {
  const readings = batch.filter((reading): reading is ArchivedRecord => reading.kind !== 'skipped');
  if (readings.length === 0) return;
  const now = ports.now();
  const known = await ports.state.knows(readings.map(({ item }) => item.key));
  const seen = new Set<string>();
  const outgoing: OutgoingMessage[] = [];
  for (const [index, reading] of readings.entries()) {
    outgoing.push(
      ...(await archivedMessages(reading, known[index] === true || seen.has(reading.item.key), now, ports)),
    );
    seen.add(reading.item.key);
    ports.metrics.articles.inc({ stage: 'fetch', outcome: reading.kind === 'page' ? 'passed' : 'dropped' });
  }
  if (outgoing.length > 0) await publishDurably(outgoing, ports, () => signal.aborted);
  await ports.state.importRecords(readings.map(({ item }) => ({ kind: 'item', item })));
}

/** Whether nothing is queued, within the time that is left of the turn. */
async function isFree(
  until: number,
  ports: Pick<BackfillPorts, 'bus' | 'now'>,
  signal: AbortSignal,
): Promise<boolean> {
  while (!signal.aborted && ports.now() < until) {
    if ((await waitingFor(ports.bus)) === 0) return true;
    await sleep(queueLookMs, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

/** A record that cannot be read within the budget is passed over, and told of. */
async function readRecord(
  { fields, block, problem, isWhole }: WarcRecord,
  source: Source,
  channel: Channel,
  ports: Pick<BackfillPorts, 'thread' | 'now' | 'agent'>,
): Promise<ArchivedReading & { readonly unreadable?: string }> {
  try {
    return await ports.thread.read('archived', {
      body: block,
      record: { fields, problem, isWhole },
      source,
      channel,
      now: ports.now(),
      agent: ports.agent,
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: 'skipped', unreadable: error.message };
  }
}

/** One turn; `reached` hears of each batch that was handed on, so that an error in between loses none. */
export async function takeTurn(
  ports: BackfillPorts,
  source: Source,
  channel: Channel,
  before: BackfillProgress,
  signal: AbortSignal,
  reached: (progress: BackfillProgress) => void,
): Promise<Turn> {
  let progress = before;
  const began = ports.now();
  let until = began + turnMs;
  const { http, secrets, usage } = ports;
  const open = openArchiveFile(channel.url, { http, source, secrets, signal, usage });
  const most = Math.min(batchPages, ports.maxQueuedPages);
  let batch: ArchivedReading[] = [];
  let last = progress.position;
  let wanted = 0;
  for await (const record of readWarc(open, progress.position, source.limits.maxBytes + 65_536)) {
    const reading = await readRecord(record, source, channel, ports);
    // Coming back to a place inside one huge member takes time, and so does the first start of the thread;
    // the turn must be worth both.
    if (last === progress.position) until = Math.max(until, ports.now() + 4 * (ports.now() - began));
    if (record.problem !== undefined) progress = { ...progress, problem: record.problem };
    if ('unreadable' in reading) progress = { ...progress, problem: reading.unreadable };
    batch.push(reading);
    last = record.next;
    if (reading.kind === 'page') wanted += 1;
    if (wanted < most && batch.length < 500 && ports.now() < until) continue;
    if (wanted > 0 && !(await isFree(until + 1_000, ports, signal))) return { progress, isPaused: true };
    await handOn(batch, ports, signal);
    progress = addBatch(progress, batch, last);
    reached(progress);
    [batch, wanted] = [[], 0];
    if (ports.now() >= until || signal.aborted) return { progress, isPaused: false };
  }
  if (wanted > 0 && !(await isFree(until + 1_000, ports, signal))) return { progress, isPaused: true };
  await handOn(batch, ports, signal);
  return { progress: { ...addBatch(progress, batch, last), isDone: true }, isPaused: false };
}
