import type { RelatedArticle } from '@newsmill/contracts';
import { LibraryTimeout, type LibraryReader } from '@newsmill/store';

/**
 * What the page of an article shows of related ones; nothing where the library is too slow to say, for the
 * article itself is there.
 */
export async function readRelated(
  library: Pick<LibraryReader, 'related'>,
  id: string,
  languages: 'any' | 'other',
  limit: number,
): Promise<readonly RelatedArticle[]> {
  try {
    return (await library.related({ id, limit, languages }))?.items ?? [];
  } catch (error) {
    if (!(error instanceof LibraryTimeout)) throw error;
    return [];
  }
}
