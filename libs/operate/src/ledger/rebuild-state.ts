import {
  articleEnriched,
  factOf,
  ledger,
  pipeline,
  readMessage,
  withoutFrontier,
  type CleanArticle,
  type LedgerEvent,
  type Source,
} from '@newsmill/contracts';
import type { Bus } from '@newsmill/bus';
import { enrichLookUp, storyKey } from '@newsmill/enrich';
import { channelItem, pageItemOfEvent, scheduleOf, type FetchPolicy } from '@newsmill/fetch';
import { toArticle } from '@newsmill/search';
import type { Library, State, StateRecord } from '@newsmill/store';
import { whereThere } from '../inputs/where-there.ts';
import { Batch } from './batch.ts';
import { extensionsUnderWay, topicsOfExtension, topicsOfStage } from './taken-topics.ts';
import { retireAll } from './retire-settled.ts';

export interface RebuildPorts {
  readonly bus: Bus;
  readonly state: State;
  readonly library: Library;
  readonly now: () => number;
}

async function importAll(state: State, records: AsyncIterable<StateRecord>): Promise<void> {
  const batch = new Batch<StateRecord>((some) => state.importRecords(some));
  for await (const record of records) await batch.add(record);
  await batch.finish();
}

/** Records between two sweeps: so much more than what stays may a state hold while it is rebuilt. */
const betweenSweeps = 50_000;

/** The same, and what is settled and old takes little room at once: a ledger of years must fit. */
async function importLedger(ports: RebuildPorts, before: number): Promise<void> {
  let count = 0;
  const batch = new Batch<StateRecord>(async (some) => {
    await ports.state.importRecords(some);
    count += some.length;
    if (count < betweenSweeps) return;
    count = 0;
    await retireAll(ports.state, before);
  });
  for await (const record of fromLedger(ports.bus)) await batch.add(record);
  await batch.finish();
  await retireAll(ports.state, before);
}

/**
 * Every event of the ledger; the pages that were found; who owns which article. A broken event says nothing
 * and stays where it is.
 */
async function* fromLedger(bus: Bus): AsyncIterable<StateRecord> {
  for await (const message of bus.browse(ledger.name)) {
    const read = readMessage(ledger, message);
    if (!read.ok) continue;
    const event = read.value;
    yield { kind: 'event', event: withoutFrontier(event) };
    const item = event.stage === 'discover' ? pageItemOfEvent(event) : undefined;
    if (item !== undefined) yield { kind: 'item', item };
    if (event.stage === 'index' && event.articleId !== undefined)
      yield { kind: 'owner', articleId: event.articleId, item: event.item };
  }
}

/** The events that the state has folded, item by item. */
async function* eventsByItem(state: State): AsyncIterable<readonly LedgerEvent[]> {
  let events: LedgerEvent[] = [];
  for await (const record of state.exportRecords()) {
    if (record.kind !== 'event') continue;
    if (events[0] !== undefined && events[0].item !== record.event.item) {
      yield events;
      events = [];
    }
    events.push(record.event);
  }
  if (events.length > 0) yield events;
}

/**
 * When each page is to be fetched next, from what the whole ledger says of it. A page that was settled when a later
 * event came up in the ledger is put in again.
 */
async function* schedules(
  ports: RebuildPorts,
  policy: Pick<FetchPolicy, 'revisits'>,
): AsyncIterable<StateRecord> {
  for await (const events of eventsByItem(ports.state)) {
    const [event] = events;
    if (event === undefined) continue;
    const schedule = scheduleOf(events, policy, ports.now());
    const item = schedule.dueAt === null ? undefined : pageItemOfEvent(event);
    if (item !== undefined) yield { kind: 'item', item: { ...item, dueAt: schedule.dueAt } };
    yield { kind: 'schedule', key: event.item, ...schedule };
  }
}

/**
 * What the mill remembered of an article when it came, to find its copies and its story by: the article is as
 * it was given then, so this is too.
 */
function fingerprint(
  id: string,
  article: CleanArticle,
  storyId: string | undefined,
  now: number,
): StateRecord[] {
  const { fingerprint: text } = enrichLookUp(article);
  if (text === undefined) return [];
  const { bands, payload, ttlMs } = text;
  const expiresAt = article.fetchedAt + ttlMs;
  if (expiresAt <= now) return [];
  const placed: StateRecord[] =
    storyId === undefined
      ? []
      : [{ kind: 'entry', entry: { key: `${storyKey}${id}`, value: storyId, expiresAt } }];
  return [{ kind: 'fingerprint', entry: { id, bands, payload, expiresAt } }, ...placed];
}

/**
 * The window of texts among which copies are found, and the owners of articles that the ledger may not know
 * (a restored library).
 */
async function* fromLibrary(ports: RebuildPorts): AsyncIterable<StateRecord> {
  for await (const record of ports.library.exportRecords()) {
    if (record.kind !== 'document') continue;
    yield { kind: 'owner', articleId: record.document.id, item: record.document.ingest.item };
    yield* fingerprint(record.document.id, toArticle(record.document), record.document.storyId, ports.now());
  }
}

/**
 * Articles that are enriched and not in the library yet, also those that an extension has: they own their
 * ids, and copies of them may come.
 */
async function* fromBacklog(ports: RebuildPorts): AsyncIterable<StateRecord> {
  const topics = [
    ...(await extensionsUnderWay(ports.bus)).flatMap(topicsOfExtension),
    ...topicsOfStage(pipeline.index),
  ];
  for (const { topic, group } of topics) {
    for await (const message of whereThere(ports.bus.backlog(topic, group))) {
      const read = readMessage(articleEnriched, message);
      if (!read.ok) continue;
      const article = read.value;
      if ('gone' in article || 'told' in article) continue;
      yield { kind: 'owner', articleId: article.id, item: article.item };
      yield* fingerprint(article.id, article, factOf(article.facts, 'story')?.id, ports.now());
    }
  }
}

async function* channels(sources: readonly Source[], now: number): AsyncIterable<StateRecord> {
  for (const source of sources)
    if (source.enabled)
      for (const channel of source.channels) yield { kind: 'item', item: channelItem(source, channel, now) };
}

/**
 * Fills a state that was emptied: fates and pages from the ledger topic, owners and the window of copies from
 * the library and what waits for it, channels from the sources. HTTP validators and robots.txt rules are
 * asked for again. Repeated, it changes nothing.
 */
export async function rebuildState(
  ports: RebuildPorts,
  sources: readonly Source[],
  policy: Pick<FetchPolicy, 'revisits'> & { readonly settledAfter: number },
): Promise<void> {
  await importLedger(ports, ports.now() - policy.settledAfter);
  await importAll(ports.state, schedules(ports, policy));
  // An article moves from the backlog to the library, so in this order none slips through between two looks;
  // the library shows what was written a moment ago only after a refresh.
  await importAll(ports.state, fromBacklog(ports));
  await ports.library.refresh();
  await importAll(ports.state, fromLibrary(ports));
  await importAll(ports.state, channels(sources, ports.now()));
}
