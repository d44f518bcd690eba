import { describe, expect, it } from '@jest/globals';
import { serverStartLimitMs } from '../../../../../test/servers/start-servers.ts';
import { elasticSuite } from '../../testing/elastic-suite.ts';
import { sampleArticle } from '../../testing/sample-article.ts';

const suite = elasticSuite({ own: true });
const batches = 40;
const inBatch = 25;

describe('Elasticsearch library over a server that is killed', () => {
  it(
    'loses nothing that was acknowledged, and doubles nothing',
    async () => {
      const library = suite.open({ retryMs: 1_000 });
      await library.prepare();
      const write = async (batch: number): Promise<number> => {
        const documents = Array.from({ length: inBatch }, (_, i) =>
          sampleArticle(`b${batch}-${i}`, {
            firstSeen: i % 2 === 0 ? '2026-10-01T00:00:00Z' : '2026-11-01T00:00:00Z',
          }),
        );
        // As the runtime does it: the same batch again until it is answered.
        for (let tries = 1; ; tries += 1) {
          const results = await library.write(documents).then(
            (answers) => answers,
            () => undefined,
          );
          if (results?.every(({ kind }) => kind !== 'rejected') === true) return tries;
          expect(results).toBeUndefined();
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
      };
      let done = 0;
      const lane = async (first: number) => {
        for (let batch = first; batch < batches; batch += 2) {
          await write(batch);
          done += 1;
        }
      };
      const lanes = Promise.all([lane(0), lane(1)]);
      while (done < 4) await new Promise((resolve) => setTimeout(resolve, 5));
      await suite.servers().restart('elasticsearch', { signal: 'SIGKILL' });
      await lanes;
      await library.refresh();
      expect(await library.count()).toBe(batches * inBatch);
      const ids = new Set<string>();
      for await (const record of library.exportRecords())
        if (record.kind === 'document') ids.add(record.document.id);
      expect(ids.size).toBe(batches * inBatch);
    },
    serverStartLimitMs,
  );
});
