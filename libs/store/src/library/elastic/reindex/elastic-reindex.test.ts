import { fork, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { ArticleDocument } from '@newsmill/contracts';
import { elasticNames } from '../../../elastic/elastic-names.ts';
import { elasticSuite } from '../../../testing/elastic-suite.ts';
import { reindexUnderLoad } from '../../../testing/reindex-under-load.ts';
import { sampleArticle } from '../../../testing/sample-article.ts';
import type { Library } from '../../library.ts';
import { ReindexRunning } from '../../reindex.ts';

const suite = elasticSuite();
const months = ['2026-08', '2026-09', '2026-10'] as const;

function documentOf(i: number, change: Partial<ArticleDocument> = {}): ArticleDocument {
  return sampleArticle(`a${String(i).padStart(5, '0')}`, {
    version: 1_000,
    title: `Harbour report ${i}`,
    firstSeen: `${months[i % 3] ?? months[0]}-05T00:00:00.000Z`,
    published: new Date(Date.UTC(2026, 7, 1) + i * 60_000).toISOString(),
    ...change,
  });
}

/** The indices behind the alias. */
async function behindAlias(namespace: string): Promise<string[]> {
  return Object.keys(await suite.client().indices.getAlias({ name: `${namespace}-articles` })).sort();
}

async function seeded(
  name: string,
  count: number,
): Promise<{ readonly namespace: string; readonly library: Library }> {
  const namespace = `${suite.namespace}-${name}`;
  const library = suite.open({ namespace });
  await library.write(Array.from({ length: count }, (_, i) => documentOf(i)));
  await library.refresh();
  return { namespace, library };
}

/** No machine is so slow that a reindex at work loses its lease. */
const quick = { graceMs: 300, leaseMs: 20_000 };

describe('a reindex of Elasticsearch', () => {
  it('rebuilds all months with the same articles, links and tombstones, and deletes the old', async () => {
    const { namespace, library } = await seeded('plain', 900);
    await library.link([{ id: 'a00001', duplicateOf: 'a00002', since: 5, similarity: 0.9 }]);
    await library.remove([{ id: 'a00003', version: 1_000 }]);
    const before = new Map<string, ArticleDocument>();
    for await (const record of library.exportRecords())
      if (record.kind === 'document') before.set(record.document.id, record.document);
    const reports: string[] = [];
    const { articles } = await library.reindex({
      ...quick,
      report: ({ kind, part }) => void (kind === 'swapped' && reports.push(part)),
    });
    expect([articles, before.size]).toEqual([899, 899]);
    expect(reports.filter((part) => part <= '2026.10')).toEqual(['2026.10', '2026.09', '2026.08']);
    const { monthOf, months: pattern } = elasticNames(namespace);
    expect(await behindAlias(namespace)).toEqual(
      [...months, new Date().toISOString()].map((month) => monthOf(month, 2)).sort(),
    );
    expect(Object.keys(await suite.client().indices.get({ index: pattern })).sort()).toEqual(
      await behindAlias(namespace),
    );
    for await (const record of library.exportRecords())
      if (record.kind === 'document') expect(record.document).toEqual(before.get(record.document.id));
    expect(await library.get('a00001')).toMatchObject({ duplicateOf: 'a00002' });
    expect(
      await library.write([
        documentOf(3),
        documentOf(1, { version: 1_001, title: 'newer' }),
        documentOf(2_000),
      ]),
    ).toEqual([{ kind: 'stale' }, { kind: 'written' }, { kind: 'written' }]);
    expect(await library.get('a00001')).toMatchObject({ version: 1_001, duplicateOf: 'a00002' });
    expect(await behindAlias(namespace)).toHaveLength(4);
    await library.reindex(quick);
    expect(await library.count()).toBe(900);
    expect((await behindAlias(namespace)).every((index) => index.includes('-v3-'))).toBe(true);
  }, 400_000);

  it('is noticed by no reader and loses nothing while others write, amend, link and remove', async () => {
    const { library, namespace } = await seeded('load', 3_000);
    const others = Array.from({ length: 3 }, () => suite.open({ namespace }));
    const figures = await reindexUnderLoad({
      library,
      others,
      reader: suite.open({ namespace }),
      count: 3_000,
      documentOf,
      // Requests on the way reach the months that they began with, however slow the machine is.
      reindex: () => library.reindex({ ...quick, graceMs: 3_000 }),
    });
    expect(figures).toMatchObject({ errors: [], missing: [], differences: [] });
    expect(figures.writes).toBeGreaterThan(0);
    expect((await behindAlias(namespace)).every((index) => index.includes('-v2-'))).toBe(true);
  }, 400_000);

  it('refuses a second one, and goes on where a killed one ended', async () => {
    const { namespace, library } = await seeded('killed', 4_000);
    const versions = new Map<string, number>();
    for (let round = 0; round < 6; round += 1) {
      const child = startReindex(namespace);
      await atWork(namespace, child);
      await sleep(100 + round * 400);
      if (round === 0) await expect(library.reindex(quick)).rejects.toBeInstanceOf(ReindexRunning);
      const isOver = child.exitCode !== null;
      child.kill('SIGKILL');
      if (isOver) break;
      // What happens between two runs must be in the build too; where a month was left read-only it waits for
      // the next run.
      const changed = documentOf(round * 3, { version: 2_000, title: `changed ${round}` });
      const isHeld = await library.write([changed]).then(
        () => false,
        () => true,
      );
      if (!isHeld) versions.set(changed.id, 2_000);
      await sleep(1_700);
    }
    await library.reindex(quick);
    expect(await library.count()).toBe(4_000);
    for (const [id, version] of versions) expect(await library.get(id)).toMatchObject({ version });
    expect(
      (await behindAlias(namespace)).every((index) => index.includes('-v2-') || index.includes('-v3-')),
    ).toBe(true);
    expect(
      Object.keys(await suite.client().indices.get({ index: elasticNames(namespace).months })).sort(),
    ).toEqual(await behindAlias(namespace));
  }, 400_000);

  it('is forgotten with abort, and lets writers in again', async () => {
    const { namespace, library } = await seeded('abort', 1_500);
    const halt = new AbortController();
    await expect(
      library.reindex({ ...quick, signal: halt.signal, report: () => halt.abort() }),
    ).rejects.toThrow();
    await library.reindex({ ...quick, abort: true });
    expect(
      Object.keys(await suite.client().indices.get({ index: elasticNames(namespace).months })).sort(),
    ).toEqual(await behindAlias(namespace));
    const { monthOf } = elasticNames(namespace);
    expect(await behindAlias(namespace)).toEqual(
      expect.arrayContaining(months.map((month) => monthOf(month))),
    );
    expect(await library.write([documentOf(9_000)])).toEqual([{ kind: 'written' }]);
  }, 400_000);

  it('takes in what a writer of before put beside a month, and what lies in two months at once', async () => {
    const { namespace, library } = await seeded('strays', 30);
    await library.reindex(quick);
    // As a newsmill does that knows the first build alone.
    const { monthOf, articles } = elasticNames(namespace);
    for (const month of ['2026-10', '2026-09'])
      await suite.client().indices.create({ index: monthOf(month) });
    await suite.client().index({
      index: monthOf('2026-10'),
      id: 'stray',
      version: 5,
      version_type: 'external',
      document: sampleArticle('stray', { version: 5 }),
      refresh: true,
    });
    await suite.client().index({
      index: monthOf('2026-09'),
      id: 'a00002',
      version: 1_005,
      version_type: 'external',
      document: documentOf(2, { version: 1_005, title: 'twice' }),
      refresh: true,
    });
    expect((await suite.client().count({ index: articles })).count).toBe(32);
    await library.reindex(quick);
    expect(await library.get('stray')).toMatchObject({ version: 5 });
    expect(await library.get('a00002')).toMatchObject({ version: 1_005, title: 'twice' });
    expect((await behindAlias(namespace)).every((index) => index.includes('-v3-'))).toBe(true);
  }, 400_000);

  it('keeps fields that newsmill does not know', async () => {
    const { namespace, library } = await seeded('refused', 10);
    const { monthOf } = elasticNames(namespace);
    await suite
      .client()
      .indices.putMapping({ index: monthOf('2026-10'), properties: { odd: { type: 'keyword' } } });
    await suite.client().index({
      index: monthOf('2026-10'),
      id: 'odd-two',
      version: 5,
      version_type: 'external',
      document: { ...sampleArticle('odd-two', { version: 5 }), odd: 'x' },
      refresh: true,
    });
    // A field that newsmill does not know is kept beside the others.
    await library.reindex(quick);
    expect(await library.get('odd-two')).toMatchObject({ odd: 'x' });
  }, 400_000);
});

/** Waits until the process has taken the lease, or is over. */
async function atWork(namespace: string, child: ChildProcess): Promise<void> {
  const holder = async (): Promise<string> =>
    (
      await suite
        .client()
        .get<{ readonly owner: string; readonly until: number }>(
          { index: elasticNames(namespace).reindex, id: 'lease' },
          { ignore: [404, 503] },
        )
    )._source?.owner ?? '';
  while (child.exitCode === null && !(await holder()).includes(`process ${child.pid},`)) await sleep(20);
}

/** A reindex in a process of its own, which can be killed. */
function startReindex(namespace: string): ChildProcess {
  return fork(new URL('../../../testing/reindex-process.ts', import.meta.url), [suite.url(), namespace], {
    execArgv: ['--conditions=newsmill-source', '--disable-warning=ExperimentalWarning'],
    stdio: 'ignore',
  });
}
