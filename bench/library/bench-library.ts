import { completionKinds, type SearchPage, type SearchRequest } from '@newsmill/contracts';
import { newsCorpus, type NewsCorpus } from '../../libs/store/src/testing/news-corpus.ts';
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { quantile } from '../quantile.ts';
import { misspell } from '../spelling/misspell.ts';
import { loadArticles } from './load-articles.ts';
import { exactQueries, newsQueries, wordQueries } from './news-queries.ts';
import { benchPlace, openElastic, openSqlite, type Measured } from './open-libraries.ts';
import { readNewsTexts } from './read-texts.ts';

const heapMb = 1_024;
const mostCompared = 60;

interface Size {
  readonly count: number;
  /** Of each kind. */
  readonly queries: number;
}

interface Speed {
  readonly cpuMs: number;
  readonly p50: number;
  readonly p95: number;
}

/** Each query once to warm up, then once measured; CPU of both sides, times as the caller sees them. */
async function speedOf<T>(
  { usage }: Measured,
  requests: readonly T[],
  ask: (request: T) => Promise<unknown>,
): Promise<Speed> {
  for (const request of requests) await ask(request);
  const times: number[] = [];
  const [own, theirs] = [process.cpuUsage(), usage().cpuSeconds];
  for (const request of requests) {
    const began = performance.now();
    await ask(request);
    times.push(performance.now() - began);
  }
  const used = process.cpuUsage(own);
  return {
    cpuMs: ((used.user + used.system) / 1_000 + (usage().cpuSeconds - theirs) * 1_000) / requests.length,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
  };
}

const idsOf = ({ items }: SearchPage) => items.map(({ id }) => id);

async function compareIds(
  forms: readonly Measured[],
  requests: readonly SearchRequest[],
): Promise<{ readonly same: number; readonly overlap: number; readonly counted: number }> {
  let same = 0;
  let overlap = 0;
  let counted = 0;
  for (const request of requests) {
    const [one, other] = await Promise.all(forms.map(({ library }) => library.search(request)));
    if (one === undefined || other === undefined) throw new Error('two forms are compared');
    // Facets of more matches than are counted are approximate, and say so.
    const isCounted = request.facets.length === 0 || (one.facetsAreExact && other.facetsAreExact);
    if (!isCounted) continue;
    counted += 1;
    if (
      JSON.stringify([idsOf(one), one.total, one.facets]) ===
      JSON.stringify([idsOf(other), other.total, other.facets])
    )
      same += 1;
    const held = new Set(idsOf(other));
    const longest = Math.max(one.items.length, other.items.length);
    overlap += longest === 0 ? 1 : idsOf(one).filter((id) => held.has(id)).length / longest;
  }
  return { same, overlap: overlap / Math.max(1, counted), counted };
}

async function reportSameness(
  forms: readonly Measured[],
  corpus: NewsCorpus,
  { count, queries }: Size,
): Promise<void> {
  const compared = Math.min(mostCompared, queries);
  for (const [name, requests] of Object.entries(exactQueries(corpus, count, compared))) {
    const { same, counted } = await compareIds(forms, requests);
    console.log(`the same ids, totals and facets: ${name.padEnd(28)} ${same} of ${counted}`);
  }
  for (const sort of ['newest', 'relevance'] as const) {
    for (const language of ['en', 'de', 'fr', 'es', 'ru', 'ar']) {
      const { overlap } = await compareIds(forms, wordQueries(corpus, language, compared, sort));
      console.log(
        `overlap of the first 50, words with their inflected forms, ${sort}, ${language}: ${overlap.toFixed(3)}`,
      );
      // By relevance the floor holds up to this size: see docs/search.md.
      if (language === 'en' && (sort === 'newest' || count <= 100_000) && overlap < 0.9) {
        console.error('below the floor of 0.9');
        process.exitCode = 1;
      }
    }
  }
}

async function reportSpeed(form: Measured, corpus: NewsCorpus, { count, queries }: Size): Promise<void> {
  const kinds: Readonly<Record<string, readonly SearchRequest[]>> = {
    'news query, newest': newsQueries(corpus, count, queries, 'newest'),
    'news query, relevance': newsQueries(corpus, count, queries, 'relevance'),
    'English words, newest': wordQueries(corpus, 'en', queries, 'newest'),
    'English words, relevance': wordQueries(corpus, 'en', queries, 'relevance'),
  };
  const speeds: [name: string, speed: Speed][] = [];
  for (const [name, requests] of Object.entries(kinds))
    speeds.push([name, await speedOf(form, requests, (request) => form.library.search(request))]);
  const words = ['en', 'de', 'ru'].flatMap((language) => corpus.words(language).slice(20, 20 + queries));
  for (const letters of [1, 2, 3, 5])
    speeds.push([
      `completions of ${letters}`,
      await speedOf(form, words, (word) =>
        form.library.complete({ start: word.slice(0, letters), kinds: completionKinds, limit: 8 }),
      ),
    ]);
  const misspelt = misspell(
    words.filter((word) => word.length > 3),
    queries,
    3,
  );
  speeds.push([
    'words like a misspelt one',
    await speedOf(form, misspelt, ({ typed }) => form.library.wordsLike(typed)),
  ]);
  for (const [name, { cpuMs, p50, p95 }] of speeds)
    console.log(
      `${form.name.padEnd(13)} ${name.padEnd(25)} ${cpuMs.toFixed(2).padStart(8)} ms CPU, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    );
}

/**
 * The same articles in both forms: what writing costs, disk, memory, speed of the news query, and how far the
 * answers are the same. Words: articles, `both` or `sqlite` alone, queries of each kind.
 */
export async function benchLibrary(words: readonly string[]): Promise<void> {
  const [articles = '100000', only = 'both', queries = '200'] = words;
  const count = Number(articles);
  const size = { count, queries: Number(queries) };
  const folder = benchPlace(String(count));
  const corpus = newsCorpus(readNewsTexts(benchFolder()), count);
  const forms: Measured[] = [await openSqlite(folder)];
  try {
    if (only !== 'sqlite') forms.push(await openElastic(folder, heapMb));
    for (const form of forms) {
      const cost = await loadArticles(form, corpus, count, folder);
      console.log(
        `${form.name.padEnd(13)} ${cost.articles} articles written: ${((cost.cpuSeconds * 1_000) / cost.articles).toFixed(2)} ms CPU each, ${(form.disk() / cost.articles / 1_000).toFixed(2)} KB on disk each`,
      );
    }
    for (const form of forms) {
      await reportSpeed(form, corpus, size);
      console.log(`${form.name.padEnd(13)} ${form.usage().rssMb.toFixed(0)} MB of memory`);
    }
    if (forms.length === 2) await reportSameness(forms, corpus, size);
    console.log(`kept in ${folder}: the next run measures without writing; delete it to begin again`);
  } finally {
    for (const form of forms) await form.close();
  }
}
