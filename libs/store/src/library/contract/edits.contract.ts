import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticleDocument, QueryNode } from '@newsmill/contracts';
import { sampleArticle } from '../../testing/sample-article.ts';
import { libraryWords, type LibraryPlace } from '../../testing/library-samples.ts';
import { mostVersions } from '../edit-history.ts';
import type { Library, LibraryRecord } from '../library.ts';

/** How earlier versions of articles are kept, found and forgotten, in every form of the Library. */
export function libraryEditsContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: edit history`, () => {
    let place: LibraryPlace;
    let library: Library;
    const { put, found } = libraryWords(() => library);
    const base = sampleArticle('story');
    /** The story as it was fetched at a time. */
    const story = (version: number, title: string, change: Partial<ArticleDocument> = {}) =>
      sampleArticle('story', {
        version,
        title,
        content: 'The minister spoke on Monday. He left at noon.',
        contentHash: `${version}`,
        ...change,
        ingest: { ...base.ingest, fetchedAt: version, ...change.ingest },
      });
    const kept = async (id = 'story') =>
      (await library.versions(id)).map(({ version, until, title }) => [version, until, title]);
    const edits = async (id = 'story') => (await library.get(id))?.edits;
    const at = (time: number) => new Date(time).toISOString();
    const changed = (value: string): QueryNode => ({ kind: 'exact', field: 'changed', value });
    const was = (text: string, kind: 'term' | 'phrase' | 'prefix' = 'phrase'): QueryNode => ({
      kind,
      field: 'was',
      text,
    });
    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('keeps each version that reads otherwise once, with the time and kind of what ended it', async () => {
      await put(story(10, 'Minister denies'));
      await put(story(20, 'Minister denies'));
      expect(await edits()).toBeUndefined();
      for (const version of [30, 40]) await put(story(version, 'Minister admits'));
      await put(story(50, 'Minister admits', { content: 'The minister spoke on Monday. He left at one.' }));
      for (const late of [20, 40, 50, 30]) await put(story(late, 'Minister admits'));
      expect(await kept()).toEqual([
        [20, 30, 'Minister denies'],
        [40, 50, 'Minister admits'],
      ]);
      expect(await edits()).toEqual([
        { at: at(30), classes: ['headline'] },
        { at: at(50), classes: ['text'] },
      ]);
      expect((await library.get('story'))?.version).toBe(50);
      expect((await library.written(['story']))[0]).not.toHaveProperty('edits');
      expect(await library.versions('unknown')).toEqual([]);
    });

    it('finds the place of versions that come late, in any order and within one write', async () => {
      const all = [
        story(10, 'One'),
        story(20, 'Two'),
        story(30, 'Two'),
        story(40, 'Three'),
        story(50, 'Four'),
      ];
      await put(...all.toReversed());
      expect((await kept()).map(([version, , title]) => [version, title])).toEqual([
        [10, 'One'],
        [30, 'Two'],
        [40, 'Three'],
      ]);
      await library.remove([{ id: 'story', version: 55 }]);
      expect(await kept()).toEqual([]);
      const again = all.map((document) => ({ ...document, version: document.version + 60 }));
      for (const place of [4, 1, 0, 3, 2, 1]) await put(again[place] ?? base);
      expect((await kept()).map(([, , title]) => title)).toEqual(['One', 'Two', 'Three']);
      expect((await edits())?.map((edit) => edit.at)).toEqual([80, 100, 110].map(at));
    });

    it('takes no difference of its own for an edit', async () => {
      await put(story(10, 'Minister denies'));
      await library.amend([story(10, 'Cleaned again', { title: 'Minister denies all' })]);
      await put(story(20, 'Minister denies', { ingest: { ...base.ingest, pipelineVersion: '2' } }));
      await put(story(30, 'Minister', { paywalled: true, ingest: { ...base.ingest, pipelineVersion: '2' } }));
      await put(
        story(40, 'Minister…', { flags: ['truncated'], ingest: { ...base.ingest, pipelineVersion: '2' } }),
      );
      const page = { ...base.ingest, pipelineVersion: '2', rawSha256: 'page' };
      await put(story(50, 'Read so', { ingest: page }), story(60, 'Read otherwise', { ingest: page }));
      expect([await kept(), await edits()]).toEqual([[], undefined]);
    });

    it('finds articles by what was changed and by what they no longer say', async () => {
      await put(
        story(10, 'Minister denies', { content: 'Berlin paid 20 crowns. He said: no comment. 北京大学。' }),
        sampleArticle('other', { title: 'Minister denies', content: 'It still says no comment.' }),
      );
      await put(story(20, 'Minister admits', { content: 'Berlin paid 30 crowns. 上海。' }));
      expect(await found(changed('headline'))).toEqual(['story']);
      expect(await found(changed('number'))).toEqual(['story']);
      expect(await found(changed('any'))).toEqual(['story']);
      expect(await found(changed('retraction'))).toEqual([]);
      expect(await found({ kind: 'not', node: changed('any') })).toEqual(['other']);
      for (const query of [
        was('Minister denies'),
        was('DENIES', 'term'),
        was('den', 'prefix'),
        was('no comment'),
        was('paid 20'),
        was('大学'),
        { kind: 'phrase', field: 'was', text: 'said comment', slop: 3 } as const,
        { kind: 'and', nodes: [was('denies'), { kind: 'term', text: 'admits' }] } as const,
      ])
        expect([query, await found(query)]).toEqual([query, ['story']]);
      for (const query of [
        was('admits'),
        was('denies berlin'),
        was('crowns he said'),
        was('comments', 'term'),
      ])
        expect([query, await found(query)]).toEqual([query, []]);
      expect(await found({ kind: 'term', text: 'denies' })).toEqual(['other']);
      await library.link([{ id: 'story', duplicateOf: 'other', since: 1, similarity: 0.9 }]);
      await library.tell([{ item: 'story', sources: ['wire'] }]);
      await library.amend([story(20, 'Minister admits', { content: 'Berlin paid 30 crowns.' })]);
      await library.refresh();
      expect(await found({ kind: 'and', nodes: [was('denies'), changed('headline')] })).toEqual(['story']);
      expect(await edits()).toEqual([{ at: at(20), classes: ['headline', 'number', 'text'] }]);
    });

    it('forgets them with their article: removed, taken down, or up to the version of a tombstone', async () => {
      const three = (id: string) =>
        [10, 20, 30].map((version) => ({ ...story(version, `Version ${version}`), id }));
      await put(...three('gone'), ...three('down'), ...three('part'));
      expect(await kept('down')).toHaveLength(2);
      await library.remove([
        { id: 'gone', version: 30 },
        { id: 'part', version: 10 },
      ]);
      await library.takeDown(['down']);
      await put(...three('gone'), ...three('down'), ...three('part'));
      expect([await kept('gone'), await kept('down')]).toEqual([[], []]);
      expect(await kept('part')).toEqual([[20, 30, 'Version 20']]);
      expect(await edits('part')).toHaveLength(1);
      const records: LibraryRecord[] = [];
      for await (const record of library.exportRecords()) records.push(record);
      expect(records.flatMap((record) => (record.kind === 'version' ? [record.version.id] : []))).toEqual([
        'part',
      ]);
      await library.lift(['down']);
      await put({ ...story(40, 'Back'), id: 'down' }, { ...story(40, 'Back'), id: 'gone' });
      expect([await kept('gone'), await edits('down'), await found(was('Version 20'))]).toEqual([
        [],
        undefined,
        ['part'],
      ]);
    });

    it('gives them to a backup, takes them back in any order, and keeps them over a reindex', async () => {
      await put(story(10, 'One'), story(20, 'Two'), story(30, 'Three'));
      await library.refresh();
      const versions = await library.versions('story');
      const records: LibraryRecord[] = [];
      for await (const record of library.exportRecords()) records.push(record);
      expect(records.flatMap((record) => (record.kind === 'version' ? [record.version] : []))).toEqual(
        versions,
      );
      await library.reindex({ graceMs: 0 });
      await library.refresh();
      expect([await kept(), await found(was('Two'))]).toEqual([
        [
          [10, 20, 'One'],
          [20, 30, 'Two'],
        ],
        ['story'],
      ]);
      const other = await makePlace();
      const restored = await other.open();
      const last = versions.slice(1).map((version) => ({ ...version, id: 'late' }));
      await restored.write([{ ...story(30, 'Three'), id: 'late' }]);
      await restored.keep([...versions, ...last]);
      await restored.keep([...versions, ...last]);
      await restored.write([story(30, 'Three')]);
      await restored.refresh();
      expect(await restored.versions('story')).toEqual(versions);
      expect((await restored.get('late'))?.edits).toEqual([{ at: at(30), classes: ['headline'] }]);
      expect(
        await restored.search({ query: was('two'), sort: 'newest', limit: 9, facets: [] }),
      ).toMatchObject({
        total: 2,
      });
      await restored.close();
      await other.destroy();
    });

    it('keeps the first and the newest of very many', async () => {
      await put(
        ...Array.from({ length: mostVersions + 5 }, (_, i) => story(i + 1, `Version ${i + 1} of it`)),
      );
      const versions = (await library.versions('story')).map(({ version }) => version);
      expect([versions.length, versions[0], versions[1], versions.at(-1)]).toEqual([
        mostVersions,
        1,
        6,
        mostVersions + 4,
      ]);
    });
  });
}
