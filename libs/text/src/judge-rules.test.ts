import { describe, expect, it } from '@jest/globals';
import { EntryRule, FeedEntry } from '@newsmill/contracts';
import fc from 'fast-check';
import { factsOfEntry, leavingRule, ruleNames, type RuleFacts } from './judge-rules.ts';
import { matchesPattern, patternProblem } from './match-pattern.ts';

const day = 86_400_000;
const facts = (over: Partial<RuleFacts> = {}): RuleFacts => ({
  urls: ['https://www.courier.example/sport/chess?page=1'],
  titles: ['Live Blog: the harbour fair'],
  categories: ['Sport', 'Local news'],
  authors: ['Mia Lund'],
  languages: ['en-GB'],
  published: 0,
  found: 10 * day,
  words: 120,
  isSponsored: false,
  ...over,
});
const exclude = (rule: object, over: Partial<RuleFacts> = {}, isFinal = true) =>
  leavingRule([{ place: '', exclude: [EntryRule.parse(rule)] }], facts(over), isFinal);

describe('leavingRule', () => {
  it.each([
    [{ title: ['live blog*'] }, true],
    [{ title: ['live blog'] }, false],
    [{ url: ['/sport/*'] }, true],
    [{ url: ['courier.example/sport/*'] }, true],
    [{ url: ['https://www.courier.example/*'] }, true],
    [{ url: ['*/politics/*', '*page=1'] }, true],
    [{ url: ['sport'] }, false],
    [{ category: ['local*'] }, true],
    [{ category: ['news'] }, false],
    [{ author: ['mia lund'] }, true],
    [{ host: ['courier.example'] }, true],
    [{ host: ['rier.example'] }, false],
    [{ language: ['en'] }, true],
    [{ language: ['de', 'fr'] }, false],
    [{ olderThan: '9d' }, true],
    [{ olderThan: '11d' }, false],
    [{ fewerWords: 121 }, true],
    [{ fewerWords: 120 }, false],
    [{ sponsored: true }, false],
    [{ sponsored: false }, true],
    [{ category: ['sport'], fewerWords: 100 }, false],
    [{ category: ['sport'], fewerWords: 200 }, true],
  ])('%j: %s', (rule, holds) => {
    expect(exclude(rule)).toBe(holds ? 'exclude[0]' : undefined);
  });
  it('leaves nothing out by what is not known yet', () => {
    const unknown = { categories: [], words: undefined, published: undefined };
    for (const rule of [{ category: ['sport'] }, { fewerWords: 900 }, { olderThan: '1s' }])
      for (const isFinal of [true, false]) expect(exclude(rule, unknown, isFinal)).toBeUndefined();
  });
  it('leaves out what was paid for, by what the feed says of it or, later, the page', () => {
    const entry = (over: object) =>
      factsOfEntry(
        FeedEntry.parse({ url: 'https://paper.example/1', ...over }),
        'https://paper.example/1',
        0,
      );
    const sets = [{ place: '', exclude: [{ name: 'no-ads', sponsored: true }] }];
    const marked = entry({ categories: ['Advertorial'] });
    const silent = entry({ categories: ['Harbour'] });
    expect(leavingRule(sets, marked, false)).toBe('no-ads');
    expect(leavingRule(sets, silent, false)).toBeUndefined();
    expect(leavingRule(sets, { ...silent, isSponsored: true }, true)).toBe('no-ads');
  });
  it('takes only what a rule of each list of include holds for, once all is known', () => {
    const sets = [
      { place: '', include: [{ category: ['Sport'] }, { title: ['*chess*'] }] },
      { place: 'channels[1]', include: [{ fewerWords: 500 }] },
    ];
    expect(leavingRule(sets, facts(), true)).toBeUndefined();
    expect(leavingRule(sets, facts({ categories: ['Sea'] }), false)).toBe('include');
    expect(leavingRule(sets, facts({ categories: [] }), false)).toBeUndefined();
    expect(leavingRule(sets, facts({ categories: [] }), true)).toBe('include');
    expect(leavingRule(sets, facts({ words: 600 }), true)).toBe('channels[1].include');
    expect(leavingRule(sets, facts({ words: undefined }), false)).toBeUndefined();
  });
  it('calls a rule by its name, else by its place', () => {
    const rules = [{ name: 'no-chess', title: ['*chess*'] }, { host: ['ads.example'] }];
    expect(ruleNames({ place: 'channels[0]', exclude: rules, include: [{ language: ['en'] }] })).toEqual([
      'no-chess',
      'channels[0].exclude[1]',
      'channels[0].include',
    ]);
  });
  it('never takes back before the end what it said of an entry: facts that come later only add', () => {
    const names = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 });
    const rule = fc.record({
      category: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(names, names, fc.array(rule, { maxLength: 3 }), (early, later, rules) => {
        const set = [{ place: '', exclude: rules }];
        const before = leavingRule(set, facts({ categories: early }), false);
        const after = leavingRule(set, facts({ categories: [...early, ...later] }), true);
        if (before !== undefined) expect(after).toBeDefined();
      }),
    );
  });
});

describe('matchesPattern', () => {
  it('agrees with the plain meaning of stars', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    const plain = (one: string, other: string): boolean => {
      if (one === '') return other === '';
      if (one.startsWith('*'))
        return plain(one.slice(1), other) || (other !== '' && plain(one, other.slice(1)));
      return (
        other !== '' && one.charAt(0) === other.charAt(0).toLowerCase() && plain(one.slice(1), other.slice(1))
      );
    };
    fc.assert(
      fc.property(pattern, text, (one, other) => {
        expect(matchesPattern(one, other)).toBe(plain(one, other));
      }),
    );
  });
  it('needs no longer for hostile texts and patterns', () => {
    const began = performance.now();
    for (const text of ['a'.repeat(4_000), 'ab'.repeat(2_000)])
      expect(matchesPattern(`*${'a*'.repeat(140)}b*c`, text)).toBe(false);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
  it.each([
    ['^Sport', true],
    ['/sport/.*', true],
    ['**', true],
    ['/sport/*', false],
    ['*live blog*', false],
  ])('%s is a mistake: %s', (pattern, isMistake) => {
    expect(patternProblem(pattern) !== undefined).toBe(isMistake);
  });
});
