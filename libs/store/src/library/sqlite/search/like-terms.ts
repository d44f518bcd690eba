import type { ArticleDocument } from '@newsmill/contracts';
import { numberOf } from '../../../sqlite/columns.ts';
import { foldWord, isUnspaced, queryTokens } from '../../query/index-tokens.ts';
import { longestLikeText, mostLikeTerms } from '../../query/related-articles.ts';
import type { LibraryDatabase } from '../library-database.ts';

/** Words of the text that are weighed: the most frequent of it. */
const mostWeighed = 60;
/** Words shorter than this are rarely telling, where words are spaced. */
const leastLetters = 4;
/** Articles that the words may stand in together: beyond it an answer takes too long. */
const mostPostings = 50_000;
/** Words in more than this share of the articles tell nothing. */
const greatestShare = 0.1;

/** Words in no more than these may tell something, however small the library is. */
const fewArticles = 200;

/**
 * The telling words of an article: frequent in it, above all in its title, and rare in the library (tf-idf),
 * the most telling first. Words of which there is no other article are left out.
 */
export function likeTerms(database: LibraryDatabase, document: ArticleDocument): string[] {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const token of queryTokens(text).tokens)
      if (isUnspaced(token) || token.length >= leastLetters)
        counts.set(token, (counts.get(token) ?? 0) + weight);
  };
  add(document.content.slice(0, longestLikeText), 1);
  add(document.summary ?? '', 1);
  for (const phrase of document.keyPhrases ?? []) add(phrase, 2);
  add(document.title, 3);
  database
    .statement("CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_count USING fts5vocab('main', 'words', 'row')")
    .all();
  const articles = database.count();
  const weighed = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostWeighed)
    .flatMap(([word, count]) => {
      const postings = articlesWith(database, word);
      const isTelling = postings >= 2 && postings <= Math.max(fewArticles, articles * greatestShare);
      return isTelling
        ? [{ word, postings, weight: Math.min(count, 8) * Math.log(1 + articles / postings) }]
        : [];
    });
  let postings = 0;
  return weighed
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, mostLikeTerms)
    .filter((term) => {
      postings += term.postings;
      return postings <= mostPostings;
    })
    .map(({ word }) => word);
}

/** Articles that hold a word of the index. */
function articlesWith(database: LibraryDatabase, word: string): number {
  const found = database.statement('SELECT doc FROM temp.word_count WHERE term = ?').get(foldWord(word));
  return found === undefined ? 0 : numberOf(found, 'doc');
}
