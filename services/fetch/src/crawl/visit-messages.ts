import {
  frontierFacts,
  ledger,
  requestFailed,
  writeMessage,
  type FrontierItem,
  type LedgerEvent,
  type Visit,
} from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { buryMessage, currentTraceId, traceOfVisit, writeGone, type ProcessPorts } from '@newsmill/runtime';
import { traceparentFor } from './trace-visit.ts';

/** The trace of the first visit begins with the discovery. */
function discoveryTrace(item: FrontierItem): string {
  return traceOfVisit({ ...item, fetchedAt: 0 });
}

/** What the ledger hears of an item. */
export function eventMessage(
  item: FrontierItem,
  now: number,
  event: Pick<LedgerEvent, 'stage' | 'fate'> & Partial<LedgerEvent>,
): OutgoingMessage {
  const whole: LedgerEvent = {
    item: item.key,
    url: item.url,
    sourceId: item.sourceId,
    version: 0,
    attempt: item.attempt,
    firstSeen: item.firstSeen,
    at: now,
    traceId: event.stage === 'discover' ? discoveryTrace(item) : (currentTraceId() ?? traceOfVisit(item)),
    ...event,
  };
  return {
    topic: ledger.name,
    ...writeMessage(ledger, whole, { key: `${item.key}/${whole.stage}`, source: 'fetch', time: now }),
  };
}

/** A page was found that was not known, or went over to another source. */
export function discoveredMessage(
  found: FrontierItem,
  now: number,
  { ledgerKeepsFrontier }: { readonly ledgerKeepsFrontier: boolean },
): OutgoingMessage {
  return eventMessage(found, now, {
    stage: 'discover',
    fate: 'waiting',
    ...(ledgerKeepsFrontier ? { frontier: frontierFacts(found) } : {}),
  });
}

/** When a visit was, and the version of what it brings (`versionOf`). */
interface VisitTime {
  readonly now: number;
  readonly version: number;
}

/** A fetch that failed for good: the request as JSON, since there is no message. */
export function deadRequest(
  item: FrontierItem,
  dead: NonNullable<Visit['dead']>,
  { now, version }: VisitTime,
  ports: Pick<ProcessPorts, 'note' | 'metrics' | 'tracing'>,
): OutgoingMessage {
  const message = writeMessage(
    requestFailed,
    { url: item.url, sourceId: item.sourceId, item: item.key },
    {
      key: item.key,
      source: 'fetch',
      time: now,
      traceparent: traceparentFor(item, ports),
    },
  );
  const facts = {
    stage: 'fetch' as const,
    topic: '',
    reason: dead.reason,
    detail: dead.detail,
    attempts: item.attempt + 1,
    item: item.key,
    url: item.url,
    sourceId: item.sourceId,
    firstSeen: item.firstSeen,
    version,
    at: now,
  };
  return buryMessage(message, facts, ports);
}

/** Tells the index stage that an article leaves the library. */
export function goneMessage(
  item: FrontierItem,
  gone: NonNullable<Visit['gone']>,
  { now, version }: VisitTime,
): OutgoingMessage {
  return writeGone(
    { item: item.key, sourceId: item.sourceId, url: item.url, fetchedAt: version, firstSeen: item.firstSeen },
    gone,
    { source: 'fetch', time: now },
  );
}
