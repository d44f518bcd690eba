import type { LikeWord, QueryNode, SearchPage } from '@newsmill/contracts';
import type { ServedLibrary, SearchQuery } from '@newsmill/operate';
import { spelledWords, type SpelledWord } from '@newsmill/search';
import { indexedWord } from '@newsmill/store';
import { readSearch, type AskedSearch } from './read-search.ts';

/** A query that was perhaps meant, and how many articles it finds under the same conditions. */
export interface Suggestion {
  readonly q: string;
  readonly total: number;
  readonly totalIsExact: boolean;
}

/** What finds more articles needs no suggestion, and neither do queries of more words. */
const fewFound = 3;
const mostWords = 8;
/**
 * A word that stands somewhere is doubted for another one that so many times as many articles have, where it
 * takes no more than a slip to come from the one to the other, or one edit of a long word: see LikeWord.cost.
 */
const doubts = [
  { most: 0.8, letters: 0, times: 25 },
  { most: 1, letters: 7, times: 50 },
] as const;
/** What an edit takes from a word, in powers of e of its articles. */
const perEdit = 4;
const mostEach = 8;
const mostTried = 8;

interface Candidate {
  readonly word: string;
  readonly cost: number;
  readonly score: number;
}
interface Attempt {
  readonly words: readonly (readonly [SpelledWord, string])[];
  readonly cost: number;
  readonly score: number;
}

/**
 * The query with other words in the place of those that find nothing, or next to nothing where a word beside
 * them is much more frequent: words that stand in the library, as alike and as frequent as can be, that find
 * something with the rest of the query. undefined where there is none, and where the search found enough.
 */
export async function didYouMean(
  library: Pick<ServedLibrary, 'search' | 'wordsLike'>,
  query: AskedSearch,
  page: Pick<SearchPage, 'total'>,
): Promise<Suggestion | undefined> {
  if (query.cursor !== undefined || page.total > fewFound) return undefined;
  const words = spelledWords(query.q);
  if (words.length > mostWords) return undefined;
  let attempts: readonly Attempt[] = [{ words: [], cost: 0, score: 0 }];
  for (const word of words) {
    const candidates = await candidatesFor(library, query, word);
    if (candidates.length === 0) continue;
    attempts = attempts
      .flatMap((attempt) =>
        candidates.map((candidate) => ({
          words: [...attempt.words, [word, candidate.word] as const],
          cost: attempt.cost + candidate.cost,
          score: attempt.score + candidate.score,
        })),
      )
      .sort((a, b) => b.score - a.score)
      .slice(0, mostTried);
  }
  let best: (Suggestion & { readonly score: number }) | undefined;
  for (const attempt of attempts) {
    if (attempt.words.length === 0) return undefined;
    const found = await tryAttempt(library, query, attempt);
    if (found === undefined || found.total <= page.total) continue;
    // What counts is how often the words stand together, and under the conditions of the search.
    const score = Math.log(found.total) - perEdit * attempt.cost;
    if (best === undefined || score > best.score) best = { ...found, score };
  }
  return best === undefined ? undefined : { q: best.q, total: best.total, totalIsExact: best.totalIsExact };
}

/** The same for a page, with what the suggestion finds where the search found nothing. */
export async function meantInstead(
  library: Pick<ServedLibrary, 'search' | 'wordsLike'>,
  query: AskedSearch,
  page: Pick<SearchPage, 'total'>,
): Promise<(Suggestion & { readonly page?: SearchPage }) | undefined> {
  const meant = await didYouMean(library, query, page);
  if (meant === undefined || page.total > 0) return meant;
  const outcome = await readSearch(library, { ...query, q: meant.q }, []);
  return outcome.ok ? { ...meant, page: outcome.page } : meant;
}

/** Words that are meant instead of one, the likeliest first; none where it may be meant itself. */
async function candidatesFor(
  library: Pick<ServedLibrary, 'search' | 'wordsLike'>,
  { hidden }: SearchQuery,
  word: SpelledWord,
): Promise<readonly Candidate[]> {
  const { text, field } = word;
  const bound = field === undefined ? {} : { field };
  const node: QueryNode = word.isExact
    ? { kind: 'phrase', text, ...bound }
    : { kind: 'term', text, ...bound };
  const { total } = await library.search({
    query: node,
    sort: 'newest',
    limit: 1,
    facets: [],
    ...(hidden === true ? { withoutFlags: [] } : {}),
  });
  if (total > fewFound) return [];
  const isMeant = ({ cost, articles }: LikeWord) =>
    total === 0 ||
    doubts.some(
      ({ most, letters, times }) => cost <= most && text.length >= letters && articles >= total * times,
    );
  return (await library.wordsLike(text))
    .filter(isMeant)
    .map(({ word: other, cost, articles }) => ({
      word: other,
      cost,
      score: Math.log(articles) - perEdit * cost,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostEach);
}

/** What a query finds with these words; its words as articles have them. undefined where it finds nothing. */
async function tryAttempt(
  library: Pick<ServedLibrary, 'search'>,
  query: SearchQuery,
  { words }: Attempt,
): Promise<Suggestion | undefined> {
  const folded = replaced(query.q, words);
  const outcome = await readSearch(library, { ...query, q: folded, limit: 1, mode: 'words' }, []);
  if (!outcome.ok || outcome.page.total === 0) return undefined;
  const { total, totalIsExact, items } = outcome.page;
  const marked = items.flatMap(({ highlights }) =>
    highlights.flatMap(({ text, marks }) =>
      marks.flatMap(([from, to]) => text.slice(from, to).split(/\s+/u)),
    ),
  );
  const asWritten = words.map(
    ([word, other]) =>
      [word, typedLike(word.text, marked.find((one) => indexedWord(one) === other) ?? other)] as const,
  );
  return { q: replaced(query.q, asWritten), total, totalIsExact };
}

function replaced(query: string, words: Attempt['words']): string {
  return words
    .toReversed()
    .reduce((text, [{ at, end }, other]) => `${text.slice(0, at)}${other}${text.slice(end)}`, query);
}

/** With a capital where one was typed. */
function typedLike(typed: string, word: string): string {
  const small = word.toLowerCase();
  const [first = ''] = small;
  return /^\p{Lu}/u.test(typed) ? `${first.toUpperCase()}${small.slice(first.length)}` : small;
}
