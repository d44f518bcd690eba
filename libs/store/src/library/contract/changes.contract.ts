import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticleDocument } from '@newsmill/contracts';
import { sampleArticle } from '../../testing/sample-article.ts';
import { BadCursor, type ChangesRequest, type Library, type LibraryChange } from '../library.ts';
import type { LibraryPlace } from '../../testing/library-samples.ts';

const isoTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A moment in which every clock here moves on by a millisecond at least. */
const tick = () => new Promise((resolve) => setTimeout(resolve, 5));

/**
 * What every form of the Library must tell of its changes. The place must open libraries that hold nothing
 * back.
 */
export function changesContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  describe(`${name}: changes of the library`, () => {
    let place: LibraryPlace;
    let library: Library;
    const put = async (...documents: ArticleDocument[]) => {
      await library.write(documents);
      await library.refresh();
      await tick();
    };
    const nameOf = (change: LibraryChange) =>
      change.kind === 'document'
        ? `${change.document.id}/${change.document.version}`
        : `-${change.id}/${change.version}`;
    const read = async (request: Partial<ChangesRequest> = {}) => {
      await library.refresh();
      await tick();
      const names: string[] = [];
      let after = request.after;
      for (;;) {
        const page = await library.changes({ limit: 3, ...request, after });
        names.push(...page.items.map(nameOf));
        after = page.cursor;
        if (!page.more) return { names, cursor: after };
      }
    };

    beforeEach(async () => {
      place = await makePlace();
      library = await place.open();
      await library.prepare();
    });
    afterEach(async () => {
      await library.close();
      await place.destroy();
    });

    it('stamps what it takes in, whatever the document says', async () => {
      const before = Date.now();
      await put(sampleArticle('a'), sampleArticle('b', { indexed: '2001-01-01T00:00:00.000Z' }));
      for (const id of ['a', 'b']) {
        const indexed = (await library.get(id))?.indexed ?? '';
        expect(indexed).toMatch(isoTime);
        expect(Date.parse(indexed)).toBeGreaterThanOrEqual(before);
        expect(Date.parse(indexed)).toBeLessThanOrEqual(Date.now() + 1_000);
      }
      const { items } = await library.changes({ limit: 10 });
      expect(
        items.map((change) => change.kind === 'document' && change.indexed === change.document.indexed),
      ).toEqual([true, true]);
      expect(
        (await library.list({ limit: 10 })).items.map(({ indexed }) => isoTime.test(indexed ?? '')),
      ).toEqual([true, true]);
    });

    it('begins with nothing, and goes on where a reader stopped', async () => {
      const empty = await library.changes({ limit: 5 });
      expect(empty).toMatchObject({ items: [], more: false });
      for (let i = 0; i < 4; i += 1) await put(sampleArticle(`x${i}`), sampleArticle(`a${i}`));
      const first = await read({ after: empty.cursor });
      expect(first.names).toEqual(['a0/1', 'x0/1', 'a1/1', 'x1/1', 'a2/1', 'x2/1', 'a3/1', 'x3/1']);
      expect(await read({ after: first.cursor })).toEqual({ names: [], cursor: first.cursor });
      await put(sampleArticle('b'));
      expect((await read({ after: first.cursor })).names).toEqual(['b/1']);
    });

    it('gives each change a cursor of its own', async () => {
      await put(sampleArticle('a'), sampleArticle('b'), sampleArticle('c'));
      await library.remove([{ id: 'b', version: 1 }]);
      await library.refresh();
      await tick();
      const { items } = await library.changes({ limit: 10 });
      expect(items.map(nameOf)).toEqual(['a/1', 'c/1', '-b/1']);
      for (const [i, { cursor }] of items.entries())
        expect((await read({ after: cursor })).names).toEqual(items.slice(i + 1).map(nameOf));
    });

    it('tells of an article only its last change: newer versions, amended facts, links', async () => {
      await put(sampleArticle('a'), sampleArticle('b'), sampleArticle('c'), sampleArticle('d'));
      const { cursor } = await read();
      await put(sampleArticle('c', { version: 2 }));
      await library.amend([sampleArticle('a', { title: 'Amended' })]);
      await tick();
      await library.link([{ id: 'b', duplicateOf: 'd', since: 20, similarity: 0.9 }]);
      await tick();
      const again = await read({ after: cursor });
      expect(again.names).toEqual(['c/2', 'a/1', 'b/1']);
      const { items } = await library.changes({ after: cursor, limit: 10 });
      expect(
        items.map(
          (change) => change.kind === 'document' && (change.document.duplicateOf ?? change.document.title),
        ),
      ).toEqual(['Report c', 'Amended', 'd']);
      expect((await read()).names).toEqual(['d/1', 'c/2', 'a/1', 'b/1']);
    });

    it('is silent where nothing changes: stale writes, links that do not hold, removals told twice', async () => {
      await put(
        sampleArticle('a', { version: 5 }),
        sampleArticle('b', { version: 5 }),
        sampleArticle('gone', { version: 5 }),
      );
      await library.link([{ id: 'a', duplicateOf: 'b', since: 20, similarity: 0.9 }]);
      await library.remove([{ id: 'gone', version: 5 }]);
      const { cursor } = await read();
      await put(
        sampleArticle('a', { version: 5 }),
        sampleArticle('b', { version: 4 }),
        sampleArticle('gone', { version: 5 }),
      );
      await library.link([
        { id: 'a', duplicateOf: 'b', since: 20, similarity: 0.9 },
        { id: 'a', duplicateOf: 'c', since: 30, similarity: 1 },
      ]);
      await library.remove([
        { id: 'gone', version: 5 },
        { id: 'gone', version: 3 },
      ]);
      expect(await read({ after: cursor })).toEqual({ names: [], cursor });
    });

    it('tells of removals with their reason, and of what comes back', async () => {
      await put(sampleArticle('a', { version: 5 }), sampleArticle('b', { version: 5 }));
      await library.remove([
        { id: 'a', version: 5, reason: 'takedown' },
        { id: 'never-here', version: 9 },
      ]);
      await tick();
      await put(sampleArticle('a', { version: 6 }));
      const { items } = await library.changes({ limit: 10 });
      expect(items.map(nameOf)).toEqual(['b/5', '-a/5', '-never-here/9', 'a/6']);
      expect(items[1]).toMatchObject({
        kind: 'tombstone',
        id: 'a',
        version: 5,
        reason: 'takedown',
        indexed: expect.stringMatching(isoTime),
      });
      expect(items[2]).not.toHaveProperty('reason');
      const records = [];
      for await (const record of library.exportRecords())
        if (record.kind === 'tombstone') records.push(record);
      expect(records).toContainEqual({ kind: 'tombstone', id: 'a', version: 5, reason: 'takedown' });
    });

    it('stops before a time', async () => {
      await put(sampleArticle('a'));
      await tick();
      await put(sampleArticle('b'));
      const until = (await library.get('b'))?.indexed ?? '';
      expect((await read({ until })).names).toEqual(['a/1']);
      expect((await read()).names).toEqual(['a/1', 'b/1']);
      await expect(library.changes({ until: 'soon', limit: 1 })).rejects.toBeInstanceOf(RangeError);
    });

    it('leaves out what a reader does not want, tombstones never', async () => {
      await put(
        sampleArticle('a', { content: 'ferry in the harbour' }),
        sampleArticle('b', { content: 'tram' }),
        sampleArticle('c', { content: 'ferry', language: 'de' }),
        sampleArticle('d', { content: 'ferry', sourceId: 'other' }),
        sampleArticle('e', { content: 'ferry', published: '2026-01-01T00:00:00.000Z' }),
        sampleArticle('f', { content: 'ferry' }),
        sampleArticle('g'),
      );
      await library.remove([{ id: 'g', version: 1 }]);
      const ferry = { kind: 'term', text: 'ferry' } as const;
      expect((await read({ where: { query: ferry } })).names).toEqual([
        'a/1',
        'c/1',
        'd/1',
        'e/1',
        'f/1',
        '-g/1',
      ]);
      expect(
        (await read({ where: { query: ferry, sources: ['paper'], languages: ['en'], from: '2026-06-01' } }))
          .names,
      ).toEqual(['a/1', 'f/1', '-g/1']);
      expect((await read({ where: { to: '2026-06-01' } })).names).toEqual(['e/1', '-g/1']);
    });

    it('leaves out articles that have a flag which is not wanted', async () => {
      await put(sampleArticle('a', { flags: ['short', 'odd'] }), sampleArticle('b', { flags: ['short'] }));
      expect((await read({ where: { withoutFlags: ['odd', 'none'] } })).names).toEqual(['b/1']);
      expect((await read({ where: { withoutFlags: [] } })).names).toEqual(['a/1', 'b/1']);
    });

    it('refuses cursors that are none', async () => {
      await put(sampleArticle('a'));
      const page = await library.search({ sort: 'newest', limit: 1, facets: [] });
      for (const after of [
        'nonsense',
        page.next ?? 'W10',
        Buffer.from('["changes",-9,"a","document"]').toString('base64url'),
        Buffer.from('["changes",1,"a","other"]').toString('base64url'),
      ]) {
        await expect(library.changes({ after, limit: 1 })).rejects.toBeInstanceOf(BadCursor);
      }
    });

    it('misses nothing while many write', async () => {
      const ids = Array.from({ length: 300 }, (_, i) => `m${String((i * 7919) % 300).padStart(3, '0')}`);
      const seen = new Set<string>();
      let cursor: string | undefined;
      let isWriting = true;
      const writing = Promise.all(
        [0, 1, 2].map(async (part) => {
          for (let i = part; i < ids.length; i += 3) await library.write([sampleArticle(ids[i] ?? '')]);
        }),
      ).then(() => {
        isWriting = false;
      });
      const follow = async () => {
        const page = await library.changes({ after: cursor, limit: 50 });
        for (const change of page.items) seen.add(nameOf(change));
        cursor = page.cursor;
        return page.more;
      };
      if (name === 'SQLite') while (isWriting) await follow();
      await writing;
      await library.refresh();
      await tick();
      while (await follow());
      expect(seen.size).toBe(300);
    });
  });
}
