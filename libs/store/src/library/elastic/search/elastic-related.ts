import type { Client } from '@elastic/elasticsearch';
import type { ArticleDocument, RelatedArticles, RelatedRequest } from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import {
  leastLikeShare,
  likeFactor,
  longestLikeText,
  mostLikeTerms,
  relatedOf,
} from '../../query/related-articles.ts';
import { hitFields } from '../../query/search-request.ts';
import { languageQuery } from './elastic-query.ts';
import { byScore, newestOrder } from './elastic-body.ts';
import { searchWithin } from './elastic-search.ts';

/** Articles with the telling words of one. */
export async function findElasticRelated(
  client: Client,
  articles: string,
  document: ArticleDocument,
  request: RelatedRequest,
  limitMs: number,
): Promise<RelatedArticles> {
  const { title, summary = '', content, keyPhrases = [] } = document;
  const like = [title, title, title, summary, ...keyPhrases, ...keyPhrases, content.slice(0, longestLikeText)]
    .join(' . ')
    .toWellFormed();
  const answer = await searchWithin(client, limitMs, {
    index: articles,
    size: request.limit * likeFactor + likeFactor,
    track_total_hits: false,
    _source: [...hitFields],
    sort: [byScore, ...newestOrder],
    query: {
      bool: {
        must: [
          {
            more_like_this: {
              fields: ['title', 'summary', 'content'],
              like,
              analyzer: 'newsmill',
              min_term_freq: 1,
              min_doc_freq: 1,
              min_word_length: 2,
              max_query_terms: mostLikeTerms,
              minimum_should_match: `${leastLikeShare * 100}%`,
            },
          },
        ],
        filter: request.sameLanguage ? [languageQuery(countedLanguage(document.language))] : [],
        must_not: [{ ids: { values: [document.id] } }],
      },
    },
  });
  return relatedOf(
    document,
    answer.hits.hits.flatMap(({ _source: hit }) => hit ?? []),
    request,
  );
}
