import { knowsNothing, type ArticleDocument, type CleanArticle } from '@newsmill/contracts';
import { measureArticle, rerunEnrichers } from '@newsmill/enrich';
import { toDocument } from '@newsmill/search';
import { factsOf, type Again } from './reprocess-library.ts';

/**
 * The document with what the cleaner says of its article now, and the facts that follow from that. Id,
 * version and first sight stay, and so does what was found by comparing it with others (copies, story) or
 * said by a language model. undefined when nothing is left that the library would hold.
 */
export function documentAgain(
  { id, duplicateOf, familyId, similarity, ingest, ...document }: ArticleDocument,
  article: CleanArticle,
  { enrichers, list, pipelineVersion }: Again,
): ArticleDocument | undefined {
  const facts = rerunEnrichers(list, (enricher) => enrichers.includes(enricher), {
    article,
    id,
    known: knowsNothing,
    facts: factsOf({ ...document, ingest }),
  });
  const made = toDocument(
    {
      ...article,
      ...measureArticle(article, facts),
      id,
      duplicateOf,
      familyId,
      similarity,
      copies: [],
      facts: [...facts],
    },
    { pipelineVersion, traceId: ingest.traceId },
  );
  return made.kind === 'accept' ? made.value : undefined;
}
