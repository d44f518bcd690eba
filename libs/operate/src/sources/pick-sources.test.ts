import { describe, expect, it } from '@jest/globals';
import { SourcesQuery } from '../inputs/parameters.ts';
import { pickSources } from './pick-sources.ts';
import type { SourceView } from './source-view.ts';

const source = (id: string, over: Partial<SourceView> = {}): SourceView => ({
  id,
  name: `The ${id}`,
  state: 'delivering',
  reason: 'It delivers.',
  tags: [],
  items: 0,
  indexed: 0,
  waiting: 0,
  dead: 0,
  recent: { finished: 0, articles: 0 },
  channels: [
    { kind: 'feed', url: `https://${id}.example/rss.xml`, state: 'delivering', reason: '', attempt: 0 },
  ],
  ...over,
});
const sources = [
  source('harbour', { state: 'failing', language: 'en', country: 'GB', indexed: 5, waiting: 2 }),
  source('anker', { language: 'de', tags: ['coast'], indexed: 9 }),
  source('bote', { language: 'de', recent: { finished: 3, articles: 3 }, waiting: 7 }),
];
const pick = (query: object) => pickSources({ sources, problems: [] }, SourcesQuery.parse(query));
const ids = (query: object) => pick(query).sources.map(({ id }) => id);

describe('pickSources', () => {
  it('gives all of them, in the order that they come in', () => {
    expect(pick({})).toEqual({ sources, problems: [], total: 3, states: { failing: 1, delivering: 2 } });
  });
  it('finds sources by words of the id, the name, the language, the country, a tag, an address', () => {
    expect(ids({ q: 'COAST' })).toEqual(['anker']);
    expect(ids({ q: 'the de' })).toEqual(['anker', 'bote']);
    expect(ids({ q: 'bote.example/rss' })).toEqual(['bote']);
    expect(ids({ q: ' gb  harbour ' })).toEqual(['harbour']);
    expect(ids({ q: 'harbour coast' })).toEqual([]);
    expect(ids({ q: 'german' })).toEqual(['anker', 'bote']);
    expect(ids({ q: 'united kingdom' })).toEqual(['harbour']);
  });
  it('counts by state what fits the words, whatever state is asked for', () => {
    expect(pick({ q: 'the', state: 'failing' })).toMatchObject({
      sources: [{ id: 'harbour' }],
      total: 1,
      states: { failing: 1, delivering: 2 },
    });
  });
  it.each([
    ['name', ['anker', 'bote', 'harbour']],
    ['articles', ['anker', 'harbour', 'bote']],
    ['recent', ['bote', 'anker', 'harbour']],
    ['waiting', ['bote', 'harbour', 'anker']],
  ])('sorts by %s', (sort, order) => {
    expect(ids({ sort })).toEqual(order);
  });
  it('gives pages', () => {
    expect(ids({ limit: '2' })).toEqual(['harbour', 'anker']);
    expect(ids({ limit: '2', page: '2' })).toEqual(['bote']);
    expect(pick({ limit: '2', page: '3' })).toMatchObject({ sources: [], total: 3 });
  });
});
