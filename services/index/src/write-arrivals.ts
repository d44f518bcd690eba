import {
  drop,
  accept,
  reject,
  type ArticleDocument,
  type ArticleGone,
  type ArticleTold,
  type EnrichedArticle,
  type Outcome,
} from '@newsmill/contracts';
import { sinceOf } from '@newsmill/enrich';
import type { Noted } from '@newsmill/runtime';
import { toDocument } from '@newsmill/search';
import type { ArticleLink, Deletion, LibraryWriter, Telling, WriteResult } from '@newsmill/store';

/**
 * Raised whenever a change of the pipeline could change documents: versions of an article are compared within
 * one alone, so that no change of ours counts as an edit.
 */
export const pipelineVersion = '3';

function outcomeOf(
  document: Outcome<ArticleDocument>,
  result: WriteResult | undefined,
): Outcome<{ articleId: string }> {
  if (document.kind !== 'accept') return document;
  if (result?.kind === 'rejected') return reject('bad-document', result.detail);
  if (result?.kind === 'taken-down') return drop('taken-down', document.value.id);
  if (result?.kind === 'conflict') return reject('version-conflict', result.detail);
  return accept({ articleId: document.value.id });
}

/**
 * What the article says of its copies, and of itself as a copy: enriched once more, it may know an earlier
 * original, but its document has the same version and is not written again. What is like the article is a
 * copy of its original too. Links have an order of their own.
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

/** What comes to the library: an article, or that one is gone, or who else told of one. */
export type Arrival = EnrichedArticle | ArticleGone | ArticleTold;

function isGone(arrival: Arrival): arrival is ArticleGone {
  return 'gone' in arrival && arrival.gone === true;
}

function isTold(arrival: Arrival): arrival is ArticleTold {
  return 'told' in arrival && arrival.told === true;
}

/**
 * Who told of which item, and to which article each article's own item leads: what was told of an item is the
 * article's, whichever came first.
 */
function tellingsOf(told: readonly ArticleTold[], articles: readonly EnrichedArticle[]): Telling[] {
  return [
    ...told.map(({ item, sources, articleId }) => ({ item, sources, articleId })),
    ...articles.flatMap(({ id, item }) => (id === item ? [] : [{ item, sources: [], articleId: id }])),
  ];
}

/**
 * Articles of an address that leads to another article now, which is in the library: that one stands for
 * them.
 */
function movedOf(
  articles: readonly EnrichedArticle[],
  documents: readonly Outcome<ArticleDocument>[],
  results: readonly WriteResult[],
): Deletion[] {
  let next = 0;
  return articles.flatMap(({ id, held, fetchedAt }, place) => {
    const result = documents[place]?.kind === 'accept' ? results[next++] : undefined;
    const isThere = result?.kind === 'written' || result?.kind === 'stale';
    return isThere && held !== undefined && held.articleId !== id
      ? [{ id: held.articleId, version: fetchedAt, reason: 'duplicate-of', heir: id }]
      : [];
  });
}

/** A text of its version that could not be replaced, since the library was about to show it, stays. */
function keptOf(result: WriteResult | undefined): WriteResult | undefined {
  return result?.kind === 'conflict' ? { kind: 'stale' } : result;
}

/**
 * Writes documents in their order. One that was cleaned again replaces that of its version; where there is
 * none, it is written as any other.
 */
async function writeAll(
  given: readonly { readonly document: ArticleDocument; readonly isAgain: boolean }[],
  library: Pick<LibraryWriter, 'write' | 'amend'>,
): Promise<readonly WriteResult[]> {
  const first = given.filter(({ isAgain }) => !isAgain).map(({ document }) => document);
  const again = given.filter(({ isAgain }) => isAgain).map(({ document }) => document);
  const written = (await library.write(first)).values();
  const amended = again.length === 0 ? [] : await library.amend(again);
  const missing = again.filter((_, place) => amended[place]?.kind === 'stale');
  const late = (missing.length === 0 ? [] : await library.write(missing)).values();
  const replaced = amended
    .map((result) => (result.kind === 'stale' ? keptOf(late.next().value) : result))
    .values();
  return given.flatMap(({ isAgain }) => (isAgain ? replaced : written).next().value ?? []);
}

/**
 * Writes arrivals with external versions; a stored version that is equal or newer is success. What is gone
 * leaves a tombstone of its version, so the order of the two does not matter. Answers an outcome for each.
 */
export async function writeArrivals(
  arrivals: readonly Arrival[],
  library: LibraryWriter,
): Promise<readonly (Outcome<{ readonly articleId: string }> | Noted)[]> {
  const articles = arrivals.flatMap((arrival) => (isGone(arrival) || isTold(arrival) ? [] : [arrival]));
  const gone = arrivals.filter(isGone);
  // Whether it was cleaned again is nothing of the article.
  const documents = articles.map(({ isAgain: _, ...article }) => toDocument(article, { pipelineVersion }));
  const results = await writeAll(
    documents.flatMap((document, place) =>
      document.kind === 'accept'
        ? [{ document: document.value, isAgain: articles[place]?.isAgain === true }]
        : [],
    ),
    library,
  );
  await library.link(articles.flatMap(linksOf));
  const tellings = tellingsOf(arrivals.filter(isTold), articles);
  if (tellings.length > 0) await library.tell(tellings);
  const leaving = [
    ...gone.map(({ articleId, fetchedAt, reason, movedTo }) => ({
      id: articleId,
      version: fetchedAt,
      reason: reason === 'gone' ? undefined : reason,
      heir: movedTo,
    })),
    ...movedOf(articles, documents, results),
  ];
  if (leaving.length > 0) await library.remove(leaving);
  let next = 0;
  const outcomes = documents.map((document) =>
    outcomeOf(document, document.kind === 'accept' ? results[next++] : undefined),
  );
  let place = 0;
  return arrivals.map((arrival) => {
    if (isTold(arrival)) return { kind: 'noted' };
    return isGone(arrival)
      ? drop(arrival.reason ?? 'gone', arrival.movedTo ?? arrival.articleId)
      : (outcomes[place++] ?? reject('bad-document', 'the library gave no answer'));
  });
}
