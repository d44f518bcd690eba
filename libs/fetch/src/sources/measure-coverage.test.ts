import { describe, expect, it } from '@jest/globals';
import { additionWords, coverageWords, measureAdditions, measureCoverage } from './measure-coverage.ts';
import { rankChannels, worthAdding, type ChannelCandidate } from './rank-channels.ts';

const minute = 60_000;
const now = 1_800_000_000_000;
const story = (number: number) => `https://paper.example/story/${number}`;
const home = [1, 2, 3, 4, 5].map(story);

/** A channel that names stories, each with the minutes since it was published. */
function channel(
  kind: ChannelCandidate['kind'],
  stories: readonly (readonly [number: number, ago?: number])[],
  more: Partial<ChannelCandidate> = {},
): ChannelCandidate {
  return {
    kind,
    url: `https://paper.example/${kind}`,
    entries: stories.length,
    hasContent: false,
    isComments: false,
    links: stories.map(([number]) => story(number)),
    dates: stories.map(([, ago]) => (ago === undefined ? undefined : now - ago * minute)),
    sitemaps: [],
    foundBy: 'page',
    ...more,
  };
}

describe('measureCoverage', () => {
  it('tells the share of the home page that each channel brings, and how far behind it is', () => {
    const [feed, news, list] = measureCoverage(
      home,
      [
        channel('feed', [
          [2, 40],
          [3, 60],
          [9, 70],
        ]),
        channel('news-sitemap', [
          [1, 10],
          [2, 40],
          [3, 60],
          [4, 90],
        ]),
        channel('list', [[1], [2], [3], [4], [5]]),
      ],
      now,
    );
    expect(feed?.coverage).toEqual({ articles: 5, brought: 2, behindMs: 30 * minute });
    expect(news?.coverage).toEqual({ articles: 5, brought: 4, behindMs: 0 });
    // A list has the dates that others give its articles.
    expect(list?.coverage).toEqual({ articles: 5, brought: 5, behindMs: 0 });
  });
  it('knows an article by its address, however it is written, and takes its first date', () => {
    const [feed] = measureCoverage(
      [story(1)],
      [
        channel('feed', [[1, 5]], { links: [`${story(1)}?utm_source=rss#top`] }),
        channel('news-sitemap', [
          [1, 30],
          [2, 10],
        ]),
      ],
      now,
    );
    expect(feed?.coverage).toEqual({ articles: 1, brought: 1, behindMs: 20 * minute });
  });
  it('does not say how late a channel is where no other one dates anything', () => {
    const [feed, list] = measureCoverage(
      home,
      [channel('feed', [[1, 5]]), channel('list', [[1], [2], [3]])],
      now,
    );
    expect(feed?.coverage).toEqual({ articles: 5, brought: 1, behindMs: undefined });
    expect(list?.coverage).toEqual({ articles: 5, brought: 3, behindMs: 0 });
  });
  it('believes no date of the future, and says nothing where there is none', () => {
    const news = channel('news-sitemap', [[5, 1]]);
    const [feed] = measureCoverage(home, [channel('feed', [[1, -600], [2]]), news], now);
    expect(feed?.coverage).toEqual({ articles: 5, brought: 2, behindMs: undefined });
  });
  it('measures nothing without a home page, and of channels that name no article', () => {
    expect(measureCoverage([], [channel('feed', [[1]])], now)[0]?.coverage).toBeUndefined();
    expect(measureCoverage(home, [channel('sitemap', [])], now)[0]?.coverage).toBeUndefined();
  });
  it('is said in words', () => {
    expect(coverageWords({ articles: 30, brought: 24, behindMs: 12 * minute })).toBe(
      '24 of the 30 articles of the home page (80 %), 12 min behind the newest',
    );
    expect(coverageWords({ articles: 3, brought: 3, behindMs: 0 })).toMatch(/\(100 %\), up to the newest$/);
    expect(coverageWords({ articles: 3, brought: 0 })).toBe('0 of the 3 articles of the home page (0 %)');
  });
});

describe('channels that bring different parts of a home page', () => {
  const list = channel('list', [[1], [2], [3], [4], [5]], { foundBy: 'asked' });
  const kinds = (channels: readonly ChannelCandidate[]) =>
    channels.map(({ url, kind }) => [kind, url.slice(22)]);

  it('are ranked by it where they are of one kind', () => {
    const sport = channel('feed', [[9]], { url: 'https://paper.example/sport' });
    const main = channel('feed', [[1], [2], [3], [4], [5]], { url: 'https://paper.example/main' });
    expect(kinds(rankChannels(measureCoverage(home, [sport, list, main], now)))).toEqual([
      ['feed', 'main'],
      ['feed', 'sport'],
      ['list', 'list'],
    ]);
  });
  it('are completed by the list page where they miss more than a tenth', () => {
    const most = channel('feed', [[1], [2], [3], [4]]);
    expect(kinds(worthAdding(rankChannels([most, list]), home))).toEqual([
      ['feed', 'feed'],
      ['list', 'list'],
    ]);
    const all = channel('feed', [[1], [2], [3], [4], [5]]);
    expect(kinds(worthAdding(rankChannels([all, list]), home))).toEqual([['feed', 'feed']]);
    expect(kinds(worthAdding(rankChannels([list]), home))).toEqual([['list', 'list']]);
  });
});

describe('channels of sections', () => {
  const ofSection = {
    foundBy: 'section' as const,
    section: { url: 'https://paper.example/sport/', title: 'Sport' },
  };
  const list = channel('list', [[1], [2], [3], [4], [5]], { foundBy: 'asked' });
  const rank = (...found: ChannelCandidate[]) =>
    measureAdditions(home, rankChannels(measureCoverage(home, found, now)));
  const named = (channels: readonly ChannelCandidate[]) => channels.map(({ kind, adds }) => [kind, adds]);

  it('add what neither the channels of the whole publication name nor the sections before them', () => {
    const main = channel('feed', [[1], [2]]);
    const sport = channel('feed', [[2], [3], [7], [8]], {
      ...ofSection,
      url: 'https://paper.example/sport.xml',
    });
    const more = channel('list', [[3], [4], [7], [9], [10]], {
      ...ofSection,
      url: 'https://paper.example/more',
    });
    const ranked = rank(sport, more, main, list);
    expect(named(ranked)).toEqual([
      ['feed', undefined],
      ['list', undefined],
      ['feed', { ofHome: 1, others: 2 }],
      ['list', { ofHome: 1, others: 2 }],
    ]);
    expect(worthAdding(ranked, home)).toHaveLength(4);
  });

  it('are never before those of the whole publication, and not worth it where they add next to nothing', () => {
    const sport = channel('list', [[1], [2], [9]], { ...ofSection, url: 'https://paper.example/sport' });
    const ranked = rank(sport, channel('feed', [[1], [2], [3], [4], [5]]));
    expect(named(ranked)).toEqual([
      ['feed', undefined],
      ['list', { ofHome: 0, others: 1 }],
    ]);
    expect(worthAdding(ranked, home)).toHaveLength(1);
    expect(worthAdding(rank(sport), home)).toHaveLength(1);
  });

  it('say in words what they add', () => {
    expect(additionWords({ ofHome: 1, others: 12 })).toBe('adds 1 article of the home page and 12 others');
    expect(additionWords({ ofHome: 2, others: 0 })).toBe('adds 2 articles of the home page');
    expect(additionWords({ ofHome: 0, others: 1 })).toBe('adds 1 article that the home page does not show');
    expect(additionWords({ ofHome: 0, others: 0 })).toBe('adds nothing');
  });
});
