import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ArticleDocument, QueryNode } from '@newsmill/contracts';
import { changesContract } from '../contract/changes.contract.ts';
import type { LibraryPlace } from '../../testing/library-samples.ts';
import { libraryContract } from '../contract/library.contract.ts';
import { libraryEditsContract } from '../contract/edits.contract.ts';
import { libraryStemsContract } from '../contract/stems.contract.ts';
import { librarySweepContract } from '../contract/sweep.contract.ts';
import { libraryVersionsContract } from '../contract/versions.contract.ts';
import { LibraryTimeout } from '../library.ts';
import { openSqliteLibrary } from './sqlite-library.ts';

/** A guard against what hangs: how fast a search is on a crowded machine is not the question here. */
const searchLimitMs = 60_000;

async function makePlace(): Promise<LibraryPlace> {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-library-'));
  return {
    open: () => openSqliteLibrary({ path: join(directory, 'library.db'), searchLimitMs }),
    destroy: () => rm(directory, { recursive: true, force: true }),
  };
}

/**
 * The process of the library with this file. This process has other children too, such as the keeper of the
 * test servers.
 */
function libraryProcess(path: string): number | undefined {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => pid !== '');
  return children
    .map(Number)
    .find((pid) => existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(path));
}

libraryContract('SQLite', makePlace);
libraryStemsContract('SQLite', makePlace);
libraryVersionsContract('SQLite', makePlace);
libraryEditsContract('SQLite', makePlace);
librarySweepContract('SQLite', makePlace);

changesContract('SQLite', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'newsmill-library-'));
  return {
    open: () => openSqliteLibrary({ path: join(directory, 'library.db'), searchLimitMs }),
    destroy: () => rm(directory, { recursive: true, force: true }),
  };
});

