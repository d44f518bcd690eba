import { openElasticLibrary } from '../library/elastic/elastic-library.ts';
import type { WriteResult } from '../library/library.ts';
import { sampleArticle } from './sample-article.ts';

const batches = 40;
const inBatch = 25;

/** What became of articles that were written while their Elasticsearch was killed. */
interface Written {
  readonly written: number;
  readonly counted: number;
  /** Different ids. */
  readonly exported: number;
  readonly rejected: readonly WriteResult[];
}

/** Writes on two lanes while `kill` has the server killed and started again. */
export async function writeOverKill(url: string, kill: () => Promise<void>): Promise<Written> {
  const library = openElasticLibrary({ url, namespace: 'killed', retryMs: 1_000 });
  await library.prepare();
  const rejected: WriteResult[] = [];
  const write = async (batch: number): Promise<void> => {
    const documents = Array.from({ length: inBatch }, (_, i) =>
      sampleArticle(`b${batch}-${i}`, {
        firstSeen: i % 2 === 0 ? '2026-10-01T00:00:00Z' : '2026-11-01T00:00:00Z',
      }),
    );
    // As the runtime does it: the same batch again until it is answered.
    for (;;) {
      const results = await library.write(documents).then(
        (answers) => answers,
        () => undefined,
      );
      if (results !== undefined)
        return void rejected.push(...results.filter(({ kind }) => kind === 'rejected'));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  let done = 0;
  const lane = async (first: number): Promise<void> => {
    for (let batch = first; batch < batches; batch += 2) {
      await write(batch);
      done += 1;
    }
  };
  const lanes = Promise.all([lane(0), lane(1)]);
  while (done < 4) await new Promise((resolve) => setTimeout(resolve, 5));
  await kill();
  await lanes;
  await library.refresh();
  const ids = new Set<string>();
  for await (const record of library.exportRecords())
    if (record.kind === 'document') ids.add(record.document.id);
  const counted = await library.count();
  await library.close();
  return { written: batches * inBatch, counted, exported: ids.size, rejected };
}
