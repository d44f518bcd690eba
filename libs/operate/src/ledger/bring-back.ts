import { setTimeout as sleep } from 'node:timers/promises';
import {
  foldFate,
  heldArticleOf,
  pageFetched,
  pipeline,
  travelsByReference,
  writeMessage,
  type ArchiveReference,
  type FetchedPage,
  type LedgerEvent,
  type Source,
} from '@newsmill/contracts';
import { fetchedPage, pageItemOfEvent } from '@newsmill/fetch';
import { nextPageOf, type ReadingThread } from '@newsmill/reading';
import { waitingFor } from '@newsmill/runtime';
import { ArchiveDamaged, readWarc, type Archive, type ArchivedPage, type Registry } from '@newsmill/store';
import { itemOf } from '@newsmill/text';
import { itemsWith } from './items-with.ts';
import { mendStranded } from './mend-stranded.ts';
import { eventsOfSettled, idsOf, settledWithout } from './settled-events.ts';
import type { ExpiryPorts } from '../takedown/expire-articles.ts';
import { takedowns } from '../takedown/take-down.ts';

export interface BringBackPorts extends ExpiryPorts {
  readonly registry: Registry;
  readonly now: () => number;
  readonly sourceOf: (id: string) => Source | undefined;
  /** The name by which pages speak of the crawler (`productToken`). */
  readonly agent: string;
  readonly thread: ReadingThread;
}

/**
 * An article that the ledger calls indexed and the library does not hold; `event` tells how it came there.
 */
export interface MissingArticle {
  readonly articleId: string;
  readonly event: LedgerEvent;
}

export interface BroughtBack {
  readonly missing: number;
  /** Pages of the archive that were handed on once more. */
  readonly fromArchive: number;
  /** Pages without a copy in the archive: their publishers are asked again. */
  readonly askedAgain: number;
  /** Addresses that nothing can be done about: their source is no longer configured. */
  readonly lost: readonly string[];
  /** Places in the archive that cannot be read, as `file:offset`. */
  readonly damaged: readonly string[];
}

export interface BringBackOptions {
  /** Pages that may wait for the clean stage. */
  readonly most?: number;
  readonly report?: (handedOn: number, missing: number) => void;
}

/**
 * Pages that wait for the clean stage at most while articles are brought back: those of today must not wait
 * for all of them.
 */
const mostWaiting = 200;

/** How many articles the library lacks at least, by counting. */
export async function countMissing({
  state,
  library,
}: Pick<BringBackPorts, 'state' | 'library'>): Promise<number> {
  const indexed = (await state.countFates({})).reduce(
    (sum, { fate, count }) => (fate === 'indexed' ? sum + count : sum),
    0,
  );
  if (indexed <= (await library.count())) return 0;
  // What was written a moment ago is counted after a refresh only; that costs a server more than to count.
  await library.refresh();
  return Math.max(0, indexed - (await library.count()));
}

/**
 * What the ledger calls indexed and the library does not hold, oldest version first: so copies find their
 * originals as they did before.
 */
export async function findMissing({
  bus,
  state,
  library,
}: Pick<BringBackPorts, 'bus' | 'state' | 'library'>): Promise<MissingArticle[]> {
  const ids = await idsOf(library);
  const missing: MissingArticle[] = [];
  const consider = async (articleId: string, events: readonly LedgerEvent[]): Promise<void> => {
    const event = events.find(({ stage }) => stage === 'index');
    if (
      event !== undefined &&
      heldArticleOf(events) === articleId &&
      (await library.get(articleId)) === undefined
    )
      missing.push({ articleId, event });
  };
  const settled = await eventsOfSettled(bus, await settledWithout(state, ids));
  for (const events of settled.values()) {
    const current = foldFate(events);
    if (current?.fate === 'indexed' && current.articleId !== undefined)
      await consider(current.articleId, events);
  }
  for await (const page of itemsWith(state, 'indexed'))
    for (const { item, articleId } of page)
      if (articleId !== undefined && !ids.has(articleId))
        await consider(articleId, (await state.fateOf(item))?.events ?? []);
  return missing.toSorted((a, b) => a.event.version - b.event.version);
}

interface Found {
  readonly references: ReadonlyMap<string, ArchiveReference>;
  readonly damaged: readonly string[];
}

/**
 * Where in the archive the pages of these articles lie, by item: each has the time of its fetch as its
 * version.
 */
async function findPages(archive: Archive, missing: readonly MissingArticle[]): Promise<Found> {
  const wanted = Map.groupBy(missing, ({ event }) => event.version);
  const exact = new Map<string, ArchiveReference>();
  const likely = new Map<string, ArchiveReference>();
  const damaged: string[] = [];
  for await (const { name } of archive.files()) {
    // Bodies are skipped: only heads are looked at.
    for await (const { fields, at, next, problem } of readWarc(
      () => archive.readFile(name),
      { offset: 0, skip: 0 },
      0,
    )) {
      if (fields.get('warc-type') !== 'response' || at.offset !== 0 || next.offset !== 0) continue;
      if (problem?.startsWith('the file ends') === true) damaged.push(`${name}:${at.skip}`);
      const reference = { file: name, offset: at.skip, length: next.skip - at.skip };
      const key = itemOf(fields.get('warc-target-uri') ?? '');
      for (const { articleId, event } of wanted.get(Date.parse(fields.get('warc-date') ?? '')) ?? []) {
        // A canonical address has another key than the one that answered.
        (key === articleId || key === event.item ? exact : likely).set(event.item, reference);
      }
    }
  }
  return { references: new Map([...likely, ...exact]), damaged };
}

