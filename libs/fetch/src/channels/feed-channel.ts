import { decodeText, stripTags } from '@newsmill/text';
import { readFeed } from '../feeds/read-feed.ts';
import { readSkipTimes } from '../feeds/read-skip-times.ts';
import { findHubs } from '../poll/find-hubs.ts';
import { dateOf } from './date-of.ts';
import { tellsOfComments } from './tells-of-comments.ts';
import type { ChannelReading, OfferedRecord, PolledAnswer } from './channel-record.ts';
import type { Channel } from '@newsmill/contracts';

/** Characters of text, on average, from which on a feed is said to carry whole texts. */
const wholeText = 800;

function carriesWhole(texts: ReadonlyMap<string, string>, entries: number): boolean {
  const contents = [...texts.values()];
  const characters = contents.reduce((sum, content) => sum + stripTags(content).length, 0);
  return (
    entries > 0 && contents.length * 2 >= entries && characters / Math.max(contents.length, 1) >= wholeText
  );
}

function readPolled(
  { url, headers, bytes, contentType, maxItems, now, isFeedOnly }: PolledAnswer,
  channel: Channel,
): ChannelReading {
  const { text } = decodeText(bytes, { contentType, kind: 'xml' });
  const feed = readFeed(text, {
    url,
    now,
    maxItems,
    channel: channel.url,
    texts: isFeedOnly ? 'all' : 'whole',
  });
  if ('error' in feed) return { entries: [], sitemaps: [], problem: feed.error };
  const { entries, contents, leftOut, isCut } = feed;
  const ttlMs = feed.ttlMinutes === undefined ? undefined : feed.ttlMinutes * 60_000;
  const hubs = findHubs({ url, link: headers['link'], hubUrl: feed.hubUrl, selfUrl: feed.selfUrl });
  return { entries, contents, leftOut, isCut, sitemaps: [], ttlMs, hubs, skip: readSkipTimes(text) };
}

/** RSS, RDF, Atom and JSON Feed. */
export const feedChannel: OfferedRecord = {
  read: readPolled,
  recognise({ url, text, link, now, maxItems }) {
    const feed = readFeed(text, { url, now, maxItems, channel: url, texts: 'whole' });
    if ('error' in feed) return feed;
    const { title, language, entries, contents } = feed;
    return {
      kind: 'feed',
      title,
      language,
      entries: entries.length,
      hasContent: carriesWhole(contents, entries.length),
      isComments: tellsOfComments(`${title ?? ''} ${url}`),
      hub: findHubs({ url, link, hubUrl: feed.hubUrl })?.hubs[0],
      links: entries.map((entry) => entry.url),
      dates: entries.map(dateOf),
      sitemaps: [],
    };
  },
  rank: ({ hasContent }) => (hasContent ? 0 : 2),
  mayBeEmpty: false,
};
