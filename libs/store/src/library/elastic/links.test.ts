import { describe, expect, it } from '@jest/globals';
import { elasticSuite } from '../../testing/elastic-suite.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import { serveProxy } from '../../testing/serve-proxy.ts';
import type { ArticleLink, LibraryWriter } from '../library.ts';
import { openElasticLibrary } from './elastic-library.ts';

const suite = elasticSuite();

const link = (id: string, duplicateOf: string, since: number): ArticleLink => ({
  id,
  duplicateOf,
  since,
  similarity: 0.9,
});
/** Calm order of the numbers, another for each seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31);
  return items
    .map((item) => ({ item, place: next() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/**
 * Runs the work on a library whose connection breaks after each number of requests in turn: a process that
 * dies there.
 */
async function dieEverywhere(
  work: (library: LibraryWriter, round: number) => Promise<unknown>,
): Promise<number> {
  for (let round = 0; round < 100; round += 1) {
    let left = round;
    const proxy = await serveProxy(suite.url(), () => (left-- > 0 ? 'pass' : 'drop'));
    const library = openElasticLibrary({ url: proxy.url, namespace: suite.namespace, retryMs: 0 });
    const isWhole = await work(library, round).then(
      () => true,
      () => false,
    );
    await library.close();
    await proxy.close();
    if (isWhole) return round;
  }
  throw new Error('the work never comes to its end');
}

describe('links and tombstones of several processes', () => {
  it('come out right wherever a process dies, after the work was handed out again', async () => {
    const healthy = suite.open();
    await healthy.prepare();
    const works: ((library: LibraryWriter, prefix: string) => Promise<unknown>)[] = [
      (library, prefix) =>
        library.write([
          sampleArticle(`${prefix}-a`, { version: 5 }),
          sampleArticle(`${prefix}-b`, { version: 5 }),
        ]),
      (library, prefix) => library.link([link(`${prefix}-a`, 'x', 20), link(`${prefix}-c`, 'x', 20)]),
      (library, prefix) =>
        library.write([
          sampleArticle(`${prefix}-a`, { version: 6, title: 'six' }),
          sampleArticle(`${prefix}-c`, { version: 1 }),
        ]),
      (library, prefix) => library.link([link(`${prefix}-a`, 'y', 10), link(`${prefix}-c`, 'z', 30)]),
      (library, prefix) => library.remove([{ id: `${prefix}-b`, version: 5 }]),
      (library, prefix) => library.write([sampleArticle(`${prefix}-b`, { version: 5 })]),
    ];
    for (const [dying, work] of works.entries()) {
      const deaths = await dieEverywhere(async (library, round) => {
        const prefix = `die${dying}-${round}`;
        for (const before of works.slice(0, dying)) await before(healthy, prefix);
        await work(library, prefix);
      });
      expect(deaths).toBeGreaterThan(2);
      for (let round = 0; round < deaths; round += 1) {
        const prefix = `die${dying}-${round}`;
        for (const again of works.slice(dying)) await again(healthy, prefix);
        expect(await healthy.get(`${prefix}-a`)).toMatchObject({
          version: 6,
          title: 'six',
          duplicateOf: 'y',
          familyId: 'y',
        });
        expect(await healthy.get(`${prefix}-b`)).toBeUndefined();
        expect(await healthy.get(`${prefix}-c`)).toMatchObject({ version: 1, duplicateOf: 'x' });
      }
    }
  }, 400_000);

  it('come out right when all is done at once, in any order, and twice', async () => {
    const libraries = Array.from({ length: 4 }, () => suite.open());
    for (let seed = 1; seed <= 6; seed += 1) {
      const ids = Array.from({ length: 5 }, (_, i) => `race${seed}-${i}`);
      const works = ids.flatMap((id): ((library: LibraryWriter) => Promise<unknown>)[] => [
        ...[3, 4, 5].map(
          (version) => (library: LibraryWriter) =>
            library.write([sampleArticle(id, { version, title: `version ${version}` })]),
        ),
        ...[30, 20, 10].map(
          (since) => (library: LibraryWriter) => library.link([link(id, `original-${since}`, since)]),
        ),
        (library) => library.remove([{ id, version: id.endsWith('0') ? 5 : 4 }]),
      ]);
      const order = shuffled([...works, ...works], seed);
      await Promise.all(order.map((work, i) => work(libraries[i % libraries.length] ?? suite.open())));
      for (const id of ids) {
        const found = await libraries[0]?.get(id);
        if (id.endsWith('0')) expect(found).toBeUndefined();
        else expect(found).toMatchObject({ version: 5, title: 'version 5', duplicateOf: 'original-10' });
      }
    }
  }, 400_000);

  it('keep one article of an id that comes with another firstSeen', async () => {
    const [one, other] = [suite.open(), suite.open()];
    await one.write([sampleArticle('moved', { version: 1, firstSeen: '2026-03-01T00:00:00Z' })]);
    expect(
      await one.write([sampleArticle('moved', { version: 2, firstSeen: '2026-05-01T00:00:00Z' })]),
    ).toEqual([{ kind: 'written' }]);
    await one.refresh();
    expect(
      await other.write([
        sampleArticle('moved', { version: 1, firstSeen: '2026-07-01T00:00:00Z' }),
        sampleArticle('moved', { version: 3, firstSeen: '2026-08-01T00:00:00Z' }),
      ]),
    ).toEqual([{ kind: 'stale' }, { kind: 'written' }]);
    await one.refresh();
    const { total, items } = await one.search({
      query: { kind: 'term', field: 'url', text: 'moved' },
      sort: 'newest',
      limit: 10,
      facets: [],
    });
    expect([total, items.length]).toEqual([1, 1]);
    await one.remove([{ id: 'moved', version: 3 }]);
    expect(await other.get('moved')).toBeUndefined();
  });

  it('end the older of two articles that two processes put into two months at once', async () => {
    const [one, other] = [suite.open(), suite.open()];
    await one.prepare();
    await Promise.all([
      one.write([sampleArticle('twin', { version: 1, firstSeen: '2026-01-01T00:00:00Z' })]),
      other.write([sampleArticle('twin', { version: 2, firstSeen: '2026-02-01T00:00:00Z' })]),
    ]);
    await one.refresh();
    await suite.open().write([sampleArticle('twin', { version: 3, firstSeen: '2026-01-01T00:00:00Z' })]);
    await one.refresh();
    expect(
      (
        await one.search({
          query: { kind: 'term', field: 'url', text: 'twin' },
          sort: 'newest',
          limit: 10,
          facets: [],
        })
      ).total,
    ).toBe(1);
    expect((await one.get('twin'))?.version).toBe(3);
  });
});
