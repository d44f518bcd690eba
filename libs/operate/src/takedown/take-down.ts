import { noteChange } from '../changes/note-change.ts';
import { createHash } from 'node:crypto';
import type { ArchiveReference, ArticleDocument, LedgerEvent } from '@newsmill/contracts';
import { TakedownReceipt } from './takedown-receipt.ts';
import { ArchiveDamaged, recordsOf, type Records, type Registry } from '@newsmill/store';
import { itemOf } from '@newsmill/text';
import { archivedPages } from './archived-pages.ts';
import { mendStranded } from '../ledger/mend-stranded.ts';
import { recordDropped, type ExpiryPorts } from './expire-articles.ts';
import { Refusal } from '../refusal.ts';

export interface TakedownPorts extends ExpiryPorts {
  readonly registry: Registry;
}

export interface TakedownRequest {
  /** Id of the article, or an address of it. */
  readonly article: string;
  readonly reason: string;
  readonly who: string;
}

/** Neither an id nor an address that the mill knows of. */
class UnknownArticle extends Refusal {
  override readonly name = 'UnknownArticle';
  constructor(article: string) {
    super(
      'unknown-article',
      `there is no article ${JSON.stringify(article.slice(0, 200))}: give its id, or one of its addresses that the mill has read (see ./newsmill trace URL)`,
    );
  }
}

export function takedowns(registry: Registry): Records<TakedownReceipt> {
  return recordsOf(registry, 'takedown', TakedownReceipt);
}

/** All receipts. */
export async function listTakedowns(registry: Registry): Promise<readonly TakedownReceipt[]> {
  const receipts: TakedownReceipt[] = [];
  for await (const { value } of takedowns(registry).all()) receipts.push(value);
  return receipts;
}

/** Id of the article that is meant. Throws UnknownArticle. */
async function articleIdOf({ library, state, registry }: TakedownPorts, article: string): Promise<string> {
  const isName = /^[\x21-\x2e\x30-\x7e]{1,200}$/.test(article);
  if (
    isName &&
    ((await library.get(article)) !== undefined || (await takedowns(registry).get(article)) !== undefined)
  )
    return article;
  const item = itemOf(article);
  const fate = item === undefined ? undefined : await state.fateOf(item);
  const id =
    fate?.current.articleId ?? fate?.events.find(({ articleId }) => articleId !== undefined)?.articleId;
  if (id === undefined) throw new UnknownArticle(article);
  return id;
}

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** A page that is taken out; its sum is empty where it is damaged, which does not keep it in. */
type TakenPage = ArchiveReference & { readonly sha256: string };

async function readTaken(
  archive: TakedownPorts['archive'],
  reference: ArchiveReference,
): Promise<TakenPage | undefined> {
  try {
    const page = await archive.get(reference);
    return page === undefined ? undefined : { ...reference, sha256: sha256(page.body) };
  } catch (error) {
    if (error instanceof ArchiveDamaged) return { ...reference, sha256: '' };
    throw error;
  }
}

interface Taken {
  readonly pages: readonly TakenPage[];
  /** Places of the archive that cannot be read and may hold further fetches of the article. */
  readonly unreadable: readonly ArchiveReference[];
}

const overlap = (one: ArchiveReference, other: ArchiveReference): boolean =>
  one.file === other.file &&
  one.offset < other.offset + other.length &&
  other.offset < one.offset + one.length;

async function pagesOf({ archive }: TakedownPorts, document: ArticleDocument | undefined): Promise<Taken> {
  if (document === undefined) return { pages: [], unreadable: [] };
  const pages = new Map<string, TakenPage>();
  const places: ArchiveReference[] = [];
  const add = async (reference: ArchiveReference): Promise<void> => {
    const place = `${reference.file}:${reference.offset}`;
    // The library knows best how long its page is.
    const page = pages.has(place) ? undefined : await readTaken(archive, reference);
    if (page !== undefined) pages.set(place, page);
  };
  if (document.ingest.archive !== undefined) await add(document.ingest.archive);
  const urls = [document.url, document.ingest.discoveredUrl, ...document.urls];
  for await (const { isUnreadable, ...place } of archivedPages(archive, urls, Date.parse(document.firstSeen)))
    if (isUnreadable === true) places.push(place);
    else await add(place);
  const taken = [...pages.values()];
  return { pages: taken, unreadable: places.filter((place) => !taken.some((page) => overlap(page, place))) };
}

/** No further fetch, whatever the clock does: its page would come into the archive again. */
async function rest(ports: TakedownPorts, item: string): Promise<void> {
  const [known] = await ports.state.getItems([item]);
  if (known === undefined) return;
  const data = { ...known.data, doneAt: undefined };
  await ports.state.settleItems([
    { key: item, dueAt: null, attempt: 0, fetchedAt: known.fetchedAt, data, hostFreeAt: 0 },
  ]);
}

