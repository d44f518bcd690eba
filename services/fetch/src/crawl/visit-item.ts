import type { FetchItem, Moment, FetchSettlement, Source, Visit, VisitQuestion } from '@newsmill/contracts';
import { isLookDue, mayBeLeftOut, readUnasked, settle, settleLook, withArticleKept } from '@newsmill/fetch';
import { inTrace, type Standing } from '@newsmill/runtime';
import { answerQuestion } from './answer-question.ts';
import { askPublisher } from './ask-publisher.ts';
import { withRightsOfEntry } from './ask-site-rights.ts';
import type { RoomGuest } from './byte-room.ts';
import { carryOut } from './carry-out.ts';
import { leaseMs, momentOf, type Crawl } from './crawl.ts';
import { handOver, isLeftOut } from './other-tellings.ts';
import { pause } from './pause.ts';
import { traceVisit } from './trace-visit.ts';

/** Pages of a source that need wait no longer become due within this time. */
const spreadMs = 30_000;
/** What waits longer is looked at so often, milliseconds: brakes and quotas are lifted, and files of sources change. */
const lookMs = 300_000;
/** Items of a source whose file has a mistake are looked at again so much later. */
const unsureMs = 300_000;
/** A host whose page was put off is claimed again so much later. */
const putOffMs = 500;
/** An item that could not be visited goes back so much later, and is tried so often. */
const releaseMs = 1_000;
const unhindered: Standing = { until: undefined, isHeavy: false };

/** When an item that waits is looked at again: not all that waits at once. */
function nextLook(until: number, { now, random }: Crawl['ports']): number {
  return Math.min(until, now() + lookMs) + Math.round(random() * spreadMs);
}

/** The item as it is, due later. */
function waiting(
  { key, attempt, fetchedAt, data }: FetchItem,
  dueAt: number,
  hostFreeAt: number,
): FetchSettlement {
  return { key, dueAt, attempt, fetchedAt, data, hostFreeAt };
}

/**
 * Visits a claimed item, or says why not now. Never throws: what fails for no fault of the item goes back as
 * it was.
 */
export async function visitItem(crawl: Crawl, item: FetchItem): Promise<void> {
  const traced = traceVisit(item, crawl.ports);
  const visit = await inTrace(traced.traceparent, () => visitInTrace(crawl, item));
  // What was put off, or goes back as it was, is no visit.
  if (visit !== undefined) traced.end(visit);
}

async function visitInTrace(crawl: Crawl, item: FetchItem): Promise<Visit | undefined> {
  const { ports } = crawl;
  const guest = crawl.room.enter();
  try {
    const quotaUntil = await crawl.quotas.heldUntil(item);
    if (quotaUntil !== undefined) return await putOff(crawl, item, nextLook(quotaUntil, ports));
    const { until, isHeavy } = item.kind === 'page' ? await crawl.standing(item.sourceId) : unhindered;
    if (until !== undefined) return await putOff(crawl, item, nextLook(until, ports));
    if (isHeavy && crawl.intake.level !== 'open') return await putOff(crawl, item, item.dueAt ?? ports.now());
    const source = ports.sourceOf(item.sourceId);
    if (source === undefined && ports.isUnsure?.(item.sourceId) === true) {
      await ports.state.settleItems([waiting(item, ports.now() + unsureMs, ports.now())]);
      return undefined;
    }
    const unasked = await settledUnasked(crawl, item, source);
    if (unasked !== undefined) {
      crawl.hosts.asked(item, unasked, ports.now());
      await ports.state.settleItems([unasked]);
      return undefined;
    }
    const visit = await visitOf(crawl, item, source, guest);
    await carryOut(crawl, item, visit);
    ports.health.clear('stage-fetch');
    return visit;
  } catch (error) {
    return giveUp(crawl, item, error);
  } finally {
    guest.leave();
  }
}

/** What follows for an item, from what is known of it where nobody need be asked. */
async function visitOf(
  crawl: Crawl,
  item: FetchItem,
  source: Source | undefined,
  guest: RoomGuest,
): Promise<Visit> {
  if (source === undefined) return answerQuestion(crawl, item, orphaned(item, momentOf(crawl)));
  const unasked = readUnasked(item, source, momentOf(crawl));
  const visit =
    unasked === undefined
      ? await askPublisher(crawl, { item, source, guest })
      : await answerQuestion(crawl, item, unasked);
  return withRightsOfEntry(crawl, source, visit);
}

/**
 * How an item is settled that is no address to ask, that its source has left out by what the page itself says and
 * another source takes, or that is due only to learn from the ledger what its last page became. Undefined where the
 * publisher must be asked.
 */
async function settledUnasked(
  crawl: Crawl,
  item: FetchItem,
  source: Source | undefined,
): Promise<FetchSettlement | undefined> {
  const { ports } = crawl;
  const [mayGoOver, isLook] = [mayBeLeftOut(item, source), isLookDue(item)];
  const fate = mayGoOver || isLook ? await ports.state.fateOf(item.key) : undefined;
  if (mayGoOver && isLeftOut(fate?.current) && (await handOver(crawl, item)))
    return settle(item, momentOf(crawl), { dueAt: null });
  const looked = isLook ? settleLook(item, fate?.events ?? [], ports.policy, momentOf(crawl)) : undefined;
  return looked ?? (source === undefined ? undefined : await ports.workOff?.(item, source, crawl.signal));
}

/** The item belongs to a source that is no longer configured. */
function orphaned(item: FetchItem, moment: Moment): Visit | VisitQuestion {
  return withArticleKept(item, {
    settlement: settle(item, moment, { dueAt: null }),
    fate:
      item.kind === 'page'
        ? { fate: 'dropped', reason: 'no-source', detail: `source ${item.sourceId} is not configured` }
        : undefined,
    found: [],
  });
}

/**
 * The page waits where it is, and its host with it for a moment: the next page of it would be put off as
 * well.
 */
async function putOff({ ports, hosts }: Crawl, item: FetchItem, dueAt: number): Promise<undefined> {
  const settlement = waiting(item, dueAt, ports.now() + putOffMs);
  hosts.asked(item, settlement, ports.now());
  await ports.state.settleItems([settlement]);
}

/**
 * A port failed, or the process ends: the item goes back as it was, as soon as the state takes it. Where that fails
 * as long as a claim lasts, the claim has ended.
 */
async function giveUp({ ports, hosts, signal }: Crawl, item: FetchItem, error: unknown): Promise<undefined> {
  hosts.asked(item, { hostFreeAt: ports.now() + 1_000 }, ports.now());
  if (!signal.aborted) ports.health.fail('stage-fetch', error);
  const release = (): Promise<boolean> =>
    ports.state.releaseItems([item.key]).then(
      () => true,
      () => false,
    );
  for (let waited = 0; waited < leaseMs; waited += releaseMs) {
    await pause(releaseMs, signal);
    if ((await release()) || signal.aborted) return;
  }
}
