import { describe, expect, it } from '@jest/globals';
import type { FeedEntry } from '@newsmill/contracts';
import fc from 'fast-check';
import { takeEntries, type Round } from './take-entries.ts';

const entry = (name: string | number, published?: string): FeedEntry => ({
  url: `https://paper.example/${name}`,
  authors: [],
  categories: [],
  ...(published === undefined ? {} : { published }),
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const namesOf = (entries: readonly FeedEntry[]) => entries.map(({ url }) => new URL(url).pathname.slice(1));
const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();

describe('takeEntries', () => {
  it('takes all where one poll takes them, and remembers nothing', () => {
    const entries = numbers(4).map((number) => entry(number));
    expect(takeEntries(entries, { most: 4, hash: 'a', before: undefined })).toEqual({
      newest: entries,
      others: [],
      waiting: 0,
    });
  });
  it('takes the newest first, also of a feed that lists the oldest first', () => {
    const oldestFirst = numbers(10).map((number) => entry(number, day(number + 1)));
    const { newest, others, waiting } = takeEntries(oldestFirst, { most: 4, hash: 'a', before: undefined });
    expect(namesOf(newest)).toEqual(['9', '8']);
    expect(namesOf(others)).toEqual(['0', '1']);
    expect(waiting).toBe(6);
  });
  it('takes both ends of an answer without dates', () => {
    const { newest } = takeEntries(
      numbers(10).map((number) => entry(number)),
      { most: 8, hash: 'a', before: undefined },
    );
    expect(namesOf(newest)).toEqual(['0', '1', '8', '9']);
  });
  it('says how many wait, until a round is over', () => {
    const entries = numbers(10).map((number) => entry(number, day(number + 1)));
    const waits: number[] = [];
    let before: Round | undefined;
    do {
      const taken = takeEntries(entries, { most: 4, hash: 'a', before });
      before = taken.round;
      waits.push(taken.waiting);
    } while ((before?.left ?? 0) > 0);
    expect(waits).toEqual([6, 4, 2, 0, 0]);
  });
  it('takes every entry that stays, whatever the answer says first, whatever comes and goes between', () => {
    const answers = fc.record({
      stays: fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 30 }),
      others: fc.array(fc.uniqueArray(fc.integer({ min: 100, max: 199 }), { maxLength: 30 }), {
        minLength: 1,
        maxLength: 5,
      }),
      most: fc.integer({ min: 2, max: 7 }),
      dated: fc.boolean(),
    });
    fc.assert(
      fc.property(answers, ({ stays, others, most, dated }) => {
        const seen = new Set<string>();
        let before: Round | undefined;
        for (let poll = 0; poll < 200; poll += 1) {
          const changing = others[poll % others.length] ?? [];
          const entries = [...changing, ...stays].map((name) => entry(name, dated ? day(name) : undefined));
          const taken = takeEntries(entries, { most, hash: String(poll % others.length), before });
          expect(taken.newest.length + taken.others.length).toBeLessThanOrEqual(most);
          for (const name of namesOf([...taken.newest, ...taken.others])) seen.add(name);
          before = taken.round;
        }
        expect(stays.filter((name) => !seen.has(String(name)))).toEqual([]);
      }),
    );
  });
});
