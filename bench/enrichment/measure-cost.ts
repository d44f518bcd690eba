import type { CleanArticle, Fact } from '@newsmill/contracts';
import { enrichArticle, listEnrichers, lookUpFor, runEnrichers, type Enricher } from '@newsmill/enrich';
import { readArticles } from './read-articles.ts';

/** CPU time of one part of enriching, over one article. */
export interface Cost {
  readonly part: string;
  readonly isUsual: boolean;
  /** CPU milliseconds per article: the median of the passes. */
  readonly ms: number;
}

export interface Costs {
  readonly articles: number;
  readonly meanCharacters: number;
  readonly parts: readonly Cost[];
  /** All that is usual, with the look-up and the document's own fields; and everything switched on. */
  readonly usualMs: number;
  readonly everythingMs: number;
}

const passes = 7;
/**
 * Nothing is known of other articles; a new object each time, since what is found among what is known is
 * remembered with it.
 */
const nothing = () => ({
  articleId: '',
  owner: '',
  candidates: [],
  values: new Map<string, string>(),
  site: [],
});

/**
 * CPU milliseconds per article of some work over all articles: the median of several passes after one that
 * warms up.
 */
function costOf(
  articles: readonly CleanArticle[],
  work: (article: CleanArticle, index: number) => void,
): number {
  const times: number[] = [];
  for (let pass = 0; pass <= passes; pass += 1) {
    const start = process.cpuUsage();
    articles.forEach(work);
    const { user, system } = process.cpuUsage(start);
    if (pass > 0) times.push((user + system) / 1_000 / articles.length);
  }
  return times.sort((a, b) => a - b)[passes >> 1] ?? 0;
}

/** What enriching costs, part by part. Each enricher runs over the facts of those before it. */
export function measureCost(folder: string, most = 300): Costs {
  const articles = readArticles(folder, most);
  const list = listEnrichers();
  /** As the stage does it: the look-up, then everything for the same article. */
  const whole = (enrichers: readonly Enricher[]) => (article: CleanArticle) => {
    const fresh = { ...article };
    lookUpFor(fresh);
    enrichArticle(fresh, nothing(), enrichers);
  };
  let facts: readonly (readonly Fact[])[] = articles.map(() => []);
  const parts: Cost[] = [
    { part: 'look-up', isUsual: true, ms: costOf(articles, (article) => void lookUpFor({ ...article })) },
  ];
  for (const enricher of list) {
    const inputs = facts;
    const input = (article: CleanArticle, index: number) => ({
      article,
      id: article.item,
      known: nothing(),
      facts: inputs[index] ?? [],
    });
    parts.push({
      part: enricher.name,
      isUsual: enricher.isUsual,
      ms: costOf(articles, (article, index) => void runEnrichers([enricher], input(article, index))),
    });
    facts = articles.map((article, index) => runEnrichers([enricher], input(article, index)));
  }
  const usual = list.filter((enricher) => enricher.isUsual);
  return {
    articles: articles.length,
    meanCharacters: Math.round(
      articles.reduce((sum, article) => sum + article.text.length, 0) / articles.length,
    ),
    parts,
    usualMs: costOf(articles, whole(usual)),
    everythingMs: costOf(articles, whole(list)),
  };
}

/** The costs as lines of text. */
export function showCosts({ articles, meanCharacters, parts, usualMs, everythingMs }: Costs): string {
  const rows = parts.map(
    ({ part, isUsual, ms }) =>
      `${part.padEnd(22)} ${ms.toFixed(3).padStart(7)} ms${isUsual ? '' : '   (not usual)'}`,
  );
  return [
    `CPU per article, ${articles} news texts of ${meanCharacters} characters, median of ${passes} passes`,
    ...rows,
    `${'sum of the usual parts'.padEnd(22)} ${parts
      .filter(({ isUsual }) => isUsual)
      .reduce((sum, { ms }) => sum + ms, 0)
      .toFixed(3)
      .padStart(7)} ms`,
    `${'all that is usual'.padEnd(22)} ${usualMs.toFixed(3).padStart(7)} ms`,
    `${'everything'.padEnd(22)} ${everythingMs.toFixed(3).padStart(7)} ms`,
  ].join('\n');
}
