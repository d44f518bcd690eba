import { serveArticle, whyNotServed, type ArticleDocument, type WayOut } from '@newsmill/contracts';
import type { LibraryReader } from '@newsmill/store';
import { idPattern } from '../inputs/parameters.ts';
import { Refusal } from '../refusal.ts';
import { servingOf, type ServingPorts } from './serve-library.ts';

/** What of a mill it takes to give out one article. */
export interface ArticlePorts extends Pick<ServingPorts, 'folder' | 'now'> {
  readonly library: Pick<LibraryReader, 'get'>;
}

/** The article of an id, as it may be shown on one way out. Refuses with unknown-article. */
export async function servedArticle(ports: ArticlePorts, id: string, way: WayOut): Promise<ArticleDocument> {
  const article = idPattern.test(id) ? await ports.library.get(id) : undefined;
  if (article === undefined)
    throw new Refusal(
      'unknown-article',
      'The library holds no article of this id. Look up its address in the ledger to see what became of it.',
    );
  const context = servingOf(ports, way, article.sourceId);
  const served = serveArticle(article, context);
  if (served === undefined)
    throw new Refusal(
      'unknown-article',
      `This article is not shown: ${whyNotServed(article, context) ?? ''}.`,
    );
  return served;
}
