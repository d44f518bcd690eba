import { describe, expect, it } from '@jest/globals';
import { Source, type FrontierItem, type SourceInput } from '@newsmill/contracts';
import { channelItem, readTaken, takenText } from '@newsmill/fetch';
import { knownSources, planSources, type PlanInput } from './plan-sources.ts';

const now = 1_800_000_000_000;
const minute = 60_000;
const policy = { pollMin: 5 * minute, pollMax: 720 * minute, revisits: [1, 2, 3] };
const sourceOf = (id: string, more: Partial<SourceInput> = {}) =>
  Source.parse({ id, name: `The ${id}`, channels: [{ url: `https://${id}.example/feed` }], ...more });
const beforeOf = (source: Source) => ({ id: source.id, channels: source.channels, source });

function plan(before: readonly Source[], after: readonly Source[], more: Partial<PlanInput> = {}) {
  return planSources({
    before: before.map(beforeOf),
    after,
    rhythms: new Map(),
    left: new Map(),
    isUnsure: () => false,
    policy,
    ...more,
  });
}

/** What the frontier holds once a source was taken up. */
function itemsOf(source: Source, data: Readonly<Record<string, unknown>> = {}): FrontierItem[] {
  return source.channels.map((channel) => {
    const item = channelItem(source, channel, now);
    return { ...item, data: { ...item.data, ...data } };
  });
}

describe('planSources', () => {
  it('tells what comes, what goes, and counts what stays', () => {
    const { sources, unchanged } = plan(
      [sourceOf('post'), sourceOf('herald')],
      [sourceOf('herald'), sourceOf('courier')],
    );
    expect(sources.map(({ id, effect }) => [id, effect])).toEqual([
      ['courier', 'added'],
      ['post', 'removed'],
    ]);
    expect(unchanged).toBe(1);
  });

  it('tells what changes, field by field, whatever the order of channels and tags', () => {
    const feed = { url: 'https://post.example/feed', interval: '30m' };
    const news = { kind: 'news-sitemap' as const, url: 'https://post.example/news.xml' };
    const rules = { exclude: [{ title: ['Live: *'] }] };
    const before = sourceOf('post', { channels: [feed, news], tags: ['a', 'b'] });
    expect(plan([before], [sourceOf('post', { channels: [news, feed], tags: ['b', 'a'] })]).sources).toEqual(
      [],
    );
    const after = sourceOf('post', {
      name: 'Post',
      channels: [{ ...feed, interval: '5m' }, { url: 'https://post.example/sport' }],
      tags: ['b', 'c'],
      limits: { delay: '2s' },
      ...rules,
    });
    const [changed] = plan([before], [after]).sources;
    expect(changed?.changes).toEqual([
      { path: 'channels', before: 'news-sitemap https://post.example/news.xml' },
      { path: 'channels[https://post.example/feed].interval', before: '"30m"', after: '"5m"' },
      { path: 'channels', after: 'feed https://post.example/sport' },
      { path: 'name', before: '"The post"', after: '"Post"' },
      { path: 'tags', before: '"a"' },
      { path: 'tags', after: '"c"' },
      { path: 'limits.delay', before: '"1s"', after: '"2s"' },
      { path: 'exclude', before: undefined, after: '[{"title":["Live: *"]}]' },
    ]);
    expect(changed?.before?.polls).toBe(48 + 96);
    expect(changed?.after?.polls).toBe(288 + 96);
  });

  it('keeps the values of headers to itself', () => {
    const [changed] = plan(
      [sourceOf('post', { headers: { 'X-Key': 'one' } })],
      [sourceOf('post', { headers: { 'X-Key': 'two' } })],
    ).sources;
    expect(changed?.changes).toEqual([{ path: 'headers.X-Key' }]);
  });

  it('says of a new source whose channel another one had, which', () => {
    const [added] = plan(
      [sourceOf('post')],
      [sourceOf('mail', { channels: sourceOf('post').channels })],
    ).sources;
    expect(added).toMatchObject({ id: 'mail', effect: 'added', insteadOf: 'post' });
  });

  it('drops nothing of a source whose file cannot be read', () => {
    const { sources, requests } = plan([sourceOf('post')], [], { isUnsure: (id) => id === 'post' });
    expect(sources).toMatchObject([{ id: 'post', effect: 'kept' }]);
    expect(requests.after).toEqual(requests.before);
  });

  it('counts the polls of archives and of sources that are off as none', () => {
    const archive = { kind: 'warc' as const, url: 'file:///srv/old.warc' };
    const { requests, sources } = plan(
      [],
      [sourceOf('post', { channels: [archive] }), sourceOf('off', { enabled: false })],
    );
    expect(sources.map(({ id }) => id)).toEqual(['post']);
    expect(requests.after).toEqual({ polls: 0, pages: 0 });
  });
});

