import { describe, expect, it } from '@jest/globals';
import { Source, type SourceInput } from '@newsmill/contracts';
import { channelItem } from './frontier-items.ts';
import { readChannelFailure, readChannelVisit } from './read-channel-visit.ts';
import type { Answer, FetchPolicy } from './visit.ts';

const policy: FetchPolicy = { retryLadder: [1_000], revisits: [], pollMin: 60_000, pollMax: 3_600_000 };
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
function answer(body: string, over: Partial<Answer> = {}): Answer {
  return { status: 200, url: 'https://paper.example/feed', redirects: [], headers: { 'content-type': 'application/rss+xml', etag: '"1"' }, body: new TextEncoder().encode(body), encoding: 'identity', truncated: false, ...over };
}

describe('readChannelVisit', () => {
  it('finds each article once, whatever tracking its address carries', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const visit = readChannelVisit(item, source, answer(rss), policy, moment);
    expect(visit.found.map((found) => found.kind)).toEqual(['page', 'page']);
    expect(visit.settlement.data).toMatchObject({ etag: '"1"', lastStatus: 200, entries: 3 });
    expect(String(visit.settlement.data['why'])).toContain('new');
  });
  it('does not read the same bytes again', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const first = readChannelVisit(item, source, answer(rss), policy, moment);
    const again = readChannelVisit({ ...item, data: first.settlement.data }, source, answer(rss), policy, moment);
    expect(again.found).toEqual([]);
    expect(again.settlement.dueAt).toBeGreaterThan(now);
  });
  it('takes the links of a list page by its selector', () => {
    const { source, item } = setUp({ kind: 'list', url: 'https://paper.example/feed', select: 'main a' });
    const visit = readChannelVisit(item, source, answer('<nav><a href="/about">About</a></nav><main><a href="/story">Story</a></main>', { headers: { 'content-type': 'text/html' } }), policy, moment);
    expect(visit.found.map((found) => found.url)).toEqual(['https://paper.example/story']);
  });
  it('follows a sitemap index as further channels of the same source', () => {
    const { source, item } = setUp({ kind: 'sitemap', url: 'https://paper.example/feed' });
    const visit = readChannelVisit(item, source, answer('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://paper.example/s1.xml</loc></sitemap></sitemapindex>'), policy, moment);
    expect(visit.found).toMatchObject([{ kind: 'channel', url: 'https://paper.example/s1.xml', data: { parent: item.key } }]);
  });
  it('says why a poll failed and when it is tried again, for ever', () => {
    const { source, item } = setUp({ url: 'https://paper.example/feed' });
    const visit = readChannelVisit({ ...item, attempt: 40 }, source, answer('', { status: 500 }), policy, moment);
    expect(visit.settlement).toMatchObject({ attempt: 41, dueAt: now + policy.pollMax, data: { lastError: 'answered 500' } });
    expect(readChannelFailure(item, { kind: 'dns', message: 'dns: no such name', retryable: true }, policy, moment).settlement.data['why']).toBe('failed 1 time (dns: no such name); next try in 1 s');
  });
});
