import { describe, expect, it } from '@jest/globals';
import { Source, type Channel, type FetchItem, type ItemMemory } from '@newsmill/contracts';
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

describe('the request for a page', () => {
  const own = Source.parse({
    id: 'paper',
    name: 'Paper',
    channels: [{ url: feed }],
    domains: ['paper-archive.example'],
    headers: { cookie: 'subscriber=${NEWSMILL_SECRET_PAPER}' },
    access: {
      proxy: 'http://${NEWSMILL_SECRET_USER}:${NEWSMILL_SECRET_WORD}@proxy.example:3128',
      certificate: '${NEWSMILL_SECRET_CERT}',
      key: '${NEWSMILL_SECRET_KEY}',
    },
  });
  const secrets = {
    NEWSMILL_SECRET_PAPER: '1842',
    NEWSMILL_SECRET_USER: 'mill',
    NEWSMILL_SECRET_WORD: 'p@ss:word',
    NEWSMILL_SECRET_CERT: 'certificate',
    NEWSMILL_SECRET_KEY: 'key',
  };
  function page(url: string) {
    const item: FetchItem = { ...channelItem(own, own.channels[0] as Channel, now), kind: 'page', url };
    return requestOf(item, own, secrets, { now, isLying: false });
  }
  const proxy = 'http://mill:p%40ss%3Aword@proxy.example:3128';
  it.each(['https://paper.example/1', 'https://www.paper.example/1', 'https://paper-archive.example/1'])(
    'carries what is secret to %s, which is of the publication',
    (url) => {
      const { headers, access } = page(url);
      expect(headers).toMatchObject({ cookie: 'subscriber=1842' });
      expect(access).toEqual({ proxy, certificate: { cert: 'certificate', key: 'key' } });
    },
  );
  it.each(['https://other.example/1', 'https://paper.example.other.example/1', 'https://notpaper.example/1'])(
    'carries nothing of it to %s, which a feed may name as well',
    (url) => {
      const { headers, access } = page(url);
      expect(headers).not.toHaveProperty('cookie');
      expect(access).toEqual({ proxy });
    },
  );
});

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
