import { describe, expect, it } from '@jest/globals';
import { CleanArticle, type Fact } from '@newsmill/contracts';
import { BadEnrichers, chooseEnrichers } from './choose-enrichers.ts';
import type { Enricher } from './enricher.ts';
import { listEnrichers } from './enrichers.ts';
import { readEnricher } from './read-enricher.ts';
import { rerunEnrichers, runEnrichers } from './run-enrichers.ts';

// biome-ignore format: a table, read by its rows
const article = CleanArticle.parse({
  item: 'i', sourceId: 'paper', url: 'https://paper.example/a', finalUrl: 'https://paper.example/a',
  fetchedAt: 2, firstSeen: 1, title: 'Ferries', text: 'They leave.', language: 'en', blocks: [],
  confidence: 1,
});
const input = {
  article,
  id: 'id',
  known: { articleId: 'id', owner: 'i', candidates: [], values: new Map<string, string>(), site: [] },
  facts: [] as Fact[],
};

function make(name: string, over: Partial<Enricher> = {}): Enricher {
  return {
    name,
    version: '1',
    about: name,
    facts: [name],
    isUsual: true,
    enrich: () => [{ name, value: 1 }],
    ...over,
  };
}

describe('runEnrichers', () => {
  it('hands each one the facts of those before it, and names what made a fact', () => {
    const second = make('second', {
      version: '7',
      enrich: ({ facts, language }) => [
        { name: 'second', value: [facts.map(({ name }) => name), language], confidence: 0.5 },
      ],
    });
    expect(
      runEnrichers(
        [make('first', { enrich: () => [{ name: 'first', value: 'x', by: 'model/3' }] }), second],
        input,
      ),
    ).toEqual([
      { name: 'first', value: 'x', by: 'model/3' },
      { name: 'second', value: [['first'], 'en'], by: 'second/7', confidence: 0.5 },
    ]);
  });
  it('tells the language that was found over the one that was claimed', () => {
    const facts = [{ name: 'language', value: 'de', by: 'x/1' }];
    expect(
      runEnrichers([make('echo', { enrich: ({ language }) => [{ name: 'echo', value: language }] })], {
        ...input,
        facts,
      })[1]?.value,
    ).toBe('de');
  });
  it('goes on without one that fails, says so, and keeps neither foreign nor huge nor unwritable facts', () => {
    const broken = [
      make('fails', {
        enrich: () => {
          throw new Error('no luck');
        },
      }),
      make('stranger', { enrich: () => [{ name: 'language', value: 'xx' }] }),
      make('huge', { enrich: () => [{ name: 'huge', value: 'x'.repeat(100_000) }] }),
      make('unwritable', { enrich: () => [{ name: 'unwritable', value: undefined }] }),
    ];
    const facts = runEnrichers([...broken, make('last')], input);
    expect(facts.map(({ name, by }) => [name, by])).toEqual([
      ['problem', 'fails/1'],
      ['problem', 'stranger/1'],
      ['problem', 'huge/1'],
      ['problem', 'unwritable/1'],
      ['last', 'last/1'],
    ]);
    expect(facts[0]?.value).toBe('no luck');
  });
});

describe('rerunEnrichers', () => {
  const facts: Fact[] = [
    { name: 'a', value: 0, by: 'a/0' },
    { name: 'b', value: 0, by: 'b/0' },
    { name: 'problem', value: 'old', by: 'b/0' },
    { name: 'c', value: 0, by: 'c/0' },
    { name: 'llm-summary', value: 'x', by: 'llm:m/1' },
  ];
  const seeing = (name: string) =>
    make(name, { enrich: ({ facts: seen }) => [{ name, value: seen.map((fact) => fact.name) }] });
  const rerun = (list: readonly Enricher[], names: readonly string[]) =>
    rerunEnrichers(list, ({ name }) => names.includes(name), { ...input, facts });
  it('replaces the facts of those that run again and their problems, where they stood', () => {
    expect(rerun([make('a'), make('b'), make('c')], ['b'])).toEqual([
      facts[0],
      { name: 'b', value: 1, by: 'b/1' },
      facts[3],
      facts[4],
    ]);
  });
  it('adds the facts of a new enricher in its place, and takes away what is no longer found', () => {
    expect(rerun([make('d'), make('a'), make('b'), make('c')], ['d'])[0]).toEqual({
      name: 'd',
      value: 1,
      by: 'd/1',
    });
    expect(rerun([make('a', { enrich: () => [] }), make('b'), make('c')], ['a'])).toEqual(facts.slice(1));
  });
  it('gives each one the facts that it was given at first: none of those behind it, none of a language model', () => {
    const list = [seeing('a'), seeing('b'), seeing('c')];
    const first = runEnrichers(list, input);
    const later = [...first, { name: 'llm-summary', value: 'x', by: 'llm:m/1' }];
    for (const names of [['a'], ['b'], ['c'], ['a', 'b', 'c'], []])
      expect(rerunEnrichers(list, ({ name }) => names.includes(name), { ...input, facts: later })).toEqual(
        later,
      );
  });
});

describe('chooseEnrichers', () => {
  const list = [make('one'), make('two', { isUsual: false }), make('three')];
  const names = (words: string[], own: Enricher[] = []) =>
    chooseEnrichers(list, words, own).map(({ name }) => name);
  it('takes the usual ones, and what the words add and take away, in the order of the list', () => {
    expect(names([])).toEqual(['one', 'three']);
    expect(names(['two', '-one'])).toEqual(['two', 'three']);
    expect(names(['none', '+three'])).toEqual(['three']);
    expect(names(['all', '-three', './own.mjs'], [make('own')])).toEqual(['one', 'two', 'own']);
  });
  it('names every mistake: unknown names, names and facts that are taken', () => {
    expect(() => names(['thre'])).toThrow(
      /no enricher called "thre", did you mean three\? \(there are: one, two, three\)/,
    );
    expect(() => names([], [make('one', { facts: ['x'] })])).toThrow(/an enricher of your own is called one/);
    expect(() => names([], [make('own', { facts: ['three'] })])).toThrow(
      /own makes the fact three, which another enricher makes/,
    );
    expect(() => names([], [make('own', { facts: ['same'] }), make('other', { facts: ['same'] })])).toThrow(
      BadEnrichers,
    );
  });
});

describe('readEnricher', () => {
  it('takes an enricher of the operator, and names what is wrong with it', () => {
    const good = { name: 'own-words', version: '1', about: 'Own.', facts: ['own'], enrich: () => [] };
    expect(readEnricher('./own.mjs', good)).toMatchObject({ name: 'own-words', isUsual: true });
    expect(() => readEnricher('./own.mjs', undefined)).toThrow(/\.\/own\.mjs: enricher/);
    expect(() => readEnricher('./own.mjs', { ...good, name: 'Own Words', enrich: 3 })).toThrow(
      /enricher\.name: lower-case letters.*enricher\.enrich: a function/,
    );
  });
});

describe('listEnrichers', () => {
  it('has each name and each fact once', () => {
    const list = listEnrichers();
    expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    expect(new Set(list.flatMap(({ facts }) => facts)).size).toBe(list.flatMap(({ facts }) => facts).length);
  });
});
