import { heldArticleOf, takingStamp, type FetchItem, type Visit } from '@newsmill/contracts';
import type { OutgoingMessage } from '@newsmill/bus';
import { contentKey, versionOf } from '@newsmill/fetch';
import { publishDurably } from '@newsmill/runtime';
import type { Crawl } from './crawl.ts';
import { handOnPage } from './hand-on-page.ts';
import { tellSources } from './tell-sources.ts';
import { traceDiscoveries } from './trace-visit.ts';
import { tellTaken } from './tell-taken.ts';
import { deadRequest, discoveredMessage, eventMessage, goneMessage } from './visit-messages.ts';

/** Whole texts of entries are kept so long for pages that have not come. */
const contentAgeMs = 7 * 86_400_000;

/** Everything that follows from a visit but its settlement; answers how many found pages were not known. */
export async function publishVisit(crawl: Crawl, item: FetchItem, visit: Visit): Promise<number> {
  const { ports } = crawl;
  const now = ports.now();
  const unknown = await unknownPages(crawl, visit);
  const early = new Set(unknown.map(({ key }) => key));
  // Before they are added: a page that goes over to this source belonged to another one.
  const tellings = await tellSources(
    crawl,
    visit,
    visit.found.filter(({ key }) => !early.has(key)),
  );
  traceDiscoveries(unknown, item, ports);
  const outgoing = [
    ...unknown.map((found) => discoveredMessage(found, now, ports)),
    ...(await messagesOf(crawl, item, visit, now)),
    ...tellings.messages,
  ];
  if (visit.kept !== undefined)
    ports.note('article.kept', { source: item.sourceId, url: item.url, reason: visit.kept });
  if (outgoing.length > 0) await publishDurably(outgoing, ports, () => crawl.signal.aborted);
  if (tellings.remember.length > 0) await ports.state.write(tellings.remember);
  // Before the pages are there: one that is made of its entry alone may be claimed at once.
  await keepTexts(crawl, visit, now, (key) => early.has(key) || tellings.waiting.has(key));
  const found = visit.found
    .filter(({ key }) => visit.onlyIfNew?.has(key) !== true || early.has(key) || tellings.taken.has(key))
    .map((page) => (tellings.taken.has(page.key) ? { ...page, stamp: takingStamp(page.stamp) } : page));
  const added = found.length > 0 ? await ports.state.addItems(found) : [];
  // Of a state that was rebuilt the pages are known, but not their texts: the first poll brings them.
  const late = new Set(
    found.filter((_, index) => added[index] !== 'known' || item.fetchedAt === 0).map(({ key }) => key),
  );
  await keepTexts(crawl, visit, now, (key) => late.has(key) && !early.has(key));
  // Found by another source in the same moment.
  const raced = found.filter(({ key }, index) => early.has(key) && added[index] !== 'new');
  const meanwhile = await tellSources(crawl, visit, raced);
  if (meanwhile.messages.length > 0)
    await publishDurably(meanwhile.messages, ports, () => crawl.signal.aborted);
  if (meanwhile.remember.length > 0) await ports.state.write(meanwhile.remember);
  await tellTaken(
    crawl,
    found.filter((_, index) => added[index] === 'taken').map(({ key }) => key),
  );
  return unknown.length;
}

/** Keeps the texts of those entries that are chosen. */
async function keepTexts(
  { ports }: Crawl,
  { contents }: Pick<Visit, 'contents'>,
  now: number,
  isChosen: (key: string) => boolean,
): Promise<void> {
  const kept = [...(contents ?? [])].flatMap(([key, value]) =>
    isChosen(key) ? [{ key: contentKey(key), value, expiresAt: now + contentAgeMs }] : [],
  );
  if (kept.length > 0) await ports.state.write(kept);
}

async function unknownPages({ ports }: Crawl, visit: Visit): Promise<FetchItem[]> {
  const pages = visit.found.filter((found) => found.kind === 'page');
  const known = pages.length === 0 ? [] : await ports.state.knows(pages.map((found) => found.key));
  return pages.filter((_, index) => known[index] === false);
}

/** What others hear of the visited item. */
async function messagesOf(
  { ports }: Crawl,
  item: FetchItem,
  visit: Visit,
  now: number,
): Promise<OutgoingMessage[]> {
  const outgoing: OutgoingMessage[] = [];
  const version = versionOf(item, now);
  if (visit.page !== undefined) outgoing.push(await handOnPage(item, visit.page, { ports, now }));
  if (visit.fate !== undefined && item.kind === 'page') {
    const { fate, reason, detail, articleId } = visit.fate;
    ports.metrics.articles.inc({ stage: 'fetch', outcome: fate });
    if (reason === 'left-out') ports.metrics.leftOut.inc({ source: item.sourceId, rule: detail ?? '' });
    outgoing.push(
      eventMessage(item, now, {
        stage: 'fetch',
        fate,
        reason,
        detail,
        articleId,
        version: visit.page?.fetchedAt ?? version,
      }),
    );
  }
  for (const joined of visit.joined ?? []) outgoing.push(...(await joinedMessages(ports, item, joined, now)));
  if (visit.dead !== undefined) outgoing.push(deadRequest(item, visit.dead, { now, version }, ports));
  if (visit.gone !== undefined) outgoing.push(goneMessage(item, visit.gone, { now, version }));
  return outgoing;
}

/** A further page is no article of its own; one that was before leaves the library. */
async function joinedMessages(
  { state }: Crawl['ports'],
  item: FetchItem,
  { item: key, url, articleId }: NonNullable<Visit['joined']>[number],
  now: number,
): Promise<OutgoingMessage[]> {
  const own = heldArticleOf((await state.fateOf(key))?.events ?? []);
  const page = { ...item, key, url, firstSeen: now, attempt: 0 };
  const detail = 'a further page of that article';
  const event = eventMessage(page, now, {
    stage: 'fetch',
    fate: 'duplicate',
    reason: 'duplicate-of',
    detail,
    articleId,
    version: now,
  });
  return own === undefined || own === articleId
    ? [event]
    : [
        event,
        goneMessage(
          page,
          { articleId: own, detail, reason: 'duplicate-of', movedTo: articleId },
          { now, version: now },
        ),
      ];
}
