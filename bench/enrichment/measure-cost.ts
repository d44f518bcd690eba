import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CleanArticle, type Fact } from '@newsmill/contracts';
import { enrichArticle, listEnrichers, lookUpFor, runEnrichers, type Enricher } from '@newsmill/enrich';

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
  /** Resident memory before anything is loaded, after all models are, and after all passes; megabytes. */
  readonly megabytes: { readonly before: number; readonly loaded: number; readonly after: number };
}

const passes = 7;
const known = { articleId: '', owner: '', candidates: [], values: new Map<string, string>() };

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6);
}

/** News texts as articles: paragraphs are the blocks, the first sentence the title. */
export function readArticles(folder: string, most: number): readonly CleanArticle[] {
  const lines = readFileSync(join(folder, 'enrichment/topics/topics.dev.input.jsonl'), 'utf8').split('\n').filter((line) => line !== '').slice(0, most);
  return lines.map((line, index) => {
    const { text }: { readonly text: string } = JSON.parse(line);
    const paragraphs = text.split(/\n+/).map((part) => part.trim()).filter((part) => part !== '');
    const url = `https://paper.example/news/${index}`;
    return CleanArticle.parse({
      item: `item${index}`, sourceId: 'paper', url, finalUrl: url, fetchedAt: 1_790_000_000_000, firstSeen: 1_790_000_000_000, published: '2026-03-04T12:00:00.000Z', title: (paragraphs[0] ?? '').slice(0, 90),
      text: paragraphs.join('\n\n'), blocks: paragraphs.map((part) => ({ kind: 'paragraph', text: part })), confidence: 1,
    });
  });
}

/** CPU milliseconds per article of some work over all articles: the median of several passes after one that warms up. */
function costOf(articles: readonly CleanArticle[], work: (article: CleanArticle, index: number) => void): number {
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
  const before = megabytes();
  const articles = readArticles(folder, most);
  const list = listEnrichers();
  const everything = (article: CleanArticle, enrichers: readonly Enricher[]) => void enrichArticle(article, known, enrichers);
  for (const article of articles.slice(0, 5)) everything(article, list);
  const loaded = megabytes();
  let facts: readonly (readonly Fact[])[] = articles.map(() => []);
  const parts: Cost[] = [{ part: 'look-up', isUsual: true, ms: costOf(articles.map((article) => ({ ...article })), (article) => void lookUpFor({ ...article })) }];
  for (const enricher of list) {
    const inputs = facts;
    const input = (article: CleanArticle, index: number) => ({ article, id: article.item, known, facts: inputs[index] ?? [] });
    parts.push({ part: enricher.name, isUsual: enricher.isUsual, ms: costOf(articles, (article, index) => void runEnrichers([enricher], input(article, index))) });
    facts = articles.map((article, index) => runEnrichers([enricher], input(article, index)));
  }
  const usual = list.filter((enricher) => enricher.isUsual);
  return {
    articles: articles.length,
    meanCharacters: Math.round(articles.reduce((sum, article) => sum + article.text.length, 0) / articles.length),
    parts,
    usualMs: costOf(articles, (article) => { lookUpFor({ ...article }); everything({ ...article }, usual); }),
    everythingMs: costOf(articles, (article) => { lookUpFor({ ...article }); everything({ ...article }, list); }),
    megabytes: { before, loaded, after: megabytes() },
  };
}

/** The costs as lines of text. */
export function showCosts({ articles, meanCharacters, parts, usualMs, everythingMs, megabytes: memory }: Costs): string {
  const rows = parts.map(({ part, isUsual, ms }) => `${part.padEnd(22)} ${ms.toFixed(3).padStart(7)} ms${isUsual ? '' : '   (not usual)'}`);
  return [
    `CPU per article, ${articles} news texts of ${meanCharacters} characters, median of ${passes} passes`,
    ...rows,
    `${'all that is usual'.padEnd(22)} ${usualMs.toFixed(3).padStart(7)} ms`,
    `${'everything'.padEnd(22)} ${everythingMs.toFixed(3).padStart(7)} ms`,
    `memory ${memory.before} MB before, ${memory.loaded} MB with all models, ${memory.after} MB after ${articles * passes} articles and more`,
  ].join('\n');
}