describe('the sources that a mill took up', () => {
  const counts = [
    { sourceId: 'post', fate: 'indexed' as const, reason: '', hour: now - 3_600_000, count: 70 },
    { sourceId: 'post', fate: 'indexed' as const, reason: '', hour: now - 30 * 86_400_000, count: 900 },
  ];
  const known = (items: readonly FrontierItem[], ...taken: readonly Source[]) =>
    knownSources(
      items,
      counts.map((count) => ({ stage: 'index' as const, ...count })),
      {
        builtIn: new Set(['demo']),
        taken: new Map(taken.map((source) => [source.id, source])),
        now,
      },
    );

  it('are compared by their channels, at the rhythm in which they are polled, with their pages', () => {
    const post = sourceOf('post');
    const items = [...itemsOf(post, { intervalMs: 10 * minute }), ...itemsOf(sourceOf('demo'))];
    const more = known(items);
    expect(plan([], [post], more)).toMatchObject({
      sources: [],
      unchanged: 1,
      requests: { before: { polls: 144, pages: 40 }, after: { polls: 144, pages: 40 } },
    });
    const slower = sourceOf('post', { channels: [{ url: 'https://post.example/feed', interval: '1h' }] });
    expect(plan([], [slower], more).sources).toMatchObject([
      {
        effect: 'changed',
        changes: [{ path: 'channels[https://post.example/feed].interval', after: '"1h"' }],
        before: { polls: 144 },
        after: { polls: 24 },
      },
    ]);
    expect(plan([], [sourceOf('post', { feedOnly: true })], more).requests.after.pages).toBe(0);
  });

  it('are switched off, or gone, where their files say so; channels that they found do not count as theirs', () => {
    const post = sourceOf('post');
    const found = itemsOf(
      sourceOf('post', { channels: [{ kind: 'sitemap', url: 'https://post.example/map' }] }),
      {
        parent: 'channel:1',
      },
    );
    const more = known([...itemsOf(post), ...found]);
    expect(plan([], [post], more).sources).toEqual([]);
    expect(plan([], [sourceOf('post', { enabled: false })], more).sources).toMatchObject([
      { effect: 'changed', changes: [{ path: 'enabled' }], after: { polls: 0 } },
    ]);
    expect(plan([], [], more).sources).toMatchObject([
      { id: 'post', effect: 'removed', before: { polls: 192 } },
    ]);
  });

  it('are compared in every field where it is kept what they said, and in their channels alone where not', () => {
    const before = sourceOf('post', {
      headers: { 'x-key': 'one' },
      rules: { remove: ['.promo'] },
      exclude: [{ title: ['Live: *'] }],
    });
    const after = sourceOf('post', {
      headers: { 'x-key': 'two' },
      rules: { body: ['main'] },
      access: { proxy: 'http://proxy.example:3128' },
      tests: [{ url: 'https://post.example/1' }],
      limits: { delay: '3s' },
    });
    const text = takenText(before);
    const taken = readTaken(text);
    if (taken === undefined) throw new Error('it cannot be read');
    const whole = plan([], [after], known(itemsOf(before), taken));
    expect(whole.sources[0]?.changes.map(({ path }) => path).toSorted()).toEqual([
      'access',
      'exclude',
      'headers.x-key',
      'limits.delay',
      'rules.body',
      'rules.remove',
      'tests',
    ]);
    expect(whole.partly).toBe(0);
    expect(plan([], [before], known(itemsOf(before), taken))).toMatchObject({ sources: [], unchanged: 1 });
    const partly = plan([], [after, sourceOf('mail')], known(itemsOf(before)));
    expect(partly).toMatchObject({ partly: 1, unchanged: 1, sources: [{ id: 'mail', effect: 'added' }] });
  });

  it('are switched on again as they were taken up, and are new where they were never polled', () => {
    const off = sourceOf('post', { enabled: false });
    expect(plan([], [sourceOf('post')], known([], off)).sources).toEqual([
      expect.objectContaining({
        effect: 'changed',
        changes: [{ path: 'enabled', before: 'false', after: 'true' }],
        before: { polls: 0, pages: 0 },
      }),
    ]);
    expect(plan([], [off], known([], off))).toMatchObject({ sources: [], unchanged: 1 });
    expect(plan([], [sourceOf('mail')], known([], sourceOf('mail'))).sources).toMatchObject([
      { effect: 'added' },
    ]);
  });

  it('leave their articles, and pages of which those that wait are dropped', () => {
    const waiting = { sourceId: 'post', fate: 'waiting' as const, reason: '', hour: now, count: 12 };
    const passed = { ...waiting, fate: 'passed' as const, count: 3 };
    const post = sourceOf('post');
    const more = knownSources(
      itemsOf(post),
      [...counts, waiting, passed].map((count) => ({ stage: 'fetch' as const, ...count })),
      { builtIn: new Set(), taken: new Map(), now },
    );
    expect(plan([], [], more).sources).toMatchObject([
      { effect: 'removed', leaves: { articles: 970, waiting: 12, underWay: 3 } },
    ]);
    expect(plan([post], [], {}).sources).toMatchObject([
      { effect: 'removed', leaves: { articles: 0, waiting: 0, underWay: 0 } },
    ]);
  });
});
