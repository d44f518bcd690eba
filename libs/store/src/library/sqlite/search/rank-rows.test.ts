import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SearchRequest } from '@newsmill/contracts';
import { sampleArticle } from '../../../testing/sample-article.ts';
import { mostCounted } from '../../query/search-request.ts';
import { LibraryDatabase } from '../library-database.ts';
import { searchLibrary } from './search-library.ts';

const hour = 3_600_000;
const start = Date.parse('2026-01-01T00:00:00Z');

describe('ranking more matches than are counted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-rank-'));
  const database = new LibraryDatabase(join(folder, 'library.db'));
  const searchAll = (request: Partial<SearchRequest>) =>
    searchLibrary(
      database,
      { query: { kind: 'term', text: 'harbour' }, facets: [], sort: 'relevance', limit: 3, ...request },
      start + 365 * 24 * hour,
    );
  const idsOf = (request: Partial<SearchRequest>) => searchAll(request).items.map(({ id }) => id);

  beforeAll(() => {
    const plain = Array.from({ length: mostCounted + 200 }, (_, i) => ({
      title: 'News of the day',
      content: `Ships lay in the harbour on day ${i} of the count.`,
    }));
    // The two oldest of all are about it.
    plain[0] = { title: 'Harbour, harbour', content: 'The harbour is the harbour of the harbour town.' };
    plain[1] = { title: 'The harbour at night', content: 'Nobody saw it.' };
    const documents = plain.map(({ title, content }, i) =>
      JSON.stringify(
        sampleArticle(`a${i}`, {
          title,
          content,
          published: new Date(start + (i * hour) / 10).toISOString(),
          sourceId: i % 2 === 0 ? 'even' : 'odd',
        }),
      ),
    );
    for (let i = 0; i < documents.length; i += 500) database.write(documents.slice(i, i + 500), false);
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds the best however old they are', () => {
    expect(idsOf({}).slice(0, 2).sort()).toEqual(['a0', 'a1']);
    expect(
      idsOf({ from: new Date(start).toISOString() })
        .slice(0, 2)
        .sort(),
    ).toEqual(['a0', 'a1']);
    expect(searchAll({})).toMatchObject({ total: mostCounted, totalIsExact: false });
  });
  it('keeps to the other conditions, and to the order of the first page', () => {
    expect(idsOf({ sources: ['odd'] })[0]).toBe('a1');
    expect(
      idsOf({ sources: ['odd', 'even'] })
        .slice(0, 2)
        .sort(),
    ).toEqual(['a0', 'a1']);
    expect(
      idsOf({
        sources: ['odd', 'even'],
        query: {
          kind: 'and',
          nodes: [
            { kind: 'term', text: 'harbour' },
            { kind: 'not', node: { kind: 'term', text: 'town' } },
          ],
        },
      })[0],
    ).toBe('a1');
    expect(idsOf({ from: new Date(start + hour).toISOString() })).not.toContain('a0');
    const first = searchAll({});
    const second = searchAll({ cursor: first.next });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6);
  });
});
