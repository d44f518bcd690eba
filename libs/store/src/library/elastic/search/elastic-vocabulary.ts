import type { Client, estypes } from '@elastic/elasticsearch';
import type { Completion, CompletionRequest, LikeWord } from '@newsmill/contracts';
import { mostCountedLike, mostEdits, nearestWords } from '../../query/near-words.ts';
import { completionKey, completionsOf, entriesEach, spelledWord } from '../../query/vocabulary.ts';
import { bucketsOf, searchWithin } from './elastic-search.ts';

/** Entries that each shard counts. */
const countedPerShard = 500;
/** Words that each shard offers, by frequency among those of few edits. */
const offered = 100;
/** The server offers nothing for a word that more articles have. */
const anyFrequency = 1_000_000_000;
const searched = ['title', 'summary', 'content'] as const;

/** See LibraryReader.complete. */
export async function completeElastic(
  client: Client,
  articles: string,
  request: CompletionRequest,
  limitMs: number,
): Promise<readonly Completion[]> {
  const key = completionKey(request.start);
  if (key === '') return [];
  const answer = await searchWithin(client, limitMs, {
    index: articles,
    size: 0,
    track_total_hits: false,
    query: { prefix: { completions: { value: key } } },
    aggregations: {
      entries: {
        terms: {
          field: 'completions',
          // A key is made of letters, digits and spaces alone, so nothing of it is a sign of the expression.
          include: `${key}.*`,
          size: request.limit * entriesEach,
          shard_size: countedPerShard,
          order: [{ _count: 'desc' }, { _key: 'asc' }],
        },
      },
    },
  });
  return completionsOf(
    bucketsOf(answer.aggregations?.['entries']).map(({ key: entry, count }) => [String(entry), count]),
    request,
  );
}

/** See LibraryReader.wordsLike: the server offers words, how like they are is told as in the other form. */
export async function wordsLikeElastic(
  client: Client,
  articles: string,
  text: string,
  limitMs: number,
): Promise<readonly LikeWord[]> {
  const asked = spelledWord(text);
  const edits = asked === undefined ? 0 : mostEdits(asked);
  if (asked === undefined || edits === 0) return [];
  const offer = (field: string, most: number, same: number): estypes.SearchFieldSuggester => ({
    text: asked,
    term: {
      field,
      analyzer: 'whitespace',
      suggest_mode: 'always',
      max_edits: most,
      prefix_length: same,
      min_word_length: 4,
      string_distance: 'damerau_levenshtein',
      size: offered,
      shard_size: offered,
      max_term_freq: anyFrequency,
    },
  });
  const suggesters = Object.fromEntries(
    searched.flatMap((field) => [
      [`${field} inside`, offer(field, edits, 1)],
      [`${field} start`, offer(field, 1, 0)],
    ]),
  );
  const { suggest = {} } = await searchWithin(client, limitMs, {
    index: articles,
    size: 0,
    track_total_hits: false,
    suggest: suggesters,
  });
  const words = new Set<string>();
  for (const found of Object.values(suggest).flat())
    for (const option of [found.options].flat())
      if ('text' in option && option.text !== undefined) words.add(option.text);
  const near = nearestWords(asked, words);
  if (near.length === 0) return [];
  const { aggregations } = await searchWithin(client, limitMs, {
    index: articles,
    size: 0,
    track_total_hits: false,
    aggregations: {
      words: {
        filters: {
          filters: Object.fromEntries(
            near.map(({ word }) => [
              word,
              { bool: { should: searched.map((field) => ({ term: { [field]: { value: word } } })) } },
            ]),
          ),
        },
      },
    },
  });
  const counts = aggregations?.['words'];
  const counted: Readonly<Record<string, { readonly doc_count: number }>> =
    counts !== undefined && 'buckets' in counts && !Array.isArray(counts.buckets)
      ? Object(counts.buckets)
      : {};
  return near.flatMap(({ word, cost }) => {
    const articlesOf = Math.min(mostCountedLike, counted[word]?.doc_count ?? 0);
    return articlesOf === 0 ? [] : [{ word, cost, articles: articlesOf }];
  });
}
