import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryNode } from '@newsmill/contracts';
import { newsCorpus, randomFrom } from '../../testing/news-corpus.ts';
import { newsTexts } from '../../testing/news-texts.ts';
import { sampleArticle } from '../../testing/sample-article.ts';
import type { ChangeFilter, Library, LibraryChange } from '../library.ts';
import { openSqliteLibrary } from '../sqlite/sqlite-library.ts';
import { SearchMatcher } from './search-matcher.ts';

const corpus = newsCorpus(newsTexts, 1_000);
// The library goes by the clock of the machine.
const now = Date.now();
/** Milliseconds from now that stand between the times of some articles, whatever day it is. */
const sinceNow = Date.UTC(2026, 9, 20, 10, 2) - now;

const odd = [
  sampleArticle('odd1', {
    language: 'tr',
    title: 'İstanbul’da ışık',
    content: 'IĞDIR — “yağmur” ﬁne x²+y² ½.',
  }),
  sampleArticle('odd2', {
    language: 'vi',
    title: 'Hà Nội',
    content: 'Đà Nẵng; E-MAIL: a_b@paper.example, C++',
  }),
  sampleArticle('odd3', {
    language: 'zh-Hant',
    title: '臺灣央行升息',
    content: '中央銀行宣布升息半碼。GDP增长5%',
    people: ['Ada Moss', 'Cy Rowe'],
    duplicateOf: 'odd1',
    familyId: 'odd1',
    paywalled: true,
  }),
  sampleArticle('odd4', { language: 'ar', title: 'البَنْكُ المركزي', content: 'قال إنّ الأسعار أعلى كتــاب.' }),
  sampleArticle('odd5', { language: 'und', title: '', content: '🙂 🏦 (c) © ', sources: ['paper', 'other'] }),
];

/** Queries of every kind over words, pairs and beginnings that stand in the articles, drawn by chance. */
function queriesOver(texts: readonly string[], count: number): QueryNode[] {
  const random = randomFrom(11);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const words = () => pick(texts).split(/\s+/u);
  const leaf = (): QueryNode => {
    const all = words();
    const at = Math.floor(random() * all.length);
    const word = all[at] ?? '';
    const pair = `${word} ${all[at + 1] ?? ''} ${all[at + 2] ?? ''}`;
    const field = pick([undefined, undefined, undefined, 'title', 'content', 'url', 'section'] as const);
    return pick<() => QueryNode>([
      () => ({ kind: 'term', text: word, field }),
      () => ({ kind: 'term', text: word }),
      () => ({ kind: 'term', text: word.toUpperCase() }),
      () => ({ kind: 'phrase', text: pair, field }),
      () => ({ kind: 'phrase', text: pair, slop: 1 + Math.floor(random() * 8) }),
      () => ({ kind: 'prefix', text: word.slice(0, 1 + Math.floor(random() * 4)), field }),
      () => ({
        kind: 'range',
        field: pick(['published', 'firstSeen'] as const),
        from: { sinceNow },
      }),
      () => ({ kind: 'range', field: 'wordCount', to: 50 + Math.floor(random() * 300) }),
      () => ({ kind: 'exact', field: 'duplicate', value: pick(['true', 'false']) }),
      () => ({ kind: 'exact', field: 'paywalled', value: 'true' }),
      () => ({ kind: 'exact', field: pick(['family', 'id'] as const), value: 'odd1' }),
      () => ({ kind: 'exact', field: 'has', value: pick(['author', 'person']) }),
      () => ({ kind: 'term', field: 'source', text: pick(['paper', 'OTHER', 'src-1', 'source-2']) }),
      () => ({ kind: 'prefix', field: 'source', text: 'pa' }),
      () => ({ kind: 'term', field: 'language', text: pick(['zh', 'en', 'de']) }),
      () => ({ kind: 'term', field: 'person', text: pick(['Moss', 'ada moss', 'nobody']) }),
    ])();
  };
  const node = (depth: number): QueryNode => {
    const chance = random();
    if (depth === 0 || chance < 0.45) return leaf();
    if (chance < 0.6) return { kind: 'not', node: node(depth - 1) };
    return {
      kind: chance < 0.8 ? 'and' : 'or',
      nodes: Array.from({ length: 1 + Math.floor(random() * 3) }, () => node(depth - 1)),
    };
  };
  return Array.from({ length: count }, () => node(3));
}