async function readArchived(
  archive: Archive,
  reference: ArchiveReference,
  damaged: string[],
): Promise<ArchivedPage | undefined> {
  const found = await archive.get(reference).catch((error: unknown) => {
    if (error instanceof ArchiveDamaged) return undefined;
    throw error;
  });
  if (found === undefined) damaged.push(`${reference.file}:${reference.offset}`);
  return found;
}

/** The answer of the publisher that the archive keeps. */
function answerOf({ status, url, headers, body, encoding }: ArchivedPage) {
  return { status, url, redirects: [], headers, body: new Uint8Array(body), encoding, truncated: false };
}

/** The page as it was fetched, with the facts of its entry as far as the frontier or the ledger keep them. */
async function pageOf(
  ports: BringBackPorts,
  { event }: MissingArticle,
  {
    reference,
    page,
    source,
  }: { readonly reference: ArchiveReference; readonly page: ArchivedPage; readonly source: Source },
): Promise<FetchedPage | undefined> {
  const [known] = await ports.state.getItems([event.item]);
  const discovered =
    (await ports.state.fateOf(event.item))?.events.find(({ stage }) => stage === 'discover') ?? event;
  const item = known ?? pageItemOfEvent(discovered);
  if (item === undefined) return undefined;
  const made = fetchedPage({ ...item, firstSeen: event.firstSeen }, source, answerOf(page), {
    now: event.version,
    agent: ports.agent,
  });
  return {
    ...made,
    // Rules are for what is new.
    choice: undefined,
    url: event.url,
    archive: reference,
    body: travelsByReference(page.body) ? new Uint8Array() : made.body,
  };
}

/** Waits while much waits for the clean stage already; answers for how many pages there is room. */
async function untilRoom(
  { bus }: Pick<BringBackPorts, 'bus'>,
  most: number,
  signal: AbortSignal,
): Promise<number> {
  while (!signal.aborted && Number.isFinite(most)) {
    const room = most - (await waitingFor(bus, [pipeline.clean]));
    if (room > 0) return room;
    await sleep(200, undefined, { signal }).catch(() => undefined);
  }
  return most;
}

/** Takedowns hold for a fresh library too. */
async function keepTakenDown({ library, registry }: BringBackPorts): Promise<void> {
  const ids: string[] = [];
  for await (const { id, value } of takedowns(registry).all()) if (value.lifted === undefined) ids.push(id);
  if (ids.length > 0) await library.takeDown(ids);
}

/**
 * Brings articles back that the ledger calls indexed and the library does not hold: their pages go out of the
 * archive through the pipeline once more, with the version, first sight and entry that they had; those
 * without a copy are asked for again. What was taken down stays away. Ended at any point and called again, it
 * goes on with what is missing still.
 */
export async function bringBack(
  ports: BringBackPorts,
  signal: AbortSignal,
  { most = mostWaiting, report }: BringBackOptions = {},
): Promise<BroughtBack> {
  await keepTakenDown(ports);
  const missing = await findMissing(ports);
  const { references, damaged: unread } =
    missing.length === 0
      ? { references: new Map<string, ArchiveReference>(), damaged: [] }
      : await findPages(ports.archive, missing);
  const damaged = [...unread];
  const again: LedgerEvent[] = [];
  const lost: string[] = [];
  let fromArchive = 0;
  let room = 0;
  for (const article of missing) {
    if (signal.aborted) break;
    const { event } = article;
    const source = ports.sourceOf(event.sourceId);
    const reference = references.get(event.item);
    const archived =
      reference === undefined ? undefined : await readArchived(ports.archive, reference, damaged);
    const page =
      source === undefined || reference === undefined || archived === undefined
        ? undefined
        : await pageOf(ports, article, { reference, page: archived, source });
    if (source === undefined) lost.push(event.url);
    if (page === undefined) {
      if (source !== undefined) again.push(event);
      continue;
    }
    // Where an article goes on, its further pages are asked for again.
    if (
      archived !== undefined &&
      (await nextPageOf(answerOf(archived), { first: page.finalUrl, number: 2 }, ports.thread)).next !==
        undefined
    )
      again.push(event);
    // What waits costs a server a question: it is asked again when the room is used up.
    if (room <= 0) room = await untilRoom(ports, most, signal);
    room -= 1;
    await ports.bus.publish([
      {
        topic: pageFetched.name,
        ...writeMessage(pageFetched, page, { key: page.item, source: 'fetch', time: ports.now() }),
      },
    ]);
    fromArchive += 1;
    report?.(fromArchive, missing.length);
  }
  const askedAgain = again.length === 0 ? 0 : await mendStranded(ports.state, again, ports.now());
  return { missing: missing.length, fromArchive, askedAgain, lost, damaged };
}

/** What is said of a rebuilding. */
export function describeBroughtBack({
  missing,
  fromArchive,
  askedAgain,
  lost,
  damaged,
}: BroughtBack): string {
  const rest = [
    ...(askedAgain > 0 ? [`${askedAgain} pages are asked for again`] : []),
    ...(lost.length > 0
      ? [
          `${lost.length} cannot be had, since their sources are not configured: ${lost.slice(0, 5).join(', ')}`,
        ]
      : []),
    ...(damaged.length > 0
      ? [`${damaged.length} places of the archive cannot be read: ${damaged.slice(0, 5).join(', ')}`]
      : []),
  ];
  return [`of ${missing} missing articles ${fromArchive} are brought back from the archive`, ...rest].join(
    '; ',
  );
}
