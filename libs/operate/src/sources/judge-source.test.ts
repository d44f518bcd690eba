import { describe, expect, it } from '@jest/globals';
import { quotaDay, useKey } from '@newsmill/contracts';
import type { FateCount } from '@newsmill/store';
import { countOutcomes, noCounts } from './count-outcomes.ts';
import { judgeSource, type SourceFacts } from './judge-source.ts';
import type { ChannelView } from './source-view.ts';
import { viewUse } from './view-use.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 27, 12);

function channel(state: ChannelView['state'], over: Partial<ChannelView> = {}): ChannelView {
  return {
    kind: 'feed',
    url: `https://paper.example/${state}`,
    state,
    reason: `It is ${state}.`,
    attempt: 0,
    ...over,
  };
}
function judge(states: readonly ChannelView['state'][], over: Partial<SourceFacts> = {}) {
  return judgeSource({
    source: { id: 'paper', enabled: true },
    channels: states.map((state) => channel(state)),
    brake: undefined,
    counts: noCounts,
    now,
    ...over,
  });
}
/** What the state has of a source that was asked for so many pages today. */
function pagesAsked(sourceId: string, pages: number): ReadonlyMap<string, string> {
  return new Map([[useKey('pages', sourceId, quotaDay(now)), String(pages)]]);
}
/** Counts of items by age in days, fate and reason. */
function counted(
  ...rows: readonly (readonly [days: number, fate: FateCount['fate'], reason: string, count: number])[]
) {
  const counts = rows.map(
    ([days, fate, reason, count]): FateCount => ({
      sourceId: 'paper',
      hour: now - days * day,
      stage: 'index',
      fate,
      reason,
      count,
    }),
  );
  return countOutcomes(counts, now).get('paper') ?? noCounts;
}

