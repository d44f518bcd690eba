import { serveArticle, whyNotServed, type ArticleDocument } from '@newsmill/contracts';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import { ArchiveDamaged, type Archive, type ArchivedPage, type LibraryReader } from '@newsmill/store';
import { Refusal } from '../refusal.ts';
import { grantsOf, type ServingPorts } from '../rights/serve-library.ts';

/** What of a mill it takes to show pages as they were kept. */
export interface OriginalPorts extends Pick<ServingPorts, 'folder' | 'now'> {
  readonly library: Pick<LibraryReader, 'get'>;
  readonly archive: Pick<Archive, 'get'>;
  readonly thread: Pick<ReadingThread, 'read'>;
}

/** A page as it was kept, made harmless for a frame that neither runs nor loads anything. */
export interface OriginalPage {
  readonly html: string;
  /** When it was fetched, epoch milliseconds. */
  readonly fetchedAt: number;
  /** Where it was. */
  readonly url: string;
}

async function archivedPage(
  { archive }: Pick<OriginalPorts, 'archive'>,
  { ingest, flags }: ArticleDocument,
): Promise<ArchivedPage | undefined> {
  // Of an article that was made of its feed entry no page was kept.
  if (ingest.archive === undefined || flags.includes('from-feed-entry')) return undefined;
  try {
    return await archive.get(ingest.archive);
  } catch (error) {
    if (error instanceof ArchiveDamaged) return undefined;
    throw error;
  }
}

/**
 * The page that an article was made of, as the archive holds it. Refuses with unknown-article, and with
 * no-original where there is no page, or the rights of the article withhold its text.
 */
export async function readOriginal(ports: OriginalPorts, id: string): Promise<OriginalPage> {
  const article = await ports.library.get(id);
  if (article === undefined) throw new Refusal('unknown-article', 'The library holds no article of this id.');
  const context = {
    way: 'article',
    grant: grantsOf((source) => ports.folder.sourceOf(source))(article.sourceId),
    now: ports.now(),
  } as const;
  const served = serveArticle(article, context);
  if (served === undefined)
    throw new Refusal(
      'unknown-article',
      `This article is not shown: ${whyNotServed(article, context) ?? ''}.`,
    );
  const [withheld] = served.rights?.withheld ?? [];
  if (withheld !== undefined) throw new Refusal('no-original', `Its page is not shown. ${withheld}`);
  const page = await archivedPage(ports, article);
  if (page === undefined)
    throw new Refusal('no-original', 'The archive of this mill does not hold the page of this article.');
  const html = await harmless(ports, page);
  if (html === undefined) throw new Refusal('no-original', 'What the archive holds of it is no web page.');
  return { html, fetchedAt: page.fetchedAt, url: page.url };
}

async function harmless(
  { thread }: Pick<OriginalPorts, 'thread'>,
  { url, encoding, headers, body }: ArchivedPage,
): Promise<string | undefined> {
  try {
    return await thread.read('original', {
      url,
      encoding,
      contentType: headers['content-type'],
      body: new Uint8Array(body),
    });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Refusal('no-original', `Its page cannot be shown: ${error.message}.`, [], { cause: error });
  }
}
