import type { Client } from '@elastic/elasticsearch';
import type { ArticleDocument, RelatedArticles, RelatedRequest } from '@newsmill/contracts';
import { countedLanguage } from '@newsmill/text';
import {
  acrossOf,
  leastLikeShare,
  likeFactor,
  longestLikeText,
  mostLikeTerms,
  relatedOf,
} from '../../query/related-articles.ts';
import { hitFields, type HitDocument } from '../../query/search-request.ts';
import { directionOf, isOfTable } from '../../rank/nearness.ts';
import { elasticQuery, languageQuery } from './elastic-query.ts';
import { byScore, newestOrder } from './elastic-body.ts';
import { searchWithin, tableField } from './elastic-search.ts';

/** What is asked where. */
interface Place {
  readonly client: Client;
  /** Alias of the indexes of articles. */
  readonly articles: string;
  readonly limitMs: number;
}

/** Articles with the telling words of one, and in other languages before them those nearest in meaning. */
export async function findElasticRelated(
  place: Place,
  document: ArticleDocument,
  request: RelatedRequest,
): Promise<RelatedArticles> {
  const size = request.limit * likeFactor + likeFactor;
  const [near, alike] = await Promise.all([
    request.languages === 'other' ? nearAcross(place, document, size) : [],
    alikeInWords(place, document, request, size),
  ]);
  return relatedOf(document, [...near, ...alike], request);
}

async function nearAcross(
  { client, articles, limitMs }: Place,
  document: ArticleDocument,
  size: number,
): Promise<HitDocument[]> {
  const across = acrossOf(document);
  const vector = directionOf(across?.near.vector);
  if (across === undefined || vector === undefined) return [];
  const { near, from, to } = across;
  const answer = await searchWithin(client, limitMs, {
    index: articles,
    size,
    track_total_hits: false,
    _source: [...hitFields, tableField],
    knn: {
      field: 'vector',
      query_vector: [...vector],
      k: size,
      num_candidates: 3 * size,
      similarity: near.least,
      filter: elasticQuery(
        { from, to, query: near.must, sort: 'newest', limit: size, facets: [] },
        Date.now(),
      ),
    },
  });
  return answer.hits.hits.flatMap(({ _source: hit }) =>
    hit === undefined || !isOfTable(hit, near.by) ? [] : [hit],
  );
}

async function alikeInWords(
  { client, articles, limitMs }: Place,
  document: ArticleDocument,
  { languages }: RelatedRequest,
  size: number,
): Promise<HitDocument[]> {
  const own = languageQuery(countedLanguage(document.language));
  const { title, summary = '', content, keyPhrases = [] } = document;
  const like = [title, title, title, summary, ...keyPhrases, ...keyPhrases, content.slice(0, longestLikeText)]
    .join(' . ')
    .toWellFormed();
  const answer = await searchWithin(client, limitMs, {
    index: articles,
    size,
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
        filter: languages === 'same' ? [own] : [],
        must_not: [{ ids: { values: [document.id] } }, ...(languages === 'other' ? [own] : [])],
      },
    },
  });
  return answer.hits.hits.flatMap(({ _source: hit }) => hit ?? []);
}
