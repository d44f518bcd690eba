import { describe, expect, it } from '@jest/globals';
import { mostSiteArticles, type SiteSighting } from '@newsmill/contracts';
import { RecentSightings } from './recent-sightings.ts';

const seen = (item: string, replaces: readonly string[] = []): SiteSighting => ({
  site: 'a.example',
  item,
  lines: `lines of ${item}`,
  replaces,
});
const kept = (item: string) => ({ item, lines: `lines of ${item}` });

describe('RecentSightings', () => {
  it('adds what was seen since the look-up to what that found, each item once', () => {
    const recent = new RecentSightings();
    recent.tell(seen('two'), 10);
    recent.tell(seen('three', ['one']), 11);
    expect(recent.with('a.example', [kept('one'), kept('two'), kept('zero')], 5)).toEqual([
      kept('zero'),
      kept('two'),
      kept('three'),
    ]);
    expect(recent.with('b.example', [kept('one')], 5)).toEqual([kept('one')]);
  });
  it('leaves to the look-up what the state had before it', () => {
    const recent = new RecentSightings();
    recent.tell(seen('one'), 10);
    recent.recorded([seen('one')], 20);
    expect(recent.with('a.example', [], 15)).toEqual([kept('one')]);
    expect(recent.with('a.example', [kept('other')], 21)).toEqual([kept('other')]);
    // Seen once more, it is new.
    recent.tell(seen('one'), 30);
    expect(recent.with('a.example', [], 25)).toEqual([kept('one')]);
  });
  it('forgets after a minute, keeps the newest of a site, and not every site', () => {
    const recent = new RecentSightings();
    for (let i = 0; i < 50; i += 1) recent.tell(seen(`item${i}`), i);
    expect(recent.with('a.example', [kept('old')], 0)).toHaveLength(mostSiteArticles);
    recent.tell(seen('late'), 70_000);
    expect(recent.with('a.example', [], 0)).toEqual([kept('late')]);
    for (let i = 0; i < 1_000; i += 1) recent.tell({ ...seen('one'), site: `${i}.example` }, 70_000);
    expect(recent.with('a.example', [], 0)).toEqual([]);
  });
});
