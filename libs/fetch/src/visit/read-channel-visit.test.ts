import { describe, expect, it } from '@jest/globals';
import { Source, type SourceInput, type HttpAnswer } from '@newsmill/contracts';
import { channelItem } from './frontier-items.ts';
import { readChannelFailure, readChannelVisit } from './read-channel-visit.ts';
import type { FetchPolicy } from './visit.ts';

const policy: FetchPolicy = {
  retryLadder: [1_000],
  revisits: [],
  pollMin: 60_000,
  pollMax: 3_600_000,
  agent: 'newsmill',
};
const now = 1_800_000_000_000;
const moment = { now, chance: 0, delayMs: 0 };
const rss = `<rss version="2.0"><channel><title>P</title>
<item><title>One</title><link>/one?utm_source=rss</link><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>
<item><title>Two</title><link>https://paper.example/two</link></item>
<item><title>One again</title><link>https://paper.example/one</link></item></channel></rss>`;

function setUp(channel: NonNullable<SourceInput['channels']>[number], data: Record<string, unknown> = {}) {
  const source = Source.parse({ id: 'paper', name: 'Paper', channels: [channel] });
  const [first] = source.channels;
  if (first === undefined) throw new Error('no channel');
  const item = channelItem(source, first, now);
  return { source, item: { ...item, data: { ...item.data, ...data } } };
}
function answer(body: string, over: Partial<HttpAnswer> = {}): HttpAnswer {
  return {
    status: 200,
    url: 'https://paper.example/feed',
    redirects: [],
    headers: { 'content-type': 'application/rss+xml', etag: '"1"' },
    body: new TextEncoder().encode(body),
    encoding: 'identity',
    truncated: false,
    ...over,
  };
}