describe('the state of a source', () => {
  it.each([
    [['delivering'], 'delivering'],
    [['delivering', 'silent'], 'delivering'],
    [['silent', 'silent'], 'silent'],
    [['blocked'], 'blocked'],
    [['failing', 'gone'], 'gone'],
    [['delivering', 'failing'], 'degraded'],
    [['delivering', 'drifting'], 'drifting'],
    [['drifting', 'silent', 'failing'], 'drifting'],
    [['waiting'], 'waiting'],
    [['delivering', 'moved'], 'moved'],
    [['new'], 'new'],
    [['delivering', 'new'], 'delivering'],
  ] as const)('of channels %j is %s', (states, state) => {
    expect(judge(states).state).toBe(state);
  });
  it('says that twenty entries which gave no article are no delivery, and what they ended as', () => {
    const counts = counted([1, 'dropped', 'not-article-other', 18], [1, 'dropped', 'not-html', 2]);
    expect(judge(['delivering'], { counts })).toEqual({
      state: 'drifting',
      reason:
        'The last 20 pages, since 2026-11-26 12:00 UTC, gave no article; 18 of them ended as not-article-other: The page has content, but no article (forum, product, listing).',
      next: expect.stringContaining('newsmill extract'),
    });
  });
  it.each([
    ['denied', 'denied-by-robots', 'blocked'],
    ['dead', 'bad-answer', 'blocked'],
    ['dropped', 'not-article-login', 'blocked'],
    ['dropped', 'not-article-challenge', 'blocked'],
    ['dropped', 'not-article-javascript', 'drifting'],
    ['dropped', 'not-article-parked', 'gone'],
    ['dead', 'tries-exhausted', 'failing'],
    ['dead', 'bad-page', 'drifting'],
  ] as const)('whose pages all end as %s, %s is %s', (fate, reason, state) => {
    expect(judge(['delivering'], { counts: counted([1, fate, reason, 9]) }).state).toBe(state);
  });
  it('is drifting where far fewer pages become articles than before', () => {
    const before = [
      [20, 'indexed', '', 90],
      [20, 'dropped', 'not-article-index', 10],
    ] as const;
    const fallen = counted(...before, [1, 'indexed', '', 4], [1, 'dropped', 'not-article-empty', 26]);
    expect(judge(['delivering'], { counts: fallen })).toMatchObject({
      state: 'drifting',
      reason: expect.stringContaining('gave 4 articles, where it was 90 in a hundred before; 26 of them'),
    });
    const usual = counted(...before, [1, 'indexed', '', 15], [1, 'dropped', 'not-article-empty', 15]);
    expect(judge(['delivering'], { counts: usual }).state).toBe('delivering');
  });
  it.each([
    ['three pages before which a wall stands', 3, 'not-article-challenge', [], 'blocked'],
    ['two pages', 2, 'not-article-challenge', [], 'delivering'],
    ['a wall after many articles', 3, 'not-article-login', [2, 'indexed', '', 60], 'blocked'],
    ['five videos of a source of articles', 5, 'not-article-video', [2, 'indexed', '', 60], 'drifting'],
    ['five videos of a source half of videos', 5, 'not-article-video', [2, 'indexed', '', 5], 'drifting'],
  ] as const)('tells of %s', (_what, count, reason, before, state) => {
    const rows = before.length === 0 ? [] : [before];
    const counts = counted(...rows, [1, 'dropped', reason, count]);
    expect(judge(['delivering'], { counts }).state).toBe(state);
  });
  it('takes a row without articles for chance where few pages become articles anyway', () => {
    const earlier = [
      [2, 'indexed', '', 10],
      [2, 'dropped', 'not-article-video', 30],
    ] as const;
    const row = (count: number) => counted(...earlier, [1, 'dropped', 'not-article-video', count]);
    expect(judge(['delivering'], { counts: row(20) }).state).toBe('delivering');
    expect(judge(['delivering'], { counts: row(25) }).state).toBe('drifting');
  });
  it('delivers again with the first article after a wall', () => {
    const counts = counted([2, 'dropped', 'not-article-login', 30], [1, 'indexed', '', 1]);
    expect(judge(['delivering'], { counts }).state).toBe('delivering');
  });
  it('is drifting while the alarm of a broken layout stands, with the line that mends what was held back', () => {
    const alarm = { site: 'paper.example', since: now - hour, says: 'Titles are short.', isHolding: true };
    expect(judge(['delivering'], { alarm })).toEqual({
      state: 'drifting',
      reason: expect.stringMatching(
        /^Since \S.*: Titles are short\. Articles of which too little can be read/,
      ),
      next: expect.stringContaining('reprocess --from-archive --source paper --query flag:quarantined'),
    });
    const { reason, next } = judge(['delivering'], { alarm: { ...alarm, isHolding: false } });
    expect([reason.endsWith('Titles are short.'), next?.includes('reprocess')]).toEqual([true, false]);
    // A source that cannot be reached has the other trouble first.
    expect(judge(['blocked'], { alarm }).state).toBe('blocked');
  });
  it('does not judge by a few pages, nor by copies, nor by what was gone', () => {
    for (const row of [
      [1, 'dropped', 'not-article-index', 4],
      [1, 'gone', 'gone', 30],
      [1, 'waiting', '', 30],
      [1, 'duplicate', 'duplicate-of', 30],
    ] as const)
      expect(judge(['delivering'], { counts: counted(row) }).state).toBe('delivering');
  });
  it('tells what arrives', () => {
    const channels = [channel('delivering', { lastNewAt: now - 2 * hour }), channel('silent')];
    expect(
      judge([], { channels, counts: counted([1, 'indexed', '', 7], [1, 'dropped', 'not-html', 1]) }).reason,
    ).toBe(
      '1 of 2 channels deliver, 1 is silent. Last new entry 2 h ago. 7 of 8 pages of the last seven days became articles.',
    );
  });
  it('waits while it is braked, unless its channels fail', () => {
    expect(judge(['delivering'], { brake: { until: now + hour, strikes: 1 } }).reason).toContain(
      'until 2026-11-27 13:00 UTC:',
    );
    expect(judge(['delivering'], { brake: { until: now + hour, strikes: 3 } }).reason).toContain(
      'UTC after 2 trials:',
    );
    expect(judge(['gone'], { brake: { until: now + hour, strikes: 3 } }).state).toBe('gone');
  });
  it('whose quota of the day is used up waits for the next day', () => {
    const today = viewUse({ id: 'paper' }, { pages: 7 }, pagesAsked('paper', 7), now);
    expect(judge(['delivering'], { today })).toMatchObject({
      state: 'waiting',
      reason: expect.stringContaining(
        'until 2026-11-28 00:00 UTC: it has used what it may use a day (7 of 7 pages)',
      ),
      next: expect.stringContaining('newsmill sources lift ID'),
    });
    expect(judge(['gone'], { today }).state).toBe('gone');
    const free = viewUse({ id: 'paper' }, { pages: 8 }, pagesAsked('paper', 7), now);
    expect(judge(['delivering'], { today: free }).state).toBe('delivering');
  });
  describe('behind a paywall', () => {
    const paywall = { site: 'paper.example', marked: 9, of: 10, words: 85 };
    it('delivers, and says what its keeper can do', () => {
      expect(judge(['delivering'], { paywall })).toEqual({
        state: 'delivering',
        reason:
          'It is delivering. 9 of its newest 10 articles on paper.example are marked for subscribers, and half of these have 85 words or fewer.',
        next: expect.stringMatching(/feedOnly: true.*headers.*NEWSMILL_SECRET_NAME.*-paywalled:true/),
      });
    });
    it('counts the pages that ask for a login beside those that are marked', () => {
      const counts = counted([1, 'indexed', '', 4], [1, 'dropped', 'not-article-login', 16]);
      expect(judge(['delivering'], { counts }).reason).toContain(
        '16 of 20 pages of the last seven days ask for a login and became no article.',
      );
      expect(judge(['delivering'], { counts }).next).toContain('feedOnly: true');
      const half = counted([1, 'indexed', '', 10], [1, 'dropped', 'not-article-login', 10]);
      expect(judge(['delivering'], { counts: half }).next).toBeUndefined();
      expect(judge(['delivering'], { counts: half, paywall }).reason).toContain('10 of 20 pages');
    });
    it('is told without advice where access is given already', () => {
      const source = { id: 'paper', enabled: true };
      for (const more of [{ headers: { Cookie: 'subscriber=1' } }, { feedOnly: true }]) {
        const judged = judge(['delivering'], { paywall, source: { ...source, ...more } });
        expect([judged.reason.includes('for subscribers'), judged.next]).toEqual([true, undefined]);
      }
      const judged = judge(['delivering'], {
        paywall,
        source: { ...source, headers: { 'accept-language': 'en' } },
      });
      expect(judged.next).toBeDefined();
    });
    it('has its other trouble first', () => {
      expect(judge(['blocked'], { paywall }).reason).toBe('It is blocked.');
    });
  });
  it('is off where its file says so', () => {
    expect(judge(['failing'], { source: { id: 'paper', enabled: false } }).state).toBe('off');
  });

  it('says how many of its articles others told of first', () => {
    const counts = { ...counted([1, 'indexed', '', 7]), shared: 5 };
    expect(judge(['delivering'], { counts }).reason).toContain(
      'It has 12 articles, 5 of them first told by others.',
    );
    expect(judge(['delivering'], { counts: { ...noCounts, shared: 1 } }).reason).toBe(
      'It is delivering. It has 1 article, first told by another source.',
    );
    expect(judge(['delivering'], { counts: { ...noCounts, shared: 3 } }).reason).toContain(
      '3 articles, all of them first told by others',
    );
    expect(judge(['delivering'], { counts: { ...noCounts, shared: 0 } }).reason).toBe('It is delivering.');
  });
});
