import type { OutgoingMessage } from '@newsmill/bus';
import {
  ledger,
  pageFetched,
  travelsByReference,
  writeMessage,
  type FetchedPage,
  type LedgerEvent,
} from '@newsmill/contracts';
import type { ArchivedReading } from '@newsmill/fetch';
import { ownAttributes, spanAttributes, spanUrl, traceOfVisit } from '@newsmill/runtime';
import { visitTraceparent } from '../crawl/trace-visit.ts';
import type { BackfillPorts } from './backfill-ports.ts';

/** A page of the archive, or a record that says why there is none. */
export type ArchivedRecord = Exclude<ArchivedReading, { kind: 'skipped' }>;

function event(
  reading: ArchivedRecord,
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
    traceId: traceOfVisit(reading.item),
    ...rest,
  };
  return {
    topic: ledger.name,
    ...writeMessage(ledger, whole, { key: `${key}/${whole.stage}`, source: 'fetch', time: now }),
  };
}
/** Begins the trace of an archived page; answers what its message carries. */
function beginTrace({ item }: ArchivedRecord, { tracing }: Pick<BackfillPorts, 'tracing'>): string {
  const parent = visitTraceparent(item, { tracing });
  const span = tracing?.begin({
    name: 'read archived page',
    kind: 'internal',
    parent,
    isRoot: true,
    attributes: {
      [ownAttributes.source]: item.sourceId,
      [ownAttributes.item]: item.key,
      [spanAttributes.urlFull]: spanUrl(item.url),
    },
  });
  span?.end();
  return parent;
}

async function pageMessage(
  page: FetchedPage,
  traceparent: string,
  { now, ports }: { readonly now: number; readonly ports: Pick<BackfillPorts, 'archive'> },
): Promise<OutgoingMessage> {
  // The archive that is read is the proof. What is too large for a message is kept from now on, since files
  // go by their day.
  const isLarge = travelsByReference(page.body);
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
      { key: page.item, source: 'fetch', time: now, traceparent },
    ),
  };
}
/** What the ledger and the next stage are told of a record; `isKnown`: the frontier has the address. */
export async function archivedMessages(
  reading: ArchivedRecord,
  isKnown: boolean,
  now: number,
  ports: Pick<BackfillPorts, 'archive' | 'ledgerKeepsFrontier' | 'tracing'>,
): Promise<OutgoingMessage[]> {
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
      await pageMessage(reading.page, beginTrace(reading, ports), { now, ports }),
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
