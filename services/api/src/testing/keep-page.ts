import { gzipSync } from 'node:zlib';
import type { ArticleDocument } from '@newsmill/contracts';
import type { Archive } from '@newsmill/store';

/** Keeps a page in the archive as that of an article; answers the article with the place of the page. */
export async function keepPage(
  archive: Pick<Archive, 'put'>,
  article: ArticleDocument,
  { body, contentType }: { readonly body: string; readonly contentType: string },
): Promise<ArticleDocument> {
  const reference = await archive.put({
    url: article.url,
    fetchedAt: article.ingest.fetchedAt,
    status: 200,
    encoding: 'gzip',
    headers: { 'content-type': contentType },
    body: gzipSync(body),
  });
  return { ...article, ingest: { ...article.ingest, archive: reference } };
}
