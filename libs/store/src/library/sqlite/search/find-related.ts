import type { ArticleDocument, RelatedArticles, RelatedRequest } from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import { numberOf } from '../../../sqlite/columns.ts';
import { foldWord, queryTokens } from '../../query/index-tokens.ts';
import { acrossOf, leastLikeShare, likeFactor, relatedOf } from '../../query/related-articles.ts';
import { isOfTable, mostCompared } from '../../rank/nearness.ts';
import type { LibraryDatabase } from '../library-database.ts';
import { likeTerms } from './like-terms.ts';
import { languageMark } from './match-expression.ts';
import { roughRank } from './rank-rows.ts';
import { documentsAt, nearestFirst, nearestRows } from './search-library.ts';

/**
 * Articles with the telling words of one, and in other languages before them those nearest in meaning;
 * undefined when there is no article of this id.
 */
export function findRelated(
  database: LibraryDatabase,
  request: RelatedRequest,
  now: number,
): RelatedArticles | undefined {
  const json = database.get(request.id);
  if (json === undefined) return undefined;
  const document: ArticleDocument = JSON.parse(json);
  const wanted = request.limit * likeFactor + likeFactor;
  const near = request.languages === 'other' ? nearAcross(database, document, wanted, now) : [];
  return relatedOf(document, [...near, ...alikeInWords(database, document, request, wanted)], request);
}

/**
 * Articles in other languages that are near in meaning, the nearest first: of those published around this one, half of
 * them earlier.
 */
function nearAcross(
  database: LibraryDatabase,
  document: ArticleDocument,
  most: number,
  now: number,
): ArticleDocument[] {
  const across = acrossOf(document);
  if (across === undefined) return [];
  const { near, from, at, to } = across;
  const options = { most, compared: mostCompared / 2 };
  const rows = [
    ...nearestRows(database, { near, from, to: at }, now, options),
    ...nearestRows(database, { near, from: at, to }, now, { ...options, isOldest: true }),
  ];
  return documentsAt(
    database,
    nearestFirst(rows, most).map(({ id }) => id),
  ).filter((other) => isOfTable(other, near.by));
}

/** Articles that hold a good part of the telling words of one, the most alike first. */
function alikeInWords(
  database: LibraryDatabase,
  document: ArticleDocument,
  { languages }: RelatedRequest,
  limit: number,
): ArticleDocument[] {
  const terms = likeTerms(database, document);
  if (terms.length === 0) return [];
  const words = `{title summary content} : (${terms.map((term) => `"${term}"`).join(' OR ')})`;
  const own = countedLanguage(document.language);
  const match = languages === 'same' ? `(${words}) AND meta : "${languageMark(own)}"` : words;
  // What is ranked holds no more marks than it must: each is counted over the whole index.
  const isOther =
    languages === 'other'
      ? `AND (SELECT language || '-' FROM article WHERE id = words.rowid) NOT LIKE ?`
      : '';
  const rows = database
    .statement(`SELECT rowid AS id FROM words WHERE words MATCH ? ${isOther} ORDER BY ${roughRank} LIMIT ?`)
    .all(match, ...(isOther === '' ? [] : [`${own}-%`]), limit)
    .map((row) => numberOf(row, 'id'));
  const least = Math.max(1, Math.floor(terms.length * leastLikeShare));
  return documentsAt(database, rows).filter((other) => sharedTerms(other, terms) >= least);
}

function sharedTerms({ title, summary = '', content }: ArticleDocument, terms: readonly string[]): number {
  const words = new Set(queryTokens(`${title} . ${summary} . ${content}`).tokens.map(foldWord));
  return terms.filter((term) => words.has(foldWord(term))).length;
}
