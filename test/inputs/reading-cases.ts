import { Channel, Source } from '@newsmill/contracts';
import { channelItem } from '@newsmill/fetch';
import { openReadingThread } from '@newsmill/reading';
import { urlKey } from '@newsmill/text';
import { must } from './doors.ts';
import type { DrivenInput } from './input-case.ts';

const url = 'https://paper.example/feed';
const source = Source.parse({ id: 'paper', name: 'Paper', channels: [{ url }] });
const feed =
  '{"version":"https://jsonfeed.org/version/1.1","title":"Paper","items":[{"id":"1","url":"https://paper.example/1","title":"The crane","content_text":"It was \\u00fcber repaired.","tags":["a",1e3,-0,null,true]}]}';
/** What the parsing cases of nst/JSONTestSuite are made of: each is put into a feed at every few characters. */
// biome-ignore format: a table
const wounds = ['', '"', '\\', '\\u', '\\ud800', '[', ']', '{', '}', ',', ',,', ':', '::', '-', '+', '.', '0x1', '1e', '1e999', '01', '-Infinity', 'NaN', 'nul', 'True', '/*a*/', '//', '#', '\0', '\u0007', '\ufeff', '\u2028', '\'', '`', '<a>', '&quot;', '\\x41', '\\\u0000', '{"a":', '[[[[', ']]]]', '"a":"b"', '\ud83d'];

/** Texts that are almost a JSON Feed: the wound, and what stood there is lost or stays. */
function wounded(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const [wound = '', at] = [wounds[i % wounds.length], (i * 37) % feed.length];
    return feed.slice(0, at) + wound + feed.slice(at + (i % 3));
  });
}

/** Rows 64 and 71: what readers alone see. */
export const readingCases: readonly DrivenInput[] = [
  {
    row: 64,
    door: 'API',
    input: 'host in letters of two alphabets',
    outcome: 'CLEAN',
    why: 'It is shown as punycode, so it looks like no other.',
    drive() {
      const address = 'https://p\u0430per.example/1';
      must(urlKey(address)?.includes('xn--') === true, urlKey(address));
    },
  },
  {
    row: 71,
    door: 'API',
    input: '318 texts that are almost a JSON Feed',
    outcome: 'PARK',
    why: 'Each is read, or its channel says why not; the thread that reads them stays.',
    async drive() {
      const thread = openReadingThread({ budgetMs: 10_000 });
      const given = {
        item: channelItem(source, Channel.parse({ url }), 0),
        source,
        policy: {
          retryLadder: [1_000],
          revisits: [1_000],
          pollMin: 1_000,
          pollMax: 60_000,
          agent: 'newsmill-test',
        },
        moment: { now: 0, chance: 0, delayMs: 0 },
      };
      const head = { status: 200, url, redirects: [], headers: { 'content-type': 'application/feed+json' } };
      try {
        let read = 0;
        for (const text of wounded(318)) {
          const { settlement } = await thread.read('channel', {
            ...given,
            head: { ...head, encoding: 'identity', truncated: false },
            body: Buffer.from(text),
          });
          const { lastError, entries } = settlement.data;
          must(lastError !== undefined || entries !== undefined, [text, settlement.data]);
          read += 1;
        }
        must(read === 318, read);
      } finally {
        await thread.close();
      }
    },
  },
];
