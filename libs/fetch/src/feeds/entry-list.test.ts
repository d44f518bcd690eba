import { describe, expect, it } from '@jest/globals';
import { urlKey } from '@newsmill/text';
import fc from 'fast-check';
import type { FeedContext } from './entry-list.ts';
import { readFeed, type FeedReading } from './read-feed.ts';

const channel = 'https://harbour.example/notes.xml';
const long = 'The ferry waits in the fog. '.repeat(10);

function reading(items: string, over: Partial<FeedContext> = {}): FeedReading {
  const result = readFeed(
    `<rss version="2.0" xmlns:content="c"><channel><title>Notes</title>${items}</channel></rss>`,
    { url: channel, now: Date.UTC(2026, 0, 1), maxItems: 1_000, channel, ...over },
  );
  if ('error' in result) throw new Error(result.error);
  return result;
}
const note = (text: string, more = '') => `<item>${more}<description>${text}</description></item>`;
const guid = (id: string) => `<guid isPermaLink="false">${id}</guid>`;
const addressesOf = (items: string) => reading(items).entries.map(({ url }) => url);

describe('entries that name no page', () => {
  it('have an address within the channel, of which urlKey keeps all, and their text', () => {
    const feed = reading(note('Low tide at noon.', guid('n1')));
    expect(feed.entries).toMatchObject([
      {
        url: expect.stringMatching(/^https:\/\/harbour\.example\/notes\.xml#\/entry-[0-9a-f]{16}$/),
        isAlone: true,
      },
    ]);
    const [url = ''] = feed.entries.map((entry) => entry.url);
    expect(urlKey(url)).toBe(url);
    expect(feed.contents.get(url)).toBe('<p>Low tide at noon.</p>');
  });
  it('are called by the beginning of their text where they have no title', () => {
    expect(reading(note('Low tide at noon.')).entries[0]?.title).toBe('Low tide at noon.');
    expect(reading(note('Low tide.', '<title>Tides</title>')).entries[0]?.title).toBe('Tides');
  });
  it('keep their address by guid while the text changes, and wherever the channel redirects to', () => {
    const [before] = addressesOf(note('Low tide at noon.', guid('n1')));
    const moved = reading(note('Low tide at one.', guid('n1')), { url: 'https://cdn.example/n?token=5' });
    expect(moved.entries[0]?.url).toBe(before);
  });
  it('are told apart by what they say where all have one guid', () => {
    const all = addressesOf(
      note('One.', guid('same')) + note('Two.', guid('same')) + note('Three.', guid('same')),
    );
    expect(new Set(all).size).toBe(3);
  });
  it('are counted where they carry no text, or where their link is none of the web', () => {
    const feed = reading(
      `<item><title>Only a title</title></item><item><link>file:///etc/motd</link><description>x</description></item><item><link>mailto:a@b.example</link></item><item><link>data:text/html,hi</link></item><item><link>http://</link></item>`,
    );
    expect(feed.entries).toEqual([]);
    expect(feed.leftOut).toEqual({
      'no-link-no-text': { count: 1, example: undefined },
      'no-web-address': { count: 3, example: 'file:///etc/motd' },
      'bad-link': { count: 1, example: 'http://' },
    });
  });
  it('each leave a trace, whatever guids and texts they have: an entry or a count', () => {
    const entries = fc.array(
      fc.record({
        id: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
        text: fc.constantFrom('', 'Low tide.', 'High tide.', 'Fog.', 'Sun.'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(entries, (list) => {
        const feed = reading(
          list.map(({ id, text }) => note(text, id === undefined ? '' : guid(id))).join(''),
        );
        const texts = new Set(list.map(({ text }) => text).filter((text) => text !== ''));
        const silent = list.filter(({ text }) => text === '').length;
        expect(new Set([...feed.contents.values()])).toEqual(
          new Set([...texts].map((text) => `<p>${text}</p>`)),
        );
        expect(feed.leftOut['no-link-no-text']?.count ?? 0).toBe(silent);
        expect(new Set(feed.entries.map(({ url }) => url)).size).toBe(feed.entries.length);
      }),
    );
  });
});

describe('texts of entries', () => {
  const whole = `<item><link>/a</link><content:encoded><![CDATA[<p>${long}</p>]]></content:encoded></item><item><link>/b</link><content:encoded>short</content:encoded></item><item><link>/c</link><description>A line.</description></item>`;
  it('are given whole, by address, of 200 characters and more', () => {
    const { contents } = reading(whole, { texts: 'whole' });
    expect([...contents.keys()]).toEqual(['https://harbour.example/a']);
    expect(contents.get('https://harbour.example/a')).toContain('<p>The ferry');
  });
  it('are all given where articles are made of them alone', () => {
    expect([...reading(whole, { texts: 'all' }).contents.values()].slice(1)).toEqual([
      '<p>short</p>',
      '<p>A line.</p>',
    ]);
  });
  it('become paragraphs where they are plain', () => {
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'P',
      items: [{ id: '1', url: 'https://paper.example/a', content_text: `${long}\n\n1 < 2` }],
    });
    const feed = readFeed(json, { url: channel, now: 0, maxItems: 10, texts: 'whole' });
    expect('error' in feed ? feed.error : feed.contents.get('https://paper.example/a')).toContain(
      '<p>1 &lt; 2</p>',
    );
  });
});
