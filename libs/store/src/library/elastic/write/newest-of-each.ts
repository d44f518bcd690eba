import type { ArticleDocument } from '@newsmill/contracts';
import type { WriteResult } from '../../library.ts';

/**
 * The newest version of each article among those without a result, the first of equal ones; `older`: places
 * of the others.
 */
export function newestOfEach(
  documents: readonly ArticleDocument[],
  results: readonly (WriteResult | undefined)[],
): { readonly document: ArticleDocument; readonly at: number; readonly older: number[] }[] {
  const newest = new Map<
    string,
    { readonly document: ArticleDocument; readonly at: number; readonly older: number[] }
  >();
  for (const [at, document] of documents.entries()) {
    if (results[at] !== undefined) continue;
    const known = newest.get(document.id);
    if (known !== undefined && known.document.version >= document.version) known.older.push(at);
    else
      newest.set(document.id, { document, at, older: known === undefined ? [] : [...known.older, known.at] });
  }
  return [...newest.values()];
}
