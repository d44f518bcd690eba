import { describe, expect, it } from '@jest/globals';
import { elasticSuite } from '../../testing/elastic-suite.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import { changesContract } from '../contract/changes.contract.ts';
import { libraryContract } from '../contract/library.contract.ts';
import { libraryEditsContract } from '../contract/edits.contract.ts';
import { libraryStemsContract } from '../contract/stems.contract.ts';
import { librarySweepContract } from '../contract/sweep.contract.ts';
import { libraryVersionsContract } from '../contract/versions.contract.ts';

const suite = elasticSuite();

const makePlace = async () => suite.makePlace();

libraryContract('Elasticsearch', makePlace);
libraryStemsContract('Elasticsearch', makePlace);
libraryVersionsContract('Elasticsearch', makePlace);
libraryEditsContract('Elasticsearch', makePlace);
librarySweepContract('Elasticsearch', makePlace);

changesContract('Elasticsearch', async () => suite.makePlace({ changesLagMs: 0 }));

describe('Elasticsearch before anything is made', () => {
  it('holds nothing', async () => {
    const library = suite.open({ namespace: `${suite.namespace}-bare`, changesLagMs: 0 });
    const all = { sort: 'newest', limit: 5, facets: [] } as const;
    await library.refresh();
    expect(await library.count()).toBe(0);
    expect(await library.get('a')).toBeUndefined();
    expect(await library.written(['a'])).toEqual([]);
    expect(await library.versions('a')).toEqual([]);
    expect(await library.list({ limit: 5 })).toEqual({ items: [] });
    expect(await library.search(all)).toMatchObject({ total: 0, items: [] });
    expect(await library.changes({ limit: 5 })).toMatchObject({ items: [], more: false });
    expect(await library.expired([{ before: Date.now() }], 5)).toEqual([]);
    expect((await library.countTold()).size).toBe(0);
    expect(
      await suite.client().indices.exists({ index: `${suite.namespace}-bare-*`, allow_no_indices: false }),
    ).toBe(false);
  });
});

describe('changes in Elasticsearch', () => {
  it('are held back until nothing older can become visible', async () => {
    const namespace = `${suite.namespace}-lag`;
    const [patient, eager] = [suite.open({ namespace }), suite.open({ namespace, changesLagMs: 0 })];
    await patient.write([sampleArticle('a')]);
    await patient.refresh();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await eager.changes({ limit: 5 })).items).toHaveLength(1);
    expect(await patient.changes({ limit: 5 })).toMatchObject({ items: [], more: false });
  });

  it('begin with articles and tombstones of before there were changes', async () => {
    const namespace = `${suite.namespace}-old`;
    const library = suite.open({ namespace, changesLagMs: 0 });
    await library.write(['a', 'b', 'c'].map((id) => sampleArticle(id)));
    await library.remove([{ id: 'd', version: 1 }]);
    await library.refresh();
    for (const { kind, id } of (await library.changes({ limit: 9 })).items.map((change) => ({
      kind: change.kind,
      id: change.kind === 'document' ? change.document.id : change.id,
    }))) {
      if (kind === 'document' && id === 'c') continue;
      const index =
        (await suite.client().search({ index: `${namespace}-*`, query: { term: { id } } })).hits.hits[0]
          ?._index ?? '';
      const { _source } = await suite.client().get<Record<string, unknown>>({ index, id });
      await suite.client().index({
        index,
        id,
        document: { ..._source, indexed: undefined },
        version: 2,
        version_type: 'external',
      });
    }
    await library.refresh();
    const names: string[] = [];
    let page = await library.changes({ limit: 1 });
    for (;;) {
      names.push(
        ...page.items.map((change) => (change.kind === 'document' ? change.document.id : change.id)),
      );
      if (!page.more) break;
      page = await library.changes({ after: page.cursor, limit: 1 });
    }
    expect(names).toEqual(['a', 'b', 'd', 'c']);
  });
});