describe('SearchMatcher', () => {
  let directory: string;
  let library: Library;
  let changes: Extract<LibraryChange, { kind: 'document' }>[];
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'newsmill-match-'));
    library = await openSqliteLibrary({ path: join(directory, 'library.db'), searchLimitMs: 60_000 });
    await library.write([...Array.from({ length: 60 }, (_, i) => corpus.article(i)), ...odd]);
    changes = (await library.changes({ limit: 500 })).items.filter((change) => change.kind === 'document');
  });
  afterAll(async () => {
    await library.close();
    await rm(directory, { recursive: true, force: true });
  });

  const byLibrary = async (where: ChangeFilter) =>
    (await library.changes({ where, limit: 500 })).items
      .flatMap((change) => (change.kind === 'document' ? [change.document.id] : []))
      .toSorted();

  it('finds what the library finds, for queries of every kind', async () => {
    const texts = changes.flatMap(({ document: { title, content } }) => [title, content]);
    const filters = queriesOver(texts, 250).map(
      (query, i): ChangeFilter => ({
        query,
        ...(i % 7 === 0 ? { languages: ['en', 'zh_Hant'] } : {}),
        ...(i % 11 === 0 ? { sources: ['paper', 'other'] } : {}),
      }),
    );
    filters.push({}, { languages: ['de'] }, { sources: ['OTHER'] });
    const matcher = new SearchMatcher();
    for (const [i, filter] of filters.entries()) expect(matcher.put(String(i), filter)).toBe(true);
    const found = await matcher.match(changes, now);
    let finds = 0;
    for (const [i, filter] of filters.entries()) {
      const wanted = await byLibrary(filter);
      finds += wanted.length;
      expect({ filter, ids: [...(found.get(String(i)) ?? [])].toSorted() }).toEqual({ filter, ids: wanted });
    }
    expect(finds).toBeGreaterThan(filters.length);
    matcher.close();
  });

  it('keeps no search that an article by itself does not decide', () => {
    const matcher = new SearchMatcher();
    // a part of a query that a later version may bring
    const later = { kind: 'exact', field: 'later', value: 'x' } as unknown as QueryNode;
    const strange = { kind: 'strange' } as unknown as QueryNode;
    for (const query of [later, strange, { kind: 'not', node: later }] as const)
      expect(matcher.put('a', { query })).toBe(false);
    expect(matcher.put('a', { query: { kind: 'term', text: 'x' }, from: '2026-01-01' })).toBe(false);
    // What earlier versions said stands in the library alone.
    expect(matcher.put('a', { query: { kind: 'phrase', field: 'was', text: 'x y' } })).toBe(false);
    matcher.close();
  });

  it('finds articles by what an edit changed', async () => {
    const matcher = new SearchMatcher();
    matcher.put('a', { query: { kind: 'exact', field: 'changed', value: 'headline' } });
    matcher.put('b', { query: { kind: 'exact', field: 'changed', value: 'any' } });
    const [first, second] = changes;
    if (first === undefined || second === undefined) throw new Error('there are articles');
    const edited = (change: typeof first, ...classes: ('headline' | 'text')[]) => ({
      ...change,
      document: { ...change.document, edits: [{ at: '2026-11-20T08:05:00.000Z', classes }] },
    });
    const found = await matcher.match([edited(first, 'headline'), edited(second, 'text')], now);
    expect(found.get('a')).toEqual(new Set([first.document.id]));
    expect(found.get('b')).toEqual(new Set([first.document.id, second.document.id]));
    matcher.close();
  });

  it('forgets a search that is removed or replaced', async () => {
    const matcher = new SearchMatcher();
    matcher.put('a', {});
    matcher.put('a', { query: { kind: 'term', text: '升息' } });
    expect(await matcher.match(changes, now)).toEqual(new Map([['a', new Set(['odd3'])]]));
    matcher.remove('a');
    expect(await matcher.match(changes, now)).toEqual(new Map());
    matcher.close();
  });
});
