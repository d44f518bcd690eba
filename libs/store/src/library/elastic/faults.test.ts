import { afterEach, describe, expect, it } from '@jest/globals';
import { elasticSuite } from '../../testing/elastic-suite.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import { serveProxy, type Proxy, type Verdict } from '../../testing/serve-proxy.ts';
import { bulkOperations, spoilBulk } from '../../testing/spoil-bulk.ts';
import { LibraryTimeout, LibraryUnreachable, type Library } from '../library.ts';
import { openElasticLibrary } from './elastic-library.ts';

const suite = elasticSuite();

describe('Elasticsearch library and a server in trouble', () => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });
  const behind = async (
    judge: (request: { readonly path: string; readonly body: Buffer }) => Verdict,
    options: Partial<Parameters<typeof openElasticLibrary>[0]> = {},
  ): Promise<{ readonly library: Library; readonly proxy: Proxy }> => {
    await suite.open().prepare();
    const proxy = await serveProxy(suite.url(), judge);
    const library = openElasticLibrary({
      url: proxy.url,
      namespace: suite.namespace,
      retryMs: 20_000,
      searchLimitMs: 60_000,
      ...options,
    });
    ends.push(
      () => library.close(),
      () => proxy.close(),
    );
    return { library, proxy };
  };
  /** How often Elasticsearch has written a document of these months, by its own count. */
  const writings = async (): Promise<number> => {
    const { _all: all } = await suite.client().indices.stats({
      index: `${suite.namespace}-articles-*`,
      metric: 'indexing',
    });
    return all.primaries?.indexing?.index_total ?? 0;
  };
  const isBulk = (path: string) => path.startsWith('/_bulk');
  const lines = (body: Buffer) => body.toString().trim().split('\n').length / 2;
  const articles = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => sampleArticle(`${name}${i}`));
  const problemOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('halves what is too large, and rejects only a document that is too large alone', async () => {
    const sizes: number[] = [];
    const { library } = await behind(({ path, body }) => {
      if (!isBulk(path)) return 'pass';
      sizes.push(lines(body));
      return body.length > 30_000 ? { status: 413 } : 'pass';
    });
    const results = await library.write([
      ...articles('large', 120),
      sampleArticle('giant', { content: 'g'.repeat(40_000) }),
    ]);
    expect(results.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 120 }, () => 'written'),
      'rejected',
    ]);
    expect(Math.max(...sizes)).toBe(121);
  });

  it('waits and sends less when the server refuses whole requests', async () => {
    let refusals = 3;
    const sizes: number[] = [];
    const { library } = await behind(({ path, body }) => {
      if (!isBulk(path)) return 'pass';
      sizes.push(lines(body));
      return refusals-- > 0 ? { status: 429 } : 'pass';
    });
    expect((await library.write(articles('busy', 100))).every(({ kind }) => kind === 'written')).toBe(true);
    expect(sizes.slice(0, 4)).toEqual([100, 50, 25, 12]);
  });

  it('sends less when the answer does not come in time, until what is sent comes through', async () => {
    const sizes: number[] = [];
    const { library } = await behind(
      ({ path, body }) => {
        if (!isBulk(path)) return 'pass';
        sizes.push(lines(body));
        return lines(body) > 30 ? 'hang' : 'pass';
      },
      { requestTimeoutMs: 1_000 },
    );
    expect((await library.write(articles('slow', 100))).every(({ kind }) => kind === 'written')).toBe(true);
    expect(sizes.slice(0, 3)).toEqual([100, 50, 25]);
  });

  it('sorts the answers of one request: what is busy is sent again, what is refused is rejected, what is held another way is a conflict', async () => {
    await suite.open().write([sampleArticle('sorted2', { contentHash: 'stored' })]);
    const sizes: number[] = [];
    const { library } = await behind(({ path, body }) => {
      if (!isBulk(path)) return 'pass';
      sizes.push(lines(body));
      if (sizes.length > 1) return 'pass';
      const items = [
        { status: 429, error: { type: 'es_rejected_execution_exception', reason: 'full' } },
        { status: 400, error: { type: 'document_parsing_exception', reason: 'no date' } },
        { status: 409, error: { type: 'version_conflict_engine_exception', reason: 'newer' } },
        { status: 201 },
      ];
      return { status: 200, body: JSON.stringify({ items: items.map((index) => ({ index })) }) };
    });
    const results = await library.write(
      ['sorted0', 'sorted1', 'sorted2', 'sorted3'].map((id) => sampleArticle(id, { contentHash: 'came' })),
    );
    expect(results.map(({ kind }) => kind)).toEqual(['written', 'rejected', 'conflict', 'written']);
    expect(sizes.slice(0, 2)).toEqual([4, 1]);
    expect(await library.get('sorted0')).toBeDefined();
  });

  it('has the healthy half of a request indexed once, whatever becomes of the other half', async () => {
    const refusals = [
      undefined,
      { status: 429, type: 'es_rejected_execution_exception', reason: 'full' },
      { status: 503, type: 'unavailable_shards_exception', reason: 'primary is not there' },
      { status: 400, type: 'document_parsing_exception', reason: 'no date' },
    ];
    const refusalOf = (id: string) => refusals[Number(id.replace('half', '')) % refusals.length];
    const sent: string[][] = [];
    const { library } = await behind(({ path, body }) => {
      if (!isBulk(path)) return 'pass';
      sent.push(bulkOperations(body).map(({ id }) => id));
      return sent.length < 3 ? spoilBulk(body, ({ id }) => refusalOf(id)) : 'pass';
    });
    const before = await writings();
    const results = await library.write(articles('half', 40));
    expect(results.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 40 }, (_, place) => (place % 4 === 3 ? 'rejected' : 'written')),
    );
    const times = (id: string) => sent.slice(0, 3).filter((request) => request.includes(id)).length;
    expect([0, 36, 3, 1, 2].map((place) => times(`half${place}`))).toEqual([1, 1, 1, 3, 3]);
    expect((await writings()) - before).toBe(30);
    expect(await library.get('half3')).toBeUndefined();
  });

  it('does what was done although its answer was lost no second time', async () => {
    let losses = 2;
    const { library } = await behind(({ path }) => (isBulk(path) && losses-- > 0 ? 'lost' : 'pass'));
    const before = await writings();
    const results = await library.write(articles('unheard', 30));
    // It finds its own writing there, and cannot know that it was its own.
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['stale']));
    expect((await writings()) - before).toBe(30);
  });

  it('takes a conflict for success only where the same or a newer version is there', async () => {
    await suite.open().write([sampleArticle('raced', { version: 1_000, contentHash: 'first' })]);
    let isFalse = true;
    const { library } = await behind(({ path, body }) =>
      isBulk(path) && isFalse
        ? spoilBulk(body, () => ({
            status: 409,
            type: 'version_conflict_engine_exception',
            reason: 'as told',
          }))
        : 'pass',
    );
    const newer = sampleArticle('raced', { version: 2_000, contentHash: 'second' });
    const problem = await problemOf(library.write([newer]));
    expect(problem).toBeInstanceOf(LibraryUnreachable);
    expect(String(problem)).toContain('version 2000');
    isFalse = false;
    expect(await library.write([newer])).toEqual([{ kind: 'written' }]);
  });

  it('puts months back behind an alias that was deleted, at the next write and at a start', async () => {
    const { namespace, client } = suite;
    const alias = `${namespace}-articles`;
    const library = suite.open();
    await library.write([sampleArticle('beside0')]);
    await library.refresh();
    const takeAlias = () => client().indices.deleteAlias({ index: `${alias}-v*`, name: alias });
    const found = async (id: string) => (await suite.open().get(id))?.id;
    await takeAlias();
    expect(await found('beside0')).toBeUndefined();
    expect(await library.write([sampleArticle('beside1')])).toEqual([{ kind: 'written' }]);
    expect([await found('beside0'), await found('beside1')]).toEqual(['beside0', 'beside1']);
    await takeAlias();
    await suite.open().prepare();
    expect(await found('beside0')).toBe('beside0');
    // What a reindex builds stands beside the alias on purpose, also when it was ended before its end.
    const built = `${alias}-v2-2026.10`;
    await client().indices.create({ index: built });
    await client().indices.deleteAlias({ index: built, name: alias });
    await client().index({ index: `${namespace}-reindex`, id: 'lease', document: { build: 2, until: 0 } });
    await suite.open().prepare();
    const { [built]: aliases } = await client().indices.getAlias({ index: built });
    expect(aliases?.aliases).toEqual({});
    await client().indices.delete({ index: [built, `${namespace}-reindex`] });
  });

  it('sends 500 documents at most, or 5 MB, two requests at a time', async () => {
    const requests: { readonly lines: number; readonly bytes: number }[] = [];
    const { library } = await behind(({ path, body }) => {
      if (isBulk(path)) requests.push({ lines: lines(body), bytes: body.length });
      return 'pass';
    });
    expect((await library.write(articles('many', 1_100))).every(({ kind }) => kind === 'written')).toBe(true);
    // On a slow machine what was stamped too long ago is sent again: only the first requests are looked at.
    expect(
      requests
        .splice(0)
        .slice(0, 3)
        .map((request) => request.lines)
        .sort((a, b) => a - b),
    ).toEqual([100, 500, 500]);
    expect(
      (
        await library.write(
          Array.from({ length: 8 }, (_, i) =>
            sampleArticle(`big${i}`, { content: 'w '.repeat(600_000), language: 'und' }),
          ),
        )
      ).every(({ kind }) => kind === 'written'),
    ).toBe(true);
    expect(requests.slice(0, 2).map((request) => request.lines)).toEqual([4, 4]);
    expect(Math.max(...requests.map(({ bytes }) => bytes))).toBeLessThanOrEqual(5_000_000);
  });

  it('goes on over broken connections and a server that is away for a moment', async () => {
    let asked = 0;
    const { library } = await behind(({ path }) =>
      isBulk(path) && (asked += 1) < 6 ? (asked % 2 === 0 ? 'drop' : { status: 503 }) : 'pass',
    );
    expect(
      (await library.write(articles('away', 50))).every(({ kind }) => kind === 'written' || kind === 'stale'),
    ).toBe(true);
  });

  it('says after a bounded time that the server stays busy, and writes when asked again', async () => {
    let isBusy = true;
    const { library } = await behind(({ path }) => (isBulk(path) && isBusy ? { status: 429 } : 'pass'), {
      retryMs: 500,
    });
    expect(await problemOf(library.write(articles('again', 3)))).toBeInstanceOf(LibraryUnreachable);
    isBusy = false;
    expect((await library.write(articles('again', 3))).map(({ kind }) => kind)).toEqual([
      'written',
      'written',
      'written',
    ]);
  });

  it('ends a search that takes too long, on the server too', async () => {
    const { library, proxy } = await behind(({ path }) => (path.includes('_search') ? 'hang' : 'pass'), {
      searchLimitMs: 200,
    });
    expect(await problemOf(library.search({ sort: 'newest', limit: 10, facets: [] }))).toBeInstanceOf(
      LibraryTimeout,
    );
    for (let i = 0; i < 12_000 && proxy.abandoned() === 0; i += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(proxy.abandoned()).toBe(1);
    expect(await library.count()).toBeGreaterThanOrEqual(0);
  });

  it('names the address and what to do, and no secret', async () => {
    const gone = openElasticLibrary({
      url: 'http://mill:s3cret-word@127.0.0.1:1',
      namespace: suite.namespace,
      retryMs: 0,
    });
    ends.push(() => gone.close());
    for (const work of [
      gone.prepare(),
      gone.write(articles('gone', 1)),
      gone.search({ sort: 'newest', limit: 1, facets: [] }),
      gone.get('x'),
      gone.count(),
    ]) {
      const error = await problemOf(work);
      expect(error).toBeInstanceOf(LibraryUnreachable);
      expect(String(error)).toContain('http://127.0.0.1:1');
      expect(String(error)).toContain('start Elasticsearch');
      expect(
        JSON.stringify(error, Object.getOwnPropertyNames(error)) +
          String(error instanceof Error ? error.stack : ''),
      ).not.toContain('s3cret');
    }
    const { library } = await behind(() => ({ status: 401 }), { auth: { apiKey: 's3cret-key' } });
    const refused = await problemOf(library.prepare());
    expect(refused).toBeInstanceOf(LibraryUnreachable);
    expect(String(refused)).toContain('correct them in the settings');
    expect(JSON.stringify(refused instanceof Error ? refused.cause : '')).not.toContain('s3cret');
  });
});
