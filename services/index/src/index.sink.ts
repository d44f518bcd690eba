import {
  articleEnriched,
  drop,
  pass,
  pipeline,
  reject,
  type ArticleDocument,
  type ArticleGone,
  type EnrichedArticle,
  type Outcome,
} from '@newsmill/contracts';
import { sinceOf } from '@newsmill/enrich';
import { defineSink, isDistributed, runStage, type Role } from '@newsmill/runtime';
import { toDocument } from '@newsmill/search';
import type { ArticleLink, WriteResult } from '@newsmill/store';

/** Raised whenever a change of the pipeline could change documents. */
export const pipelineVersion = '2';

function outcomeOf(
  document: Outcome<ArticleDocument>,
  result: WriteResult | undefined,
): Outcome<{ articleId: string }> {
  if (document.kind !== 'pass') return document;
  if (result?.kind === 'rejected') return reject('bad-document', result.detail);
  if (result?.kind === 'taken-down') return drop('taken-down', document.value.id);
  if (result?.kind === 'conflict') return reject('version-conflict', result.detail);
  return pass({ articleId: document.value.id });
}

/**
 * What the article says of its copies, and of itself as a copy: enriched once more, it may know an earlier original, but its document
 * has the same version and is not written again. What is like the article is a copy of its original too. Links have an order of their own.
 */
function linksOf(article: EnrichedArticle): ArticleLink[] {
  const since = sinceOf(article);
  const { duplicateOf, duplicateSince, similarity = 1 } = article;
  const { bridged = [] } = article;
  const own =
    duplicateOf === undefined || duplicateSince === undefined
      ? []
      : [{ id: article.id, similarity }, ...bridged].map((copy) => ({
          id: copy.id,
          duplicateOf,
          since: duplicateSince,
          similarity: copy.similarity,
        }));
  return [
    ...own,
    ...article.copies.map((copy) => ({
      id: copy.id,
      duplicateOf: article.id,
      since,
      similarity: copy.similarity,
    })),
  ];
}

type Arrival = EnrichedArticle | ArticleGone;

function isGone(arrival: Arrival): arrival is ArticleGone {
  return 'gone' in arrival && arrival.gone === true;
}

/** Writes batches with external versions; a stored version that is equal or newer is success. What is gone leaves a tombstone of its version, so the order of the two does not matter. */
export const indexSink = defineSink<Arrival>({
  step: pipeline[3],
  from: articleEnriched,
  async deliver(arrivals, { library }) {
    const articles = arrivals.flatMap((arrival) => (isGone(arrival) ? [] : [arrival]));
    const gone = arrivals.filter(isGone);
    const documents = articles.map((article) => toDocument(article, { pipelineVersion }));
    const results = await library.write(
      documents.flatMap((document) => (document.kind === 'pass' ? [document.value] : [])),
    );
    await library.link(articles.flatMap(linksOf));
    if (gone.length > 0)
      await library.remove(gone.map(({ articleId, fetchedAt }) => ({ id: articleId, version: fetchedAt })));
    let next = 0;
    const outcomes = documents.map((document) =>
      outcomeOf(document, document.kind === 'pass' ? results[next++] : undefined),
    );
    let place = 0;
    return arrivals.map((arrival) =>
      isGone(arrival)
        ? drop('gone', arrival.articleId)
        : (outcomes[place++] ?? reject('bad-document', 'the library gave no answer')),
    );
  },
});

/** One bulk request of Elasticsearch: 500 documents, 5 MB or what came within a second. SQLite gains nothing from waiting. */
export const indexRole: Role = {
  name: 'index',
  start: (ports) =>
    runStage(indexSink, ports, {
      batch: 500,
      bytes: 5_000_000,
      parallel: 2,
      gatherMs: isDistributed(ports.settings) ? 1_000 : 50,
    }),
};
