import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Source, type QueryNode, type Rights, type SearchRequest, type WayOut } from '@newsmill/contracts';
import { openSqliteLibrary, type Library } from '@newsmill/store';
import { sampleArticle } from '../../../store/src/testing/sample-article.ts';
import { grantsOf, serveLibrary } from './serve-library.ts';

const noai: Rights = {
  agents: { decision: 'denied', rules: [{ source: 'meta robots', value: 'noai' }] },
  reserved: ['agents'],
};

describe('a library as it may be shown', () => {
  let folder: string;
  let library: Library;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newsmill-served-'));
    library = await openSqliteLibrary({ path: join(folder, 'library.db'), searchLimitMs: 60_000 });
    await library.write([
      sampleArticle('free', { storyId: 's' }),
      sampleArticle('bound', { rights: noai, storyId: 's' }),
      sampleArticle('over', {
        rights: { reserved: ['later'], unavailableAfter: '2020-01-01T00:00:00.000Z' },
      }),
    ]);
  });
  afterEach(async () => {
    await library.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('gives articles, hits and changes by their rights', async () => {
    const served = serveLibrary(library, 'agents', { grants: () => undefined, now: Date.now });
    expect((await served.get('free'))?.content).toBe('Plain words.');
    expect((await served.get('bound'))?.content).toBe('');
    expect(await served.get('over')).toBeUndefined();
    expect(await served.get('none')).toBeUndefined();
    const { items } = await served.search({ sort: 'newest', limit: 10, facets: [] });
    expect(items.map(({ id }) => id).toSorted()).toEqual(['bound', 'free']);
    const changes = await served.changes({ limit: 10 });
    expect(
      changes.items.map((change) => (change.kind === 'document' ? change.document.content : '')).toSorted(),
    ).toEqual(['', 'Plain words.']);
  });

  it('leaves out what is hidden unless it is asked for, but not from copies', async () => {
    await library.write([
      sampleArticle('held', { flags: ['quarantined'], storyId: 's' }),
      sampleArticle('forum', { flags: ['unlikely', 'truncated'] }),
    ]);
    const grants = { grants: () => undefined, now: Date.now };
    const flagged = (value: string): QueryNode => ({ kind: 'exact', field: 'flag', value });
    const served = serveLibrary(library, 'search', grants);
    const found = async (request: Partial<SearchRequest>) =>
      (await served.search({ sort: 'newest', limit: 10, facets: [], ...request })).items
        .map(({ id }) => id)
        .toSorted();
    expect(await found({})).toEqual(['bound', 'free']);
    expect(await found({ withoutFlags: [] })).toEqual(['bound', 'forum', 'free', 'held']);
    expect(await found({ query: flagged('quarantined') })).toEqual(['held']);
    expect(await found({ query: flagged('truncated') })).toEqual([]);
    expect(await found({ query: { kind: 'not', node: flagged('unlikely') } })).toEqual(['bound', 'free']);
    expect((await served.get('held'))?.id).toBe('held');
    const changed = async (way: WayOut) =>
      (await serveLibrary(library, way, grants).changes({ limit: 10 })).items
        .flatMap((change) => (change.kind === 'document' ? [change.document.id] : []))
        .toSorted();
    expect(await changed('notice')).toEqual(['bound', 'free']);
    expect(await changed('export')).toEqual(['bound', 'forum', 'free', 'held']);
  });

  it('goes by the source files as they stand', async () => {
    const source = (rights?: object) =>
      Source.parse({ id: 'paper', name: 'P', channels: [{ url: 'https://paper.example/f' }], rights });
    let stands = source({ ground: 'Contract of 3 January 2026', allow: ['agents'] });
    const served = serveLibrary(library, 'agents', {
      grants: grantsOf((id) => (id === 'paper' ? stands : undefined)),
      now: Date.now,
    });
    expect((await served.get('bound'))?.content).toBe('Plain words.');
    stands = source();
    expect((await served.get('bound'))?.content).toBe('');
  });
});