describe('readChannelVisit', () => {
  it('finds each article once, whatever tracking its address carries', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const visit = readChannelVisit(item, source, answer(rss), policy, moment);
    expect(visit.found.map((found) => found.kind)).toEqual(['page', 'page']);
    expect(visit.settlement.data).toMatchObject({ etag: '"1"', lastStatus: 200, entries: 3 });
    expect(String(visit.settlement.data.why)).toContain('new');
  });
  it('learns how many entries the channel lists from polls, also from those that bring nothing new', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const first = readChannelVisit(item, source, answer(rss), policy, moment).settlement.data;
    expect(first).toMatchObject({ size: { level: 2, hours: 0 } });
    const later = { ...moment, now: now + 3_600_000 };
    const same = readChannelVisit({ ...item, data: first }, source, answer(rss), policy, later);
    expect(same.settlement.data).toMatchObject({ size: { level: 2, hours: 1 } });
    // What a hub pushes is no list.
    const data = { ...first, isSubscribed: true };
    const pushed = readChannelVisit({ ...item, data }, source, answer(rss), policy, later);
    expect(pushed.settlement.data.size).toBeUndefined();
  });
  it('does not read the same bytes again', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const first = readChannelVisit(item, source, answer(rss), policy, moment);
    const again = readChannelVisit(
      { ...item, data: first.settlement.data },
      source,
      answer(rss),
      policy,
      moment,
    );
    expect(again.found).toEqual([]);
    expect(again.settlement.dueAt).toBeGreaterThan(now);
  });
  it('remembers why it could not be read, until it is', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const page = '<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss.xml">';
    const failed = readChannelVisit(item, source, answer(page), policy, moment).settlement;
    expect(failed.data.fault).toMatchObject({
      name: 'page-not-feed',
      line: 'url: https://paper.example/rss.xml',
    });
    const again = { ...item, attempt: 1, data: failed.data };
    expect(
      readChannelVisit(again, source, answer(rss), policy, moment).settlement.data.fault,
    ).toBeUndefined();
  });
  it('asks for what is gone for good (410) once a day', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const { dueAt, data } = readChannelVisit(
      item,
      source,
      answer('', { status: 410 }),
      policy,
      moment,
    ).settlement;
    expect([dueAt, data.fault?.name]).toEqual([now + 86_400_000, 'gone']);
    expect(data.why).toBe('failed once; it is gone for good; next try in 24 h');
  });
  it('learns its rhythm from the dates of its entries', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const { data } = readChannelVisit(item, source, answer(rss), policy, moment).settlement;
    expect(data.lastNewAt).toBe(Date.UTC(2026, 10, 2, 10));
  });
  it('remembers where its address has moved for good, and since when', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const url = 'https://paper.example/rss.xml';
    const moved = answer(rss, { url, redirects: ['https://paper.example/feed'], movedTo: url });
    const { data } = readChannelVisit(item, source, moved, policy, moment).settlement;
    expect(data).toMatchObject({ movedTo: url, movedSince: now });
  });
  it('takes the links of a list page by its selector', () => {
    const { source, item } = setUp({ kind: 'list', url: 'https://paper.example/feed', select: 'main a' });
    const visit = readChannelVisit(
      item,
      source,
      answer('<nav><a href="/about">About</a></nav><main><a href="/story">Story</a></main>', {
        headers: { 'content-type': 'text/html' },
      }),
      policy,
      moment,
    );
    expect(visit.found.map((found) => found.url)).toEqual(['https://paper.example/story']);
  });
  it('finds the links of a list page without selector', () => {
    const { source, item } = setUp({ kind: 'list', url: 'https://paper.example/feed' });
    const body = `<nav><a href="/about">About</a></nav><main>${[1, 2, 3].map((day) => `<li><a href="/2026/05/0${day}/story">The long story of day ${day}</a></li>`).join('')}</main>`;
    const visit = readChannelVisit(
      item,
      source,
      answer(body, { headers: { 'content-type': 'text/html' } }),
      policy,
      moment,
    );
    expect(visit.found.map((found) => found.url)).toEqual(
      [1, 2, 3].map((day) => `https://paper.example/2026/05/0${day}/story`),
    );
  });
  it('follows a sitemap index as further channels of the same source', () => {
    const { source, item } = setUp({ kind: 'sitemap', url: 'https://paper.example/feed' });
    const visit = readChannelVisit(
      item,
      source,
      answer(
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://paper.example/s1.xml</loc></sitemap></sitemapindex>',
      ),
      policy,
      moment,
    );
    expect(visit.found).toMatchObject([
      { kind: 'channel', url: 'https://paper.example/s1.xml', data: { parent: item.key } },
    ]);
  });
  it('takes what one poll cannot take at later ones, asks for it whole until then, and says how many wait', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const small = { ...source, limits: { ...source.limits, maxItemsPerPoll: 2 } };
    const days = [1, 2, 3, 4, 5];
    const oldestFirst = `<rss version="2.0"><channel><title>P</title>${days
      .map(
        (day) =>
          `<item><title>Day ${day}</title><link>/${day}</link><pubDate>${new Date(Date.UTC(2026, 10, day)).toUTCString()}</pubDate></item>`,
      )
      .join('')}</channel></rss>`;
    const found = new Set<string>();
    const waits: unknown[] = [];
    let data = item.data;
    do {
      const visit = readChannelVisit({ ...item, data }, small, answer(oldestFirst), policy, moment);
      data = visit.settlement.data;
      for (const { url } of visit.found) found.add(new URL(url).pathname);
      waits.push(data.waiting);
      if (waits.length === 1) expect([...found]).toEqual(['/1', '/5']);
      expect(data.etag).toBe((data.round?.left ?? 0) > 0 ? undefined : '"1"');
    } while ((data.round?.left ?? 0) > 0);
    expect(waits).toEqual([3, 2, 1, 0, 0]);
    expect([...found].toSorted()).toEqual(days.map((day) => `/${day}`));
  });
  it('says when an answer goes on behind what is read', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const visit = readChannelVisit(item, source, answer(rss, { truncated: true }), policy, moment);
    expect(visit.settlement.data.isCut).toBe(true);
  });
  it('counts as new what was not there at the last poll', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const first = readChannelVisit(item, source, answer(rss), policy, moment).settlement.data;
    expect(first).toMatchObject({ newEntries: 2, entries: 3 });
    const more = rss.replace('<item>', '<item><title>Zero</title><link>/zero</link></item><item>');
    const second = readChannelVisit({ ...item, data: first }, source, answer(more), policy, moment).settlement
      .data;
    expect(second).toMatchObject({ newEntries: 1, entries: 4 });
    expect(String(second['why'])).toMatch(/^1 new entry: /);
    expect(
      readChannelVisit({ ...item, data: second }, source, answer(rss), policy, moment).settlement.data,
    ).toMatchObject({ newEntries: 0 });
  });
  it('remembers the hours that a feed excludes, and keeps to them when nothing changes', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const hours = [0, 1, 2]
      .map((offset) => `<hour>${(new Date(now).getUTCHours() + offset) % 24}</hour>`)
      .join('');
    const first = readChannelVisit(
      item,
      source,
      answer(rss.replace('<title>P', `<skipHours>${hours}</skipHours><title>P`)),
      policy,
      moment,
    ).settlement;
    expect(first.dueAt).toBe(now + policy.pollMax);
    expect(
      readChannelVisit({ ...item, data: first.data }, source, answer('', { status: 304 }), policy, moment)
        .settlement.dueAt,
    ).toBe(now + policy.pollMax);
  });
  it('hands the whole texts on that a feed carries, and marks their entries', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const text = 'The ferry waits in the fog. '.repeat(10);
    const visit = readChannelVisit(
      item,
      source,
      answer(rss.replace('<title>Two', `<content:encoded>${text}</content:encoded><title>Two`)),
      policy,
      moment,
    );
    const [, two] = visit.found;
    expect(two?.data.entry).toMatchObject({ title: 'Two', hasContent: true });
    expect([...(visit.contents ?? [])]).toEqual([[two?.key, expect.stringContaining('The ferry')]]);
  });
  it('takes of the page of another site no text, and says that it is hearsay', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const text = 'The ferry waits in the fog. '.repeat(10);
    const forged = rss.replace(
      '<title>Two</title><link>https://paper.example/two',
      `<content:encoded>${text}</content:encoded><category>Fraud</category><license xmlns="https://rslstandard.org/rsl"><payment type="free"/></license><copyright>© Forger</copyright><title>Two</title><link>https://victim.example/two`,
    );
    const visit = readChannelVisit(item, source, answer(forged), policy, moment);
    const entries = visit.found.map(({ data }) => data.entry);
    expect(entries).toMatchObject([{ ofSite: true }, { ofSite: false, categories: [] }]);
    expect(entries[1]).not.toHaveProperty('hasContent');
    expect(entries[1]).toHaveProperty('rights', undefined);
    expect([...(visit.contents ?? [])]).toEqual([]);
    expect(visit.found.map(({ stamp }) => stamp[0])).toEqual(['o', 'f']);
    // A site whose channel has moved to another host speaks for both.
    const moved = readChannelVisit(
      item,
      source,
      answer(forged, { url: 'https://feeds.victim.example/feed' }),
      policy,
      moment,
    );
    expect(new Set(moved.found.map(({ stamp }) => stamp[0]))).toEqual(new Set(['o']));
  });
  it('finds pages unchanged whose dates move with every poll', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const stamped = (at: number) =>
      answer(
        `<rss version="2.0"><channel>${[1, 2, 3].map((n) => `<item><title>${n}</title><link>/${n}</link><pubDate>${new Date(at).toUTCString()}</pubDate></item>`).join('')}</channel></rss>`,
      );
    let { data } = item;
    const stamps = new Set<string>();
    for (let poll = 0; poll < 10; poll += 1) {
      const at = now + poll * 300_000;
      const visit = readChannelVisit({ ...item, data }, source, stamped(at), policy, { ...moment, now: at });
      for (const { stamp } of visit.found) stamps.add(stamp);
      ({ data } = visit.settlement);
    }
    expect(stamps.size).toBe(3);
  });
  it('asks for the whole answer again while a date is too near to tell', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const two = rss.replace(/<item><title>One again.*<\/item>/, '');
    const first = readChannelVisit(item, source, answer(two), policy, moment);
    const updated = answer(
      two.replace('Mon, 02 Nov 2026 10:00:00 GMT', new Date(now + 300_000).toUTCString()),
    );
    const near = readChannelVisit({ ...item, data: first.settlement.data }, source, updated, policy, {
      ...moment,
      now: now + 300_000,
    });
    expect(near.settlement.data).toMatchObject({
      etag: undefined,
      lastModified: undefined,
      contentHash: undefined,
    });
    const later = readChannelVisit({ ...item, data: near.settlement.data }, source, updated, policy, {
      ...moment,
      now: now + 600_000,
    });
    expect(later.settlement.data).toMatchObject({ etag: '"1"' });
    expect(first.found.map(({ stamp }, place) => stamp === later.found[place]?.stamp)).toEqual([false, true]);
  });
  it('waits as long as the server asks, and says so', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const visit = readChannelVisit(
      { ...item, attempt: 2 },
      source,
      answer('', { status: 429, headers: { 'retry-after': '7200' } }),
      policy,
      moment,
    );
    expect(visit.settlement).toMatchObject({
      dueAt: now + 7_200_000,
      domainFreeAt: now + 7_200_000,
      data: { why: 'failed 3 times; the server asks for a pause; next try in 2 h' },
    });
  });
  it('spreads the tries of a failing channel, never beyond the longest interval', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const dueAt = (chance: number, attempt: number) =>
      (readChannelVisit({ ...item, attempt }, source, answer('', { status: 500 }), policy, {
        ...moment,
        chance,
      }).settlement.dueAt ?? 0) - now;
    expect([dueAt(0, 50), dueAt(0.5, 50), dueAt(0, 2)]).toEqual([
      policy.pollMax,
      policy.pollMax * 0.875,
      policy.pollMin * 4,
    ]);
  });
  it('says why a poll failed and when it is tried again, for ever', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const visit = readChannelVisit(
      { ...item, attempt: 40 },
      source,
      answer('', { status: 500 }),
      policy,
      moment,
    );
    expect(visit.settlement).toMatchObject({
      attempt: 41,
      dueAt: now + policy.pollMax,
      data: { lastError: 'answered 500' },
    });
    expect(
      readChannelFailure(item, { kind: 'dns', message: 'dns: no such name', retryable: true }, policy, moment)
        .settlement.data.why,
    ).toBe('failed once; next try in 1 s');
  });
});
