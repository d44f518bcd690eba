import { describe, expect, it } from '@jest/globals';
import { unreadOf, withoutNewest, type Stretch } from './unread-stretches.ts';

describe('unread stretches', () => {
  it('is all that is there for who knows nothing, and what came since for who knows the rest', () => {
    expect(unreadOf(undefined, { first: 3, to: 9 })).toEqual([{ from: 3, to: 9 }]);
    expect(unreadOf({ next: 9, unread: [] }, { first: 3, to: 9 })).toEqual([]);
    expect(unreadOf({ next: 9, unread: [{ from: 0, to: 5 }] }, { first: 3, to: 12 })).toEqual([
      { from: 3, to: 5 },
      { from: 9, to: 12 },
    ]);
    expect(unreadOf({ next: 9, unread: [{ from: 0, to: 5 }] }, { first: 10, to: 12 })).toEqual([
      { from: 10, to: 12 },
    ]);
  });

  it('is read from its newest end down', () => {
    const unread = unreadOf({ next: 20, unread: [{ from: 0, to: 10 }] }, { first: 0, to: 40 });
    expect(withoutNewest(unread, 30)).toEqual([
      { from: 0, to: 10 },
      { from: 20, to: 30 },
    ]);
    expect(withoutNewest(unread, 20)).toEqual([{ from: 0, to: 10 }]);
    expect(withoutNewest([], 5)).toEqual([]);
  });

  it('stays short, and loses nothing', () => {
    let unread: readonly Stretch[] = [];
    for (let next = 10; next < 1_000; next += 10)
      // Of each ten the newest five were read before the reader was interrupted.
      unread = withoutNewest(unreadOf({ next: next - 10, unread }, { first: 0, to: next }), next - 5);
    expect(unread).toHaveLength(16);
    for (let offset = 0; offset < 990; offset += 1)
      if (offset % 10 < 5) expect(unread.some(({ from, to }) => from <= offset && offset < to)).toBe(true);
  });
});
