import type { Memory } from './measure-memory.ts';

/** Run by measureMemory in a process of its own. */
const [folder = ''] = process.argv.slice(2);
const steps: Memory[] = [];
function look(step: string): void {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  steps.push({ step, heap: Math.round((heapUsed + arrayBuffers) / 1e6), resident: Math.round(rss / 1e6) });
}

look('an empty process');
const { enrichArticle, listEnrichers, lookUpFor } = await import('@newsmill/enrich');
const { readArticles } = await import('./read-articles.ts');
const articles = readArticles(folder, 300);
look('the code, and 300 articles');
const known = () => ({
  articleId: '',
  owner: '',
  candidates: [],
  values: new Map<string, string>(),
  site: [],
});
const list = listEnrichers();
for (const article of articles.slice(0, 5)) enrichArticle(article, known(), list);
look('all enrichers used');
for (let pass = 0; pass < 10; pass += 1)
  for (const article of articles) {
    const fresh = { ...article };
    lookUpFor(fresh);
    enrichArticle(fresh, known(), list);
  }
look('after 3,000 articles');
process.stdout.write(JSON.stringify(steps));
