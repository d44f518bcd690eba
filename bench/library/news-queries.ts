import type { QueryNode, SearchRequest } from '@newsmill/contracts';
import { randomFrom, type NewsCorpus } from '../../libs/store/src/testing/news-corpus.ts';

const day = 86_400_000;
const phrase = (text: string): QueryNode => ({ kind: 'phrase', text });
const term = (text: string): QueryNode => ({ kind: 'term', text });

/** Two words that stand side by side somewhere in the text. */
function pairOf(text: string, random: () => number): string {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const at = Math.floor(random() * Math.max(1, words.length - 1));
  return `${words[at] ?? ''} ${words[at + 1] ?? ''}`.trim();
}

/**
 * The news query: a phrase of some article, a span of time around it, its language, three facets, highlights.
 */
export function newsQueries(
  corpus: NewsCorpus,
  articles: number,
  count: number,
  sort: SearchRequest['sort'],
): SearchRequest[] {
  const random = randomFrom(5);
  return Array.from({ length: count }, () => {
    const { content, language, published } = corpus.article(Math.floor(random() * articles));
    const from = Date.parse(published) - (1 + random() * 30) * day;
    return {
      query: phrase(pairOf(content, random)),
      languages: [language],
      from: new Date(from).toISOString(),
      to: new Date(Date.parse(published) + (1 + random() * 30) * day).toISOString(),
      facets: ['source', 'section', 'person'],
      sort,
      limit: 20,
    };
  });
}

/** Words as people type them: one, or two together. */
export function askedWords(
  corpus: NewsCorpus,
  language: string,
  count: number,
): readonly (readonly string[])[] {
  const random = randomFrom(7);
  const words = corpus.words(language);
  // Neither the most frequent ones alone nor the rarest alone.
  const word = () => words[Math.floor(words.length ** (0.3 + 0.7 * random())) - 1] ?? '';
  return Array.from({ length: count }, (_, i) => (i % 2 === 0 ? [word()] : [word(), word()]));
}

/** Searches for the words that people type. */
export function wordQueries(
  corpus: NewsCorpus,
  language: string,
  count: number,
  sort: SearchRequest['sort'],
): SearchRequest[] {
  return askedWords(corpus, language, count).map((words) => ({
    query: words.length === 1 ? term(words[0] ?? '') : { kind: 'and', nodes: words.map(term) },
    facets: [],
    sort,
    limit: 50,
  }));
}

/** What must give the same ids in both forms, by name. */
export function exactQueries(
  corpus: NewsCorpus,
  articles: number,
  count: number,
): Readonly<Record<string, readonly SearchRequest[]>> {
  const random = randomFrom(9);
  const some = (make: () => Partial<SearchRequest>) =>
    Array.from(
      { length: count },
      (): SearchRequest => ({ sort: 'newest', limit: 50, facets: [], ...make() }),
    );
  const any = () => corpus.article(Math.floor(random() * articles));
  const anyOf = (language: string) => {
    for (;;) {
      const article = any();
      if (article.language === language) return article;
    }
  };
  const when = () => Date.parse(any().published);
  return {
    filters: some(() => ({ sources: [any().sourceId], languages: [any().language] })),
    ranges: some(() => {
      const [from, to] = [when(), when()].sort((a, b) => a - b);
      return { from: new Date(from ?? 0).toISOString(), to: new Date(to ?? 0).toISOString() };
    }),
    'exact words': some(() => ({ query: phrase(pairOf(any().content, random).split(' ')[0] ?? '') })),
    phrases: some(() => ({ query: phrase(pairOf(any().content, random)) })),
    'Chinese and Japanese': some(() => {
      const { content } = anyOf(random() < 0.5 ? 'zh' : 'ja');
      const at = Math.floor(random() * content.length);
      return {
        query: term(
          content.slice(at, at + 2 + Math.floor(random() * 2)).replace(/[^\p{L}]/gu, '') ||
            content.slice(0, 2),
        ),
      };
    }),
    'newest first': some(() => ({})).slice(0, 1),
    'facets up to 10,000 matches': some(() => {
      const from = when();
      return {
        languages: [any().language],
        from: new Date(from).toISOString(),
        to: new Date(from + day).toISOString(),
        facets: ['source', 'language', 'section', 'author', 'day', 'person', 'place'],
      };
    }),
  };
}
