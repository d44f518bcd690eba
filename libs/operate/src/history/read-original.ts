import type { ArticleDocument } from '@newsmill/contracts';
import { Unreadable, type ReadingThread } from '@newsmill/reading';
import { ArchiveDamaged, type Archive, type ArchivedPage } from '@newsmill/store';
import { Refusal } from '../refusal.ts';
import { servedArticle, type ArticlePorts } from '../rights/served-article.ts';

/** What of a mill it takes to show pages as they were kept. */
export interface OriginalPorts extends ArticlePorts {
  readonly archive: Pick<Archive, 'get'>;
  readonly thread: Pick<ReadingThread, 'read'>;
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
 * The page that an article was made of, as the archive holds it; `article` as it may be shown. Refuses with
 * no-original where there is none, or the rights of the article withhold its text.
 */
export async function findOriginal(
  ports: Pick<OriginalPorts, 'archive'>,
  article: ArticleDocument,
): Promise<ArchivedPage> {
  const [withheld] = article.rights?.withheld ?? [];
  if (withheld !== undefined) throw new Refusal('no-original', `Its page is not shown. ${withheld}`);
  const page = await archivedPage(ports, article);
  if (page === undefined)
    throw new Refusal('no-original', 'The archive of this mill does not hold the page of this article.');
  return page;
}

/**
 * The same page as HTML, made harmless for a frame that neither runs nor loads anything. Refuses with
 * unknown-article, and with no-original also where the archive holds no web page of it.
 */
export async function readOriginal(ports: OriginalPorts, id: string): Promise<string> {
  const page = await findOriginal(ports, await servedArticle(ports, id, 'article'));
  const html = await harmless(ports, page);
  if (html === undefined) throw new Refusal('no-original', 'What the archive holds of it is no web page.');
  return html;
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
