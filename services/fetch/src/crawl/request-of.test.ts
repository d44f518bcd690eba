import { describe, expect, it } from '@jest/globals';
import { Source, type ItemMemory } from '@newsmill/contracts';
import { channelItem } from '@newsmill/fetch';
import { requestOf } from './request-of.ts';

const day = 86_400_000;
const now = 1_800_000_000_000;
const feed = 'https://paper.example/feed';
const source = Source.parse({
  id: 'paper',
  name: 'Paper',
  channels: [{ url: feed }],
  headers: { 'X-Access': 'secret' },
});
function request(data: ItemMemory, isLying = false) {
  const [channel] = source.channels;
  if (channel === undefined) throw new Error('no channel');
  const item = channelItem(source, channel, now);
  return requestOf({ ...item, data: { ...item.data, ...data } }, source, {}, { now, isLying });
}

describe('the request for a channel', () => {
  it('asks for what has changed, unless a whole answer is due or its host lies', () => {
    const known = { etag: '"1"', wholeAt: now };
    expect(request(known).headers).toMatchObject({ 'if-none-match': '"1"' });
    expect(request(known, true).headers).not.toHaveProperty('if-none-match');
    expect(request({ ...known, wholeAt: now - 2 * day }).headers).not.toHaveProperty('if-none-match');
  });
  it('goes to where the channel moved a week ago; the headers of the source go to no other origin', () => {
    const moved = { movedSince: now - 8 * day, wholeAt: now };
    const near = request({ ...moved, movedTo: 'https://paper.example/rss.xml' });
    expect([near.url, near.headers?.['X-Access']]).toEqual(['https://paper.example/rss.xml', 'secret']);
    const far = request({ ...moved, movedTo: 'https://feeds.example/paper' });
    expect([far.url, far.headers?.['X-Access']]).toEqual(['https://feeds.example/paper', undefined]);
    const fresh = request({ ...moved, movedTo: 'https://feeds.example/paper', movedSince: now - day });
    expect([fresh.url, fresh.headers?.['X-Access']]).toEqual([feed, 'secret']);
  });
});
