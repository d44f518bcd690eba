/*
 * What metrics cost: a scrape of a process with many sources, and what is counted for one article.
 * Run: npm run bench -- metrics 5000
 */
import { observeDelays } from '../libs/runtime/src/stage/consequences/observe-delays.ts';
import { createMetrics } from '../libs/runtime/src/metrics.ts';
import { showSources, type MeasuredSource } from '../services/fetch/src/housekeeping/measure-each-source.ts';

const [rounds, articles] = [20, 200_000];

/** CPU of this process, milliseconds. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

async function cpuOf(work: () => unknown): Promise<number> {
  const began = cpuMs();
  await work();
  return cpuMs() - began;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** What a clean, an enrich and an index stage count for an article that passes them. */
function countArticle(metrics: ReturnType<typeof createMetrics>, isNew: boolean): void {
  for (const stage of ['clean', 'enrich', 'index']) {
    metrics.articles.inc({ stage, outcome: 'accept' });
    if (isNew) metrics.articleSeconds.observe({ stage }, 0.02);
  }
  metrics.requests.inc({ kind: 'page', status: '2xx' });
  if (!isNew) return metrics.age.observe(20);
  metrics.requestSeconds.observe({ kind: 'page', status: '2xx' }, 0.2);
  const input = { item: 'i', url: '', sourceId: 's', fetchedAt: 0, firstSeen: 1_000_000 };
  const published = { published: '1970-01-01T00:16:00.000Z', publishedPrecision: 'second' };
  observeDelays({ ...input, ...published }, 1_020_000, metrics);
}

/** Prints CPU and size of a scrape, CPU of showing the sources anew, and CPU of the counts of an article. */
export async function benchMetrics([count = '5000']: readonly string[]): Promise<void> {
  const sources = Array.from(
    { length: Number(count) },
    (_, n): MeasuredSource => ({
      id: `the-paper-of-town-${n}`,
      state: n % 20 === 0 ? 'failing' : 'delivering',
      recent: { articles: n },
      channels: [{ lastSuccessAt: 1_800_000_000_000 + n }],
    }),
  );
  const [empty, full] = [createMetrics(), createMetrics()];
  const shows: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    shows.push(await cpuOf(() => showSources(full, sources, sources.length)));
  for (const [name, { registry }] of [
    ['no source', empty],
    [`${count} sources`, full],
  ] as const) {
    const scrapes: number[] = [];
    for (let round = 0; round < rounds; round += 1) scrapes.push(await cpuOf(() => registry.metrics()));
    const kilobytes = Math.round((await registry.metrics()).length / 1_000);
    console.log(`scrape of ${name}: ${median(scrapes).toFixed(1)} ms of CPU, ${kilobytes} KB`);
  }
  console.log(`showing ${count} sources anew: ${median(shows).toFixed(1)} ms of CPU`);
  for (const [name, isNew] of [
    ['without times of articles and requests, and without delays', false],
    ['with them', true],
  ] as const) {
    for (let n = 0; n < articles; n += 1) countArticle(empty, isNew);
    const ms = await cpuOf(() => {
      for (let n = 0; n < articles; n += 1) countArticle(empty, isNew);
    });
    console.log(`counts of one article, ${name}: ${((ms * 1_000) / articles).toFixed(2)} µs of CPU`);
  }
}
