import type { ArticleDocument, RelatedArticles, RelatedRequest } from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import { numberOf } from '../../../sqlite/columns.ts';
import { foldWord, queryTokens } from '../../query/index-tokens.ts';
import { leastLikeShare, likeFactor, relatedOf } from '../../query/related-articles.ts';
import type { LibraryDatabase } from '../library-database.ts';
import { likeTerms } from './like-terms.ts';
import { languageMark } from './match-expression.ts';
import { roughRank } from './rank-rows.ts';

/** Articles with the telling words of one; undefined when there is no article of this id. */
export function findRelated(database: LibraryDatabase, request: RelatedRequest): RelatedArticles | undefined {
  const json = database.get(request.id);
  if (json === undefined) return undefined;
  const document: ArticleDocument = JSON.parse(json);
  const terms = likeTerms(database, document);
  if (terms.length === 0) return { items: [] };
  const language = request.sameLanguage
    ? ` AND meta : "${languageMark(countedLanguage(document.language))}"`
    : '';
  const match = `{title summary content} : (${terms.map((term) => `"${term}"`).join(' OR ')})${language}`;
  const found = database
    .statement(`SELECT rowid AS id FROM words WHERE words MATCH ? ORDER BY ${roughRank} LIMIT ?`)
    .all(match, request.limit * likeFactor + likeFactor)
    .flatMap((row): ArticleDocument[] => {
      const text = database.at(numberOf(row, 'id'));
      return text === undefined ? [] : [JSON.parse(text)];
    });
  const least = Math.max(1, Math.floor(terms.length * leastLikeShare));
  return relatedOf(
    document,
    found.filter((other) => sharedTerms(other, terms) >= least),
    request,
  );
}

function sharedTerms({ title, summary = '', content }: ArticleDocument, terms: readonly string[]): number {
  const words = new Set(queryTokens(`${title} . ${summary} . ${content}`).tokens.map(foldWord));
  return terms.filter((term) => words.has(foldWord(term))).length;
}
