import { randomBytes } from 'node:crypto';
import { openElasticLibrary } from '@newsmill/store';
import { startServers } from '../../test/servers/start-servers.ts';
import { reindexUnderLoad } from '../../libs/store/src/testing/reindex-under-load.ts';
import { sampleArticle } from '../../libs/store/src/testing/sample-article.ts';
import type { ArticleDocument } from '@newsmill/contracts';

const months = ['2026-07', '2026-08', '2026-09', '2026-10'];
const words =
  'harbour council ferry budget winter bridge minister strike school market river storm hospital railway election museum island energy housing court'.split(
    ' ',
  );
const batch = 500;

/** An article of about 300 words; deterministic. */
function documentOf(i: number, change: Partial<ArticleDocument> = {}): ArticleDocument {
  const content = Array.from(
    { length: 300 },
    (_, place) => `${words[(i * 7 + place * 13) % words.length] ?? ''}${place % 11 === 0 ? '.' : ''}`,
  ).join(' ');
  return sampleArticle(`a${String(i).padStart(7, '0')}`, {
    version: 1_000,
    title: `Harbour report ${i}`,
    content,
    firstSeen: `${months[i % months.length] ?? '2026-10'}-05T00:00:00.000Z`,
    published: new Date(Date.UTC(2026, 6, 1) + i * 60_000).toISOString(),
    contentHash: String(i),
    ...change,
  });
}

/**
 * `npm run bench -- reindex [ARTICLES]`: rebuilds all months while three writers and two readers go on, on
 * a real Elasticsearch.
 */
export async function benchReindex([count = '20000']: readonly string[]): Promise<void> {
  const servers = await startServers(['elasticsearch'], { own: true });
  const namespace = `bench-${randomBytes(4).toString('hex')}`;
  const open = () => openElasticLibrary({ url: servers.elasticsearch.url, namespace, retryMs: 120_000 });
  const [library, reader, ...others] = [await open(), await open(), await open(), await open(), await open()];
  try {
    const articles = Number(count);
    for (let from = 0; from < articles; from += batch)
      await library.write(
        Array.from({ length: Math.min(batch, articles - from) }, (_, k) => documentOf(from + k)),
      );
    await library.refresh();
    const cpu = process.cpuUsage();
    const figures = await reindexUnderLoad({
      library,
      others,
      reader,
      count: articles,
      documentOf,
      reindex: () => library.reindex({ graceMs: 5_000 }),
    });
    const used = process.cpuUsage(cpu);
    console.log(
      `reindex of ${figures.articles} articles in ${months.length} months beside ${figures.writes} writes and ${figures.reads} reads: ${figures.seconds.toFixed(1)} s, ${(figures.articles / figures.seconds).toFixed(0)} articles/s, ${((used.user + used.system) / 1_000_000).toFixed(1)} CPU s of this process (writers and readers included)`,
    );
    console.log(
      `reader and writer errors ${figures.errors.length}, missing ${figures.missing.length}, differences ${figures.differences.length}, longest write ${figures.longestWriteMs.toFixed(0)} ms`,
    );
    for (const line of [...figures.errors, ...figures.missing, ...figures.differences]) console.log(line);
    if (figures.errors.length + figures.missing.length + figures.differences.length > 0) process.exitCode = 1;
  } finally {
    for (const one of [library, reader, ...others]) await one.close();
    await servers.close();
  }
}