describe('SQLite library and its process', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-library-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const documents = (from: number, count: number): ArticleDocument[] =>
    Array.from({ length: count }, (_, i) => {
      const id = `id${from + i}`;
      const words = Array.from(
        { length: 120 },
        (__, place) =>
          `${String.fromCharCode(97 + ((i * 7 + place) % 26))}word${(i * 31 + place * 17) % 5_000}`,
      );
      return {
        id,
        uri: id,
        version: 1,
        url: `https://paper.example/${id}`,
        urls: [],
        domain: 'paper.example',
        title: `Title ${id}`,
        content: words.join(' '),
        language: 'en',
        published: new Date(1_790_000_000_000 + i * 1_000).toISOString(),
        firstSeen: '2026-10-01T00:00:00Z',
        authors: [],
        sourceId: 'paper',
        breadcrumb: [],
        keywords: [],
        tags: [],
        images: [],
        wordCount: 1,
        readingMinutes: 1,
        paywalled: false,
        contentHash: 'x',
        flags: [],
        confidence: 1,
        blocks: [],
        provenance: [],
        removals: [],
        ingest: { item: id, discoveredUrl: id, fetchedAt: 1, pipelineVersion: '1' },
        schema: 'newsmill-article/1',
      };
    });

  it('lists and exports fewer long articles at once than short ones, and none twice', async () => {
    const library = await openSqliteLibrary({ path: join(directory, 'library.db') });
    const long = documents(0, 4).map((document) => ({ ...document, content: 'word '.repeat(600_000) }));
    await library.write(long);
    const [pages, exported]: [string[][], string[]] = [[], []];
    let after: string | undefined;
    do {
      const page = await library.list({ after, limit: 500 });
      pages.push(page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    for await (const record of library.exportRecords())
      if (record.kind === 'document') exported.push(record.document.id);
    await library.close();
    expect(pages.map((ids) => ids.length)).toEqual([3, 1]);
    expect([pages.flat(), exported]).toEqual([long.map(({ id }) => id), long.map(({ id }) => id)]);
  });

  it('does not count the start of its process as time that a search waits', async () => {
    const path = join(directory, 'library.db');
    await (await openSqliteLibrary({ path })).close();
    const library = await openSqliteLibrary({ path, isLazy: true, searchLimitMs: 120 });
    const found = await library.search({
      query: { kind: 'term', text: 'harbour' },
      sort: 'newest',
      limit: 10,
      facets: [],
    });
    expect(found.total).toBe(0);
    await library.close();
  });

  it('ends a search that takes too long while writes go on, and searches again after', async () => {
    const library = await openSqliteLibrary({ path: join(directory, 'library.db'), searchLimitMs: 250 });
    await library.write(documents(0, 3_000));
    const prefixes = Array.from(
      { length: 1_900 },
      (_, i): QueryNode => ({ kind: 'prefix', text: String.fromCharCode(97 + (i % 26)) }),
    );
    const slow = library.search({
      query: { kind: 'or', nodes: prefixes },
      sort: 'relevance',
      limit: 10,
      facets: ['source'],
    });
    const writes = Array.from({ length: 20 }, (_, i) => library.write(documents(10_000 + i * 10, 10)));
    await expect(slow).rejects.toBeInstanceOf(LibraryTimeout);
    expect((await Promise.all(writes)).flat().every(({ kind }) => kind === 'written')).toBe(true);
    expect(await library.count()).toBe(3_200);
    expect(
      (
        await library.search({
          query: { kind: 'term', text: 'id2999' },
          sort: 'newest',
          limit: 10,
          facets: [],
        })
      ).total,
    ).toBe(1);
    await library.close();
  });

  it('ranks the best first among thousands of newer ones, and goes on page by page in that order', async () => {
    const library = await openSqliteLibrary({ path: join(directory, 'library.db') });
    const newer = documents(1, 3_000).map((document) => ({
      ...document,
      content: `A short note about harbour ${document.id}.`,
      published: new Date(Date.parse(document.published) + 86_400_000).toISOString(),
    }));
    const [old] = documents(0, 1).map((document) => ({
      ...document,
      title: 'Harbour bridge',
      content: 'The bridge of the harbour.',
    }));
    await library.write([...newer, ...(old === undefined ? [] : [old])]);
    const request = {
      query: { kind: 'term', text: 'harbour' },
      sort: 'relevance',
      limit: 40,
      facets: [],
    } as const;
    const first = await library.search(request);
    expect([first.total, first.items[0]?.id]).toEqual([3_001, old?.id]);
    const second = await library.search({ ...request, cursor: first.next });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(80);
    await library.close();
  });

  it('survives the death of its process: nothing is lost, nothing doubled', async () => {
    const library = await openSqliteLibrary({ path: join(directory, 'library.db') });
    const writes = Array.from({ length: 30 }, (_, i) => library.write(documents(i * 40, 40)));
    for (let kill = 0; kill < 4; kill += 1) {
      await writes[kill * 6];
      const child = libraryProcess(join(directory, 'library.db'));
      if (child !== undefined) process.kill(child, 'SIGKILL');
    }
    const results = (await Promise.all(writes)).flat();
    // Stale: the write was done, its answer was lost, and it was done again.
    expect(results.every(({ kind }) => kind !== 'rejected')).toBe(true);
    expect(await library.count()).toBe(1_200);
    await library.close();
  });

  it('opens a file of a version without stems, and finds inflected words after its index was rebuilt', async () => {
    const path = join(directory, 'library.db');
    const first = await openSqliteLibrary({ path });
    await first.write(
      documents(0, 120).map((document) => ({
        ...document,
        title: 'Elections',
        published: '2026-10-20T10:00:00Z',
      })),
    );
    await first.close();
    const file = new DatabaseSync(path);
    file.exec(
      "DROP TABLE words; DROP TABLE stem_language; CREATE VIRTUAL TABLE words USING fts5 (title, summary, content, authors, section, keywords, tags, url, meta, content = '', contentless_delete = 1)",
    );
    file.exec("INSERT INTO words (rowid, title, meta) SELECT id, 'elections', 'xall' FROM article");
    file.close();
    const library = await openSqliteLibrary({ path });
    const total = async (text: string) =>
      (await library.search({ query: { kind: 'term', text }, sort: 'newest', limit: 1, facets: [] })).total;
    expect([await total('elections'), await total('election')]).toEqual([120, 0]);
    const isDone = library.reindex();
    // In the part that is done already, and in the part that is not.
    await library.remove([{ id: 'id0', version: 9 }]);
    await library.write(
      [...documents(200, 1), ...documents(300, 1)].map((document, i) => ({
        ...document,
        title: 'Election',
        published: i === 0 ? '2020-01-01T00:00:00Z' : '2026-11-01T00:00:00Z',
      })),
    );
    expect(await isDone).toMatchObject({ parts: 1 });
    expect([await total('elections'), await total('election'), await library.count()]).toEqual([
      121, 121, 121,
    ]);
    await library.close();
  });

  it('opens a file of before there were changes, and tells when its articles were taken in by their versions', async () => {
    const path = join(directory, 'library.db');
    const first = await openSqliteLibrary({ path });
    await first.write(documents(0, 2).map((document, i) => ({ ...document, version: 2_000 - i * 1_000 })));
    await first.remove([{ id: 'gone', version: 3_000 }]);
    await first.close();
    const file = new DatabaseSync(path);
    file.exec(
      'DROP INDEX article_by_indexed; DROP INDEX tombstone_by_indexed; ALTER TABLE article DROP COLUMN indexed; ALTER TABLE tombstone DROP COLUMN indexed; ALTER TABLE tombstone DROP COLUMN reason',
    );
    file.close();
    const library = await openSqliteLibrary({ path });
    const { items } = await library.changes({ limit: 10 });
    expect(
      items.map((change) => [change.kind === 'document' ? change.document.id : change.id, change.indexed]),
    ).toEqual([
      ['id1', '1970-01-01T00:00:01.000Z'],
      ['id0', '1970-01-01T00:00:02.000Z'],
      ['gone', '1970-01-01T00:00:03.000Z'],
    ]);
    await library.close();
  });

  it('takes new versions of what the full-text index has already written out', async () => {
    const library = await openSqliteLibrary({ path: join(directory, 'library.db') });
    const kinds = new Set<string>();
    for (let version = 1; version <= 12; version += 1) {
      await library.write(documents(100 * version, 1));
      const results = await library.write(documents(0, 40).map((document) => ({ ...document, version })));
      for (const { kind } of results) kinds.add(kind);
      await library.link([{ id: 'id1', duplicateOf: 'id0', since: 100 - version, similarity: 0.9 }]);
      await library.remove([{ id: `id${100 * version}`, version: 1 }]);
    }
    expect([[...kinds], await library.count()]).toEqual([['written'], 40]);
    await library.close();
  });

  it('says why it cannot open a file', async () => {
    await expect(openSqliteLibrary({ path: join(directory, 'missing', 'library.db') })).rejects.toThrow(
      /unable to open database file/,
    );
  });
});
