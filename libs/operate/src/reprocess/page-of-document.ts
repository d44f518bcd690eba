import {
  FeedEntry,
  type ArchiveReference,
  type ArticleDocument,
  type CleanArticle,
  type FetchedPage,
  type Source,
} from '@newsmill/contracts';
import { fetchedPage } from '@newsmill/fetch';
import { toArticle } from '@newsmill/search';
import { ArchiveDamaged, type Archive, type ArchivedPage, type StateReader } from '@newsmill/store';

export interface ArchivedPagePorts {
  readonly archive: Pick<Archive, 'get'>;
  readonly state: Pick<StateReader, 'getItems' | 'fateOf'>;
  readonly sourceOf: (id: string) => Source | undefined;
  /** The name by which pages speak of the crawler. */
  readonly agent: string;
}

/**
 * The page of an article as it was fetched, or why there is none: `no-page`: the archive does not hold it, or
 * not all of its pages; `no-source`: its source is no longer configured.
 */
export type PageAgain = FetchedPage | 'no-page' | 'no-source';

async function archived(
  { archive }: Pick<ArchivedPagePorts, 'archive'>,
  reference: ArchiveReference,
): Promise<ArchivedPage | undefined> {
  try {
    return await archive.get(reference);
  } catch (error) {
    if (error instanceof ArchiveDamaged) return undefined;
    throw error;
  }
}

/** The further pages of an article; undefined where one of them is no longer there. */
async function followingOf(
  ports: ArchivedPagePorts,
  { pages = [] }: CleanArticle,
): Promise<Pick<FetchedPage, 'following' | 'followingBodies'> | undefined> {
  const following: NonNullable<FetchedPage['following']> = [];
  const followingBodies: Uint8Array[] = [];
  for (const { url, archive } of pages) {
    const page = await archived(ports, archive);
    if (page === undefined) return undefined;
    const { 'content-type': contentType = '', 'x-robots-tag': xRobotsTag } = page.headers;
    following.push({ url, contentType, encoding: page.encoding, archive, xRobotsTag });
    followingBodies.push(page.body);
  }
  return pages.length === 0 ? {} : { following, followingBodies };
}

/** What the feed said; documents of older versions do not hold it, but frontier or ledger may. */
async function entryOf(
  { state }: Pick<ArchivedPagePorts, 'state'>,
  document: ArticleDocument,
): Promise<FeedEntry | undefined> {
  const { item, evidence } = document.ingest;
  const { entry } = toArticle(document);
  if (evidence !== undefined) return entry;
  const [known] = await state.getItems([item]);
  const discovered = (await state.fateOf(item))?.events.find(({ stage }) => stage === 'discover');
  return FeedEntry.safeParse(known?.data['entry'] ?? discovered?.frontier?.entry).data ?? entry;
}

/**
 * The page that a document was made of, out of the archive, with what its source says of it now. All of its
 * pages are there, or none is taken.
 */
export async function pageOfDocument(
  ports: ArchivedPagePorts,
  document: ArticleDocument,
): Promise<PageAgain> {
  const { ingest, flags, provenance } = document;
  const article = toArticle(document);
  const source = ports.sourceOf(document.sourceId);
  if (source === undefined) return 'no-source';
  // The text of a feed entry is not in the archive.
  if (ingest.archive === undefined || flags.includes('from-feed-entry')) return 'no-page';
  // Documents of older versions say that they have further pages, but not which.
  const hasFurther = provenance.some(({ field, source: by }) => field === 'text' && by === 'further pages');
  if (hasFurther && article.pages === undefined) return 'no-page';
  const first = await archived(ports, ingest.archive);
  const further = first === undefined ? undefined : await followingOf(ports, article);
  if (first === undefined || further === undefined) return 'no-page';
  const made = fetchedPage(
    {
      key: ingest.item,
      url: ingest.discoveredUrl,
      firstSeen: article.firstSeen,
      data: { entry: await entryOf(ports, document) },
    },
    source,
    { ...first, redirects: [], truncated: false, body: new Uint8Array(first.body) },
    { now: document.version, agent: ports.agent },
  );
  // That a further page could not be had is known by the flag alone.
  const isUnfinished = flags.includes('truncated') && (hasFurther || article.nextPage !== undefined);
  return {
    ...made,
    archive: ingest.archive,
    held: article.held,
    ...further,
    ...(isUnfinished ? { isUnfinished } : {}),
    ...(flags.includes('quarantined') ? { wasQuarantined: true } : {}),
  };
}
