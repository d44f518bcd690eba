import type { Client } from '@elastic/elasticsearch';
import type { ArticleDocument, RelatedArticles, RelatedRequest } from '@newsmill/contracts';
import type { StoredDocument } from './elastic-document.ts';
import { endAfter } from './elastic-search.ts';
import { LibraryTimeout } from './library.ts';
import { leastLikeShare, likeFactor, longestLikeText, mostLikeTerms, relatedOf } from './related-articles.ts';
import { hitFields } from './search-request.ts';

/** Articles with the telling words of one. */
export async function findElasticRelated(client: Client, articles: string, document: ArticleDocument, request: RelatedRequest, limitMs: number): Promise<RelatedArticles> {
  const { title, summary = '', content, keyPhrases = [] } = document;
  const like = [title, title, title, summary, ...keyPhrases, ...keyPhrases, content.slice(0, longestLikeText)].join(' . ').toWellFormed();
  const answer = await endAfter(limitMs, (signal) =>
    client.search<StoredDocument>(
      {
        index: articles, ignore_unavailable: true, allow_partial_search_results: false, timeout: `${limitMs}ms`, size: request.limit * likeFactor + likeFactor, track_total_hits: false, _source: [...hitFields],
        query: {
          bool: {
            must: [{ more_like_this: { fields: ['title', 'summary', 'content'], like, analyzer: 'newsmill', min_term_freq: 1, min_doc_freq: 1, min_word_length: 2, max_query_terms: mostLikeTerms, minimum_should_match: `${leastLikeShare * 100}%` } }],
            filter: request.sameLanguage ? [{ term: { language: { value: document.language } } }] : [],
            must_not: [{ ids: { values: [document.id] } }],
          },
        },
        sort: [{ _score: { order: 'desc' } }, { published: { order: 'desc', unmapped_type: 'date' } }, { id: { order: 'desc', unmapped_type: 'keyword' } }],
      },
      { signal, maxRetries: 2, requestTimeout: limitMs * 2 },
    ),
  );
  if (answer.timed_out) throw new LibraryTimeout(limitMs);
  return relatedOf(document, answer.hits.hits.flatMap(({ _source: hit }) => hit ?? []), request);
}