/** What a takedown would take. */
export interface TakedownPlan {
  readonly id: string;
  readonly url?: string | undefined;
  readonly title?: string | undefined;
  /** Earlier versions, which go with it. */
  readonly versions: number;
  /** Pages of the archive that are overwritten. */
  readonly pages: readonly { readonly file: string; readonly offset: number }[];
  /** Places of the archive that cannot be read, stay as they are, and may hold further pages of it. */
  readonly unreadable: readonly { readonly file: string; readonly offset: number }[];
  /** Whether it is down already. */
  readonly isDown: boolean;
}

/** What a takedown of this article would take; changes nothing. Throws UnknownArticle. */
export async function planTakedown(ports: TakedownPorts, article: string): Promise<TakedownPlan> {
  const id = await articleIdOf(ports, article);
  const receipt = (await takedowns(ports.registry).get(id))?.value;
  const document = await ports.library.get(id);
  const { pages, unreadable } = await pagesOf(ports, document);
  return {
    id,
    url: document?.url ?? receipt?.url,
    title: document?.title ?? receipt?.title,
    versions: document === undefined ? 0 : (await ports.library.versions(id)).length,
    pages: pages.map(({ file, offset }) => ({ file, offset })),
    unreadable: unreadable.map(({ file, offset }) => ({ file, offset })),
    isDown: receipt?.isDone === true && receipt.lifted === undefined,
  };
}

/**
 * Takes an article down: out of the library, for all versions to come too, and out of the archive; the ledger
 * tells the fate, the receipt what was there. Cut short, it is done again with the same call. Throws
 * UnknownArticle.
 */
export async function takeDown(
  ports: TakedownPorts,
  { article, reason, who }: TakedownRequest,
  now: number,
): Promise<TakedownReceipt> {
  const id = await articleIdOf(ports, article);
  const records = takedowns(ports.registry);
  const before = (await records.get(id))?.value;
  if (before?.isDone === true && before.lifted === undefined) return before;
  const document = await ports.library.get(id);
  const { pages, unreadable } = await pagesOf(ports, document);
  const left = before?.lifted === undefined ? before : undefined;
  const receipt: TakedownReceipt = {
    id,
    url: document?.url ?? left?.url ?? (article === id ? undefined : article),
    title: document?.title ?? left?.title,
    item: document?.ingest.item ?? left?.item ?? itemOf(article),
    reason,
    who,
    when: new Date(now).toISOString(),
    sha256: document === undefined ? left?.sha256 : sha256(JSON.stringify(document)),
    pages: [
      ...(left?.pages ?? []),
      ...pages.map(({ file, offset, sha256: sum }) => ({ file, offset, sha256: sum })),
    ],
    ...(unreadable.length > 0 && { unreadable: unreadable.map(({ file, offset }) => ({ file, offset })) }),
    isDone: false,
  };
  await records.put(id, receipt);
  if (receipt.item !== undefined) {
    await recordDropped(
      ports,
      [{ id, ingest: { item: receipt.item, discoveredUrl: '', fetchedAt: 0, pipelineVersion: '' } }],
      { reason: 'taken-down', detail: reason.slice(0, 300), at: now },
    );
    await rest(ports, receipt.item);
  }
  await ports.library.takeDown([id]);
  await ports.archive.remove(pages, { at: now, reason: 'takedown' });
  await ports.library.refresh();
  const done = { ...receipt, isDone: true };
  await records.put(id, done);
  await noteChange({ what: 'article-taken-down', subject: receipt.url ?? id, detail: reason });
  return done;
}

/** Lets an article in again and asks for its page again. Throws UnknownArticle. */
export async function liftTakedown(
  ports: TakedownPorts,
  { article, who }: Omit<TakedownRequest, 'reason'>,
  now: number,
): Promise<TakedownReceipt> {
  const id = await articleIdOf(ports, article);
  const records = takedowns(ports.registry);
  const receipt = (await records.get(id))?.value;
  if (receipt === undefined) throw new UnknownArticle(article);
  await ports.library.lift([id]);
  const lifted = { ...receipt, lifted: { who, when: new Date(now).toISOString() } };
  await records.put(id, lifted);
  const event: LedgerEvent | undefined =
    receipt.item === undefined ? undefined : (await ports.state.fateOf(receipt.item))?.current;
  const url = event?.url === '' ? (receipt.url ?? '') : (event?.url ?? '');
  if (event !== undefined) await mendStranded(ports.state, [{ ...event, url }], now);
  await noteChange({ what: 'takedown-lifted', subject: receipt.url ?? id, detail: receipt.reason });
  return lifted;
}
