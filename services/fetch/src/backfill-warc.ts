import { setTimeout as sleep } from 'node:timers/promises';
import {
  Channel,
  ledger,
  pageFetched,
  pipeline,
  writeMessage,
  type FetchedPage,
  type FrontierItem,
  type LedgerEvent,
  type Settlement,
  type Source,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { readArchivedPage, retryDelay, scopeOf, type ArchivedReading } from '@newsmill/fetch';
import { HttpFailure, type HttpClient } from '@newsmill/http';
import { publishDurably, type RolePorts } from '@newsmill/runtime';
import { readWarc, type WarcPosition } from '@newsmill/store';
import { z } from 'zod';
import { NoRanges, openArchiveFile } from './open-archive-file.ts';
import type { Secrets } from './read-secrets.ts';

export interface BackfillPorts
  extends Pick<
    RolePorts,
    'bus' | 'state' | 'archive' | 'note' | 'metrics' | 'health' | 'now' | 'random' | 'retryLadder'
  > {
  readonly http: HttpClient;
  readonly secrets: Secrets;
  readonly pollMin: number;
  readonly pollMax: number;
  readonly maxQueuedPages: number;
  /** Whether the ledger keeps what the frontier knows of a page: where the state can be lost without it. */
  readonly ledgerKeepsFrontier: boolean;
}

/** How far an archive has been read. Kept with its channel. */
export const BackfillProgress = z.object({
  position: z
    .object({ offset: z.int().nonnegative(), skip: z.int().nonnegative() })
    .default({ offset: 0, skip: 0 }),
  /** Records that were looked at; of them pages handed on, pages without use, and what is none of the source. */
  records: z.int().default(0),
  pages: z.int().default(0),
  dropped: z.int().default(0),
  skipped: z.int().default(0),
  isDone: z.boolean().default(false),
  /** What was wrong with a record, the last time that something was. */
  problem: z.string().optional(),
});
export type BackfillProgress = z.output<typeof BackfillProgress>;

/** Pages handed on between two looks at the queues: what a live page may have to wait for. */
const batchPages = 8;
/** One turn; then the channel is put back, and whatever is more urgent comes first. */
const turnMs = 5_000;
/** Pages above this size travel by reference. */
const largestInMessage = 256 * 1_024;
const queueLookMs = 100;
const queueStages = [pipeline[1], pipeline[2], pipeline[3]];

type Turn = { readonly progress: BackfillProgress; readonly isPaused: boolean };
type Read = Exclude<ArchivedReading, { kind: 'skipped' }>;

function add(
  progress: BackfillProgress,
  batch: readonly ArchivedReading[],
  position: WarcPosition,
): BackfillProgress {
  const count = (kind: ArchivedReading['kind']) => batch.filter((reading) => reading.kind === kind).length;
  return {
    ...progress,
    position,
    records: progress.records + batch.length,
    pages: progress.pages + count('page'),
    dropped: progress.dropped + count('dropped'),
    skipped: progress.skipped + count('skipped'),
  };
}

function whyOf(
  { isDone, records, pages, dropped, skipped, problem }: BackfillProgress,
  isPaused: boolean,
): string {
  const trouble = problem === undefined ? '' : `; trouble: ${problem}`;
  return `${isDone ? 'read to its end' : isPaused ? 'waits while live pages are worked on' : 'being read'}: ${records} records, ${pages} pages, ${dropped} without use, ${skipped} not of this source${trouble}`;
}

/** Why the archive cannot be read; undefined for every other error. */
function unreadable(error: unknown): string | undefined {
  if (error instanceof NoRanges || (error instanceof HttpFailure && error.kind !== 'aborted'))
    return error.message;
  const isOfDisk =
    typeof error === 'object' &&
    error !== null &&
    'syscall' in error &&
    'code' in error &&
    'message' in error;
  return isOfDisk && (error.syscall === 'open' || error.syscall === 'read')
    ? String(error.message)
    : undefined;
}

/** Reads archives of old pages, a turn at a time; answers how their channel is settled, undefined for every other item. */
export function createBackfill(
  ports: BackfillPorts,
): (item: FrontierItem, source: Source, signal: AbortSignal) => Promise<Settlement | undefined> {
  function event(
    reading: Read,
    now: number,
    rest: Pick<LedgerEvent, 'stage' | 'fate'> & Partial<LedgerEvent>,
  ): OutgoingMessage {
    const { key, url, sourceId, firstSeen } = reading.item;
    const whole: LedgerEvent = {
      item: key,
      url,
      sourceId,
      version: 0,
      attempt: 0,
      firstSeen,
      at: now,
      ...rest,
    };
    return {
      topic: ledger.name,
      ...writeMessage(ledger, whole, { key: `${key}/${whole.stage}`, source: 'fetch', time: now }),
    };
  }
  async function pageMessage(page: FetchedPage, now: number): Promise<OutgoingMessage> {
    // The archive that is read is the proof. What is too large for a message is kept from now on, since files go by their day.
    const isLarge = page.body.byteLength > largestInMessage;
    const archive = isLarge
      ? await ports.archive.put({
          url: page.finalUrl,
          fetchedAt: now,
          status: page.status,
          encoding: page.encoding,
          headers: page.httpHeaders,
          body: page.body,
        })
      : undefined;
    return {
      topic: pageFetched.name,
      ...writeMessage(
        pageFetched,
        { ...page, body: isLarge ? new Uint8Array() : page.body, archive },
        { key: page.item, source: 'fetch', time: now },
      ),
    };
  }
  async function messagesOf(reading: Read, isKnown: boolean, now: number): Promise<OutgoingMessage[]> {
    const { item } = reading;
    const { stamp, priority, host, domain, fetchedAt } = item;
    const discovered = isKnown
      ? []
      : [
          event(reading, now, {
            stage: 'discover',
            fate: 'waiting',
            ...(ports.ledgerKeepsFrontier ? { frontier: { stamp, priority, host, domain } } : {}),
          }),
        ];
    if (reading.kind === 'page')
      return [
        ...discovered,
        await pageMessage(reading.page, now),
        event(reading, now, { stage: 'fetch', fate: 'passed', version: fetchedAt }),
      ];
    // An archived failure says nothing about an address of which more is known.
    return isKnown
      ? []
      : [
          ...discovered,
          event(reading, now, {
            stage: 'fetch',
            fate: 'dropped',
            reason: reading.reason,
            detail: reading.detail,
            version: fetchedAt,
          }),
        ];
  }

  /** Hands a batch on: ledger and pages first, then the frontier, which keeps what it knows better. */
  async function handOn(batch: readonly ArchivedReading[], signal: AbortSignal): Promise<void> {
    const readings = batch.filter((reading): reading is Read => reading.kind !== 'skipped');
    if (readings.length === 0) return;
    const now = ports.now();
    const known = await ports.state.knows(readings.map(({ item }) => item.key));
    const seen = new Set<string>();
    const outgoing: OutgoingMessage[] = [];
    for (const [index, reading] of readings.entries()) {
      outgoing.push(...(await messagesOf(reading, known[index] === true || seen.has(reading.item.key), now)));
      seen.add(reading.item.key);
      ports.metrics.articles.inc({ stage: 'fetch', outcome: reading.kind === 'page' ? 'passed' : 'dropped' });
    }
    if (outgoing.length > 0) await publishDurably(outgoing, ports, () => signal.aborted);
    await ports.state.importRecords(readings.map(({ item }) => ({ kind: 'item', item })));
  }

  /** Messages that wait for the stages behind; those that wait for another try are in nobody's way. */
  async function queued(): Promise<number> {
    const lags = await Promise.all(
      queueStages.map(async ({ group, from }) =>
        (await ports.bus.lag(group)).filter(({ topic }) => topic === from.name),
      ),
    );
    return lags.flat().reduce((sum, { messages }) => sum + messages, 0);
  }
  /** Whether nothing is queued, within the time that is left of the turn. */
  async function isFree(until: number, signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted && ports.now() < until) {
      if ((await queued()) === 0) return true;
      await sleep(queueLookMs, undefined, { signal }).catch(() => undefined);
    }
    return false;
  }

  /** One turn; `reached` hears of each batch that was handed on, so that an error in between loses none. */
  async function turn(
    source: Source,
    channel: Channel,
    before: BackfillProgress,
    signal: AbortSignal,
    reached: (progress: BackfillProgress) => void,
  ): Promise<Turn> {
    let progress = before;
    const began = ports.now();
    let until = began + turnMs;
    const scope = scopeOf(source, channel);
    const open = openArchiveFile(channel.url, { http: ports.http, source, secrets: ports.secrets, signal });
    const most = Math.min(batchPages, ports.maxQueuedPages);
    let batch: ArchivedReading[] = [];
    let last = progress.position;
    let wanted = 0;
    for await (const record of readWarc(open, progress.position, source.limits.maxBytes + 65_536)) {
      // Coming back to a place inside one huge member takes time, which the turn must be worth.
      if (last === progress.position) until = Math.max(until, ports.now() + 4 * (ports.now() - began));
      if (record.problem !== undefined) progress = { ...progress, problem: record.problem };
      const reading = readArchivedPage(record, source, scope, ports.now());
      batch.push(reading);
      last = record.next;
      if (reading.kind === 'page') wanted += 1;
      if (wanted < most && batch.length < 500 && ports.now() < until) continue;
      if (wanted > 0 && !(await isFree(until + 1_000, signal))) return { progress, isPaused: true };
      await handOn(batch, signal);
      progress = add(progress, batch, last);
      reached(progress);
      [batch, wanted] = [[], 0];
      if (ports.now() >= until || signal.aborted) return { progress, isPaused: false };
    }
    if (wanted > 0 && !(await isFree(until + 1_000, signal))) return { progress, isPaused: true };
    await handOn(batch, signal);
    return { progress: { ...add(progress, batch, last), isDone: true }, isPaused: false };
  }

  function settled(item: FrontierItem, source: Source, { progress, isPaused }: Turn): Settlement {
    const now = ports.now();
    const { records, pages, position, isDone, problem = '' } = progress;
    if (isDone) ports.note('backfill.ended', { source: source.id, url: item.url, records, pages, problem });
    else
      ports.note('backfill.advanced', {
        source: source.id,
        url: item.url,
        records,
        pages,
        offset: position.offset,
      });
    const data = {
      ...item.data,
      backfill: progress,
      entries: pages + progress.dropped,
      lastAt: now,
      lastSuccessAt: now,
      lastError: undefined,
      why: whyOf(progress, isPaused),
    };
    return {
      key: item.key,
      dueAt: isDone ? null : now + (isPaused ? 1_000 : 0),
      attempt: 0,
      fetchedAt: now,
      data,
      hostFreeAt: now,
    };
  }

  /** The archive cannot be read now: again by the ladder, then at growing intervals. */
  function failed(
    item: FrontierItem,
    source: Source,
    reason: string,
    backfill: BackfillProgress,
  ): Settlement {
    const now = ports.now();
    const wait =
      retryDelay(item.attempt, ports.retryLadder, ports.random()) ??
      Math.min(ports.pollMax, ports.pollMin * 2 ** Math.min(item.attempt, 16));
    ports.note('source.failing', {
      source: source.id,
      url: item.url,
      error: reason,
      attempt: item.attempt + 1,
    });
    return {
      key: item.key,
      dueAt: now + wait,
      attempt: item.attempt + 1,
      fetchedAt: item.fetchedAt,
      data: { ...item.data, backfill, lastAt: now, lastError: reason, why: `cannot be read (${reason})` },
      hostFreeAt: now + 1_000,
    };
  }

  return async (item, source, signal) => {
    if (item.kind !== 'channel') return undefined;
    const channel =
      source.channels.find((candidate) => candidate.url === item.url) ??
      Channel.safeParse(item.data['channel']).data;
    if (channel?.kind !== 'warc') return undefined;
    let progress = BackfillProgress.parse(item.data['backfill'] ?? {});
    try {
      return settled(
        item,
        source,
        await turn(source, channel, progress, signal, (reached) => (progress = reached)),
      );
    } catch (error) {
      const reason = unreadable(error);
      if (reason === undefined) throw error;
      return failed(item, source, reason, progress);
    }
  };
}
